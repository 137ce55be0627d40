"""The book keeps its measures day by day, quietly, beside the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.newest import Newest
from shabakati.insight.snapshots import is_news, snapshot
from shabakati.workbook import Workbook

CALM = 5.0  # s without a change before a snapshot is taken
TABLES = ["people", "ties", "exchanges", "events", "actions"]


class Snapshots(Following):
    """Shows nothing. After changes have calmed down, the day's row is brought up to date."""

    def __init__(self, book: Workbook, today: Callable[[], dt.date] = dt.date.today) -> None:
        self.book, self.today = book, today
        self.newest = Newest(self._read, snapshot, self._keep)
        super().__init__([])
        self.layout.display = "none"
        self.follow(book, lambda _: self.newest.ask(CALM), TABLES)
        self.newest.ask(CALM)

    def close(self) -> None:
        """Take no snapshot any more."""
        self.newest.close()
        super().close()

    def _read(self) -> tuple[Any, ...]:
        return (*(getattr(self.book, table) for table in TABLES), self.today())

    def _keep(self, taken: dict[str, Any]) -> None:
        # A file that cannot be written just now says so where something is typed into it.
        with suppress(ShabakatiError):
            if is_news(taken, self.book.snapshots):
                self.book.keep_snapshot(**taken)
