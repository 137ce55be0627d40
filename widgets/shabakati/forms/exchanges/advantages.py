"""The seven advantages: which you have felt, through whom, in which year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import InvalidRow, ShabakatiError
from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.fields import Action, Fields, Section
from shabakati.forms.finding import name_of, people_like
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say, say_list, word
from shabakati.vocabulary import Advantage
from shabakati.workbook import Workbook

ASKED = ("person", "year", "note")


class Advantages(Following):
    """Seven cards; one that is opened asks through whom and when, and can be taken back."""

    def __init__(self, book: Workbook, today: Callable[[], dt.date] = dt.date.today) -> None:
        self.book, self._today = book, today
        self.opened: Advantage | None = None
        self.note = Note()
        self.title = Note()
        self.cards = Cards(say("forms.advantages.label"))
        self.cards.on_press(self._press)
        self.fields = Fields(
            "gains",
            [Section(ASKED)],
            [
                Action("add", say("forms.advantages.add"), "primary"),
                Action("close", say("forms.advantages.close")),
            ],
            say("forms.advantages.form"),
            find=lambda text: people_like(book.people, text, with_me=True),
        )
        self.fields.on_action(self._act)
        super().__init__([self.note, self.title, self.fields, self.cards])
        self._show(None)
        self.follow(book, self._draw, ["gains", "people"])

    def _show(self, advantage: Advantage | None) -> None:
        self.opened = advantage
        self.title.say(word(advantage) if advantage else "")
        self.fields.layout.display = "" if advantage else "none"
        self.fields.fill({"year": str(self._today().year)})
        self._draw(None)
        if advantage:
            self.fields.focus()

    def _draw(self, _change: Any) -> None:
        self.cards.show(self._card(advantage) for advantage in Advantage)

    def _felt(self, advantage: Advantage) -> pd.DataFrame:
        return self.book.gains[self.book.gains["advantage"] == advantage.value]

    def _card(self, advantage: Advantage) -> Card:
        felt = self._felt(advantage)
        acts = [Press("felt", say("forms.advantages.felt"), open=advantage == self.opened)]
        if felt.empty:
            about = say("forms.advantages.not_yet")
        else:
            acts.append(Press("undo", say("forms.advantages.remove"), "danger"))
            about = say_list(self._told(row) for _, row in felt.iterrows())
        return Card(advantage.value, word(advantage), about, tuple(acts))

    def _told(self, row: pd.Series) -> str:
        year = "" if pd.isna(row["year"]) else str(int(row["year"]))
        name = "" if pd.isna(row["person"]) else name_of(self.book.people, int(row["person"]))
        if name and year:
            return say("forms.advantages.through_in", name=name, year=year)
        if name:
            return say("forms.advantages.through", name=name)
        return say("forms.advantages.in", year=year) if year else say("forms.advantages.once")

    def _press(self, key: str, name: str) -> None:
        advantage = Advantage(key)
        if name == "felt":
            self.note.clear()
            self._show(None if advantage == self.opened else advantage)
            return
        felt = self._felt(advantage)
        if len(felt):
            self.book.remove("gains", int(felt.index[-1]))
            say_done(self.book, self.note, say("forms.advantages.removed"))

    def _act(self, name: str) -> None:
        if self.opened is None:
            return
        if name == "close":
            self._show(None)
            return
        try:
            self.book.add("gains", advantage=self.opened, **self.fields.cells())
            self._show(None)
            say_done(self.book, self.note, say("forms.advantages.added"))
        except InvalidRow as error:
            self.fields.problems = {p.column: str(p) for p in error.problems}
            self.note.say(say("forms.person.problems", n=len(error.problems)), "error")
        except ShabakatiError as error:
            self.note.say(str(error), "error")


def advantages(book: Workbook) -> widgets.VBox:
    """Which of the seven advantages you have felt, through whom, and in which year."""
    return root(Advantages(book))
