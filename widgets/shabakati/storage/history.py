"""Undo and redo: a step is what one change did; each entry holds the other state of one row.

To undo or redo a step is the same act: every entry changes places with its row.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from shabakati.storage.rows import StoredRow, blank, insert, names, select

KEPT_STEPS = 200

Touched = dict[str, set[int]]  # rows by table


class Recorder:
    """Collects what one change does; its first entry opens the step."""

    def __init__(self, db: sqlite3.Connection, label: str) -> None:
        self.touched: Touched = {}
        self._db = db
        self._label = label
        self._step: int | None = None

    def added(self, table: str, ids: Iterable[int]) -> None:
        """Rows that were not there before."""
        self._record(table, [(id_, None) for id_ in ids])

    def before(self, table: str, rows: Iterable[StoredRow]) -> None:
        """Rows, each `(id, columns…)`, as they stood before they are changed or removed."""
        self._record(table, [(row[0], _state(table, row)) for row in rows])

    def _record(self, table: str, found: list[tuple[int, str | None]]) -> None:
        if not found:
            return
        if self._step is None:
            self._step = _open_step(self._db, self._label)
        self._db.executemany(
            "INSERT INTO entries (step, name, row, other) VALUES (?, ?, ?, ?)",
            ((self._step, table, row, other) for row, other in found),
        )
        self.touched.setdefault(table, set()).update(row for row, _ in found)


class Unrecorded(Recorder):
    """Knows which rows are written, and leaves what can be undone as it is."""

    def _record(self, table: str, found: list[tuple[int, str | None]]) -> None:
        self.touched.setdefault(table, set()).update(row for row, _ in found)


def last_step(db: sqlite3.Connection, undone: bool) -> int | None:
    """The step that undo (of the done ones) or redo (of the undone ones) would take next."""
    which = "MIN" if undone else "MAX"
    row = db.execute(f"SELECT {which}(id) FROM steps WHERE undone = ?", (undone,)).fetchone()
    return row[0]


def swap(db: sqlite3.Connection, step: int, undo: bool) -> Touched:
    """Let every entry of a step change places with its row; returns the rows it touched."""
    touched: Touched = {}
    order = "DESC" if undo else "ASC"
    entries = db.execute(
        f"SELECT id, name, row, other FROM entries WHERE step = ? ORDER BY id {order}", (step,)
    ).fetchall()
    for entry, table, row, other in entries:
        now = select(db, table, [row])
        state = _state(table, now[0]) if now else None
        db.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        if other is not None:
            insert(db, table, [blank(table) | json.loads(other)], [row])
        db.execute("UPDATE entries SET other = ? WHERE id = ?", (state, entry))
        touched.setdefault(table, set()).add(row)
    db.execute("UPDATE steps SET undone = ? WHERE id = ?", (undo, step))
    return touched


def _state(table: str, row: StoredRow) -> str:
    return json.dumps(dict(zip(names(table), row[1:], strict=True)), ensure_ascii=False)


def _open_step(db: sqlite3.Connection, label: str) -> int:
    """Begin a step: what had been undone can no longer be redone, the oldest steps go."""
    db.execute("DELETE FROM entries WHERE step IN (SELECT id FROM steps WHERE undone)")
    db.execute("DELETE FROM steps WHERE undone")
    step = db.execute("INSERT INTO steps (label) VALUES (?)", (label,)).lastrowid
    assert step is not None
    oldest = "SELECT id FROM steps ORDER BY id DESC LIMIT -1 OFFSET ?"
    db.execute(f"DELETE FROM entries WHERE step IN ({oldest})", (KEPT_STEPS,))
    db.execute(f"DELETE FROM steps WHERE id IN ({oldest})", (KEPT_STEPS,))
    return step
