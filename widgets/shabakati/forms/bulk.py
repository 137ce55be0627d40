"""Those of whom something is not said yet, and one press that says it of many."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.listing import schema_column
from shabakati.forms.note import Note
from shabakati.forms.people import CHOICES, SEARCHED, choice_options, group_column, set_for_all
from shabakati.forms.root import root
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.workbook import Workbook


class Unsaid(Following):
    """The people without a value of one choice column, with a button for each value."""

    def __init__(self, book: Workbook, column: str) -> None:
        if column not in CHOICES:
            raise ValueError(f"column must be one of {CHOICES}, got {column!r}")
        self.book = book
        self.column = column
        self.note = Note()
        self.all = widgets.Checkbox(description=say("forms.unsaid.all"), indent=False)
        shown = ["name", "organisation", "role", "relation"]
        shown += [column] if column not in shown else []
        filters = ["relation", "place"]
        label = say(f"forms.unsaid.{column}")
        self.table = TableView(
            self._frame(),
            [schema_column("people", name) for name in shown],
            label,
            empty=say("forms.unsaid.none"),
            searched=SEARCHED,
            filters=[group_column(), *(schema_column("people", n) for n in filters if n != column)],
            actions=[BulkAction(column, label, "buttons", choice_options(column))],
        )
        self.table.on_action(self._act)
        super().__init__([self.note, self.all, self.table])
        self.all.observe(self._changed, names=["value"])
        self.follow(book, self._changed, ["people"])

    def _frame(self) -> pd.DataFrame:
        people = self.book.people
        return people if self.all.value else people[people[self.column].isna()]

    def _changed(self, _change: Any) -> None:
        self.table.frame = self._frame()

    def _act(self, name: str, value: str, ids: list[int]) -> None:
        try:
            set_for_all(self.book, name, value, ids)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.table.select(())
        say_done(self.book, self.note, say("forms.people.changed", n=len(ids)))


def places(book: Workbook) -> widgets.VBox:
    """Those of whom it is not said where you met, and a button for each of the five places."""
    return root(Unsaid(book, "place"))


def types(book: Workbook) -> widgets.VBox:
    """Those whose network type is not said, and a button for each of the three types."""
    return root(Unsaid(book, "network_type"))
