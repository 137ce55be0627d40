"""Suggestions that you declined: they are not made again."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from shabakati.people.set_aside import asked_aside, put_aside, set_aside
from shabakati.workbook import Workbook

Declined = dict[tuple[str, str], frozenset[int]]  # ids by column and value

_START = "declined."


def decline(book: Workbook, column: str, value: str, ids: Iterable[int]) -> None:
    """Suggest this value of these people no more, as one change."""
    put_aside(book, f"{_START}{column}.{value}", ids)


def declined(book: Workbook) -> Declined:
    """Whom a value is not to be suggested of."""
    found: Declined = {}
    for question in asked_aside(book, _START):
        column, _, value = question.removeprefix(_START).partition(".")
        found[column, value] = set_aside(book, question)
    return found


def still_open(suggestions: pd.DataFrame, people: pd.DataFrame, no: Declined) -> pd.DataFrame:
    """Those suggestions whose cell is empty and that were not declined, in their order."""
    left = pd.Series(False, index=suggestions.index)
    for name in suggestions["column"].unique():
        unsaid = people.index[people[name].isna()]
        left |= (suggestions["column"] == name) & suggestions["person"].isin(unsaid)
    for (name, value), ids in no.items():
        what = (suggestions["column"] == name) & (suggestions["value"] == value)
        left &= ~(what & suggestions["person"].isin(ids))
    return suggestions[left]
