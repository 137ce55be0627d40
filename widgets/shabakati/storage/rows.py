"""A row between Python and SQLite: lists and dates as text, codes as they are."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from shabakati.schema import Column, columns

StoredRow = tuple[Any, ...]  # id, then the cells in the schema's order

_SQL_TYPE = {"integer": "INTEGER", "number": "REAL"}
_LISTS = ("lines", "choices", "ids")


@cache
def names(table: str) -> tuple[str, ...]:
    """The columns' names, beside `id`."""
    return tuple(column.name for column in columns(table))


def sql_type(column: Column) -> str:
    """The SQLite type of a column; whole numbers to choose from are numbers too."""
    if column.kind == "choice" and column.vocabulary is None:
        return "INTEGER"
    return _SQL_TYPE.get(column.kind, "TEXT")


def empty(column: Column) -> Any:
    """What stands in a row that says nothing of the column, as SQLite holds it."""
    if column.kind in _LISTS:
        return "[]"
    return "" if column.kind in ("line", "text") else column.default


def blank(table: str) -> dict[str, Any]:
    """An encoded row in which nothing is said yet."""
    return {column.name: empty(column) for column in columns(table)}


def encode(table: str, values: dict[str, Any]) -> dict[str, Any]:
    """Accepted values as SQLite holds them."""
    kinds = {column.name: column.kind for column in columns(table)}
    return {name: _encode_cell(kinds[name], value) for name, value in values.items()}


def _encode_cell(kind: str, value: Any) -> Any:
    if kind in _LISTS:
        return json.dumps(value, ensure_ascii=False) if value else "[]"
    return value.isoformat() if isinstance(value, dt.date) else value


def decode_cell(kind: str, value: Any) -> Any:
    """A stored cell as Python has it."""
    if kind in _LISTS:
        return [] if value == "[]" else json.loads(value)
    if kind == "date" and value is not None:
        return dt.date.fromisoformat(value)
    return value


def decode(table: str, stored: Sequence[Any]) -> dict[str, Any]:
    """A stored row, its columns in the schema's order, as a dictionary."""
    return {
        column.name: decode_cell(column.kind, cell)
        for column, cell in zip(columns(table), stored, strict=True)
    }


def stored(table: str, id_: int, values: dict[str, Any]) -> StoredRow:
    """A whole accepted row as `select` would give it."""
    cells = encode(table, values)
    return (id_, *(cells[name] for name in names(table)))


def insert(
    db: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]], ids: Iterable[int]
) -> None:
    """Write whole encoded rows under the given ids."""
    wanted = ("id", *names(table))
    marks = ", ".join("?" * len(wanted))
    db.executemany(
        f"INSERT INTO {table} ({', '.join(map(quote, wanted))}) VALUES ({marks})",
        ((id_, *(row[name] for name in wanted[1:])) for id_, row in zip(ids, rows, strict=True)),
    )


def select(db: sqlite3.Connection, table: str, ids: Iterable[int] | None = None) -> list[StoredRow]:
    """Stored rows, each `(id, columns…)` in the schema's order; all, or those of the ids."""
    wanted = ", ".join(map(quote, ("id", *names(table))))
    if ids is None:
        return db.execute(f"SELECT {wanted} FROM {table} ORDER BY id").fetchall()
    return db.execute(
        f"SELECT {wanted} FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(ids)),),
    ).fetchall()


def quote(name: str) -> str:
    """A column's name as SQL takes it; `on` and `by` are words of SQL."""
    return f'"{name}"'
