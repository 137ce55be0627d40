"""A chart that follows the book."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets as widgets

from shabakati.charts import ChartView
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.language import say
from shabakati.schema import TABLES
from shabakati.workbook import Workbook

CALM = 2.0  # s; changes that follow each other faster are one flurry


class Live(Following):
    """`draw(book)` as a chart, drawn again when one of the tables has changed.

    However many of the tables one change touches, the chart is drawn once; while one change
    follows another, as when somebody sorts by keys, it waits for a pause, since to draw may take
    longer than to answer. While `draw` returns None, a sentence says what will stand here. `view`
    is the `ChartView`.
    """

    def __init__(
        self, book: Workbook, tables: Iterable[str], draw: Callable[[Workbook], Any], empty: str
    ) -> None:
        self.book = book
        self.tables = list(tables)
        unknown = set(self.tables) - set(TABLES)
        if unknown or not self.tables:
            raise ValueError(f"tables must be some of {tuple(TABLES)}, got {self.tables}")
        self._draw_chart = draw
        self._waiting: asyncio.TimerHandle | None = None
        self._last = -math.inf
        self.view: ChartView | None = None
        self._opened: Callable[[int], Any] | None = None
        self.note = Note()
        self._empty = empty
        super().__init__([])
        self._draw()
        self.follow(book, self._changed, self.tables)

    def on_click(self, act: Callable[[int], Any]) -> None:
        """Call `act(id)` when a person in the chart is clicked."""
        self._opened = act
        if self.view is not None:
            self.view.on_click(act)

    def _changed(self, _change: Any) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around us: nothing to wait for
            self._draw()
            return
        now = loop.time()
        often = now - self._last < CALM
        self._last = now
        if self._waiting is None:
            self._waiting = loop.call_later(CALM if often else 0, self._draw)
        elif often and self._waiting.when() > now:
            self._waiting.cancel()
            self._waiting = loop.call_later(CALM, self._draw)

    def _draw(self) -> None:
        self._waiting = None
        if not self._followed and self.view is not None:
            return  # closed meanwhile
        chart = self._draw_chart(self.book)
        if chart is None:
            self.note.say(self._empty)
            self.children = (self.note,)
            return
        if self.view is None:
            self.view = ChartView(chart)
            if self._opened is not None:
                self.view.on_click(self._opened)
        else:
            self.view.chart = chart
        self.children = (self.view,)


def live(
    book: Workbook,
    tables: Iterable[str],
    draw: Callable[[Workbook], Any],
    empty: str | None = None,
    on_click: Callable[[int], Any] | None = None,
) -> widgets.VBox:
    """A chart that is drawn again whenever one of the book's `tables` changes.

    Parameters
    ----------
    tables : names of tables, such as `["people", "ties"]`.
    draw : makes the chart of the book, or None while there is nothing to show.
    empty : what stands in its place then.
    on_click : gets the id of a person who is clicked.
    """
    chart = Live(book, tables, draw, empty or say("forms.live.empty"))
    if on_click is not None:
        chart.on_click(on_click)
    return root(chart)
