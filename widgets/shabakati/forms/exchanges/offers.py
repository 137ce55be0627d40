"""One person at a time: what they can help with, and what you can offer them."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from shabakati.errors import InvalidRow, ShabakatiError
from shabakati.forms.cards import Card, Cards
from shabakati.forms.exchanges.quick import circle_first
from shabakati.forms.fields import Action, Fields, Section
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.profile import MyRow
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.forms.values import to_form
from shabakati.language import say
from shabakati.schema import column
from shabakati.workbook import Workbook

ASKED = ("can_help", "can_offer", "topics")


class Offers(Following):
    """Asks of one after the other, the circle first; who has an answer already is not asked."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.person: int | None = None
        self._later: list[int] = []
        self._loaded: dict[str, Any] = {}
        self.note = Note()
        self.who = Cards(say("forms.offers.who"))
        self.count = Note()
        self.fields = Fields("people", [Section(ASKED)], [], say("forms.offers.form"))
        self.fields.set_actions(
            [
                Action("save", say("forms.offers.save"), "primary"),
                Action("later", say("forms.offers.later")),
            ]
        )
        self.fields.on_action(self._act)
        super().__init__([self.count, self.note, self.who, self.fields])
        self._next()
        self.follow(book, self._changed, ["people", "exchanges"])

    def waiting(self) -> list[int]:
        """Those of whom neither is said, the circle first; those left for later come last."""
        people = circle_first(self.book)
        said = people["can_help"].map(bool) | people["can_offer"].map(bool)
        first = [int(id_) for id_ in people.index[~said]]
        return [id_ for id_ in first if id_ not in self._later] + [
            id_ for id_ in self._later if id_ in first
        ]

    def _next(self) -> None:
        waiting = self.waiting()
        everybody = len(self.book.people)
        self.person = waiting[0] if waiting else None
        self.count.say(
            say("forms.offers.count", n=everybody - len(waiting), all=everybody)
            if everybody
            else say("forms.offers.nobody")
        )
        asked = (self.who, self.fields) if waiting else ()
        self.children = (self.count, self.note, *asked)
        if self.person is None:
            self.note.say(say("forms.offers.done") if everybody else "")
            return
        row = self.book.row("people", self.person)
        about = " · ".join(text for text in (row["role"], row["organisation"]) if text)
        self.who.show([Card(str(self.person), row["name"], about, ())])
        self.fields.fill({n: to_form(column("people", n), row[n], str) for n in ASKED})
        self._loaded = self.fields.values

    def _act(self, name: str) -> None:
        if self.person is None:
            return
        if name == "later":
            self._later = [*(id_ for id_ in self._later if id_ != self.person), self.person]
            self.note.clear()
            self._next()
        elif name == "save":
            self._save(self.person)
        self.fields.focus()

    def _save(self, person: int) -> None:
        cells = self.fields.cells(since=self._loaded)
        if not cells:
            self.note.say(say("forms.offers.empty"), "error")
            return
        who = self.book.row("people", person)["name"]
        try:
            self._loaded = self.fields.values
            self.book.change("people", person, **cells)
            self._next()
            say_done(self.book, self.note, say("forms.offers.saved", name=who))
        except InvalidRow as error:
            self.fields.problems = {p.column: str(p) for p in error.problems}
            self.note.say(say("forms.person.problems", n=len(error.problems)), "error")
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _changed(self, _change: Any) -> None:
        """Ask of somebody else when this one was answered elsewhere, unless something is typed."""
        if self.person not in self.book.people.index or self.fields.values == self._loaded:
            self._next()


class MyOffer(MyRow):
    """What you can offer anybody: one line each, in your own row."""

    def __init__(self, book: Workbook) -> None:
        super().__init__(
            book,
            [Section(("can_offer",))],
            say("forms.my_offer.form"),
            say("forms.my_offer.save"),
            say("forms.my_offer.saved"),
        )


def offers(book: Workbook) -> widgets.VBox:
    """What each can help with and what you can offer them, one after the other."""
    return root(Offers(book))


def my_offer(book: Workbook) -> widgets.VBox:
    """What you can offer the people of your network."""
    return root(MyOffer(book))
