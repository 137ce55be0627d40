"""What is to be done next, as cards: done by a press, moved to another day, or done no more."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.cards import Card, Cards, Choice, Press
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import do_and_say
from shabakati.insight.planned import open_actions
from shabakati.insight.working_days import next_working_day
from shabakati.language import say, say_date
from shabakati.people.zones import today_of
from shabakati.schema import ME
from shabakati.vocabulary import Direction, ExchangeKind
from shabakati.workbook import Workbook

SHOWN = 6  # cards at once
DONE_SHOWN = 3  # the last ones done, to be taken up again
LATER = (0, 7, 14, 30)  # days from today; 0 is the next working day
# A word that was planned for its reason is an exchange when it is done.
BECOMES = {
    "thanks": (ExchangeKind.THANKED, Direction.GIVEN),
    "overdue": (ExchangeKind.WROTE, Direction.GIVEN),
}


class Doing(Following):
    """The open actions by day, then the last ones done; `today` is the day it is, unless given."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self._shown = SHOWN
        self.note = Note()
        self.count = Note()
        self.cards = Cards(say("forms.plan.doing"))
        self.cards.on_press(self._pressed)
        self.cards.on_choose(self._moved)
        self.more = widgets.Button(description=say("forms.plan.more"))
        self.more.on_click(lambda _: self._show_more())
        super().__init__([self.count, self.note, self.cards, self.more])
        self._draw(None)
        self.follow(book, self._draw, ["actions", "profile"])

    @property
    def today(self) -> dt.date:
        """The day on which something is done."""
        return self._today or today_of(self.book.row("profile", 1))

    def _draw(self, _change: Any) -> None:
        actions = self.book.actions
        still = open_actions(actions)
        done = actions[actions["done_on"].notna()]
        day = pd.Series([on.toordinal() for on in done["done_on"]], done.index, dtype="int64")
        last = done.loc[day.sort_values(ascending=False, kind="stable").index].head(DONE_SHOWN)
        cards = [self._open(row) for row in still.head(self._shown).itertuples()]
        self.cards.show([*cards, *(_done(row) for row in last.itertuples())])
        self.count.say(say("forms.plan.open", n=len(still)))
        self.more.layout.display = "" if len(still) > self._shown else "none"

    def _open(self, row: Any) -> Card:
        n = int(row.minutes)
        if pd.isna(row.due):
            about = say("forms.plan.no_day", n=n)
        elif row.due < self.today:
            about = say("forms.plan.late", on=say_date(row.due), n=n)
        else:
            about = say("forms.plan.when", on=say_date(row.due), n=n)
        acts = (
            Press("done", say("forms.plan.done"), "primary"),
            Press("remove", say("forms.plan.remove"), "danger"),
        )
        options = tuple((str(days), say(f"forms.plan.later.{days}")) for days in LATER)
        choice = Choice(say("forms.plan.move"), say("forms.plan.move_it"), options)
        return Card(str(row.Index), row.text, about, acts, choice=choice)

    def _pressed(self, key: str, name: str) -> None:
        id_ = int(key)
        if id_ not in self.book.actions.index:
            return
        if name == "done":
            do_and_say(self.book, self.note, lambda: self._finish(id_), say("forms.plan.is_done"))
        elif name == "open":
            do_and_say(
                self.book,
                self.note,
                lambda: self.book.change("actions", id_, done_on=None),
                say("forms.plan.is_open"),
            )
        elif name == "remove":
            do_and_say(
                self.book,
                self.note,
                lambda: self.book.remove("actions", id_),
                say("forms.plan.removed"),
            )

    def _finish(self, id_: int) -> None:
        """Done today; a word that was planned as one is kept as an exchange of today too."""
        row = self.book.row("actions", id_)
        with self.book.together("done"):
            self.book.change("actions", id_, done_on=self.today)
            if row["reason"] in BECOMES and row["person"] not in (None, ME):
                kind, direction = BECOMES[row["reason"]]
                exchange = {"person": row["person"], "on": self.today, "note": row["text"]}
                self.book.add("exchanges", kind=kind, direction=direction, **exchange)

    def _moved(self, key: str, code: str) -> None:
        id_, days = int(key), int(code)
        if id_ not in self.book.actions.index:
            return
        country = self.book.row("profile", 1)["country"]
        eve = self.today + dt.timedelta(max(0, days - 1))
        day = next_working_day(eve, country)
        do_and_say(
            self.book,
            self.note,
            lambda: self.book.change("actions", id_, due=day),
            say("forms.plan.moved", on=say_date(day)),
        )

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._draw(None)


def _done(row: Any) -> Card:
    about = say("forms.plan.done_on", on=say_date(row.done_on))
    return Card(str(row.Index), row.text, about, (Press("open", say("forms.plan.not_done")),))


def doing(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """The next actions: done, moved or removed by a press; a thank-you done is an exchange too.

    Parameters
    ----------
    today : the day on which something is done; the one in your time zone, unless given.
    """
    return root(Doing(book, today))
