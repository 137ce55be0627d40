"""Whether an Arabic and a Latin spelling can be those of one word.

Words are single and normalised. `skeletons` are keys that the spellings of a word share, to find
candidates by.
"""

from __future__ import annotations

import re
from functools import lru_cache

from shabakati.people.romanised import ARTICLE_INSIDE, FAITH, is_romanised

_CLASSES = {
    "B": "بفbpfv",
    "S": "تثدذزسشصضطظtdsz",
    "K": "جخغقكkqgjx",
    "L": "لl",
    "M": "مm",
    "N": "نn",
    "R": "رr",
}
_CLASS_OF = {letter: name for name, letters in _CLASSES.items() for letter in letters}
_INSIDE_LATIN = re.compile("(?<=^abd)[aeiou]l(?=..)|(?<=..)[aei]l(?=d[ie])")
_REPEATED = re.compile(r"(.)\1+")
_VARIANTS = 8  # readings of one word that are looked at


def is_arabic(word: str) -> bool:
    """Whether a normalised word is written in Arabic letters."""
    return bool(word) and "\u0620" <= word[0] <= "\u06ff"


def bare(word: str) -> str:
    """A word without its article: عتيبي of العتيبي, otaibi of alotaibi.

    An article is only taken off where three letters or more are left of it.
    """
    if is_arabic(word):
        return word[2:] if word.startswith("ال") and len(word) > 4 and word != FAITH else word
    if word[:2] in ("al", "el") and len(word) > 5:
        return word[2:]
    return word


@lru_cache(maxsize=50_000)
def skeletons(word: str) -> frozenset[str]:
    """Keys of a word's consonants: two spellings that can be one word share one of them.

    Letters that are written one for another stand for each other; vowels, h and doubles go. A
    Latin word can have several keys, with and without its article, and for the c of Cairo and
    of Cécile.
    """
    if is_arabic(word):
        return frozenset({_classes(ARTICLE_INSIDE.sub("", bare(word)))})
    found: set[str] = set()
    for form in {word, bare(word)}:
        form = _INSIDE_LATIN.sub("", form).replace("dj", "j")
        parts = re.split("(c+h?)", form)
        forms = [""]
        for part in parts:
            options = ("s", "k") if part.startswith("c") else (part,)
            forms = [before + option for before in forms for option in options][:_VARIANTS]
        found.update(_classes(spelt) for spelt in forms)
    return frozenset(found)


def _classes(word: str) -> str:
    return _REPEATED.sub(r"\1", "".join(_CLASS_OF.get(letter, "") for letter in word))


def same_word(one: str, other: str) -> bool:
    """Whether two normalised words can be spellings of one word, in either script.

    Within one script the article and, in Latin letters, the usual ways to write one vowel make
    no difference.
    """
    if is_arabic(one) and is_arabic(other):
        return bare(one) == bare(other)
    if is_arabic(one) or is_arabic(other):
        arabic, latin = (one, other) if is_arabic(one) else (other, one)
        if skeletons(arabic).isdisjoint(skeletons(latin)):
            return False
        return any(is_romanised(bare(arabic), form) for form in {latin, bare(latin)})
    return latin_key(one) == latin_key(other)


_VOWELS = (
    (re.compile("ou|oo|o"), "u"),
    (re.compile("ee|ie|iy|ij"), "i"),
    (re.compile("ei|ey|ay|ai"), "ai"),
    (re.compile("y$|ie$"), "i"),
    (re.compile("eh$|ah$|e$"), "a"),
    (re.compile("e"), "i"),
    (re.compile("q"), "k"),
)


@lru_cache(maxsize=50_000)
def latin_key(word: str) -> str:
    """One form for the usual Latin spellings of one word: otaibi, oteiby and alotaibi."""
    word = bare(word)
    for pattern, plain in _VOWELS:
        word = pattern.sub(plain, word)
    return _REPEATED.sub(r"\1", word)
