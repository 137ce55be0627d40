"""The ways to write an Arabic word in Latin letters, and whether a Latin word is one of them.

Names come from files: both steps take time in proportion to the lengths of the words, whatever
stands in them, which a regular expression of the same ways would not.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 40  # letters: no name is longer

Unit = tuple[str, ...]  # what may stand next; "" if nothing has to

_VOWELS = tuple("aeiou")
_MAYBE = ("", *_VOWELS)
_SHORT = ("", *_VOWELS, "ou", "eu")  # a short vowel, which Arabic does not write
_LETTERS: dict[str, Unit] = {
    "ب": ("b", "p"),
    "ت": ("t", "th"),
    "ث": ("th", "t", "s"),
    "ج": ("dj", "dg", "j", "g"),
    "ح": ("h",),
    "خ": ("kh", "k", "ch", "x"),
    "د": ("d", "dh"),
    "ذ": ("dh", "th", "d", "z"),
    "ر": ("r",),
    "ز": ("z", "s"),
    "س": ("s", "c"),
    "ش": ("sh", "ch", "sch"),
    "ص": ("s", "c"),
    "ض": ("d", "dh"),
    "ط": ("t", "th"),
    "ظ": ("z", "dh", "d", "th"),
    "غ": ("gh", "g"),
    "ف": ("f", "ph", "v"),
    "ق": ("q", "k", "g", "c", "ck"),
    "ك": ("k", "c", "ck", "ch", "g", "q"),
    "ل": ("l",),
    "م": ("m",),
    "ن": ("n",),
    "ه": ("h",),
}
_I = ("y", "i", "ee", "ie", "iy", "ei", "ai", "ay", "ey", "yi")
_U = ("w", "ou", "oo", "ow", "aw", "au", "u", "o")
_FIRST: dict[str, list[Unit]] = {
    "ا": [(*_VOWELS, "yi"), _MAYBE],
    "و": [("w", "ou", "o")],
    "ي": [("y", "i", "ye")],
}
_MIDDLE: dict[str, Unit] = {
    "ا": ("aa", "a", "e", "ae"),
    "و": (*_U, "woo", "wou", "uw"),
    "ي": _I,
}
_LAST: dict[str, Unit] = {
    "ا": ("aa", "a", "ah", "e", "ae", ""),
    "و": _U,
    "ي": (*_I, "a", "ih"),
    "ه": ("h", "ah", "eh", "oh", "a", "e", "o", "at", "et"),
}
# The article inside a compound loses its l before some letters: Abd al-Rahman, Abdurrahman.
ARTICLE_INSIDE = re.compile("(?<=^عبد)ال(?=..)|(?<=..)ال(?=دين$)")
FAITH = "الله"


def is_romanised(arabic: str, latin: str) -> bool:
    """Whether a Latin word is one of the ways to write an Arabic one, both normalised."""
    if max(len(arabic), len(latin)) > LONGEST:
        return False
    ends = {0}
    for unit in _units(arabic):
        ends = {end + len(way) for end in ends for way in unit if latin.startswith(way, end)}
        if not ends:
            return False
    return len(latin) in ends


@lru_cache(maxsize=50_000)
def _units(word: str) -> tuple[Unit, ...]:
    """What may stand in Latin letters for an Arabic word, one after the other."""
    units: list[Unit] = []
    at = 0
    while at < len(word):
        if ARTICLE_INSIDE.match(word, at):
            units += [_MAYBE, ("", "l", *_LETTERS.get(word[at + 2], ()))]
            at += 2
        elif at and word.startswith(FAITH, at):
            units += [_MAYBE, ("l", "ll"), ("", "a", "e", "aa", "ae"), ("", "h")]
            at += len(FAITH)
        elif word.startswith("عي", at):
            units += [_MAYBE, (*_VOWELS, "y"), ("", "y", *_VOWELS), _SHORT]
            at += 2
        else:
            following = word[at + 1] if at + 1 < len(word) else ""
            units += _letter(word[at], at == 0, following)
            at += 1
    return (*units, ("", "e"))


def _letter(letter: str, first: bool, following: str) -> list[Unit]:
    if letter == "ع":
        # With no long vowel after it, an ayn that begins a word is always written as a vowel.
        return [_VOWELS if first and following not in ("ا", "و") else _MAYBE, _MAYBE]
    if first and letter in _FIRST:
        return [*_FIRST[letter], _SHORT]
    if not following and letter in _LAST:
        return [_LAST[letter]]
    if letter in _MIDDLE:
        return [_MIDDLE[letter], _SHORT]
    ways = _LETTERS.get(letter, (letter,))
    return [ways, ("", *ways), *([_SHORT] if following else [])]
