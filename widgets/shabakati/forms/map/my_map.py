"""Your map: press, drag and link people on it; it follows the book."""

from __future__ import annotations

import asyncio
from typing import Any

import ipywidgets as widgets

from shabakati import charts
from shabakati.charts import ChartView
from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.map.linking import linked, tie_between
from shabakati.forms.note import Note
from shabakati.forms.person import PersonForm
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say, word
from shabakati.vocabulary import Closeness
from shabakati.workbook import Workbook


class MyMap(Following):
    """The map of the book's people with what is done on it.

    `view` is the `ChartView`; `clusters` the box that shows or hides the bands; `form` the form of
    whoever was pressed last, shown below the map until it is closed.
    """

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._waiting: asyncio.TimerHandle | None = None
        self.hint, self.note = Note(), Note()
        self.clusters = widgets.Checkbox(
            value=True, description=say("forms.my_map.clusters"), indent=False
        )
        self.clusters.observe(lambda _: self._draw(), "value")
        self.view = ChartView()
        self.view.on_click(self.show)
        self.view.on_place(self._place)
        self.view.on_link(self._link)
        self.form = PersonForm(book, done=self._close_form)
        self.form.add_class("sh-card")
        self.form.layout.display = "none"
        super().__init__([self.hint, self.clusters, self.view, self.note, self.form])
        self._draw()
        self.follow(book, self._changed, ["people", "ties"])

    def show(self, person: int) -> None:
        """Open the form of a person; what is typed in it and not saved yet stays."""
        if self.form.layout.display != "none" and self.form.edited:
            self.form.note.say(say("forms.person.unsaved"), "error")
        else:
            try:
                self.form.show(person)
            except ShabakatiError as error:
                self.note.say(str(error), "error")
                return
            self.form.layout.display = ""
        self.form.fields.focus()

    def _close_form(self) -> None:
        self.form.layout.display = "none"
        self.form.show(None)

    def _place(self, person: int, closeness: str | None) -> None:
        try:
            self.book.change("people", person, closeness=closeness)
            name = self.book.row("people", person)["name"]
        except ShabakatiError as error:
            self.view.again()
            self.note.say(str(error), "error")
            return
        ring = word(Closeness(closeness)) if closeness else say("charts.none.closeness")
        told = say("forms.my_map.placed", name=name, closeness=ring)
        say_done(self.book, self.note, told)

    def _link(self, a: int, b: int) -> None:
        tie = tie_between(self.book.ties, a, b)
        names = linked(self.book.people, a, b)
        try:
            if tie is None:
                self.book.add("ties", a=min(a, b), b=max(a, b))
                say_done(self.book, self.note, say("forms.my_map.linked", **names))
                return
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.note.say(
            say("forms.my_map.linked_already", **names),
            "plain",
            say("forms.my_map.unlink"),
            lambda: self._unlink(a, b),
        )

    def _unlink(self, a: int, b: int) -> None:
        tie = tie_between(self.book.ties, a, b)
        names = linked(self.book.people, a, b)
        try:
            if tie is not None:
                self.book.remove("ties", tie)
            say_done(self.book, self.note, say("forms.my_map.unlinked", **names))
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _changed(self, _change: Any) -> None:
        """Draw once for all that one change touches."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around us: nothing to wait for
            self._draw()
            return
        if self._waiting is None:
            self._waiting = loop.call_later(0, self._draw)

    def _draw(self) -> None:
        self._waiting = None
        if self.view.comm is None:
            return  # closed meanwhile
        people, ties = self.book.people, self.book.ties
        self.view.chart = charts.map(people, ties, clusters=self.clusters.value, movable=True)
        self.clusters.layout.display = "" if len(ties) else "none"
        self.hint.say(self._to_do())

    def _to_do(self) -> str:
        """What is still missing for the map to say something."""
        if self.book.people.empty:
            return say("forms.my_map.nobody")
        if self.book.people["closeness"].isna().all():
            return say("forms.my_map.nobody_placed")
        if len(self.book.people) > 1 and self.book.ties.empty:
            return say("forms.my_map.no_ties")
        return ""


def my_map(book: Workbook) -> widgets.VBox:
    """The map of the book: press a person to open them, drag them to a ring, link two."""
    return root(MyMap(book))
