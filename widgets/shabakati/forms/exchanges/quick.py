"""The common case in two presses: who, and what passed between you today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.note import Note
from shabakati.forms.people import SEARCHED
from shabakati.forms.root import root
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.insight import last_contact
from shabakati.insight.job_market import NEARNESS
from shabakati.language import say
from shabakati.vocabulary import Direction, ExchangeKind
from shabakati.workbook import Workbook

SHOWN = 8  # people at once
OFFERED = {  # what is one press away; the form of an exchange has all kinds
    Direction.RECEIVED: ("helped", "advised", "opportunity", "referred", "introduced"),
    Direction.GIVEN: ("thanked", "helped", "advised", "greeted", "introduced"),
    Direction.BOTH: ("met", "wrote", "called"),
}


class Quick(Following):
    """The people, the circle first; what is pressed is logged for all selected, of today."""

    def __init__(self, book: Workbook, today: Callable[[], dt.date] = dt.date.today) -> None:
        self.book, self._today = book, today
        self.note = Note()
        shown = [schema_column("people", name) for name in ("name", "organisation")]
        self.table = TableView(
            circle_first(book),
            [*shown, ListColumn("last", say("forms.quick.last"))],
            say("forms.quick.caption"),
            empty=say("forms.quick.empty"),
            searched=SEARCHED,
            actions=[
                BulkAction(
                    way.value,
                    say(f"forms.quick.{way.value}"),
                    "buttons",
                    tuple((kind, say(f"forms.quick.{way.value}.{kind}")) for kind in kinds),
                )
                for way, kinds in OFFERED.items()
            ],
            page_size=SHOWN,
        )
        self.table.on_action(self._act)
        super().__init__([self.note, self.table])
        self.follow(book, self._changed, ["people", "exchanges"])

    def _act(self, name: str, value: str, ids: list[int]) -> None:
        kind, way, today = ExchangeKind(value), Direction(name), self._today()
        rows = [{"person": id_, "on": today, "kind": kind, "direction": way} for id_ in ids]
        try:
            self.book.add_all("exchanges", rows)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.table.select(())
        say_done(self.book, self.note, say("forms.quick.logged", n=len(ids)))

    def _changed(self, _change: Any) -> None:
        self.table.frame = circle_first(self.book)


def circle_first(book: Workbook) -> pd.DataFrame:
    """People with `last` (the day of the last touch): the closest first, then the last in touch."""
    last = last_contact(book.exchanges).reindex(book.people.index)
    close = book.people["closeness"].map(NEARNESS).astype("float64").fillna(0)
    day = [on.toordinal() if isinstance(on, dt.date) else 0 for on in last]
    order = pd.DataFrame({"close": close, "day": day}, index=book.people.index)
    order = order.sort_values(["close", "day"], ascending=False, kind="stable")
    days = pd.Series(
        [on if isinstance(on, dt.date) else None for on in last], last.index, dtype="object"
    )
    return book.people.assign(last=days).loc[order.index]


def quick_exchange(book: Workbook) -> widgets.VBox:
    """What happened today, in two presses: select a person, press what passed between you."""
    return root(Quick(book))
