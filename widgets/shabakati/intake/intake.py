"""`Intake`: what was found in somebody's files, before any of it is in the book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from shabakati.intake.cells import line, shortened
from shabakati.schema import Column, column

COLUMNS: dict[str, tuple[str, ...]] = {
    "people": (
        "name",
        "other_names",
        "organisation",
        "role",
        "field",
        "city",
        "emails",
        "phones",
        "url",
        "links",
        "labels",
        "birthday",
        "tags",
        "notes",
        "source",
        "met_on",
    ),
    "exchanges": ("person", "on", "kind", "direction", "note"),
    "events": ("name", "on"),
    "ties": ("a", "b"),
    "profile": (
        "name",
        "organisation",
        "role",
        "field",
        "city",
        "past_organisations",
        "schools",
    ),
}
_LEFT_OUT = {"file": "str", "row": "int64", "reason": "str", "text": "str"}
_COUNTS = {"file": "str", "read": "int64", "taken": "int64", "left_out": "int64"}
_SKIPPED = {"file": "str", "what": "str", "count": "int64"}
_REPAIRS = {"file": "str", "row": "int64", "column": "str", "before": "str", "after": "str"}
_REPAIR_LIMIT = 300  # characters of a text that is shown before and after
_PROPOSAL = {"heading": "str", "field": "str", "samples": "object"}


@dataclass(frozen=True, eq=False)
class Intake:
    """Frames of what was read; every cell is one that the schema takes.

    Attributes
    ----------
    people : index 0 … n-1; the columns of the schema that files know, dtypes as in the book.
    exchanges : `person` is an index of `people`.
    events : name, on.
    ties : `a` and `b` are indices of `people`.
    profile : you; one row, or none when the files say nothing of you.
    left_out : file, row (the line on which it begins, from 1), reason (a key of the catalogs),
        text (what stood there; never anything of a message).
    counts : file, read, taken, left_out; read = taken + left_out in each.
    skipped : file, what (a key of the catalogs, such as that of photos), count: what rows that
        were taken held besides, and no book keeps.
    repairs : file, row, column (of `people`), before, after: texts that were damaged and are whole.
    keys : for each of `people`, what stays the same of them in later files of the same source
        (the slug of a profile, the UID of a card), or "".
    proposal : of somebody's own table, a row a column, index its place: heading ("" where there is
        none), field (what it was taken for, "" for nothing), samples (a list of its first few
        cells that say something). No row for files of a known format.
    """

    people: pd.DataFrame
    exchanges: pd.DataFrame
    events: pd.DataFrame
    ties: pd.DataFrame
    profile: pd.DataFrame
    left_out: pd.DataFrame
    counts: pd.DataFrame
    skipped: pd.DataFrame
    repairs: pd.DataFrame
    keys: pd.Series
    proposal: pd.DataFrame


def make_intake(
    rows: Mapping[str, Sequence[Mapping[str, Any]]],
    left_out: Iterable[Sequence[Any]],
    counts: Iterable[Sequence[Any]],
    skipped: Iterable[Sequence[Any]] = (),
    repairs: Iterable[Sequence[Any]] = (),
    proposal: Iterable[tuple[str, str, list[str]]] = (),
) -> Intake:
    """An intake from rows by table; what a row does not name is empty.

    A row of `people` may have a `key` and `repairs` beside the columns of the schema.
    """
    people = rows.get("people", ())
    repairs = [*repairs, *(repair for row in people for repair in row.get("repairs", ()))]
    return Intake(
        **{table: _frame(table, rows.get(table, ())) for table in COLUMNS},
        left_out=_typed(left_out, _LEFT_OUT),
        counts=_typed(counts, _COUNTS),
        skipped=_typed(skipped, _SKIPPED),
        repairs=_typed(map(_shown, repairs), _REPAIRS),
        keys=pd.Series([row.get("key", "") for row in people], dtype="str"),
        proposal=_typed(proposal, _PROPOSAL),
    )


def _shown(repair: Sequence[Any]) -> tuple[Any, ...]:
    """A repair as it may be shown: what was damaged holds any sign."""
    file, row, column_, before, after = repair
    return file, row, column_, *(shortened(line(text), _REPAIR_LIMIT) for text in (before, after))


def _typed(rows: Iterable[Sequence[Any]], dtypes: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(dtypes)).astype(dtypes)


def _frame(table: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    found = {name: _series(column(table, name), rows) for name in COLUMNS[table]}
    return pd.DataFrame(found, index=pd.RangeIndex(len(rows)))


def _series(column: Column, rows: Sequence[Mapping[str, Any]]) -> pd.Series:
    name = column.name
    if column.kind in ("line", "text"):
        return pd.Series([row.get(name, "") for row in rows], dtype="str")
    if column.kind == "choice":
        codes = [str(code) for code in column.choices]
        cells = [row.get(name) for row in rows]
        return pd.Series(pd.Categorical(cells, categories=codes, ordered=True))
    if column.kind == "lines":
        return pd.Series([row.get(name, []) for row in rows], dtype="object")
    if column.kind == "integer":
        return pd.Series([row[name] for row in rows], dtype="Int64")
    return pd.Series([row.get(name) for row in rows], dtype="object")
