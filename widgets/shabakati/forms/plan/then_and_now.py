"""The network then and now, in words and numbers, against the snapshots that the book keeps."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.table import TableView
from shabakati.insight.then_and_now import COMPARED
from shabakati.insight.then_and_now import then_and_now as compare
from shabakati.language import say, say_date
from shabakati.workbook import Workbook

WHOLE = ("people", "ties", "cells", "bridges", "exchanges", "events", "actions_done")
COLUMNS = ("measure", "then", "now", "change")


class ThenAndNow(Following):
    """A table of an earlier snapshot beside the last one; which one is chosen by its day."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.since = widgets.Dropdown(description=say("forms.plan.then.since"))
        self.table = TableView(
            pd.DataFrame({name: [] for name in COLUMNS}),
            [ListColumn(name, say(f"forms.plan.then.{name}")) for name in COLUMNS],
            say("forms.plan.then.caption"),
            page_size=len(COMPARED),
        )
        super().__init__([self.note, self.since, self.table])
        self._choices(None)
        self.since.observe(self._draw, names=["value"])
        self.follow(book, self._choices, ["snapshots"])

    def _choices(self, _change: Any) -> None:
        days = sorted(self.book.snapshots["on"])[:-1]
        chosen = self.since.value
        self.since.options = [(say_date(day), day) for day in days]
        self.since.value = chosen if chosen in days else next(iter(days), None)
        self._draw(None)

    def _draw(self, _change: Any) -> None:
        found = compare(self.book.snapshots, self.since.value)
        for part in (self.since, self.table):
            part.layout.display = "" if len(found) else "none"
        if found.empty:
            self.note.say(say("forms.plan.then.empty"))
            return
        since, until = (say_date(found.attrs[name]) for name in ("since", "until"))
        self.note.say(say("forms.plan.then.between", since=since, until=until))
        self.table.frame = pd.DataFrame(
            [
                {
                    "measure": say(f"schema.snapshots.{name}"),
                    "then": _number(name, row["then"]),
                    "now": _number(name, row["now"]),
                    "change": _moved(name, row["change"]),
                }
                for name, row in found.iterrows()
            ]
        )


def _number(name: Any, value: float) -> str:
    return f"{value:,.0f}" if name in WHOLE else f"{value:.2f}"


def _moved(name: Any, change: float) -> str:
    number = _number(name, abs(change))
    if number == _number(name, 0):
        return say("forms.plan.then.same")
    return say("forms.plan.then.more" if change > 0 else "forms.plan.then.less", number=number)


def then_and_now(book: Workbook) -> widgets.VBox:
    """The measures of an earlier day beside those of the last one, and what changed."""
    return root(ThenAndNow(book))
