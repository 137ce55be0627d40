"""The ladder: one small step a week, and what came of it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from shabakati.coach.ladder import Ladder, Outcome, Rung, as_answer, ladder
from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say, say_date, word
from shabakati.schema import TEXT_LIMIT, clean_text
from shabakati.vocabulary import Comfort
from shabakati.workbook import Workbook

YOU = 1  # the id of the profile's one row


class LadderForm(Following):
    """How easy it is, the rung for this week, how it went, and all the rungs with their state."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self._today = today
        self.note = Note()
        self.comfort = widgets.Dropdown(
            options=[(say("forms.field.unsaid"), None), *((word(c), c.value) for c in Comfort)],
            description=say("schema.profile.comfort"),
        )
        self.now = widgets.HTML()
        self.now.add_class("sh-prose")
        self.told = widgets.Textarea(description=say("forms.ladder.told"), rows=2)
        self.acts = widgets.HBox([self._button(outcome) for outcome in Outcome])
        self.acts.add_class("sh-actions")
        self.rungs = widgets.HTML()
        super().__init__([self.comfort, self.now, self.told, self.acts, self.note, self.rungs])
        self._show(None)
        self.comfort.observe(self._set_comfort, names=["value"])
        self.follow(book, self._show, ["profile", "answers"])

    @property
    def stands(self) -> Ladder:
        """Where the book's owner stands today."""
        comfort = self.book.row("profile", YOU)["comfort"]
        return ladder(self.book.answers, comfort, self._today or dt.date.today())

    def _button(self, outcome: Outcome) -> widgets.Button:
        button = widgets.Button(description=say(f"forms.ladder.{outcome.value}"))
        button.on_click(partial(self._log, outcome))
        return button

    def _set_comfort(self, change: Any) -> None:
        if change.new == self.book.row("profile", YOU)["comfort"]:
            return
        try:
            self.book.change("profile", YOU, comfort=change.new)
        except ShabakatiError as error:
            self.note.say(str(error), "error")

    def _log(self, outcome: Outcome, _button: Any) -> None:
        rung = self.stands.rung
        if rung is None:
            return
        told = clean_text(self.told.value)[: TEXT_LIMIT // 2]
        day = self._today or dt.date.today()
        try:
            self.book.add("answers", **as_answer(rung, outcome, told, day))
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.told.value = ""
        say_done(self.book, self.note, say(f"forms.ladder.said.{outcome.value}"))

    def _show(self, _change: Any) -> None:
        stands = self.stands
        self.comfort.value = self.book.row("profile", YOU)["comfort"]
        top = stands.rung is None
        for widget in (self.told, self.acts):
            widget.layout.display = "none" if top else ""
        self.now.value = "".join(f"<p>{escape(text)}</p>" for text in _now(stands))
        items = "".join(_item(rung, stands) for rung in Rung)
        label = escape(say("forms.ladder.all"))
        self.rungs.value = f'<ol class="sh-rungs" aria-label="{label}">{items}</ol>'


def _now(stands: Ladder) -> list[str]:
    if stands.rung is None:
        return [say("forms.ladder.top")]
    what = say(f"coach.rung.{stands.rung.value}")
    if stands.waits:
        return [say("forms.ladder.waits", on=say_date(stands.begins)), what]
    return [say("forms.ladder.this_week"), what]


def _item(rung: Rung, stands: Ladder) -> str:
    state = "done" if rung in stands.climbed else "here" if rung is stands.rung else "open"
    current = ' aria-current="step"' if state == "here" else ""
    notes = [one.note for one in stands.tried if one.rung is rung and one.note]
    told = "".join(f'<small dir="auto">{escape(note)}</small>' for note in notes[-2:])
    what, how = escape(say(f"coach.rung.{rung.value}")), escape(say(f"forms.ladder.state.{state}"))
    return f'<li data-state="{state}"{current}><span>{what}</span> <em>{how}</em>{told}</li>'


def climb(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """A ladder of small steps, online first, one a week; a way to practise, not a cure."""
    return root(LadderForm(book, today))
