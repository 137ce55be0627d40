"""The list of people and the form of one of them, together."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati import vocabulary as v
from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.note import Note
from shabakati.forms.person import PersonForm
from shabakati.forms.root import root
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.language import say, word
from shabakati.schema import column
from shabakati.workbook import Workbook

SEARCHED = ("name", "other_names", "organisation", "role", "field", "city", "topics", "tags")
CHOICES = ("relation", "place", "network_type", "closeness")


def group_column() -> ListColumn:
    """The group, which follows from the relation."""
    return ListColumn("group", say("schema.people.group"), "auto", v.Group)


def list_columns() -> list[ListColumn]:
    """What the list says of a person."""
    shown = ("name", "organisation", "role", *CHOICES)
    return [schema_column("people", name) for name in shown]


def choice_options(name: str) -> tuple[tuple[str, str], ...]:
    """The codes of a choice column of people, each with its word."""
    return tuple((str(code), word(code)) for code in column("people", name).choices)


def set_for_all(book: Workbook, name: str, value: str, ids: list[int]) -> None:
    """Give many people the same value of a choice column, or one tag more, as one change."""
    if name != "tags":
        book.change("people", ids, **{name: value or None})
        return
    with book.together("tags"):
        # Those who have the same tags are changed at once: it is one statement, not thousands.
        alike: dict[tuple[str, ...], list[int]] = {}
        for person, tags in zip(ids, book.people.loc[ids, "tags"], strict=True):
            alike.setdefault(tuple(tags), []).append(person)
        for tags, group in alike.items():
            book.change("people", group, tags=[*tags, value])


class PeopleList(Following):
    """Search, filter, sort, select; change or remove all that is selected; open one."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.form = PersonForm(book, done=self._close_form)
        self.form.add_class("sh-card")
        self.add = widgets.Button(description=say("forms.people.add"))
        self.add.add_class("sh-primary")
        self.add.on_click(lambda _: self._open(None))
        actions = [
            BulkAction(n, say(f"schema.people.{n}"), "choice", choice_options(n)) for n in CHOICES
        ]
        self.table = TableView(
            book.people,
            list_columns(),
            say("forms.people.caption"),
            empty=say("forms.people.empty"),
            searched=SEARCHED,
            filters=[group_column(), *(schema_column("people", n) for n in CHOICES)],
            actions=[
                *actions,
                BulkAction("tags", say("forms.people.tag"), "text"),
                BulkAction("remove", say("forms.people.remove"), tone="danger"),
            ],
            openable=True,
        )
        self.table.on_open(self._open)
        self.table.on_action(self._act)
        super().__init__([widgets.HBox([self.add]), self.note, self.form, self.table])
        self.form.layout.display = "none"
        self.follow(book, self._changed, ["people"])

    def show(self, person: int) -> None:
        """Open the form of a person and bring it before the reader; `NotThere` if there is none.

        What is typed and not saved yet stays: it is to be saved or left first.
        """
        self._show(person)

    def _open(self, person: int | None) -> None:
        try:
            self._show(person)
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _show(self, person: int | None) -> None:
        if self.form.layout.display != "none" and self.form.edited:
            self.form.note.say(say("forms.person.unsaved"), "error")
        else:
            self.form.show(person)
            self.form.layout.display = ""
        # The list may be long: whoever pressed below it is taken to the form.
        self.form.fields.focus()

    def _close_form(self) -> None:
        self.form.layout.display = "none"
        self.form.show(None)
        self.add.focus()

    def _act(self, name: str, value: str, ids: list[int]) -> None:
        try:
            if name == "remove":
                self.book.remove("people", ids)
                say_done(self.book, self.note, say("forms.people.removed", n=len(ids)))
            elif name != "tags" or value.strip():
                set_for_all(self.book, name, value, ids)
                say_done(self.book, self.note, say("forms.people.changed", n=len(ids)))
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _changed(self, change: Any) -> None:
        frame: pd.DataFrame = change.new
        self.table.frame = frame


def people(book: Workbook) -> widgets.VBox:
    """The people of the book: a list to look through and change, and the form of each."""
    return root(PeopleList(book))
