"""The circle: who matters, proposed with reasons, placed by a press."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Card, Cards, Choice, Press
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.insight.circle import INNER, Reason, circle
from shabakati.language import say, word
from shabakati.vocabulary import Closeness
from shabakati.workbook import Workbook

TABLES = ["people", "exchanges", "goals"]


class Circle(Following):
    """Proposals for the inner rings. Nothing is placed before it is accepted."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book, self.today = book, today
        self.note = Note()
        self.about = Note()
        self.all = widgets.Button()
        self.all.add_class("sh-primary")
        self.all.on_click(lambda _: self._accept_all())
        self.cards = Cards(say("forms.circle.label"))
        self.cards.on_press(self._pressed)
        self.cards.on_choose(self._place)
        self.proposed: dict[int, str] = {}
        super().__init__([self.about, self.note, self.all, self.cards])
        self.follow(book, lambda _: self._draw(), TABLES)
        self._draw()

    def _draw(self) -> None:
        book = self.book
        found = circle(book.people, book.exchanges, book.goals, self.today or dt.date.today())
        free = found[~found["placed"].astype(bool)]
        self.proposed = dict(zip(free.index.tolist(), free["ring"].tolist(), strict=True))
        ring = book.people["closeness"].astype("object")
        inner = int(ring.isin([code.value for code in INNER]).sum())
        if book.people.empty:
            self.about.say(say("forms.circle.empty"))
        else:
            none = "" if self.proposed else f" {say('forms.circle.none')}"
            self.about.say(say("forms.circle.about", n=inner) + none)
        self.all.description = say("forms.circle.accept_all", n=len(self.proposed))
        self.all.layout.display = "" if self.proposed else "none"
        self.cards.show(
            self._card(id_, code, why)
            for (id_, code), why in zip(self.proposed.items(), free["reasons"], strict=True)
        )

    def _card(self, id_: int, code: str, reasons: list[Reason]) -> Card:
        person = self.book.people.loc[id_]
        ring = word(Closeness(code))
        return Card(
            str(id_),
            str(person["name"]),
            _why(reasons),
            (
                Press("accept", say("forms.circle.accept", ring=ring), "primary"),
                Press(Closeness.DISTANT.value, say("forms.circle.decline")),
            ),
            code="" if pd.isna(person["group"]) else str(person["group"]),
            choice=Choice(
                say("forms.circle.other"),
                say("forms.circle.give"),
                tuple((c.value, word(c)) for c in INNER if c.value != code),
            ),
        )

    def _pressed(self, key: str, name: str) -> None:
        self._place(key, self.proposed[int(key)] if name == "accept" else name)

    def _place(self, key: str, code: str) -> None:
        name = str(self.book.people.at[int(key), "name"])
        if self._do(lambda: self.book.change("people", int(key), closeness=code)):
            said = say("forms.circle.placed", name=name, ring=word(Closeness(code)))
            say_done(self.book, self.note, said)

    def _accept_all(self) -> None:
        rings = {id_: {"closeness": code} for id_, code in self.proposed.items()}
        if rings and self._do(lambda: self.book.change_all("people", rings)):
            say_done(self.book, self.note, say("forms.circle.accepted", n=len(rings)))

    def _do(self, act: Any) -> bool:
        try:
            act()
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return False
        return True


def _why(reasons: list[Reason]) -> str:
    if not reasons:
        return say("forms.circle.why.unknown")
    told = []
    for code, about in reasons:
        n = {"n": int(about)} if code in ("helped", "touched") else {"about": about}
        told.append(say(f"forms.circle.why.{code}", **n))
    return " ".join(told)


def circle_form(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """The people who matter, proposed with reasons; each placed in a ring by a press.

    Parameters
    ----------
    today : the day from which touches are counted; the clock's unless given.
    """
    return root(Circle(book, today))
