"""The form of one person: add, change, remove; every problem at once, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.errors import InvalidRow, ShabakatiError
from shabakati.forms.fields import Action, Fields, Section
from shabakati.forms.finding import name_of, people_like
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.forms.values import to_form
from shabakati.language import say
from shabakati.schema import column
from shabakati.workbook import Workbook

MAIN = ("name", "organisation", "role", "relation", "place", "network_type", "closeness")
CONTACT = (
    "emails",
    "phones",
    "labels",
    "url",
    "links",
    "city",
    "country",
    "field",
    "other_names",
    "birthday",
    "working_since",
    "met_on",
    "introduced_by",
)
EXCHANGE = ("can_help", "can_offer", "topics")
KEEPING = ("occasions", "cadence_days", "tags", "notes")


class PersonForm(Following):
    """The form of a person of the book; without one, of somebody new."""

    def __init__(self, book: Workbook, done: Callable[[], Any] | None = None) -> None:
        self.book = book
        self.person: int | None = None
        self._done = done
        self._loaded: dict[str, Any] = {}
        self.note = Note()
        self.fields = Fields(
            "people",
            [
                Section(MAIN),
                Section(CONTACT, say("forms.person.contact"), open=False),
                Section(EXCHANGE, say("forms.person.exchange"), open=False),
                Section(KEEPING, say("forms.person.keeping"), open=False),
            ],
            [],
            say("forms.person.form"),
            find=lambda text: people_like(book.people, text, with_me=True),
        )
        self.fields.on_action(self._act)
        super().__init__([self.note, self.fields])
        self.add_class("sh-person")
        self.show(None)
        self.follow(book, self._changed, ["people"])

    def show(self, person: int | None) -> None:
        """Show this person, or an empty form; `NotThere` if there is no such person."""
        self._load({} if person is None else self.book.row("people", person))
        self.person = person
        add = Action("add", say("forms.person.add"), "primary")
        save = Action("save", say("forms.person.save"), "primary")
        remove = Action("remove", say("forms.person.remove"), "danger")
        new = Action("new", say("forms.person.new"))
        close = [Action("close", say("forms.person.close"))] if self._done else []
        self.fields.set_actions([add, *close] if person is None else [save, new, *close, remove])
        self.note.clear()

    def _load(self, row: dict[str, Any]) -> None:
        people = self.book.people
        shown = {
            name: to_form(column("people", name), row[name], lambda i: name_of(people, i))
            for name in self.fields.values
            if name in row
        }
        self.fields.fill(shown)
        self._loaded = self.fields.values

    @property
    def edited(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.fields.values != self._loaded

    def _act(self, name: str) -> None:
        acts = {"add": self._add, "save": self._save, "remove": self._remove}
        try:
            if name in acts:
                acts[name]()
            elif name == "new":
                self.show(None)
            elif name == "close" and self._done:
                self._done()
        except InvalidRow as error:
            self.fields.problems = {p.column: str(p) for p in error.problems}
            self.note.say(say("forms.person.problems", n=len(error.problems)), "error")
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _add(self) -> None:
        person = self.book.add("people", **self.fields.cells())
        name = self.book.row("people", person)["name"]
        self.show(None)
        say_done(self.book, self.note, say("forms.person.added", name=name))

    def _save(self) -> None:
        if self.person is None:
            return
        cells = self.fields.cells(since=self._loaded)
        if not cells:
            self.note.say(say("forms.person.unchanged"))
            return
        self.book.change("people", self.person, **cells)
        self.show(self.person)
        name = self.fields.values["name"]
        say_done(self.book, self.note, say("forms.person.saved", name=name))

    def _remove(self) -> None:
        if self.person is None:
            return
        name = self.book.row("people", self.person)["name"]
        person, self.person = self.person, None
        try:
            self.book.remove("people", person)
        except ShabakatiError:
            self.person = person
            raise
        self.show(None)
        say_done(self.book, self.note, say("forms.person.removed", name=name))

    def _changed(self, _change: Any) -> None:
        """The book changed: show it, unless something is being typed."""
        if self.person is None:
            return
        if self.person not in self.book.people.index:
            # What was typed stays, and can be added as somebody new.
            values, self.person = self.fields.values, None
            edited = self.edited
            self.show(None)
            if edited:
                self.fields.fill(values)
            self.note.say(say("forms.person.gone"))
        elif not self.edited:
            self._load(self.book.row("people", self.person))


def person(book: Workbook, id: int | None = None) -> widgets.VBox:
    """The form of a person: somebody new, or the one of this id; raises `NotThere`."""
    form = PersonForm(book)
    if id is not None:
        form.show(id)
    return root(form)
