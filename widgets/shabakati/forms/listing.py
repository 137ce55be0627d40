"""What a list shows: which rows of a frame match, in which order, and what their cells say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, Literal, NamedTuple

import pandas as pd

from shabakati.forms.finding import plain, search
from shabakati.forms.values import LTR
from shabakati.language import say, say_date, word
from shabakati.schema import column

UNSAID = "-"  # the filter's value for "nothing said yet"; no code of the vocabulary is a dash
CELL_LIMIT = 200  # characters that a list shows of a cell; the form shows all
_JOIN = " · "


class ListColumn(NamedTuple):
    """A column of a list: of the frame's `name`, under `title`."""

    name: str
    title: str
    dir: Literal["auto", "ltr"] = "auto"
    vocabulary: type[StrEnum] | None = None
    show: Callable[[Any], str] | None = None


class Query(NamedTuple):
    """What a person looks for: words, a value for some columns, an order."""

    text: str = ""
    filters: Mapping[str, str] = {}
    sort: str = ""
    descending: bool = False


def schema_column(table: str, name: str) -> ListColumn:
    """The list's column for a column of the schema."""
    col = column(table, name)
    ltr = name in LTR
    title = say(f"schema.{table}.{name}")
    return ListColumn(name, title, "ltr" if ltr else "auto", col.vocabulary)


def cell_text(col: ListColumn, value: Any) -> str:
    """What a cell says; nothing where nothing is said."""
    if isinstance(value, (list, tuple)):
        return _JOIN.join(cell_text(col, entry) for entry in value)[:CELL_LIMIT]
    if value is None or value is pd.NA or (isinstance(value, float) and value != value):
        return ""
    if col.show is not None:
        return col.show(value)[:CELL_LIMIT]
    if col.vocabulary is not None and value in list(col.vocabulary):
        return word(col.vocabulary(value))
    if isinstance(value, dt.date):
        return say_date(value)
    if isinstance(value, float):
        return f"{value:,g}"
    return str(value)[:CELL_LIMIT]


def filtered(frame: pd.DataFrame, query: Query, searched: tuple[str, ...]) -> pd.DataFrame:
    """The rows that match, in the order asked for (the frame's own, if none is)."""
    for name, value in query.filters.items():
        cells = frame[name]
        frame = frame[cells.isna() if value == UNSAID else cells == value]
    if query.text.strip():
        frame = search(frame, query.text, searched)
    if query.sort:
        frame = frame.iloc[_order(frame[query.sort], query.descending)]
    return frame


def _order(cells: pd.Series, descending: bool) -> list[int]:
    """Positions in order; what says nothing comes last either way."""
    categorical = isinstance(cells.dtype, pd.CategoricalDtype)
    keys = list(cells.cat.codes) if categorical else [_key(cell) for cell in cells]
    said = (
        [i for i, key in enumerate(keys) if key not in (-1, "", None)]
        if categorical
        else [i for i, key in enumerate(keys) if key is not None]
    )
    silent = sorted(set(range(len(keys))) - set(said))
    return sorted(said, key=lambda i: keys[i], reverse=descending) + silent


def _key(cell: Any) -> Any:
    """What a cell is ordered by: numbers and days before text, text in its plain spelling."""
    if isinstance(cell, (list, tuple)):
        cell = cell[0] if cell else ""
    if cell is None or cell is pd.NA or cell == "" or cell != cell:
        return None
    if isinstance(cell, (int, float)):
        return (0, float(cell), "")
    if isinstance(cell, dt.date):
        return (0, float(cell.toordinal()), "")
    return (1, 0.0, plain(str(cell)))


def filter_options(frame: pd.DataFrame, columns: Iterable[ListColumn]) -> list[dict[str, Any]]:
    """For each column its codes with how many rows have them, and how many say nothing."""
    drawn = []
    for col in columns:
        counts = frame[col.name].value_counts()
        codes = list(col.vocabulary) if col.vocabulary else [str(v) for v in counts.index]
        options = [
            {"value": str(code), "label": _counted(cell_text(col, code), int(counts.get(code, 0)))}
            for code in codes
        ]
        unsaid = int(frame[col.name].isna().sum())
        options.append({"value": UNSAID, "label": _counted(say("forms.field.unsaid"), unsaid)})
        drawn.append({"name": col.name, "label": col.title, "options": options})
    return drawn


def _counted(label: str, count: int) -> str:
    return say("forms.table.counted", label=label, count=count)
