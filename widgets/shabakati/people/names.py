"""Names of people: without titles and credentials, their parts joined, the family name last."""

from __future__ import annotations

import re
from functools import lru_cache

from shabakati.people.letters import normalise
from shabakati.people.lexicon import spelt, words
from shabakati.people.spelling import bare, same_word

__all__ = [
    "family_name",
    "is_given_name",
    "kin_word",
    "normalise",
    "same_family_name",
    "tokens",
]

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
_AFTER = re.compile(r"\s*[|/•·]\s*|\s+[-–—]\s+|[–—]")  # what follows says something else
_COMMA = re.compile("[,،;]")
# Parts that belong to the next one, and how they are written before it.
_BEFORE = {
    **dict.fromkeys(["عبد", "ابو", "بن", "بنت", "بني", "ال"]),
    **dict.fromkeys(["ابا", "ابي"], "ابو"),
    "ابن": "بن",
    **dict.fromkeys(["abd", "abdul", "abdel", "abdal", "bin", "bint", "mint", "bani", "ul"]),
    **dict.fromkeys(["abu", "abou", "abo"], "abu"),
    "ibn": "bin",
}
_BEFORE_NOT_FIRST = {"ben": "bin", "al": None, "el": "al"}  # first, these are given names
_SUN = re.compile("a(?:d|dh|dd|n|r|s|sh|t|th|z)|e(?:d|n|r|s|sh|t|z)")
_FAITH = (
    "الدين",
    "الله",
    "eddine",
    "eddin",
    "uddin",
    "addin",
    "aldin",
    "aldeen",
    "eldin",
    "eldeen",
)
_SHOUTED = 5  # letters: a last word of so many capitals or fewer can be a credential
_DEEPEST = 64  # parts of a name that are looked at
_SEEN = 200  # characters of a text in which kin is looked for


@lru_cache(maxsize=100_000)
def tokens(name: str) -> tuple[str, ...]:
    """The parts of a name, normalised, without titles and credentials.

    What belongs together is one part: عبد الله, Abd al-Rahman, Abu Zaid, bin Saeed, نور الدين, and
    the article with its word. `Otaibi, Majed` is turned round. Empty if there are no letters.
    """
    whole = _ASIDE.sub(" ", name)
    whole = _AFTER.split(whole.strip(), maxsplit=1)[0]
    segments = [segment for segment in _COMMA.split(whole) if segment.strip()]
    first, *rest = [_without_credentials(segment, i > 0) for i, segment in enumerate(segments)] or [
        []
    ]
    more = [part for segment in rest for part in segment]
    parts = more + first if len(_joined(first)) == 1 else first
    found = _joined(_without_titles(parts[:_DEEPEST]))
    if found:
        return tuple(found)
    return tuple(_joined(normalise(name).split()[:_DEEPEST]))


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


def _without_credentials(segment: str, after_comma: bool) -> list[str]:
    """The normalised parts of one segment of a name, its credentials gone."""
    written = segment.split()
    while written and _is_credential(written[-1], after_comma, len(written)):
        written.pop()
    return normalise(" ".join(written)).split()


def _is_credential(last: str, after_comma: bool, count: int) -> bool:
    """Whether the last of so many words is no name but letters after it: PhD, M.Sc., PMP-ACP.

    What can be a name too counts only in capitals, or after a comma; and no name is all of it.
    """
    shouted = 1 < len(last) <= _SHOUTED + 1 and last.isascii() and last == last.upper()
    certain_words = words("names", "credentials")
    if last.isalpha() and not (shouted or after_comma or last.casefold() in certain_words):
        return False
    parts = [normalise(part) for part in re.split("[-/&+]", last.replace(".", ""))]
    parts = [part for part in parts if part]
    certain = certain_words.issuperset(parts)
    known = (certain_words | words("names", "unsure_credentials")).issuperset(parts)
    if after_comma:
        return known or shouted
    return count > 1 and (certain or (known and shouted))


def _without_titles(parts: list[str]) -> list[str]:
    titles = words("names", "titles")
    at = 0
    while at < len(parts) - 1 and parts[at] in titles:
        at += 1
    return parts[at:]


def _joined(parts: list[str]) -> list[str]:
    """Parts that belong together as one."""
    found: list[str] = []
    glue = ""
    for i, part in enumerate(parts):
        following = parts[i + 1] if i + 1 < len(parts) else ""
        if found and not glue and part in _FAITH:
            found[-1] += part
        elif following and part in _BEFORE:
            glue += _BEFORE[part] or part
        elif following and (found or glue) and part in _BEFORE_NOT_FIRST:
            glue += _BEFORE_NOT_FIRST[part] or part
        elif following and (found or glue) and _is_sun_article(part, following):
            glue += "al"
        else:
            found.append(glue + part)
            glue = ""
    return found


def _is_sun_article(part: str, following: str) -> bool:
    """Whether a part is the article before a letter that it takes on: as-Sayed, an-Nasser."""
    return bool(_SUN.fullmatch(part)) and following.startswith(part[1:])


# STUB
SAME_NAME = 0.8


def keys(name):
    from shabakati.people.spelling import skeletons

    return frozenset(k for t in tokens(name) for k in skeletons(t))


@lru_cache(maxsize=1000000)
def _wl(a, b):
    from rapidfuzz.distance import JaroWinkler
    from shabakati.people.spelling import is_arabic, latin_key

    if same_word(a, b):
        return 1.0
    if is_arabic(a) != is_arabic(b):
        return 0.0
    if not is_arabic(a):
        a, b = latin_key(a), latin_key(b)
    s = JaroWinkler.similarity(a, b)
    return s if s > 0.93 else 0.0


def likeness(a, b):
    x, y = tokens(a), tokens(b)
    if len(x) > len(y):
        x, y = y, x
    if not x:
        return 0.0
    best = [max(_wl(p, q) for q in y) for p in x]
    if len(x) > 1 and _wl(x[0], y[0]) < 0.8 and _wl(x[0], y[-1]) < 0.8:
        return 0.0
    return min(best)


def likeness_many(a, b):
    import numpy as np

    return np.array([likeness(x, y) for x, y in zip(a, b)])
