"""A text as its sentences, each with the sign that ends it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any, NamedTuple

LONGEST = 2_000  # characters of a text that are looked at
_SENTENCE = re.compile(r"([^?؟!.…\n]*)([?؟!.…\n]+|$)")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]+")
_LATIN = re.compile("[A-Za-z]+")


class Sentence(NamedTuple):
    """The words of a sentence, and whether it ends as a question, a call, a statement, or open."""

    text: str
    end: str  # "?", "!", "." or "" if no sign ends it


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in their order, without empty ones."""
    found = []
    for match in _SENTENCE.finditer(tidy(text)):
        words, signs = match[1].strip(" \t،,;؛:-–—"), match[2]
        if words:
            asks = "?" in signs or "؟" in signs
            found.append(Sentence(words, "?" if asks else signs.strip()[:1].replace("…", ".")))
    return found


def tidy(text: str) -> str:
    """The beginning of a text, in composed letters, without signs that are not seen."""
    composed = unicodedata.normalize("NFC", text[:LONGEST]).replace("\r", "\n")
    return "".join(c for c in composed if c in "\n\t" or unicodedata.category(c)[0] != "C")


def language_of(text: str) -> str:
    """`ar` or `en`, by its question mark or the script of most words; `ar` if there is none."""
    if "؟" in text and _ARABIC.search(text):
        return "ar"  # names and terms in Latin letters are many in an Arabic question
    return "en" if len(_LATIN.findall(text)) > len(_ARABIC.findall(text)) else "ar"


@cache
def data(name: str) -> dict[str, Any]:
    """The words that one of the files of this room holds."""
    return loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


def any_of(words: list[str]) -> str:
    """A pattern that is any of these words, the longest first; a space may be several."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest) + ")"
