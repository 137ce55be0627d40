"""What is suggested in a book, looked for once for all forms that show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd

from shabakati.forms.newest import Newest
from shabakati.people.declining import declined, still_open
from shabakati.people.suggest import suggest
from shabakati.workbook import Workbook

QUICK = 2_000  # people; suggestions for so many take about 0.1 s
PAUSE = 0.05  # s without a change before they are looked for anew
_READ = ["people", "profile", "exchanges"]
_of: WeakKeyDictionary[Workbook, Suggested] = WeakKeyDictionary()


class Suggested:
    """The suggestions of a book that are open: their cell is empty, and they were not declined.

    Who listens is told at once when something was said, and again when new ones are found.
    `newest` looks for them while the page answers.
    """

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.newest = Newest(self._read, suggest, self._see)
        self._listeners: list[Callable[[], Any]] = []
        self._found = suggest(book.people.head(0), book.profile, book.exchanges.head(0))
        self._open: pd.DataFrame | None = None

    @property
    def suggestions(self) -> pd.DataFrame:
        """As `suggest` gives them, without those that are declined or said by now."""
        if self._open is None:
            self._open = still_open(self._found, self.book.people, declined(self.book))
        return self._open

    def listen(self, act: Callable[[], Any]) -> None:
        """Call `act()` whenever the suggestions may be others, until `leave`."""
        if not self._listeners:
            _of[self.book] = self
            self.newest = Newest(self._read, suggest, self._see)
            self.book.observe(self._changed, names=_READ)
            self.book.observe(self._declined, names=["answers"])
            self._look(at_once=True)
        self._listeners.append(act)

    def leave(self, act: Callable[[], Any]) -> None:
        """Tell `act` nothing more; the last one who leaves ends the looking."""
        if act not in self._listeners:
            return
        self._listeners.remove(act)
        if not self._listeners:
            self.book.unobserve(self._changed, names=_READ)
            self.book.unobserve(self._declined, names=["answers"])
            self.newest.close()
            _of.pop(self.book, None)

    def _changed(self, _change: Any) -> None:
        self._look(at_once=False)
        self._tell()

    def _declined(self, _change: Any) -> None:
        self._tell()

    def _tell(self) -> None:
        self._open = None
        for act in tuple(self._listeners):
            act()

    def _look(self, at_once: bool) -> None:
        """Look for suggestions, aside unless it is quick and asked for."""
        self.newest.ask(0 if at_once and len(self.book.people) <= QUICK else PAUSE)

    def _see(self, found: pd.DataFrame) -> None:
        self._found = found
        self._tell()

    def _read(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        return self.book.people, self.book.profile, self.book.exchanges


def suggested_in(book: Workbook) -> Suggested:
    """The one that looks for this book's suggestions."""
    if book not in _of:
        _of[book] = Suggested(book)
    return _of[book]
