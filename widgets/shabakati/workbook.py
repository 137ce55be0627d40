"""The workbook: the one thing with state. Eleven tables in one file, every change undoable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import numpy as np

from shabakati.errors import BookFileError, InvalidRow, NotThere, Problem
from shabakati.schema import TABLES
from shabakati.storage import file
from shabakati.storage.merge import merge_people
from shabakati.storage.rows import StoredRow, decode, stored
from shabakati.storage.store import Store
from shabakati.storage.tables import Tables
from shabakati.storage.validation import accepted, accepted_part, check_table

Ids = int | Iterable[int]
_LAST_ID = 2**53  # beyond it, a browser counts no more


class Workbook(Tables):
    """A person's network.

    The tables are `people ties exchanges events goals actions profile answers gains
    snapshots sources`; each is a
    frame with index `id`, replaced (never altered) when it changes. `book.observe(handler,
    names=["people"])` calls the handler after each change of that table, with `change.old` and
    `change.new`; a change is on disk before anybody is told of it.
    """

    def __init__(self, store: Store, path: Path | None = None) -> None:
        super().__init__(store)
        self.path = path

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open the book in this file, made if absent; raises `BookFileError`."""
        path = Path(path)
        return cls(Store(file.connect(path), path.name), path)

    @classmethod
    def in_memory(cls) -> Self:
        """A new book that is nowhere but in memory."""
        return cls(Store(file.connect(None), ""))

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "") -> Self:
        """A book in memory from what `to_bytes` gave; a `BookFileError` names the file."""
        return cls(Store(file.load(data, name), name))

    @classmethod
    def from_rows(cls, tables: Mapping[str, Iterable[Mapping[str, Any]]], name: str = "") -> Self:
        """A book in memory that holds these rows, each with its `id`, as `rows` gave them.

        Raises
        ------
        InvalidRow : the schema does not accept a row, or it points to one that is not there.
        BookFileError : a row has no id of its own; it names the file.
        """
        book = cls.in_memory()
        with book.together("open"):
            taken = {
                table: book._take(table, list(tables.get(table, ())), name) for table in TABLES
            }
            for table, rows in taken.items():
                book._store.check_references(table, rows)
        return book

    def rows(self, table: str) -> list[dict[str, Any]]:
        """All rows of a table as dictionaries, each with its `id`."""
        check_table(table)
        return [{"id": row[0], **decode(table, row[1:])} for row in self._store.rows(table)]

    def to_bytes(self) -> bytes:
        """The whole book, its history too, as the bytes of a file."""
        return self._store.dump()

    def save_as(self, path: str | Path) -> None:
        """Write a copy of the whole book; it appears only when it is complete."""
        file.write_whole(self.to_bytes(), Path(path))

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def row(self, table: str, id: int) -> dict[str, Any]:
        """One row as a dictionary, without its id; raises `NotThere`."""
        check_table(table)
        (found,) = self._store.rows(table, [id])
        return decode(table, found[1:])

    def add(self, table: str, **values: Any) -> int:
        """Add a row and return its id; raises `InvalidRow` with every problem at once."""
        return self.add_all(table, [values])[0]

    def add_all(self, table: str, rows: Iterable[dict[str, Any]]) -> list[int]:
        """Add many rows as one change and return their ids; one that is not accepted stops all."""
        check_table(table)
        if table == "profile":
            raise NotThere("profile_stays")
        checked = [accepted(table, row) for row in rows]
        with self.together("add"):
            if table == "ties":
                self._check_new_ties([(row["a"], row["b"]) for row in checked])
            return self._store.insert(table, checked) if checked else []

    def change(self, table: str, ids: Ids, **values: Any) -> None:
        """Give one row, or several, these values; what is not named stays as it is."""
        check_table(table)
        with self.together("change"):
            rows = self._store.rows(table, _listed(ids))
            if table == "ties":
                for row in rows:
                    self._change_tie(row, values)
            elif rows and values:
                # Columns do not depend on one another: what fits one row fits all.
                part = accepted_part(table, values, decode(table, rows[0][1:]))
                self._store.update(table, rows, part)

    def change_all(self, table: str, changes: Mapping[int, dict[str, Any]]) -> None:
        """Give each of the rows, by id, its own values, as one change."""
        check_table(table)
        with self.together("change"):
            rows = self._store.rows(table, _listed(changes))
            if table == "ties":
                for row in rows:
                    self._change_tie(row, changes[row[0]])
            elif rows:
                # Columns do not depend on one another: what fits one row fits all.
                first = decode(table, rows[0][1:])
                parts = [accepted_part(table, changes[row[0]], first) for row in rows]
                self._store.update_each(table, rows, parts)

    def remove(self, table: str, ids: Ids) -> None:
        """Remove one row, or several, and what cannot be without them (a person's ties, …)."""
        check_table(table)
        if table == "profile":
            raise NotThere("profile_stays")
        with self.together("remove"):
            self._store.delete(table, self._store.rows(table, _listed(ids)))

    def merge(self, keep: int, gone: int, **values: Any) -> None:
        """Make two rows of one person one: `keep` stays, with what `gone` had besides.

        Lists are united, empty cells filled, ties, exchanges, events and introductions moved;
        `values` settle what the two say differently.
        """
        with self.together("merge"):
            merge_people(self._store, [(int(keep), int(gone))], values)

    def merge_all(self, merges: Iterable[tuple[int, int]]) -> int:
        """Make many people one as `merge` does, one after the other, as one change.

        Each of `merges` is `(keep, gone)`; who is gone already is whom they became. Two that say
        more than one row can hold stay two. Returns how many people are gone.
        """
        with self.together("merge"):
            pairs = [(int(keep), int(gone)) for keep, gone in merges]
            return merge_people(self._store, pairs)

    def restore(self, other: Workbook) -> None:
        """Hold what another book holds, instead of what is here, as one change."""
        profile = other.row("profile", 1)
        theirs = {table: other._store.rows(table) for table in TABLES if table != "profile"}
        with self.together("restore"):
            self._store.update("profile", self._store.rows("profile"), profile)
            for table in reversed(theirs):
                self._store.delete(table, self._store.rows(table))
            for table, rows in theirs.items():
                self._store.copy(table, rows)

    def become(self, other: Workbook) -> None:
        """Be another book of memory from here on, its history too; `other` is used up.

        Who follows this book follows that one now; what was here before is let go of.
        """
        before, self._store = self._store, other._store
        with self._telling() as changed:
            self._forget(TABLES)
            self._unseen.clear()
            filled = {table for table in TABLES if before.rows(table) or self._store.rows(table)}
            changed |= filled  # the profile always is: whoever asks for the history is told too
        before.close()

    def keep_snapshot(self, **measures: Any) -> None:
        """Keep a day's measures, instead of those kept of the same day; no step of the undo."""
        kept = accepted("snapshots", measures)
        with self._changing("snapshot", undoable=False):
            days = self._store.rows("snapshots")
            same = [row for row in days if decode("snapshots", row[1:])["on"] == kept["on"]]
            if len(same) > 1:  # an undone restoring brings back a day that was kept again since
                self._store.delete("snapshots", same[1:])
            if same and decode("snapshots", same[0][1:]) != kept:
                self._store.update("snapshots", same[:1], kept)
            elif not same:
                self._store.insert("snapshots", [kept])

    @contextmanager
    def together(self, label: str) -> Iterator[None]:
        """Make all changes inside one change: one undo, one notice, all of them or none."""
        if self._store.writing:
            yield
            return
        with self._changing(label):
            yield

    def undo(self) -> bool:
        """Take the last change back; False when there is none left."""
        return self._swap(undo=True)

    def redo(self) -> bool:
        """Make the change again that was last taken back; False when there is none."""
        return self._swap(undo=False)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._store.last_step(undone=False) is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return self._store.last_step(undone=True) is not None

    @property
    def changes(self) -> int:
        """How often the tables were changed; it only grows, by undoing too."""
        return self._store.changes()

    @contextmanager
    def _changing(self, label: str, undoable: bool = True) -> Iterator[None]:
        with self._telling() as changed, self._store.transaction() as stale:
            self._forget(stale)
            with self._store.step(label, undoable) as touched:
                yield
            self._note(touched)
            changed |= stale | set(touched)

    def _swap(self, undo: bool) -> bool:
        with self._telling() as changed, self._store.transaction() as stale:
            self._forget(stale)
            step = self._store.last_step(undone=not undo)
            touched = self._store.swap(step, undo) if step is not None else {}
            self._note(touched)
            changed |= stale | set(touched)
        return step is not None

    def _take(self, table: str, rows: list[Mapping[str, Any]], name: str) -> list[dict[str, Any]]:
        """Write rows of another book under the ids that they had there; returns their cells."""
        given = [row.get("id") for row in rows]
        ids = [id_ for id_ in given if type(id_) is int and 0 < id_ < _LAST_ID]
        if len(set(ids)) < len(given):
            raise BookFileError("book.damaged", name=name)
        cells = [accepted(table, {k: v for k, v in row.items() if k != "id"}) for row in rows]
        if table == "profile":
            for row in cells[:1]:
                self._store.update("profile", self._store.rows("profile"), row)
        elif cells:
            whole = zip(ids, cells, strict=True)
            self._store.copy(table, [stored(table, id_, row) for id_, row in whole])
        return cells

    def _change_tie(self, row: StoredRow, values: dict[str, Any]) -> None:
        part = accepted_part("ties", values, decode("ties", row[1:]))
        a, b = part.get("a") or row[1], part.get("b") or row[2]
        if (a, b) != (row[1], row[2]):
            self._check_new_ties([(a, b)])
        self._store.update("ties", [row], part)

    def _check_new_ties(self, pairs: list[tuple[int, int]]) -> None:
        if len(set(pairs)) < len(pairs) or any(self._store.tie_between(a, b) for a, b in pairs):
            raise InvalidRow("ties", [Problem("b", "tie_exists")])


def _listed(ids: Ids) -> list[int]:
    # Ids that come out of a frame are numpy's integers, which SQLite would store as bytes.
    return [int(ids)] if isinstance(ids, (int, np.integer)) else [int(id_) for id_ in ids]
