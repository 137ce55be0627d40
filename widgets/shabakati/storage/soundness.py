"""Whether a file that SQLite can read holds a book: its tables, and cells of the schema's kinds.

A book may come from anybody. What is not as we write it is refused before a row of it is read,
so that no trigger of a stranger runs and no room meets a cell that it does not expect.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable

from shabakati.errors import BookFileError
from shabakati.schema import TABLES, Column, columns
from shabakati.storage.rows import empty, quote

# A trigger, a view and a virtual table do something of their own when a row is read or written.
_PLAIN = re.compile(r"CREATE (TABLE|(UNIQUE )?INDEX) ")
_LARGEST_ID = 2**53  # JavaScript and JSON count no further

_TABLE_NAMES = ", ".join(f"'{table}'" for table in TABLES)
_MACHINERY = {
    "versions": "typeof(name) = 'text' AND typeof(n) = 'integer'",
    "steps": "typeof(label) = 'text' AND undone IN (0, 1)",
    # Numbers that JSON has and SQLite has not come out of `json_each` as reals.
    "entries": f"typeof(step) = 'integer' AND row BETWEEN 1 AND {_LARGEST_ID}"
    f" AND typeof(row) = 'integer' AND name IN ({_TABLE_NAMES}) AND (other IS NULL OR"
    " iif(json_valid(other), json_type(other) = 'object' AND NOT EXISTS (SELECT 1 FROM"
    " json_each(other) WHERE type IN ('array', 'object')"
    " OR type = 'integer' AND typeof(value) <> 'integer'), 0))",
    "sqlite_sequence": f"typeof(seq) = 'integer' AND seq BETWEEN 0 AND {_LARGEST_ID}",
}


def check_book(db: sqlite3.Connection, name: str, complete: bool) -> None:
    """Raise `BookFileError` unless the file is a book.

    `complete` is whether all tables and columns must be there, as in a file of this version;
    an older one may lack some.
    """
    written = [row[0] for row in db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    _require(all(isinstance(sql, str) and _PLAIN.match(sql) for sql in written), name)
    there = {row[1] for row in db.execute("PRAGMA main.table_list") if row[2] == "table"}
    for table in TABLES:
        if table in there:
            present = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            wanted = [column for column in columns(table) if column.name in present]
            _require("id" in present, name)
            _require(not complete or len(wanted) == len(columns(table)), name)
            _check_cells(db, table, wanted, name)
    for table, sound in _MACHINERY.items():
        if table in there:
            _require(_all_are(db, table, sound), name)
    if "entries" in there:
        _require(_no_broken_letters(db, "entries", "other"), name)
    if complete:
        _require({*TABLES, *_MACHINERY} <= there, name)
        _require(_one_profile(db), name)


def check_rows(db: sqlite3.Connection, table: str, ids: Iterable[int], name: str) -> None:
    """Raise `BookFileError` unless these rows are as the schema says."""
    these = f"id IN (SELECT value FROM json_each('{json.dumps(list(ids))}'))"
    _require(_all_are(db, table, _sound(columns(table)), these), name)
    _require(table != "profile" or _one_profile(db), name)


def _check_cells(db: sqlite3.Connection, table: str, wanted: Iterable[Column], name: str) -> None:
    wanted = list(wanted)
    ids = f"typeof(id) = 'integer' AND id BETWEEN 1 AND {_LARGEST_ID}"
    _require(_all_are(db, table, f"{ids} AND {_sound(wanted)}"), name)
    # Letters that are none are found when the text is fetched; in lists they hide as escapes.
    cells = ", ".join(["id", *(quote(column.name) for column in wanted)])
    for _ in db.execute(f"SELECT {cells} FROM {table}"):
        pass
    for column in wanted:
        if column.kind == "lines":
            _require(_no_broken_letters(db, table, quote(column.name)), name)
    # A new row takes the id after the last one that was given.
    given = f"coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = '{table}'), 0)"
    _require(_all_are(db, table, f"id <= {given}"), name)


def _no_broken_letters(db: sqlite3.Connection, table: str, cell: str) -> bool:
    r"""Whether JSON cells spell no half of a surrogate pair, such as `\ud800`."""
    escaped = db.execute(f"SELECT {cell} FROM {table} WHERE instr(lower({cell}), '\\ud')")
    try:
        for (text,) in escaped:
            json.dumps(json.loads(text), ensure_ascii=False).encode()
    except ValueError:
        return False
    return True


def _one_profile(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT id FROM profile").fetchall() == [(1,)]


def _sound(wanted: Iterable[Column]) -> str:
    return " AND ".join(["TRUE", *(_sound_cell(column) for column in wanted)])


def _sound_cell(column: Column) -> str:
    """SQL that is true of a cell that we could have written."""
    cell = quote(column.name)
    if column.kind in ("line", "text"):
        return f"typeof({cell}) = 'text'"
    if column.kind in ("lines", "choices", "ids"):
        entry = "type = 'text'"
        if column.kind == "ids":
            entry = f"typeof(value) = 'integer' AND value BETWEEN 1 AND {_LARGEST_ID}"
        if column.kind == "choices":
            entry += f" AND value IN ({_codes(column)})"
        return (
            f"iif({cell} = '[]', 1, iif(json_valid({cell}), json_type({cell}) = 'array'"
            f" AND NOT EXISTS (SELECT 1 FROM json_each({cell}) WHERE NOT ({entry})), 0))"
        )
    sound = {
        "choice": f"{cell} IN ({_codes(column)})",
        "integer": f"typeof({cell}) = 'integer' AND abs({cell}) <= {_LARGEST_ID}",
        "number": f"typeof({cell}) IN ('integer', 'real') AND abs({cell}) < 1e300",
        # SQLite knows a year 0, Python does not; a day that is counted is one of the calendar.
        "date": f"typeof({cell}) = 'text' AND date({cell}, '+0 days') = {cell}"
        f" AND {cell} >= '0001-01-01'",
    }[column.kind]
    if column.required or empty(column) is not None:
        return f"({sound})"
    return f"({cell} IS NULL OR ({sound}))"


def _codes(column: Column) -> str:
    return ", ".join(f"'{code}'" if column.vocabulary else str(code) for code in column.choices)


def _all_are(db: sqlite3.Connection, table: str, sound: str, which: str = "TRUE") -> bool:
    query = f"SELECT 1 FROM {table} WHERE {which} AND ({sound}) IS NOT TRUE LIMIT 1"
    return db.execute(query).fetchone() is None


def _require(sound: bool, name: str) -> None:
    if not sound:
        raise BookFileError("book.damaged", name=name)
