"""Associations, clubs, unions, chambers and voluntary work, known by a word of their name."""

from __future__ import annotations

from functools import lru_cache

from shabakati.people.letters import normalise
from shabakati.people.lexicon import phrases, spelt

_LONGEST = 300  # characters of a text that are looked at


@lru_cache(maxsize=100_000)
def association_word(text: str) -> str:
    """The word by which an organisation or a title is one of an association; or ""."""
    plain = normalise(text[:_LONGEST])
    if phrases("associations", "never").search(plain):
        return ""
    plain = phrases("associations", "others").sub(" ", plain)
    return _found(plain, "words")


@lru_cache(maxsize=100_000)
def voluntary_word(role: str) -> str:
    """The word by which a title is that of a volunteer; or ""."""
    return _found(normalise(role[:_LONGEST]), "voluntary")


def _found(plain: str, heading: str) -> str:
    found = phrases("associations", heading).search(plain)
    if not found:
        return ""
    known = spelt("associations", heading)
    # What is joined to the front of an Arabic word is found with it, but stands in no list.
    ends = (found.group()[at:] for at in range(len(found.group())))
    return next(known[end] for end in ends if end in known)
