"""What was found in a file, before any of it is in the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.note import Note
from shabakati.forms.table import TableView
from shabakati.intake import Intake
from shabakati.intake.matching import match_people
from shabakati.language import say
from shabakati.workbook import Workbook

SHOWN = 10  # rows of each list: a look, not the whole


class Preview(widgets.VBox):
    """How much was found, who is new, what was left out and why; and whether to take it."""

    def __init__(self, book: Workbook, intake: Intake) -> None:
        self._chosen: Callable[[bool], Any] = lambda take: None
        known = set(match_people(book.people, intake.people))
        new = len(intake.people) - len(known)
        said = [say("forms.contacts.found", n=len(intake.people))]
        if known:
            said.append(say("forms.contacts.known", n=len(known)))
        if len(intake.left_out):
            said.append(say("forms.contacts.left_out", n=len(intake.left_out)))
        summary = Note("\n".join(said))
        self.take = widgets.Button(
            description=say("forms.contacts.take", n=new) if new else say("forms.contacts.update")
        )
        self.take.add_class("sh-primary")
        self.leave = widgets.Button(description=say("forms.contacts.leave"))
        self.take.on_click(lambda _: self._choose(True))
        self.leave.on_click(lambda _: self._choose(False))
        super().__init__(
            [summary, widgets.HBox([self.take, self.leave]), _people(intake, known), *_rest(intake)]
        )
        self.add_class("sh-card")

    def on_choice(self, act: Callable[[bool], Any]) -> None:
        """Call `act(take)` when the person has chosen."""
        self._chosen = act

    def _choose(self, take: bool) -> None:
        self.take.disabled = self.leave.disabled = True
        try:
            self._chosen(take)
        finally:
            self.take.disabled = self.leave.disabled = False


def _people(intake: Intake, known: set[int]) -> TableView:
    """The people found, with whether they are new."""
    words = {True: say("forms.contacts.is_known"), False: say("forms.contacts.is_new")}
    frame = intake.people.assign(state=[words[i in known] for i in intake.people.index])
    columns = [
        schema_column("people", "name"),
        ListColumn("state", say("forms.contacts.state")),
        *(schema_column("people", n) for n in ("organisation", "role", "met_on")),
    ]
    return TableView(
        frame,
        columns,
        say("forms.contacts.people"),
        empty=say("forms.contacts.nobody"),
        searched=("name", "organisation", "role"),
        page_size=SHOWN,
    )


def _rest(intake: Intake) -> list[widgets.Widget]:
    """What was left out, by reason, and each row of it."""
    left_out = intake.left_out
    if left_out.empty:
        return []
    cards = Cards(say("forms.contacts.reasons"))
    frame = left_out.reset_index(drop=True)
    reasons = frame["reason"].value_counts()
    table = TableView(
        frame,
        [
            ListColumn("text", say("forms.contacts.text")),
            ListColumn("reason", say("forms.contacts.reason"), show=say),
            ListColumn("file", say("forms.contacts.file"), "ltr"),
            ListColumn("row", say("forms.contacts.row"), "ltr"),
        ],
        say("forms.contacts.reasons"),
        searched=("text", "file"),
        page_size=SHOWN,
    )
    table.layout.display = "none"
    opened: list[str] = []

    def press(key: str, _name: str) -> None:
        again = opened == [key]
        opened[:] = [] if again else [key]
        table.frame = frame if again else frame[frame["reason"] == key]
        table.layout.display = "none" if again else ""
        cards.show(_reason_cards(reasons, opened))

    cards.on_press(press)
    cards.show(_reason_cards(reasons, opened))
    return [cards, table]


def _reason_cards(reasons: pd.Series, opened: list[str]) -> list[Card]:
    """One card a reason, with how many rows it left out."""
    return [
        Card(
            str(reason),
            say("forms.contacts.rows", n=int(count)),
            say(str(reason)),
            (Press("open", say("forms.contacts.show"), open=str(reason) in opened),),
        )
        for reason, count in reasons.items()
    ]
