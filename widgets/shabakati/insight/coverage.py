"""Who is in the network: people by group, by place, by type; zeros included."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import pandas as pd

from shabakati.vocabulary import Group, NetworkType, Place

Sorted = Literal["relation", "group", "place", "network_type"]


def coverage(people: pd.DataFrame) -> pd.DataFrame:
    """How many people of each group were met in each place.

    Parameters
    ----------
    people : DataFrame, one row per person, with `group` and `place`.

    Returns
    -------
    DataFrame with one row per cell, 25 of them in the article's order: `group` and `place`
    (ordered categories of codes), `people` (int). Who has no group or no place is in no cell.
    """
    cells = pd.MultiIndex.from_product([_dtype(Group).categories, _dtype(Place).categories])
    pairs = people[["group", "place"]].astype("object").value_counts()
    found = pairs.reindex(cells, fill_value=0)
    return pd.DataFrame(
        {
            "group": found.index.get_level_values(0).astype(_dtype(Group)),
            "place": found.index.get_level_values(1).astype(_dtype(Place)),
            "people": found.to_numpy("int64"),
        }
    )


def group_counts(people: pd.DataFrame) -> pd.DataFrame:
    """How many people are in each of the five groups, and how many are not sorted yet.

    Parameters
    ----------
    people : DataFrame, one row per person, with `group`.

    Returns
    -------
    DataFrame with six rows: `group` (ordered category; the last row, of those not sorted, NaN),
    `people` (int), `share` (float in [0, 1], of all people; NaN without people).
    """
    return _counts(people["group"], "group", Group)


def type_counts(people: pd.DataFrame) -> pd.DataFrame:
    """How many people are in each of the three network types, and how many have none yet.

    Parameters
    ----------
    people : DataFrame, one row per person, with `network_type`.

    Returns
    -------
    DataFrame with four rows: `network_type` (ordered category; the last row, of those without,
    NaN), `people` (int), `share` (float in [0, 1], of all people; NaN without people).
    """
    return _counts(people["network_type"], "network_type", NetworkType)


def sorted_share(people: pd.DataFrame, by: Sorted = "relation") -> float:
    """The share of people for whom `by` is said, in [0, 1]; NaN without people.

    Parameters
    ----------
    people : DataFrame, one row per person, with the column that `by` names.
    """
    return float(people[by].notna().mean()) if len(people) else float("nan")


def _counts(said: pd.Series, name: str, codes: type[StrEnum]) -> pd.DataFrame:
    each = said.astype("object").value_counts()
    counted = [int(each.get(code.value, 0)) for code in codes]
    counted.append(len(said) - sum(counted))
    total = len(said) or float("nan")
    values = pd.Categorical([*(c.value for c in codes), None], dtype=_dtype(codes))
    return pd.DataFrame(
        {name: values, "people": counted, "share": [count / total for count in counted]}
    )


def _dtype(codes: type[StrEnum]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype([code.value for code in codes], ordered=True)
