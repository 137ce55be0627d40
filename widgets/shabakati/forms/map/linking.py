"""Two people of the book: whether they know each other, and what they are called."""

from __future__ import annotations

import pandas as pd

from shabakati.forms.finding import name_of


def tie_between(ties: pd.DataFrame, a: int, b: int) -> int | None:
    """The id of the tie between two people, or None."""
    found = ties.index[(ties["a"] == min(a, b)) & (ties["b"] == max(a, b))]
    return int(found[0]) if len(found) else None


def linked(people: pd.DataFrame, a: int, b: int) -> dict[str, str]:
    """The names of two people as the values of a sentence: `a`, `b`."""
    return {"a": name_of(people, a), "b": name_of(people, b)}
