"""Stored rows as a frame: the dtypes that every room may rely on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from shabakati.schema import Column, columns
from shabakati.storage.rows import StoredRow, decode_cell, names
from shabakati.vocabulary import GROUP_OF, Group

_GROUPS = pd.CategoricalDtype([group.value for group in Group], ordered=True)


def frame(table: str, rows: Iterable[StoredRow]) -> pd.DataFrame:
    """Rows, each `(id, columns…)`, as a frame with index `id`.

    Returns
    -------
    DataFrame. Line and text: `str`, "" when empty. A choice: ordered category of codes, NaN when
    unset. Lists: Python lists. Integer: `Int64`. Number: `float64`. Date: `datetime.date` or None.
    `people` also has `group`, which follows from `relation`.
    """
    cells = list(zip(*rows, strict=True)) or [()] * (1 + len(names(table)))
    index = pd.Index(cells[0], name="id", dtype="int64")
    found = pd.DataFrame(
        {
            column.name: _series(column, values, index)
            for column, values in zip(columns(table), cells[1:], strict=True)
        },
        index=index,
    )
    if table == "people":
        after = list(found.columns).index("relation") + 1
        found.insert(after, "group", group_of(found["relation"]))
    return found


def group_of(relation: pd.Series) -> pd.Series:
    """The group of each relation: an ordered category of the five groups, NaN when unset."""
    codes = {code.value: group.value for code, group in GROUP_OF.items()}
    return relation.astype("object").map(codes).astype(_GROUPS)


def patched(
    table: str, old: pd.DataFrame, rows: list[StoredRow], touched: set[int]
) -> pd.DataFrame:
    """A new frame: the touched rows are as in `rows` now, or gone."""
    kept = old.drop(index=list(touched & set(old.index)))
    if not rows:
        return kept
    fresh = frame(table, rows)
    return pd.concat([kept, fresh]).sort_index() if len(kept) else fresh


def _series(column: Column, values: Sequence[Any], index: pd.Index) -> pd.Series:
    if column.kind == "choice":
        codes = [str(c) if column.vocabulary else c for c in column.choices]
        return pd.Series(pd.Categorical(values, categories=codes, ordered=True), index=index)
    if column.kind in ("line", "text"):
        return pd.Series(values, index=index, dtype="str")
    if column.kind == "integer":
        return pd.Series(values, index=index, dtype="Int64")
    if column.kind == "number":
        return pd.Series(values, index=index, dtype="float64")
    return pd.Series(
        [decode_cell(column.kind, value) for value in values], index=index, dtype="object"
    )
