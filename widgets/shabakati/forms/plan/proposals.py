"""What the network lacks, as cards: taken into the plan by one press, or put aside by another."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import do_and_say
from shabakati.insight.planned import proposed
from shabakati.language import say, say_date
from shabakati.people.dismissing import dismiss, dismissed, propose_all_again
from shabakati.people.zones import today_of
from shabakati.workbook import Workbook

FOLLOWS = ["people", "ties", "exchanges", "events", "goals", "actions", "answers", "profile"]
CARRIED = ("text", "person", "goal", "event", "place", "due", "minutes", "reason")


class Proposals(Following):
    """Proposed actions, the short ones first; `today` is the day it is, unless given."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self.found = pd.DataFrame()
        self.count = Note()
        self.note = Note()
        self.cards = Cards(say("forms.plan.proposals"))
        self.cards.on_press(self._pressed)
        self.again = widgets.Button(description=say("forms.plan.again"))
        self.again.on_click(lambda _: self._all_again())
        super().__init__([self.count, self.note, self.cards, self.again])
        self.add_class("sh-plan")
        self._draw(None)
        self.follow(book, self._draw, FOLLOWS)

    @property
    def today(self) -> dt.date:
        """The day after which the first action is."""
        return self._today or today_of(self.book.row("profile", 1))

    def _draw(self, _change: Any) -> None:
        self.found = proposed(self.book, self.today).set_index("key")
        self.cards.show(_card(str(row.Index), row) for row in self.found.itertuples())
        n = len(self.found)
        nobody = self.book.people.empty
        self.count.say(
            say("forms.plan.nobody")
            if nobody
            else say("forms.plan.count", n=n)
            if n
            else say("forms.plan.none")
        )
        self.again.layout.display = "" if dismissed(self.book.answers) else "none"

    def _pressed(self, key: str, name: str) -> None:
        if key not in self.found.index:
            return
        row = {str(name): value for name, value in self.found.loc[key].items()}
        if name == "take":
            cells = {n: None if pd.isna(row[n]) else row[n] for n in CARRIED}
            do_and_say(
                self.book,
                self.note,
                lambda: self.book.add("actions", **_plain(cells)),
                say("forms.plan.taken", on=say_date(cells["due"])),
            )
        elif name == "not":
            do_and_say(
                self.book,
                self.note,
                lambda: dismiss(self.book, key, self.today),
                say("forms.plan.put_aside"),
            )

    def _all_again(self) -> None:
        do_and_say(
            self.book, self.note, lambda: propose_all_again(self.book), say("forms.plan.all_again")
        )


def _plain(cells: dict[str, Any]) -> dict[str, Any]:
    """Cells as the schema takes them: no integers of numpy."""
    return {n: int(v) if hasattr(v, "item") else v for n, v in cells.items()}


def _card(key: str, row: Any) -> Card:
    when = say("forms.plan.when", on=say_date(row.due), n=int(row.minutes))
    about = f"{say(f'insight.gaps.why.{row.reason}')}\n{when}"
    acts = (
        Press("take", say("forms.plan.take"), "primary"),
        Press("not", say("forms.plan.not")),
    )
    return Card(key, row.text, about, acts)


def proposals(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """What the network lacks as things to do; accepted or put aside by a press, both undoable.

    Parameters
    ----------
    today : the day after which the first action is; the one in your time zone, unless given.
    """
    return root(Proposals(book, today))
