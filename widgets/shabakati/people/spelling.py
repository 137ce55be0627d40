"""Whether an Arabic and a Latin spelling can be those of one word.

Words are single and normalised. An Arabic word becomes a pattern of every way to write it in
Latin letters; `skeletons` are keys that all spellings of a word share, to find candidates by.
"""

from __future__ import annotations

import re
from functools import lru_cache

_V = "(?:ou|eu|[aeiou])?"  # a short vowel, which Arabic does not write
_LETTERS = {
    "ب": "b|p",
    "ت": "t|th",
    "ث": "th|t|s",
    "ج": "dj|dg|j|g",
    "ح": "h",
    "خ": "kh|k|ch|x",
    "د": "d|dh",
    "ذ": "dh|th|d|z",
    "ر": "r",
    "ز": "z|s",
    "س": "s|c",
    "ش": "sh|ch|sch",
    "ص": "s|c",
    "ض": "d|dh",
    "ط": "t|th",
    "ظ": "z|dh|d|th",
    "غ": "gh|g",
    "ف": "f|ph|v",
    "ق": "q|k|g|c|ck",
    "ك": "k|c|ck|ch|g|q",
    "ل": "l",
    "م": "m",
    "ن": "n",
    "ه": "h",
}
_FIRST = {"ا": "[aeiou]{1,2}|yi", "و": "w|ou|o", "ي": "y|i|ye"}
_MIDDLE = {
    "ا": "aa|a|e|ae",
    "و": "w|woo|wou|ou|oo|uw|ow|aw|au|u|o",
    "ي": "y|i|ee|ie|iy|ei|ai|ay|ey|yi",
}
_LAST = {
    "ا": "aa|a|ah|e|ae|",
    "و": "w|ou|oo|ow|aw|au|u|o",
    "ي": "y|i|ee|ie|iy|ei|ai|ay|ey|a|ih|yi",
    "ه": "[aeo]?h|[aeo]|[ae]t",
}
_AYN = "[aeiou]{0,2}"
_AYN_FIRST = re.compile("^ع(?![اوي])")  # with no long vowel after it, a short one is always written
# The article inside a compound loses its l before some letters: Abd al-Rahman, Abdurrahman.
_ARTICLE_INSIDE = re.compile("(?<=^عبد)ال(?=..)|(?<=..)ال(?=دين$)")
_FAITH = "الله"

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
        return word[2:] if word.startswith("ال") and len(word) > 4 and word != _FAITH else word
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
        return frozenset({_classes(_ARTICLE_INSIDE.sub("", bare(word)))})
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
        pattern = _pattern(arabic)
        return bool(pattern.fullmatch(latin) or pattern.fullmatch(bare(latin)))
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


@lru_cache(maxsize=50_000)
def _pattern(word: str) -> re.Pattern[str]:
    """Every way to write an Arabic word in Latin letters."""
    word = bare(word)
    parts, at = [], 0
    while at < len(word):
        inside = _ARTICLE_INSIDE.match(word, at)
        if inside:
            parts.append(f"[aeiou]?(?:l|(?:{_LETTERS.get(word[at + 2], 'l')}))?")
            at += 2
        elif at and word.startswith(_FAITH, at):
            parts.append("[aeiou]?l{1,2}[ae]{0,2}h?")
            at += len(_FAITH)
        elif _AYN_FIRST.match(word, at):
            parts.append("[aeiou]{1,3}")
            at += 1
        elif word.startswith("عي", at):
            parts.append(f"(?:{_AYN}(?:y|i)|[aeiou]{{1,3}}){_V}")
            at += 2
        else:
            parts.append(_letter(word[at], at == 0, at == len(word) - 1))
            at += 1
    return re.compile("".join(parts) + "e?")


def _letter(letter: str, first: bool, last: bool) -> str:
    if letter == "ع":
        return _AYN
    if letter in _FIRST and first:
        return f"(?:{_FIRST[letter]}){_V}"
    if letter in _LAST and last:
        return f"(?:{_LAST[letter]})"
    if letter in _MIDDLE:
        return f"(?:{_MIDDLE[letter]}){_V}"
    return f"(?:{_LETTERS.get(letter, re.escape(letter))}){{1,2}}{'' if last else _V}"
