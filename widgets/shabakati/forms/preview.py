"""What was found in a file, before any of it is in the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.besides import SHOWN, besides
from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.note import Note
from shabakati.forms.table import TableView
from shabakati.forms.unfolding import Unfolding
from shabakati.intake import Added, Intake
from shabakati.intake.book import known_rows
from shabakati.intake.rehearsal import changes, rehearse
from shabakati.language import say
from shabakati.people.organisations import same_organisation
from shabakati.workbook import Workbook

_AT_ONCE = 3_000  # new people that are added, to see what comes of it, while somebody waits


class Preview(Following):
    """How much was found, who is new, what was left out and why; and whether to take it."""

    def __init__(self, book: Workbook, intake: Intake, more: bool = False) -> None:
        """Show what an intake holds; `more` says that taking it changes something else too."""
        self._chosen: Callable[[bool], Any] = lambda take: None
        known, self._new = known_rows(book, intake)
        added = _rehearsed(book, intake, self._new)
        self._anything = more or added is None or changes(added)
        self.summary = Note("\n".join(_told(intake, len(known), added, self._anything)))
        self.take = widgets.Button(description=_taking(self._new))
        self.take.add_class("sh-primary")
        self.leave = widgets.Button(
            description=say("forms.contacts.leave" if self._anything else "forms.import.close")
        )
        self.take.layout.display = "" if self._anything else "none"
        self.take.on_click(lambda _: self._choose(True))
        self.leave.on_click(lambda _: self._choose(False))
        lines = list(besides(intake))
        super().__init__(
            [
                self.summary,
                widgets.HBox([self.take, self.leave]),
                _people(intake, known),
                *([Unfolding(say("forms.contacts.reasons"), lines)] if lines else []),
            ]
        )

    def on_choice(self, act: Callable[[bool], Any]) -> None:
        """Call `act(take)` when the person has chosen."""
        self._chosen = act

    def wait(self) -> None:
        """Say that the file is read again: what stands here is not what will be taken."""
        self.take.disabled = True
        self.summary.say(say("forms.import.again"))

    def fail(self, problem: str) -> None:
        """Say why it could not be read again: what stands here cannot be taken."""
        self.take.disabled = True
        self.summary.say(problem, "error")

    def _choose(self, take: bool) -> None:
        if take and (self.take.disabled or not self._anything):
            return
        self.take.disabled = self.leave.disabled = True
        try:
            self._chosen(take)
        finally:
            self.take.disabled = self.leave.disabled = False


def _rehearsed(book: Workbook, intake: Intake, new: int) -> Added | None:
    """What taking the intake would change; None where finding out takes too long, or fails."""
    if new > _AT_ONCE:
        return None
    try:
        return rehearse(book, intake, same_organisation)
    except ShabakatiError:  # it is said when it is taken
        return None


def _told(intake: Intake, known: int, added: Added | None, anything: bool) -> list[str]:
    """The sentences above the list."""
    people = len(intake.people)
    said = [say("forms.contacts.found", n=people)]
    if known and anything:
        said.append(say("forms.contacts.known", n=known))
    moved = sum(move.job for move in added.moved) if added else 0
    if moved:
        said.append(say("forms.import.will_move", n=moved))
    if len(intake.left_out):
        said.append(say("forms.contacts.left_out", n=len(intake.left_out)))
    if not anything:
        said.append(say("forms.import.nothing_new" if people else "forms.import.nothing_here"))
    return said


def _taking(new: int) -> str:
    return say("forms.contacts.take", n=new) if new else say("forms.contacts.update")


def _people(intake: Intake, known: set[int]) -> TableView:
    """The people found, with whether they are new."""
    words = {True: say("forms.contacts.is_known"), False: say("forms.contacts.is_new")}
    frame = intake.people.assign(state=[words[i in known] for i in intake.people.index])
    shown = ["organisation", "role", "emails", "phones", "met_on"]
    columns = [
        schema_column("people", "name"),
        ListColumn("state", say("forms.contacts.state")),
        *(schema_column("people", n) for n in shown if frame[n].map(bool).any()),
    ]
    return TableView(
        frame,
        columns,
        say("forms.contacts.people"),
        empty=say("forms.contacts.nobody"),
        searched=("name", "organisation", "role"),
        page_size=SHOWN,
    )
