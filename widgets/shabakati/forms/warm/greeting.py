"""The next occasions: whom each is for, a text for it, and one press when all were greeted."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.forms.warm.drafts import greeting_text
from shabakati.forms.warm.letter import Letter
from shabakati.insight.greeting import occasions
from shabakati.insight.greeting.words import expected_word, occasion_word
from shabakati.language import say, say_date, say_list
from shabakati.people.zones import today_of
from shabakati.vocabulary import Direction, ExchangeKind
from shabakati.workbook import Workbook

SHOWN = 6  # occasions
NAMED = 5  # people of one
NEAR = dt.timedelta(days=3)  # before its day, from which a greeting can be called done
AGO = dt.timedelta(days=7)  # after it, for which it can still be
YEAR = dt.timedelta(days=365)


class _Next(NamedTuple):
    occasion: str
    title: str
    on: dt.date
    hijri: str
    people: tuple[int, ...]


class Greetings(Following):
    """The occasions from a week ago on; `today` is the day it is, unless given."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self.next: dict[str, _Next] = {}
        self.count = Note()
        self.note = Note()
        self.letter = Letter()
        self.cards = Cards(say("forms.warm.next"))
        self.cards.on_press(self._pressed)
        super().__init__([self.count, self.note, self.letter, self.cards])
        self.add_class("sh-warm")
        self._draw(None)
        self.follow(book, self._draw, ["people", "profile"])

    @property
    def today(self) -> dt.date:
        """The day from which is counted."""
        return self._today or today_of(self.book.row("profile", 1))

    def _draw(self, _change: Any) -> None:
        self.next = self._gathered()
        self.count.say("" if self.next else say("forms.warm.no_occasion"))
        self.count.layout.display = "none" if self.next else ""
        self.cards.show(self._card(key, found) for key, found in self.next.items())

    def _gathered(self) -> dict[str, _Next]:
        """The next few occasions, by a key that stays: a day and what it is."""
        today = self.today
        found = occasions(self.book.people, self.book.profile, today - AGO, today + YEAR)
        what = ["on", "occasion", "variant", "country", "hijri"]
        gathered: dict[str, _Next] = {}
        kinds: Any = found.groupby(what, sort=False)
        for (on, occasion, variant, country, hijri), group in kinds:
            if len(gathered) == SHOWN:
                break
            title = occasion_word(occasion, variant, country)
            people = tuple(int(id_) for id_ in group["person"])
            gathered[f"{on}|{occasion}|{variant}|{country}"] = _Next(
                occasion, title, on, hijri, people
            )
        return gathered

    def _card(self, key: str, found: _Next) -> Card:
        names = self.book.people["name"]
        few = say_list(str(names[id_]) for id_ in found.people[:NAMED])
        more = len(found.people) - NAMED
        who = say("forms.warm.and_more", names=few, n=more) if more > 0 else few
        about = "\n".join(filter(None, [expected_word(found.hijri), who]))
        acts = [Press("text", say("forms.warm.write"))]
        if found.on - NEAR <= self.today:
            acts.append(Press("done", say("forms.warm.greeted", n=len(found.people)), "primary"))
        title = say("forms.warm.on", occasion=found.title, on=say_date(found.on))
        return Card(key, title, about, tuple(acts), "none")

    def _pressed(self, key: str, name: str) -> None:
        found = self.next[key]
        if name == "text":
            one = found.people[0] if len(found.people) == 1 else None
            called = str(self.book.people.at[one, "name"]) if one is not None else ""
            self.letter.show(found.title, greeting_text(found.occasion, called))
            return
        touch = {"on": self.today, "kind": ExchangeKind.GREETED, "direction": Direction.GIVEN}
        people = [id_ for id_ in found.people if id_ in self.book.people.index]
        try:
            self.book.add_all("exchanges", [{"person": id_} | touch for id_ in people])
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.warm.greeted_all", n=len(people)))


def greetings(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """The next occasions with whom they are for, a text for each, and a press when it is done.

    Parameters
    ----------
    today : the day from which is counted; the one that it is in your time zone, unless given.
    """
    return root(Greetings(book, today))
