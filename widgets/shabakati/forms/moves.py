"""Who changed jobs since they were last heard of: a reason to write to them."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn
from shabakati.forms.note import Note
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.schema import clean_line
from shabakati.workbook import Workbook

MINUTES = 5  # that a message takes
_SHOWN = 10  # rows of the list


class Moves(Following):
    """People who moved, from where to where, and reminders to write to some of them, or to all.

    `moved` has a row a person: person, name, organisation_before, role_before, organisation, role.
    A person of whom it is no longer true, because the import was taken back, is shown no more.
    """

    def __init__(self, book: Workbook, moved: pd.DataFrame) -> None:
        self.book = book
        self._moved = moved.drop_duplicates("person").set_index("person", drop=False)
        self.title = Note(say("forms.import.moved", n=len(self._moved)))
        self.all = widgets.Button()
        self.all.add_class("sh-primary")
        self.all.on_click(lambda _: self.remind(self._waiting()))
        self.note = Note()
        self.table = TableView(
            self._frame(),
            [
                ListColumn("name", say("schema.people.name")),
                ListColumn("before", say("forms.import.moved_from")),
                ListColumn("now", say("forms.import.moved_to")),
                ListColumn("reminder", say("forms.import.reminder")),
            ],
            say("forms.import.moves"),
            searched=("name", "before", "now"),
            actions=[BulkAction("remind", say("forms.import.remind"))],
            page_size=_SHOWN,
        )
        self.table.on_action(lambda _name, _value, people: self.remind(people))
        super().__init__([self.title, self.all, self.note, self.table])
        self.add_class("sh-card")
        self._draw()
        self.follow(book, self._changed, ["people", "actions"])

    def remind(self, people: list[int]) -> None:
        """Add a reminder for each of these who has none and is still there, as one change."""
        waiting = set(self._waiting())
        wanted = [person for person in people if person in waiting]
        if not wanted:
            self.note.say(say("forms.import.reminded_already"))
            return
        rows = [
            {"text": self._text(person), "person": person, "minutes": MINUTES} for person in wanted
        ]
        try:
            self.book.add_all("actions", rows)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.import.reminded", n=len(wanted)))

    def _text(self, person: int) -> str:
        """The reminder as the book keeps it, which is without the marks that isolate a name."""
        return str(
            clean_line(say("forms.import.write_to", name=str(self._moved.loc[person, "name"])))
        )

    def _waiting(self) -> list[int]:
        """Who has no reminder."""
        frame = self.table.frame
        return [int(person) for person in frame.index[frame["reminder"] == ""]]

    def _frame(self) -> pd.DataFrame:
        """The rows of the list: those of whom it is still true."""
        people, moved = self.book.people, self._moved
        work = ["organisation", "role"]
        still = moved[moved.index.isin(people.index)]
        there = people.loc[still.index, work]
        still = still[(still[work].to_numpy() == there.to_numpy()).all(axis=1)]
        actions = self.book.actions
        open_ = actions[actions["done_on"].isna()]
        asked = set(zip(open_["person"].tolist(), open_["text"].tolist(), strict=True))
        yes = say("forms.import.reminder_set")
        return pd.DataFrame(
            {
                "name": still["name"],
                "before": _work(still, "organisation_before", "role_before"),
                "now": _work(still, "organisation", "role"),
                "reminder": pd.Series(
                    [yes if (p, self._text(p)) in asked else "" for p in still.index],
                    index=still.index,
                    dtype="str",
                ),
            }
        )

    def _changed(self, _change: Any) -> None:
        self.table.frame = self._frame()
        self._draw()

    def _draw(self) -> None:
        waiting = len(self._waiting())
        self.all.description = say("forms.import.remind_all", n=waiting)
        self.all.layout.display = "" if waiting else "none"
        self.layout.display = "none" if self.table.frame.empty else ""


def _work(frame: pd.DataFrame, organisation: str, role: str) -> pd.Series:
    """Role and organisation as one text."""
    told = [
        " · ".join(part for part in pair if part)
        for pair in zip(frame[role].tolist(), frame[organisation].tolist(), strict=True)
    ]
    return pd.Series(told, index=frame.index, dtype="str")
