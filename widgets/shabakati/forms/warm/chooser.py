"""Which occasions suit whom: chosen, never guessed; for many at once, or for one."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.following import Following
from shabakati.forms.listing import schema_column
from shabakati.forms.note import Note
from shabakati.forms.people import SEARCHED, group_column
from shabakati.forms.root import root
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.insight.greeting import offers
from shabakati.language import say, word
from shabakati.vocabulary import Occasion
from shabakati.workbook import Workbook

_FILTERS = ("closeness", "country", "relation")


class Chooser(Following):
    """The people with their occasions, what may be given to many, and what a fact speaks for."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.offered = Cards(say("forms.warm.offers"))
        self.offered.on_press(lambda key, _name: self._take(key))
        some = tuple((code.value, word(code)) for code in Occasion if code is not Occasion.NONE)
        self.table = TableView(
            book.people,
            [schema_column("people", name) for name in ("name", "occasions", "closeness")],
            say("forms.warm.who"),
            empty=say("forms.people.empty"),
            searched=SEARCHED,
            filters=[group_column(), *(schema_column("people", name) for name in _FILTERS)],
            actions=[
                BulkAction("give", say("forms.warm.give"), "buttons", some),
                BulkAction("take", say("forms.warm.take"), "choice", some),
                BulkAction("none", word(Occasion.NONE)),
            ],
            page_size=10,
        )
        self.table.on_action(self._act)
        super().__init__(
            [Note(say("forms.warm.never_guessed")), self.note, self.offered, self.table]
        )
        self._draw(None)
        self.follow(book, self._draw, ["people"])

    def _draw(self, _change: Any) -> None:
        self.table.frame = self.book.people
        self.offers = offers(self.book.people)
        self.offered.show(
            Card(
                occasion.value,
                say(f"forms.warm.offer.{occasion.value}", n=len(ids)),
                say("forms.warm.offer.fact"),
                (Press("take", say("forms.warm.offer.take", occasion=word(occasion))),),
                "none",
            )
            for occasion, ids in self.offers.items()
        )

    def _take(self, key: str) -> None:
        ids = self.offers.get(Occasion(key), [])
        if ids:
            self._choose("give", key, ids)

    def _act(self, name: str, value: str, ids: list[int]) -> None:
        self._choose(name, value, ids)

    def _choose(self, name: str, value: str, ids: list[int]) -> None:
        """Give an occasion to these people, take it from them, or have none for them."""
        chosen = self.book.people["occasions"]
        changes = {}
        for id_ in ids:
            if id_ not in chosen.index:
                continue
            now = list(chosen[id_])
            new = _changed(name, value, now)
            if new != now:
                changes[id_] = {"occasions": new}
        try:
            self.book.change_all("people", changes)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.warm.chosen", n=len(changes)))


def _changed(name: str, value: str, now: list[str]) -> list[str]:
    """The occasions of somebody afterwards, in their order."""
    if name == "none":
        return [Occasion.NONE.value]
    left = {*now} - {Occasion.NONE.value, value}
    kept = left | {value} if name == "give" else {*now} - {value}
    return [code.value for code in Occasion if code in kept]


def occasions(book: Workbook) -> widgets.VBox:
    """Which occasions each person is greeted on: given or taken by one press, for one or many.

    Nothing is guessed from a name. What a fact of the book speaks for (a birthday that is known)
    is offered, and done only when asked for.
    """
    return root(Chooser(book))
