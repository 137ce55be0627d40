"""`say`: a key and its values become words of the reader's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Literal

from babel import Locale
from babel.lists import format_list

from shabakati.language.catalog import current, translations, use

_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction(language: str | None = None) -> Literal["rtl", "ltr"]:
    """Which way the language is read; the one spoken now, unless said."""
    return "rtl" if (language or current()) == "ar" else "ltr"


def isolate(text: str) -> str:
    """Text that cannot turn around the sentence it is put into, nor be turned by it."""
    here = direction()
    foreign = any(_STRONG.get(unicodedata.bidirectional(char), here) != here for char in text)
    return f"{_ISOLATE}{text}{_END}" if foreign else text


def has(key: str) -> bool:
    """Whether the catalogs know the key."""
    return translations(current()).gettext(key) != key


def say(key: str, **values: Any) -> str:
    """The words for a key, in the language spoken now.

    `n` among the values chooses the plural form. Text among the values is isolated, so that a
    Latin name stays whole inside an Arabic sentence. An unknown key raises `KeyError`.
    """
    book = translations(current())
    found = book.ngettext(key, key, values["n"]) if "n" in values else book.gettext(key)
    if found == key:
        raise KeyError(f"no words for {key!r} in {current()!r}")
    shown = {
        name: isolate(value) if isinstance(value, str) else _number(value)
        for name, value in values.items()
    }
    return found.format_map(shown)


def say_in(language: str, key: str, **values: Any) -> str:
    """The words for a key in this language, whichever is spoken now: for a text to others."""
    before = current()
    use(language)
    try:
        return say(key, **values)
    finally:
        use(before)


def word(code: StrEnum) -> str:
    """The word for a code of the vocabulary: `word(Relation.FRIEND)`; Babel knows the countries."""
    if type(code).__name__ == "Country":
        return str(Locale.parse(current()).territories[code.value.upper()])
    return say(f"vocabulary.{type(code).__name__.lower()}.{code.value}")


def say_list(parts: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    """Several things in one phrase: `a, b and c`, or `a, b or c`."""
    return format_list([isolate(part) for part in parts], style=style, locale=current())


def _number(value: Any) -> Any:
    """A count as it is shown: western digits in both languages, thousands set apart."""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value
