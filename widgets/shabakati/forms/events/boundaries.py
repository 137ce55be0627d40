"""One's own boundaries: three questions, an example of a rule for each, to take over or to edit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.schema import TEXT_LIMIT, clean_text
from shabakati.workbook import Workbook

STEP = "08_events"
CODES = ("confidential", "offers", "employer")
Today = Callable[[], dt.date]


def rules(answers: pd.DataFrame) -> dict[str, tuple[int, str]]:
    """The rules that were set, by code: the answer's id and its text; the latest counts."""
    mine = answers[answers["step"] == STEP]
    found: dict[str, tuple[int, str]] = {}
    for id_, question, text in zip(mine.index, mine["question"], mine["answer"], strict=True):
        code = str(question).removeprefix("boundary.")
        if question != code and code in CODES and text:
            found[code] = (int(id_), str(text))
    return {code: found[code] for code in CODES if code in found}


class Boundaries(Following):
    """Three rules are written and saved as one change; below them they stand as one's own."""

    def __init__(self, book: Workbook, today: Today = dt.date.today) -> None:
        self.book, self._today = book, today
        self.note = Note()
        self.texts = {
            code: widgets.Textarea(description=say(f"forms.boundaries.ask.{code}"), rows=3)
            for code in CODES
        }
        self.examples = {code: self._example(code) for code in CODES}
        self.save = widgets.Button(description=say("forms.boundaries.save"))
        self.save.add_class("sh-primary")
        self.save.on_click(self._save)
        self.mine = widgets.HTML()
        self.mine.add_class("sh-prose")
        asked: list[widgets.Widget] = []
        for code in CODES:
            asked += [self.texts[code], self.examples[code]]
        super().__init__([*asked, self.save, self.note, self.mine])
        self._loaded = dict.fromkeys(CODES, "")
        self._show(None)
        self.follow(book, self._show, ["answers"])

    def _example(self, code: str) -> widgets.Button:
        button = widgets.Button(description=say(f"forms.boundaries.take.{code}"))
        button.on_click(partial(self._take, code))
        return button

    def _take(self, code: str, _button: Any) -> None:
        example = say(f"forms.boundaries.example.{code}")
        before = self.texts[code].value.rstrip()
        if example not in before:  # what somebody wrote is never thrown away
            self.texts[code].value = f"{before}\n{example}" if before else example

    def _save(self, _button: Any) -> None:
        written = {c: clean_text(self.texts[c].value[: 2 * TEXT_LIMIT]) for c in CODES}
        before = rules(self.book.answers)
        changed = [c for c in CODES if written[c] != before.get(c, (0, ""))[1]]
        if not changed:
            self.note.say(say("forms.boundaries.unchanged"))
            return
        try:
            with self.book.together(say("forms.boundaries.save")):
                for code in changed:
                    self._keep(code, written[code], before)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.boundaries.saved", n=len(changed)))

    def _keep(self, code: str, text: str, before: dict[str, tuple[int, str]]) -> None:
        told = {"step": STEP, "question": f"boundary.{code}", "answer": text, "on": self._today()}
        if code not in before:
            self.book.add("answers", **told)
        elif text:
            self.book.change("answers", before[code][0], **told)
        else:
            self.book.remove("answers", before[code][0])

    def _show(self, _change: Any) -> None:
        kept = {code: text for code, (_, text) in rules(self.book.answers).items()}
        for code in CODES:
            now = kept.get(code, "")
            # A text that is being written stays, whatever else in the book changes.
            if clean_text(self.texts[code].value) in (self._loaded[code], now):
                self.texts[code].value = now
            self._loaded[code] = now
        items = "".join(
            f"<dt>{escape(say(f'forms.boundaries.short.{code}'))}</dt>"
            f'<dd dir="auto">{escape(text).replace(chr(10), "<br>")}</dd>'
            for code, text in kept.items()
        )
        title = escape(say("forms.boundaries.mine"))
        none = escape(say("forms.boundaries.none"))
        self.mine.value = f"<h3>{title}</h3><dl>{items}</dl>" if items else f"<p>{none}</p>"


def boundaries(book: Workbook, today: Today = dt.date.today) -> widgets.VBox:
    """Set rules of one's own: what is confidential, how to answer an offer, when to tell."""
    return root(Boundaries(book, today))
