"""The people who fit one's goals best, each with the reason, and the way to a message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.insight import relevance
from shabakati.language import say
from shabakati.workbook import Workbook

SHOWN = 8  # people


class RelevantPeople(Following):
    """Who fits best; `on_write(act)` gets the person to whom a message is wanted."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.cards = Cards(say("forms.relevant.label"))
        self.cards.on_press(self._press)
        self._write: Callable[[int], Any] | None = None
        super().__init__([self.note, self.cards])
        self._show(None)
        self.follow(book, self._show, ["people", "goals"])

    def on_write(self, act: Callable[[int], Any]) -> None:
        """Call `act(person)` when a message to somebody is wanted."""
        self._write = act
        self._show(None)

    def _press(self, key: str, _name: str) -> None:
        if self._write is not None and int(key) in self.book.people.index:
            self._write(int(key))

    def _show(self, _change: Any) -> None:
        people = self.book.people
        fits = relevance(people, self.book.goals).head(SHOWN)
        acts = (Press("write", say("forms.relevant.write")),) if self._write else ()
        self.cards.show(
            Card(str(id_), str(people.at[id_, "name"]), _why(row.reason, row.about), acts)
            for id_, row in zip(fits.index.tolist(), fits.itertuples(), strict=True)
        )
        empty = "nobody" if len(people) and len(self.book.goals) else "no_goals"
        self.note.say("" if len(fits) else say(f"forms.relevant.{empty}"))


def _why(reason: Any, about: Any) -> str:
    return say(f"insight.relevance.{reason}", about=str(about))


def relevant(book: Workbook, write: Callable[[int], Any] | None = None) -> widgets.VBox:
    """People by fit to the open goals, each with the reason."""
    shown = RelevantPeople(book)
    if write is not None:
        shown.on_write(write)
    return root(shown)
