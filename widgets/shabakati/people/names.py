"""Names of people: their parts, the family name last, and whether two are those of one person."""

from __future__ import annotations

from functools import lru_cache

from shabakati.people.keys import keys
from shabakati.people.letters import normalise
from shabakati.people.lexicon import spelt, words
from shabakati.people.likeness import SAME_NAME, SURE_NAME, likeness, likeness_many
from shabakati.people.spelling import bare, same_word
from shabakati.people.tokens import tokens

__all__ = [
    "SAME_NAME",
    "SURE_NAME",
    "family_name",
    "is_given_name",
    "keys",
    "kin_word",
    "likeness",
    "likeness_many",
    "normalise",
    "same_family_name",
    "tokens",
]

_SEEN = 200  # characters of a text in which kin is looked for


@lru_cache(maxsize=100_000)
def family_name(name: str) -> str:
    """The last part of a name without its article, or "" if it has one part alone."""
    parts = tokens(name)
    return bare(parts[-1]) if len(parts) > 1 else ""


def same_family_name(one: str, other: str) -> bool:
    """Whether two names end with the same family name, in either script: العتيبي, Al-Otaibi."""
    first, second = family_name(one), family_name(other)
    return bool(first and second) and same_word(first, second)


def is_given_name(part: str) -> bool:
    """Whether a part of a name is one of the commonest given names, which are no family's."""
    return part in words("names", "given")


def kin_word(text: str) -> str:
    """The word for kin that a text begins with, as the lexicon has it: عمي, خالتي, uncle; or "".

    Words that are names too (Papa, أبي) count only when they are all that is said.
    """
    parts = normalise(text[:_SEEN]).split()[:4]
    if len(parts) == 1 and parts[0] in spelt("names", "kin_alone"):
        return spelt("names", "kin_alone")[parts[0]]
    for length in (3, 2, 1):
        start = " ".join(parts[:length])
        if len(parts) >= length and start in spelt("names", "kin"):
            return spelt("names", "kin")[start]
    return ""
