"""Lists of words beside the code, read once and normalised as the texts are that they meet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from shabakati.people.letters import normalise

_HERE = Path(__file__).parent
# What Arabic writes together with a word: and, with, for, the.
_JOINED = "و?(?:ال|بال|لل|ل|ب)?"


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lists of `<name>.toml` by their headings, as they are written there."""
    return tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, heading: str) -> frozenset[str]:
    """The normalised words of one list."""
    return frozenset(normalise(word) for word in lexicon(name)[heading])


@cache
def spelt(name: str, heading: str) -> dict[str, str]:
    """The words of one list as they are written there, by how they are compared."""
    return {normalise(word): word for word in reversed(lexicon(name)[heading])}


@cache
def phrases(name: str, heading: str) -> re.Pattern[str]:
    """A pattern that finds the phrases of one list as whole words of a normalised text."""
    return any_of(lexicon(name)[heading])


def any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the texts as whole words of a normalised text.

    Arabic ones are also found with what is joined to their front: بجامعة, للاتصالات.
    """
    longest_first = sorted({normalise(text) for text in texts} - {""}, key=len, reverse=True)
    choices = "|".join(_joined(text) + re.escape(text) for text in longest_first)
    return re.compile(rf"(?<!\S)(?:{choices})(?!\S)" if choices else r"(?!)")


def _joined(text: str) -> str:
    return _JOINED if "\u0620" <= text[0] <= "\u06ff" and not text.startswith("ال") else ""
