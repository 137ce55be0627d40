"""One connection to a book: transactions that remember what they undo, rows in and out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from shabakati.errors import BookFileError, InvalidRow, NotThere, Problem
from shabakati.schema import ME, TABLES, Column, columns
from shabakati.storage import file, history
from shabakati.storage.rows import StoredRow, blank, decode, encode, insert, names, quote, select
from shabakati.storage.soundness import check_rows
from shabakati.storage.validation import referenced


class Store:
    """The tables of one book, written only inside `transaction`."""

    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        self._db: sqlite3.Connection | None = db
        self._name = name
        self._recorder: history.Recorder | None = None
        self._seen = -1
        self._versions: dict[str, int] = {}
        self.stale()

    @property
    def db(self) -> sqlite3.Connection:
        """The open connection; raises `BookFileError` once the book is closed."""
        if self._db is None:
            raise BookFileError("book.closed")
        return self._db

    @property
    def writing(self) -> bool:
        """Whether a transaction is under way."""
        return self._recorder is not None

    @property
    def touched(self) -> history.Touched:
        """The rows that the transaction under way has written, by table."""
        return self._recorder.touched if self._recorder else {}

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def stale(self) -> set[str]:
        """Tables that another connection has changed since this was last asked."""
        with self._errors():
            seen = self.db.execute("PRAGMA data_version").fetchone()[0]
            if seen == self._seen:
                return set()
            versions = dict(self.db.execute("SELECT name, n FROM versions"))
        self._seen = seen
        changed = {name for name, n in versions.items() if self._versions.get(name, 0) != n}
        self._versions = versions
        return changed

    @contextmanager
    def transaction(self) -> Iterator[set[str]]:
        """Hold the file alone; on disk when it ends without an error, undone when with one.

        Yields the tables that others had changed before; after an error they are stale again.
        """
        if self.db.in_transaction:
            raise RuntimeError(
                "a transaction is under way: undo and redo stand outside of a change"
            )
        known = dict(self._versions)
        with self._errors():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.stale()
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                self._seen, self._versions = -1, known
                raise

    @contextmanager
    def step(self, label: str, undoable: bool = True) -> Iterator[history.Touched]:
        """Inside a transaction: what is written from here on is undone together, or never."""
        recorder = history.Recorder if undoable else history.Unrecorded
        self._recorder = recorder(self.db, label)
        try:
            yield self._recorder.touched
            self.bump(self._recorder.touched)
        finally:
            self._recorder = None

    def changes(self) -> int:
        """How often tables were changed: it only grows, by undoing too."""
        with self._errors():
            found = self.db.execute("SELECT coalesce(sum(n), 0) FROM versions").fetchone()
        return int(found[0])

    def bump(self, tables: Iterable[str]) -> None:
        """Let other connections see that these tables have changed."""
        for name in tables:
            n = self._versions.get(name, 0) + 1
            self.db.execute("INSERT OR REPLACE INTO versions (name, n) VALUES (?, ?)", (name, n))
            self._versions[name] = n

    def rows(self, table: str, ids: Iterable[int] | None = None) -> list[StoredRow]:
        """Stored rows, all or those of the ids; raises `NotThere` if one is missing."""
        if ids is None:
            with self._errors():
                return select(self.db, table)
        wanted = list(dict.fromkeys(ids))
        found = self.existing(table, wanted)
        if len(found) < len(wanted):
            missing = sorted(set(wanted) - {row[0] for row in found})
            raise NotThere("no_row", got=str(missing[0]), table=table)
        return found

    def existing(self, table: str, ids: Iterable[int]) -> list[StoredRow]:
        """Stored rows of those of the ids that are there."""
        with self._errors():
            return select(self.db, table, ids)

    def last_step(self, undone: bool) -> int | None:
        """The step that undo (of the done ones) or redo (of the undone ones) would take next."""
        with self._errors():
            return history.last_step(self.db, undone)

    def swap(self, step: int, undo: bool) -> history.Touched:
        """Take a step back, or make it again, inside a transaction; returns the rows it touched."""
        touched = history.swap(self.db, step, undo)
        for table, ids in touched.items():
            check_rows(self.db, table, ids, self._name)
        self.bump(touched)
        return touched

    def dump(self) -> bytes:
        """The whole book as the bytes of a file."""
        with self._errors():
            return file.dump(self.db)

    def insert(self, table: str, rows: list[dict[str, Any]]) -> list[int]:
        """Write new accepted rows and return their ids, never used before in this book."""
        self.check_references(table, rows)
        last = self.db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        first = (last.fetchone() or (0,))[0] + 1
        ids = list(range(first, first + len(rows)))
        self._recording.added(table, ids)
        insert(self.db, table, (blank(table) | encode(table, row) for row in rows), ids)
        return ids

    def check_references(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Raise `InvalidRow` if a row points to one that is not there."""
        for (column, other), ids in referenced(table, rows).items():
            missing = self.db.execute(
                f"SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM {other})",
                (json.dumps(sorted(ids - {ME})),),
            ).fetchone()
            if missing:
                raise InvalidRow(table, [Problem(column, "nobody", {"got": str(missing[0])})])

    def copy(self, table: str, rows: list[StoredRow]) -> None:
        """Write stored rows of another book under the ids that they had there."""
        ids = [row[0] for row in rows]
        self._recording.added(table, ids)
        insert(self.db, table, (dict(zip(names(table), row[1:], strict=True)) for row in rows), ids)

    def update(self, table: str, rows: list[StoredRow], part: dict[str, Any]) -> None:
        """Give stored rows these accepted values."""
        self.check_references(table, [part])
        self._recording.before(table, rows)
        cells = encode(table, part)
        sets = ", ".join(f"{quote(name)} = ?" for name in cells)
        self.db.execute(
            f"UPDATE {table} SET {sets} WHERE id IN (SELECT value FROM json_each(?))",
            (*cells.values(), _ids(rows)),
        )

    def update_each(self, table: str, rows: list[StoredRow], parts: list[dict[str, Any]]) -> None:
        """Give each stored row its own accepted values."""
        self.check_references(table, parts)
        self._recording.before(table, rows)
        alike: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        for row, part in zip(rows, parts, strict=True):
            cells = encode(table, part)
            alike.setdefault(tuple(cells), []).append((*cells.values(), row[0]))
        for wanted, values in alike.items():
            sets = ", ".join(f"{quote(name)} = ?" for name in wanted)
            self.db.executemany(f"UPDATE {table} SET {sets} WHERE id = ?", values)

    def delete(self, table: str, rows: list[StoredRow]) -> None:
        """Remove stored rows; what points to them goes too or forgets them, as the schema says."""
        gone = {row[0] for row in rows}
        for other in TABLES:
            for column in columns(other):
                if column.reference and column.reference.table == table:
                    pointing = self.pointing(other, column, gone)
                    if column.reference.on_remove == "cascade":
                        self.delete(other, pointing)
                    else:
                        self._unset(other, column.name, column.kind, pointing, gone)
        self._recording.before(table, rows)
        self.db.execute(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (_ids(rows),)
        )

    def pointing(self, table: str, column: Column, ids: set[int]) -> list[StoredRow]:
        """Stored rows that hold one of the ids in this column."""
        name, wanted = quote(column.name), json.dumps(sorted(ids))
        holds = f"{name} IN (SELECT value FROM json_each(:ids))"
        if column.kind == "ids":
            holds = (
                f"EXISTS (SELECT 1 FROM json_each({name}) AS held"
                " WHERE held.value IN (SELECT value FROM json_each(:ids)))"
            )
        found = self.db.execute(f"SELECT id FROM {table} WHERE {holds}", {"ids": wanted})
        return self.existing(table, [row[0] for row in found.fetchall()])

    def tie_between(self, a: int, b: int) -> int | None:
        """The id of the tie of two people (`a` < `b`), if they have one."""
        found = self.db.execute("SELECT id FROM ties WHERE a = ? AND b = ?", (a, b)).fetchone()
        return found[0] if found else None

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Whatever SQLite says, as one of our errors."""
        try:
            yield
        except sqlite3.Error as error:
            raise file.translated(error, self._name) from error

    @property
    def _recording(self) -> history.Recorder:
        if self._recorder is None:
            raise RuntimeError("rows are written inside a step only")
        return self._recorder

    def _unset(
        self, table: str, column: str, kind: str, rows: list[StoredRow], gone: set[int]
    ) -> None:
        if kind != "ids":
            if rows:
                self.update(table, rows, {column: None})
            return
        for row in rows:
            left = [id_ for id_ in decode(table, row[1:])[column] if id_ not in gone]
            self.update(table, [row], {column: left})


def _ids(rows: Iterable[StoredRow]) -> str:
    return json.dumps([row[0] for row in rows])
