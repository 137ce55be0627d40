"""Who is due, with a small act for each: done, not now, another cadence, or its text."""

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
from shabakati.forms.warm.drafts import act_text
from shabakati.forms.warm.letter import Letter
from shabakati.insight.small_acts import BECOMES, Act, act_says
from shabakati.insight.upkeep import waiting
from shabakati.insight.warmth import due_acts, kept_warm
from shabakati.language import isolate, say
from shabakati.people.putting_off import put_off_until
from shabakati.people.zones import today_of
from shabakati.vocabulary import GROUP_OF, Relation
from shabakati.workbook import Workbook

SHOWN = 8  # cards at once
LATER = dt.timedelta(days=7)
CADENCES = (7, 14, 30, 60, 90, 120, 180, 365)  # days
BY_RING = 0  # the cadence of the person's closeness again


class Due(Following):
    """The people who are due, the most pressing first; `today` is the day it is, unless given."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self._shown = SHOWN
        self.acts = pd.DataFrame()
        self.count = Note()
        self.note = Note()
        self.letter = Letter()
        self.cards = Cards(say("forms.warm.due"))
        self.cards.on_press(self._pressed)
        self.cards.on_choose(self._chosen)
        self.more = widgets.Button(description=say("forms.warm.more"))
        self.more.on_click(lambda _: self._show_more())
        super().__init__([self.count, self.note, self.letter, self.cards, self.more])
        self.add_class("sh-warm")
        self._draw(None)
        self.follow(book, self._draw, ["people", "exchanges", "answers", "sources", "profile"])

    @property
    def today(self) -> dt.date:
        """The day from which is counted."""
        return self._today or today_of(self.book.row("profile", 1))

    def _draw(self, _change: Any) -> None:
        kept = kept_warm(self.book, self.today)
        followed, due = int(kept["state"].notna().sum()), len(waiting(kept))
        self.acts = due_acts(self.book, self.today, kept, self._shown)
        self.count.say(_counted(followed, due))
        self.cards.show(self._card(row) for row in self.acts.itertuples())
        self.more.layout.display = "" if due > self._shown else "none"

    def _card(self, row: Any) -> Card:
        person = self.book.people.loc[row.Index]
        relation = person["relation"]
        code = GROUP_OF[Relation(relation)].value if isinstance(relation, str) else "none"
        about = f"{_since(row)}\n{act_says(row)}"
        acts = (
            Press("done", say(f"forms.warm.done.{row.act}"), "primary"),
            Press("text", say("forms.warm.write")),
            Press("later", say("forms.warm.later")),
        )
        own = pd.notna(person["cadence_days"]) and isinstance(person["closeness"], str)
        days = [n for n in CADENCES if n != row.cadence_days]
        options = [(str(n), say("forms.warm.every", n=n)) for n in days]
        if own:
            options.append((str(BY_RING), say("forms.warm.by_ring")))
        choice = Choice(say("forms.warm.cadence"), say("forms.warm.change"), tuple(options))
        return Card(str(row.Index), isolate(str(person["name"])), about, acts, code, choice)

    def _pressed(self, key: str, name: str) -> None:
        person = int(key)
        if person not in self.acts.index or person not in self.book.people.index:
            return
        row: Any = self.acts.loc[person]
        called = str(self.book.people.at[person, "name"])
        if name == "text":
            texts = act_text(row["act"], called, row["about"], row["occasion"])
            self.letter.show(say("forms.warm.letter.to", name=called), texts)
        elif name == "later":
            until = self.today + LATER
            do_and_say(
                self.book,
                self.note,
                lambda: put_off_until(self.book, person, until, self.today),
                say("forms.warm.put_off", name=called),
            )
        elif name == "done":
            kind, direction = BECOMES[Act(row["act"])]
            exchange = {"person": person, "on": self.today, "kind": kind, "direction": direction}
            do_and_say(
                self.book,
                self.note,
                lambda: self.book.add("exchanges", **exchange),
                say("forms.warm.logged", name=called),
            )

    def _chosen(self, key: str, code: str) -> None:
        person, days = int(key), int(code)
        if person in self.book.people.index:
            called = str(self.book.people.at[person, "name"])
            do_and_say(
                self.book,
                self.note,
                lambda: self.book.change("people", person, cadence_days=days or None),
                say("forms.warm.changed", name=called),
            )

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._draw(None)


def _counted(followed: int, due: int) -> str:
    if not followed:
        return say("forms.warm.nobody")
    return say("forms.warm.count", n=due) if due else say("forms.warm.none_due", n=followed)


def _since(row: Any) -> str:
    """How long it has been, against how often it was meant to be."""
    every = say("forms.warm.every", n=int(row.cadence_days))
    if pd.isna(row.silent):
        return say("forms.warm.never", every=every)
    return say("forms.warm.since", n=int(row.silent), every=every)


def upkeep(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """Who is due, overdue or cooling, with a small act and its reason for each.

    One press logs the act as an exchange of that day, another puts the person off for a week, a
    third shows a text to send by oneself; the cadence is changed in place. All is undoable.

    Parameters
    ----------
    today : the day from which is counted; the one that it is in your time zone, unless given.
    """
    return root(Due(book, today))
