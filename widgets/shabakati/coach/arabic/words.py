"""Arabic as it is compared, and the lists of its words as patterns."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from shabakati.coach.sentences import any_of, data

POSSESSORS = r"(?:كما|كم|كن|كو|ك|ها|هم|ه الكريم|ه|ي|نا)"
MANY = "{0,6}"  # small words one after another; without an end, each would double the time
_LETTERS = str.maketrans("أإآٱىةؤئگڤپچ", "اااايهويكفبج")
_SHORT_VOWELS = {"مَن": "مين", "مَنِ": "مين", "لِمَ": "لماذا", "لمَ": "لماذا", "عمّ": "عماذا"}
_SHORT_VOWELS |= {"عَمَّ": "عماذا", "عمَّ": "عماذا", "بمَ": "بماذا", "بِمَ": "بماذا"}
_WORD = re.compile(r"\S+")
_PUNCTUATION = re.compile(r"[^\w\s]|_")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")


def fold(text: str) -> str:
    """Arabic as it is compared: no vowel signs, no tatweel, one alef, ه for ة, ي for ى."""
    bare = "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")
    plain = _STRETCHED.sub(r"\1", _PUNCTUATION.sub(" ", bare.translate(_LETTERS).lower()))
    slips: dict[str, str] = data("arabic/asking")["spelled"]
    return " ".join(slips.get(word, word) for word in plain.split())


def spelled(text: str) -> str:
    """The text with the few words whose short vowels alone tell them apart spelled out."""
    bare = text.replace("ـ", "")
    return _WORD.sub(lambda m: _SHORT_VOWELS.get(m[0], m[0]), bare)


@cache
def lists() -> dict[str, list[str]]:
    """The lists of words, written as sentences are compared."""
    held = [*data("arabic/asking").items(), *data("arabic/telling").items()]
    held += data("arabic/assent").items()
    return {name: [fold(w) for w in words] for name, words in held if isinstance(words, list)}


@cache
def words(*names: str) -> str:
    """A pattern that is any of the words of some lists."""
    return any_of([word for name in names for word in lists()[name]])


@cache
def owned(name: str) -> str:
    """A pattern that is any of the nouns of a list with a possessor; ة before it is ت."""
    nouns = [w.removesuffix("ه") + "ت" if w.endswith("ه") else w for w in lists()[name]]
    return any_of(nouns) + POSSESSORS


@cache
def starts() -> str:
    """Words that begin a question wherever they stand."""
    held = lists()
    alone = {w for w in held["open"] + held["fact"] if w not in held["only_first"]} - {"كم"}
    return any_of(sorted(alone | set(held["plain_what"])))


def at(text: str, *names: str) -> re.Match[str] | None:
    """One of the words of some lists at the beginning."""
    return re.match(rf"{words(*names)}(?=\s|$)", text)


def inside(text: str, *names: str) -> re.Match[str] | None:
    """One of the words of some lists anywhere."""
    return re.search(rf"(?:^|(?<=\s)){words(*names)}(?=\s|$)", text)
