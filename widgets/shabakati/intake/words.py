"""Words that tell what a heading or a part of a line says, compared in one spelling."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_SIGNS = re.compile(r"[\W_]+")
_NUMBER_BEHIND = re.compile(r"(?<=\D)\s*\d{1,2}$")
_ALIKE = str.maketrans("أإآٱىیکةı", "ااااييكهi", "ـ")
_LONGEST = 100  # characters that are compared


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Text in small letters and without signs, so that spellings of one word are the same."""
    whole = unicodedata.normalize("NFKD", text[:_LONGEST]).casefold().translate(_ALIKE)
    folded = unicodedata.normalize("NFKD", whole).casefold()
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return _SIGNS.sub(" ", bare.translate(_ALIKE)).strip()


def has_word(text: str, heading: str) -> bool:
    """Whether one of the words of a text stands in a list."""
    return not words(heading).isdisjoint(_stems(plain(text).split()))


def is_word(text: str, heading: str) -> bool:
    """Whether the whole text stands in a list."""
    return _bare(plain(text)) in words(heading) or plain(text) in words(heading)


@cache
def words(heading: str) -> frozenset[str]:
    """The words of one list as they are compared."""
    return frozenset(plain(word) or word for word in _lists()[heading]["words"])


@lru_cache(maxsize=20_000)
def field_of(heading: str, whole: bool = False) -> str | None:
    """What a column of this heading is: a field, "" for nothing, or None for unknown words.

    Parameters
    ----------
    whole : look for the heading as a whole only, not for words in it.
    """
    text = _NUMBER_BEHIND.sub("", plain(heading))
    known = _headings()
    for spelling in (text, _bare(text)):
        if spelling in known:
            return known[spelling]
    if whole:
        return None
    stems = f" {' '.join(_stems(text.split()))} "
    for name, pieces in _inside():
        if any(f" {piece} " in stems for piece in pieces):
            return name
    return None


def _bare(text: str) -> str:
    """Without the article of each word."""
    return " ".join(word.removeprefix("ال") if len(word) > 4 else word for word in text.split())


def _stems(pieces: list[str]) -> list[str]:
    """The words, and Arabic ones without their article too."""
    return [*pieces, *(piece[2:] for piece in pieces if piece.startswith("ال") and len(piece) > 4)]


@cache
def _headings() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, spellings in _lists()["headings"].items():
        for spelling in spellings:
            found.setdefault(plain(spelling), name)
    for text, name in list(found.items()):
        found.setdefault(_bare(text), name)
    return found


@cache
def _inside() -> list[tuple[str, tuple[str, ...]]]:
    return [
        (name, tuple(_bare(plain(piece)) for piece in pieces))
        for name, pieces in _lists()["inside"].items()
    ]


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
