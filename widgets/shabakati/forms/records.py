"""The rows of one table: a list to look through, and the form of one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import InvalidRow, ShabakatiError
from shabakati.forms.fields import Action, Fields, Find, Section
from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn
from shabakati.forms.note import Note
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.forms.values import to_form
from shabakati.language import say
from shabakati.schema import column
from shabakati.workbook import Workbook


class Kind(NamedTuple):
    """What is special to one table.

    `part` names its words: `forms.<part>.form add added saved removed caption empty changed
    remove`. `frame(book)` makes the rows of the list, `begin()` what an empty form shows, `labels`
    the words for an id by column, `choices` the columns that can be set for many rows at once.
    """

    table: str
    part: str
    follows: tuple[str, ...]
    sections: Sequence[Section]
    columns: Sequence[ListColumn]
    frame: Callable[[Workbook], pd.DataFrame]
    begin: Callable[[], dict[str, Any]]
    searched: tuple[str, ...] = ()
    filters: Sequence[ListColumn] = ()
    choices: Sequence[BulkAction] = ()
    find: Mapping[str, Find] = {}
    labels: Mapping[str, Callable[[int], str]] = {}


class Records(Following):
    """The list and the form of one table; every change can be taken back where it is said."""

    def __init__(self, book: Workbook, kind: Kind) -> None:
        self.book, self.kind = book, kind
        self.row: int | None = None
        self._loaded: dict[str, Any] = {}
        self.note = Note()
        self.fields = Fields(
            kind.table, kind.sections, [], say(f"forms.{kind.part}.form"), find=kind.find
        )
        self.fields.on_action(self._act)
        remove = BulkAction("remove", say(f"forms.{kind.part}.remove"), tone="danger")
        self.table = TableView(
            kind.frame(book),
            kind.columns,
            say(f"forms.{kind.part}.caption"),
            empty=say(f"forms.{kind.part}.empty"),
            searched=kind.searched,
            filters=kind.filters,
            actions=[*kind.choices, remove],
            openable=True,
        )
        self.table.on_open(self.edit)
        self.table.on_action(self._act_on)
        self.form = widgets.VBox([self.note, self.fields])
        super().__init__([self.form, self.table])
        self.show(None)
        self.follow(book, self._changed, kind.follows)

    def show(self, row: int | None, begin: Mapping[str, Any] | None = None) -> None:
        """Show this row, or an empty form (with what `begin` says); raises `NotThere`."""
        shown = begin or self.kind.begin()
        if row is not None:
            cells = self.book.row(self.kind.table, row)
            shown = {name: self._shown(name, cells[name]) for name in self.fields.values}
        self.row = row
        self.fields.fill(shown)
        self._loaded = self.fields.values
        add = Action("add", say(f"forms.{self.kind.part}.add"), "primary")
        save = Action("save", say("forms.records.save"), "primary")
        new, gone = Action("new", say("forms.records.new")), say(f"forms.{self.kind.part}.remove")
        self.fields.set_actions(
            [add] if row is None else [save, new, Action("remove", gone, "danger")]
        )

    def edit(self, row: int) -> None:
        """Show this row and bring the form before the reader."""
        try:
            if self.edited:
                self.note.say(say("forms.records.unsaved"), "error")
            else:
                self.show(row)
                self.note.clear()
        except ShabakatiError as error:
            self.note.say(str(error), "error")
        self.fields.focus()

    @property
    def edited(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.fields.values != self._loaded

    def _shown(self, name: str, value: Any) -> Any:
        return to_form(column(self.kind.table, name), value, self.kind.labels.get(name, str))

    def _act(self, name: str) -> None:
        try:
            if name == "add":
                self.book.add(self.kind.table, **self.fields.cells())
                self._done("added")
            elif name == "save" and self.row is not None:
                self._save(self.row)
            elif name == "remove" and self.row is not None:
                row, self.row = self.row, None
                self.book.remove(self.kind.table, row)
                self._done("removed")
            elif name == "new":
                self.show(None)
                self.note.clear()
        except InvalidRow as error:
            self.fields.problems = {p.column: str(p) for p in error.problems}
            self.note.say(say("forms.person.problems", n=len(error.problems)), "error")
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _save(self, row: int) -> None:
        cells = self.fields.cells(since=self._loaded)
        if not cells:
            self.note.say(say("forms.records.unchanged"))
            return
        self.book.change(self.kind.table, row, **cells)
        self._done("saved")

    def _done(self, what: str) -> None:
        self.show(None)
        say_done(self.book, self.note, say(f"forms.{self.kind.part}.{what}"))

    def _act_on(self, name: str, value: str, ids: list[int]) -> None:
        try:
            if name == "remove":
                self.book.remove(self.kind.table, ids)
            else:
                self.book.change(self.kind.table, ids, **{name: value})
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.table.select(())
        say_done(self.book, self.note, say(f"forms.{self.kind.part}.changed", n=len(ids)))

    def _changed(self, _change: Any) -> None:
        self.table.frame = self.kind.frame(self.book)
        if self.row is None:
            return
        if self.row not in getattr(self.book, self.kind.table).index:
            values, edited = self.fields.values, self.edited
            self.show(None, values if edited else None)  # what was typed can be added anew
            self.note.say(say("forms.records.gone"))
        elif not self.edited:
            self.show(self.row)
