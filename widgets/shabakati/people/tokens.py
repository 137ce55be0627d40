"""The parts of a name, without titles and credentials, what belongs together joined."""

from __future__ import annotations

import re
from functools import lru_cache

from shabakati.people.letters import normalise
from shabakati.people.lexicon import words

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
