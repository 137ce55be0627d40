"""Rows of one file that have the same key are one person."""

from __future__ import annotations

from typing import Any

import pandas as pd

from shabakati.intake.cells import name_key
from shabakati.intake.intake import make_intake
from shabakati.schema import LIST_LIMIT


def one_a_key(people: pd.DataFrame, keys: pd.Series) -> tuple[pd.DataFrame, list[str], list[int]]:
    """Each person once: the first row of a key, with what later rows of it say besides.

    Returns
    -------
    The people anew, index 0 … n-1; their keys; and, for each row that was given, its place there.
    """
    told = [str(key) for key in keys.tolist()]
    places: dict[tuple[str, str | int], int] = {}
    first = [
        places.setdefault((source, key or number), len(places))
        for number, (source, key) in enumerate(zip(people["source"].tolist(), told, strict=True))
    ]
    if len(places) == len(people):
        return people, told, first
    whole: list[dict[str, Any]] = []
    for cells, key, place in zip(people.to_dict("records"), told, first, strict=True):
        row: dict[str, Any] = {str(name): cell for name, cell in cells.items()} | {"key": key}
        if place < len(whole):
            whole[place] = _both(whole[place], row)
        else:
            whole.append(row)
    again = make_intake({"people": whole}, (), ())
    return again.people, again.keys.tolist(), first


def _both(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Lists united, gaps filled; where both say something, the first word stands."""
    whole = dict(one)
    for name, value in other.items():
        if isinstance(value, list):
            whole[name] = list(dict.fromkeys([*one[name], *value]))[:LIST_LIMIT]
        elif one[name] in (None, ""):
            whole[name] = value
    if name_key(one["name"]) != name_key(other["name"]):
        names = [*whole["other_names"], other["name"]]
        whole["other_names"] = list(dict.fromkeys(names))[:LIST_LIMIT]
    return whole
