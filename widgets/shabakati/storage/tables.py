"""The tables of a book as frames, and whoever wants to know when they change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd
from traitlets import All, Bunch, HasTraits

from shabakati.schema import TABLES
from shabakati.storage import history
from shabakati.storage.frames import frame, patched
from shabakati.storage.store import Store

_PATCHED_ROWS = 2_000  # more rows than that are read anew as a whole table


class Tables(HasTraits):
    """Each table is a frame with index `id`, replaced (never altered) when it changes."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._frames: dict[str, pd.DataFrame] = {}
        self._unseen: history.Touched = {}  # rows that the frames do not show yet
        self._observed = False

    @property
    def people(self) -> pd.DataFrame:
        """One row a person; `group` follows from `relation`."""
        return self._frame("people")

    @property
    def ties(self) -> pd.DataFrame:
        """One row a pair (`a` < `b`) who know each other."""
        return self._frame("ties")

    @property
    def exchanges(self) -> pd.DataFrame:
        """One row a touch between you and a person."""
        return self._frame("exchanges")

    @property
    def events(self) -> pd.DataFrame:
        """One row an event."""
        return self._frame("events")

    @property
    def goals(self) -> pd.DataFrame:
        """One row a goal."""
        return self._frame("goals")

    @property
    def actions(self) -> pd.DataFrame:
        """One row a thing to do."""
        return self._frame("actions")

    @property
    def profile(self) -> pd.DataFrame:
        """You: always one row, id 1."""
        return self._frame("profile")

    @property
    def answers(self) -> pd.DataFrame:
        """One row an answer to a question of a step."""
        return self._frame("answers")

    @property
    def gains(self) -> pd.DataFrame:
        """One row an advantage that was felt."""
        return self._frame("gains")

    @property
    def snapshots(self) -> pd.DataFrame:
        """One row a day: the measures as it left them."""
        return self._frame("snapshots")

    @property
    def sources(self) -> pd.DataFrame:
        """One row what one source last said of one person."""
        return self._frame("sources")

    def refresh(self) -> None:
        """See what other processes wrote to the file, and tell the observers."""
        stale = set() if self._store.writing else self._store.stale()
        if stale:
            with self._telling() as changed:
                self._forget(stale)
                changed |= stale

    def observe(self, handler: Any, names: Any = All, type: Any = "change") -> None:
        """Call `handler(change)` after each change of the named tables."""
        self._observed = True
        super().observe(handler, names, type)

    @contextmanager
    def _telling(self) -> Iterator[set[str]]:
        """Tell the observers of the tables named inside; after an error, all is as before."""
        frames = dict(self._frames)
        unseen = {table: set(rows) for table, rows in self._unseen.items()}
        changed: set[str] = set()
        try:
            yield changed
        except BaseException:
            self._frames, self._unseen = frames, unseen
            raise
        # Without observers no frame is made: a loop of changes does not pay for them.
        for name in (table for table in TABLES if table in changed and self._observed):
            old, new = frames.get(name), self._frame(name)
            self.notify_change(Bunch(name=name, old=old, new=new, owner=self, type="change"))

    def _forget(self, tables: Iterable[str]) -> None:
        for table in tables:
            self._frames.pop(table, None)

    def _note(self, touched: history.Touched) -> None:
        for table, rows in touched.items():
            self._unseen.setdefault(table, set()).update(rows)

    def _frame(self, table: str) -> pd.DataFrame:
        self.refresh()
        unseen = self._unseen.pop(table, set()) | self._store.touched.get(table, set())
        known = self._frames.get(table)
        if known is None or len(unseen) > _PATCHED_ROWS:
            self._frames[table] = frame(table, self._store.rows(table))
        elif unseen:
            self._frames[table] = patched(table, known, self._store.existing(table, unseen), unseen)
        return self._frames[table]
