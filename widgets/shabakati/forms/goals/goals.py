"""Goals under the three benefits: written, changed, reached, dropped; examples to begin with."""

from __future__ import annotations

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.fields import Section
from shabakati.forms.following import Following
from shabakati.forms.listing import schema_column
from shabakati.forms.records import Kind, Records
from shabakati.forms.root import root
from shabakati.forms.table import BulkAction
from shabakati.language import say, word
from shabakati.vocabulary import Benefit, GoalState
from shabakati.workbook import Workbook

EXAMPLES = 2  # for each benefit


def kind() -> Kind:
    """Goals as a list and a form."""
    shown = ("text", "benefit", "organisations", "by", "state")
    states = tuple((str(state), word(state)) for state in GoalState)
    return Kind(
        table="goals",
        part="goals",
        follows=("goals",),
        sections=[Section(("benefit", "text", "organisations", "roles", "topics", "by", "state"))],
        columns=[schema_column("goals", name) for name in shown],
        frame=_open_first,
        begin=lambda: {"state": GoalState.OPEN.value},
        filters=[schema_column("goals", name) for name in ("benefit", "state")],
        choices=[BulkAction("state", say("forms.goals.state"), "buttons", states)],
    )


class Goals(Following):
    """The goals, and examples that a press puts into the form, where they are made one's own."""

    def __init__(self, book: Workbook) -> None:
        self.records = Records(book, kind())
        self.examples = Cards(say("forms.goals.examples"))
        self.examples.on_press(self._take)
        self.examples.show(
            Card(
                f"{benefit}-{at}",
                _example(benefit, at),
                word(benefit),
                (Press("take", say("forms.goals.take")),),
            )
            for benefit in Benefit
            for at in range(1, EXAMPLES + 1)
        )
        self.more = widgets.Button()
        self.more.on_click(lambda _: self._show_examples(not self._examples_shown))
        super().__init__([self.more, self.examples, self.records])
        self._show_examples(book.goals.empty)

    def _show_examples(self, shown: bool) -> None:
        self._examples_shown = shown
        self.examples.layout.display = "" if shown else "none"
        self.more.description = say("forms.goals.fold" if shown else "forms.goals.unfold")

    def _take(self, key: str, _name: str) -> None:
        benefit, at = key.rsplit("-", 1)
        if self.records.edited:
            self.records.note.say(say("forms.records.unsaved"), "error")
        else:
            text = _example(Benefit(benefit), int(at))
            begin = {**self.records.kind.begin(), "benefit": benefit, "text": text}
            self.records.show(None, begin)
            self.records.note.say(say("forms.goals.taken"))
        self.records.fields.focus()


def _example(benefit: Benefit, at: int) -> str:
    return say(f"forms.goals.example.{benefit.value}.{at}")


def _open_first(book: Workbook) -> pd.DataFrame:
    """Goals, the open ones first, then as they were written."""
    order = book.goals["state"].cat.codes if len(book.goals) else book.goals["state"]
    return book.goals.loc[order.sort_values(kind="stable").index]


def goals(book: Workbook) -> widgets.VBox:
    """Your goals under the three benefits: add, change, remove; say which are reached."""
    return root(Goals(book))
