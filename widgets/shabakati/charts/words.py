"""Words of a chart: those of codes and of what is unset, and names that stay text."""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from shabakati.language import direction, say, word
from shabakati.vocabulary import Closeness, Group, NetworkType, Place

NAME_LIMIT = 80  # characters of a name that a tooltip or a table shows
_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate


def counts(column: pd.Series, codes: type[StrEnum]) -> dict[str, int]:
    """How many rows hold each code, in the article's order; `none` counts those that are unset."""
    found = column.astype("object").value_counts()
    counted = {code.value: int(found.get(code.value, 0)) for code in codes}
    return {**counted, "none": len(column) - sum(counted.values())}


def word_or_none(codes: type[StrEnum], code: object) -> str:
    """The word for a code, or the words for not knowing it."""
    if isinstance(code, str) and code in set(codes):
        return word(codes(code))
    return say(f"charts.none.{codes.__name__.lower()}")


def group_word(code: object) -> str:
    """The word for a group's code, or for having none."""
    return word_or_none(Group, code)


def place_word(code: object) -> str:
    """The word for a place's code, or for having none."""
    return word_or_none(Place, code)


def type_word(code: object) -> str:
    """The word for a network type's code, or for having none."""
    return word_or_none(NetworkType, code)


def closeness_word(code: object) -> str:
    """The word for a closeness's code, or for having none."""
    return word_or_none(Closeness, code)


def wrapped(text: str, width: int = 12) -> str:
    """Words of ours on lines of about `width` characters."""
    lines: list[str] = []
    for part in text.split():
        if lines and len(lines[-1]) + 1 + len(part) <= width:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return "\n".join(lines)


def turned(text: str) -> str:
    """A text of ours as it is read: a drawing runs from the left in both languages."""
    return f"\u2067{text}\u2069" if direction() == "rtl" else text


def shown_name(name: str, limit: int = NAME_LIMIT) -> str:
    """A name as a chart shows it: shortened, and unable to turn around what stands beside it."""
    short = name if len(name) <= limit else f"{name[: limit - 1].rstrip()}…"
    return f"{_ISOLATE}{short}{_END}"
