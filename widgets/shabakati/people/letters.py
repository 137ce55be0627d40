"""One spelling for every form of a letter, so that texts can be compared."""

from __future__ import annotations

import unicodedata

# Signs that stand inside a word: the apostrophes, and the marks of ayn and hamza in Latin script.
_INSIDE = frozenset("'`´’‘ʼʻʽʿʾʹ＇ـ")
_ALIKE = {
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۀ": "ه",
    "ٱ": "ا",
    "ء": "",
    "ک": "ك",
    "گ": "ك",
    "ڨ": "ق",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
}


def normalise(text: str) -> str:
    """Text as it is compared: small letters and digits in one form each, single spaces.

    Case, Latin diacritics, Arabic vowel signs, tatweel, the forms of alef and hamza, ة and ه,
    ى and ي make no difference; digits are western; punctuation becomes a space, an apostrophe
    nothing. Applied twice, it changes nothing more.
    """
    return " ".join(text.translate(_FOLDED).split())


def _fold(char: str) -> str:
    """What a character becomes; it does not depend on those beside it."""
    if char in _INSIDE:
        return ""
    # Casefolding can give composed letters, and decomposing capitals: each is done twice.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_plain(part) for part in plain.casefold())


def _plain(part: str) -> str:
    if part in _ALIKE or part in _INSIDE:
        return _ALIKE.get(part, "")
    if part.isdecimal():
        return str(unicodedata.decimal(part))
    kind = unicodedata.category(part)
    if kind[0] in "LN" or kind == "Mc":
        return part
    # Marks and unseen signs stand inside words, all else stands between them.
    return "" if kind in ("Mn", "Me", "Cf") else " "


class _Folded(dict[int, str]):
    """A table for `str.translate` that learns a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]


_FOLDED = _Folded()
