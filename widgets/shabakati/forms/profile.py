"""The form of yourself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets

from shabakati.errors import InvalidRow, ShabakatiError
from shabakati.forms.fields import Action, Fields, Section
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.forms.values import to_form
from shabakati.language import say
from shabakati.schema import column
from shabakati.workbook import Workbook

WHO = ("name", "organisation", "role", "field", "city", "country", "past_organisations", "schools")
HOW = ("introduction", "comfort", "boundaries")
YOU = 1  # the id of the profile's one row


class MyRow(Following):
    """Some columns of your own row, kept by one button; what is typed stays until it is saved."""

    def __init__(
        self, book: Workbook, sections: Sequence[Section], label: str, save: str, saved: str
    ) -> None:
        self.book = book
        self.note = Note()
        self.fields = Fields("profile", sections, [Action("save", save, "primary")], label)
        self.fields.on_action(self._act)
        self._saved = saved
        super().__init__([self.note, self.fields])
        self._load()
        self.follow(book, self._changed, ["profile"])

    def _load(self) -> None:
        row = self.book.row("profile", YOU)
        self.fields.fill(
            {n: to_form(column("profile", n), row[n], str) for n in self.fields.values}
        )
        self._loaded = self.fields.values

    def _act(self, name: str) -> None:
        if name != "save":
            return
        try:
            cells = self.fields.cells(since=self._loaded)
            if not cells:
                self.note.say(self._saved, "good")
                return
            self.book.change("profile", YOU, **cells)
            self._load()
            say_done(self.book, self.note, self._saved)
        except InvalidRow as error:
            self.fields.problems = {p.column: str(p) for p in error.problems}
            self.note.say(say("forms.person.problems", n=len(error.problems)), "error")
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _changed(self, _change: Any) -> None:
        if self.fields.values == self._loaded:
            self._load()


class ProfileForm(MyRow):
    """Who you are: what suggestions are made from, and what the map has in its middle."""

    def __init__(self, book: Workbook) -> None:
        super().__init__(
            book,
            [Section(WHO), Section(HOW, say("forms.profile.more"), open=False)],
            say("forms.profile.form"),
            say("forms.profile.save"),
            say("forms.profile.saved"),
        )


def profile(book: Workbook) -> widgets.VBox:
    """The form of your own row: name, work, schools, and how you introduce yourself."""
    return root(ProfileForm(book))
