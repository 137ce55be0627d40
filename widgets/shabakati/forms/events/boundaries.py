"""Boundaries: what is confidential, how to answer an offer, when to tell one's employer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.schema import TEXT_LIMIT
from shabakati.workbook import Workbook

STEP = "08_events"
CODES = ("confidential", "offers", "employer")


class Boundary(Following):
    """One question, an example to adopt, and the rule that is kept as one's own."""

    def __init__(self, book: Workbook, code: str, today: Callable[[], dt.date]) -> None:
        self.book, self.code, self.today = book, code, today
        self.note = Note()
        asks = say(f"forms.boundaries.asks.{code}")
        self.rule = widgets.Textarea(description=asks, placeholder="")
        self.rule.add_class("sh-wide-label")
        self.adopt = widgets.Button(description=say("forms.boundaries.adopt"))
        self.adopt.on_click(lambda _: self._adopt())
        self.save = widgets.Button(description=say("forms.boundaries.save"))
        self.save.add_class("sh-primary")
        self.save.on_click(lambda _: self._save())
        self.example = widgets.Label(say(f"forms.boundaries.example.{code}"))
        row = widgets.HBox([self.save, self.adopt])
        super().__init__([self.rule, self.example, row, self.note])
        self._kept = ""
        self.follow(book, lambda _: self._load(), ["answers"])
        self._load()

    @property
    def _question(self) -> str:
        return f"boundary.{self.code}"

    def _row(self) -> int | None:
        answers = self.book.answers
        mine = (answers["step"] == STEP) & (answers["question"] == self._question)
        return int(answers.index[mine][-1]) if mine.any() else None

    def _load(self) -> None:
        row = self._row()
        kept = str(self.book.answers.at[row, "answer"]) if row is not None else ""
        if self.rule.value == self._kept:  # what is being typed stays
            self.rule.value = kept
        self._kept = kept

    def _adopt(self) -> None:
        self.rule.value = say(f"forms.boundaries.example.{self.code}")

    def _save(self) -> None:
        told: dict[str, Any] = {"answer": str(self.rule.value)[:TEXT_LIMIT], "on": self.today()}
        row = self._row()
        try:
            if row is not None:
                self.book.change("answers", row, **told)
            else:
                self.book.add("answers", step=STEP, question=self._question, **told)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.boundaries.saved"))


def boundaries(book: Workbook, today: Callable[[], dt.date] = dt.date.today) -> widgets.VBox:
    """Three questions about offers and secrets, each with a rule of one's own."""
    return root(*(Boundary(book, code, today) for code in CODES))
