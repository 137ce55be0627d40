"""One person at a time, with the likeliest answer: one key accepts it, others choose or skip."""

from __future__ import annotations

from typing import Any, NamedTuple

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.browser import template
from shabakati.forms.deck import Deck
from shabakati.forms.facts import facts
from shabakati.forms.following import Following
from shabakati.forms.people import choice_options
from shabakati.forms.root import root
from shabakati.forms.sitting import Sitting, counted
from shabakati.forms.suggested import suggested_in
from shabakati.language import say
from shabakati.people.gathering import Likeliest, likeliest
from shabakati.people.suggest import COLUMNS
from shabakati.schema import TABLES
from shabakati.workbook import Workbook

AHEAD = 12  # people whom the browser holds, so that the next one is there at once
_WORDS = ("start", "go_on", "stop", "skip", "back", "remove", "sure_remove", "keep")
_STATES = ("saving", "wait", "no_guess")


class Onward(NamedTuple):
    """Where the walk goes on: a step's name, and the words of the button."""

    step: str
    label: str


class OneByOne(Following):
    """The people without a value in one column, one at a time.

    The order is that of `gathering.in_turn`: an organisation at a time, the surest first. The
    browser holds the next few people and shows each at once; what it was told is done here one
    after the other, and only then called saved. Nothing but the ways back is kept here: who is
    sorted and who was skipped is in the book.
    """

    def __init__(self, book: Workbook, column: str, onward: Onward | None) -> None:
        if column not in COLUMNS:
            raise ValueError(f"column must be one of {COLUMNS}, got {column!r}")
        self.book = book
        self.column = column
        self.found = suggested_in(book)
        self.sitting = Sitting(book, column, lambda: self.found.suggestions)
        self.codes = {code for code, _ in choice_options(column)}
        self._opened = False
        self._known: dict[int, dict[str, Any]] = {}
        self._said = ("", "plain")
        self.deck = Deck(_words(book, column, onward))
        self.deck.on_deed(self._do)
        self.deck.on_open(self._open)
        self.deck.on_again(self._again)
        super().__init__([self.deck])
        self.found.listen(self._draw)
        self.follow(book, self._changed, TABLES)
        self._draw()

    def close(self) -> None:
        """Let go of the book, and close all that is inside."""
        if self._followed:
            self.found.leave(self._draw)
        super().close()

    def _open(self) -> None:
        self._opened = True
        self._draw()

    def _again(self) -> None:
        self._try(self.sitting.again)
        self._draw()

    def _changed(self, _change: Any) -> None:
        if not self.sitting.busy:
            self._known = {}
            self.sitting.reorder()
            self._draw()

    def _do(self, what: str, person: int, value: str) -> None:
        """Do what the browser asks, if it may be; say why, if not."""
        self._said = ("", "plain")
        if what == "answer" and value in self.codes:
            self._try(lambda: self.sitting.answer(person, value), "forms.one.elsewhere")
        elif what == "skip":
            self._try(lambda: self.sitting.skip(person))
        elif what == "remove":
            people = self.book.people
            name = str(people.at[person, "name"]) if person in people.index else ""
            if self._try(lambda: self.sitting.remove(person), "forms.one.elsewhere"):
                self._said = (say("forms.one.removed", name=name), "good")
        elif what == "back":
            self._try(lambda: self.sitting.back(person or None), "forms.one.no_back")
        self._draw()

    def _try(self, act: Any, refused: str = "") -> bool:
        """Whether it was done; if not, it is said why."""
        try:
            done = act()
        except ShabakatiError as error:
            self._said = (str(error), "error")
            return False
        if not done and refused:
            self._said = (say(refused), "error")
        return bool(done)

    def _draw(self) -> None:
        if self.sitting.busy:
            return  # the deed under way draws when it is done
        people = self.book.people
        count = counted(people, self.column)
        skipped = len(self.sitting.skipped())
        left = count["total"] - count["sorted"] - skipped
        text, tone = self._said
        self.deck.view = {
            **count,
            "open": self._opened,
            "left": left,
            "skipped": skipped,
            "progress": say("forms.one.progress", n=count["total"], sorted=count["sorted"]),
            "again": say("forms.one.again", n=skipped),
            "ended": self._ended(count["total"], skipped) if left == 0 else "",
            "ahead": self._ahead() if self._opened else [],
            "said": {"text": text, "tone": tone},
            "acked": self.deck.acked,
        }

    def _ended(self, total: int, skipped: int) -> str:
        if not total:
            return say("forms.one.nobody")
        return say("forms.one.ended", n=skipped) if skipped else say("forms.one.all_sorted")

    def _ahead(self) -> list[dict[str, Any]]:
        ids = self.sitting.ahead(AHEAD)
        suggestions = self.found.suggestions
        hints = likeliest(suggestions[suggestions["person"].isin(ids)], self.column)
        # A deed changes nothing of what is known of those who follow.
        self._known = {id_: self._known.get(id_) or self._card(id_) for id_ in ids}
        return [self._known[id_] | _guess(hints.get(id_)) for id_ in ids]

    def _card(self, id_: int) -> dict[str, Any]:
        people = self.book.people
        person = pd.Series(people.loc[id_])
        texts = {name: str(person[name]) for name in ("name", "organisation", "role")}
        return {"id": id_, **texts, "facts": facts(person, people, self.column)}


def _guess(hint: Likeliest | None) -> dict[str, str]:
    why = say(f"people.suggest.{hint.reason}", about=hint.about) if hint else ""
    return {"code": hint.value if hint else "", "why": why}


def _words(book: Workbook, column: str, onward: Onward | None) -> dict[str, Any]:
    """All that the browser says by itself."""
    options = choice_options(column)
    kept = "saved" if book.path else "kept"
    return {name: say(f"forms.one.{name}") for name in _WORDS + _STATES} | {
        "saved": say(f"forms.one.{kept}"),
        "asks": say(f"forms.one.asks.{column}"),
        "legend": say("forms.one.legend", n=len(options)),
        "likeliest": template("forms.one.likeliest", "value"),
        "sure": template("forms.one.sure", "name"),
        "options": [list(option) for option in options],
        "onward": onward._asdict() if onward else None,
    }


def one_by_one(
    book: Workbook, column: str = "relation", onward: Onward | None = None
) -> widgets.VBox:
    """Those of whom `column` is not said, one at a time, by keys or touch.

    Parameters
    ----------
    column : `relation`, `place` or `network_type`.
    onward : a way to the next step, shown when all had their turn.
    """
    return root(OneByOne(book, column, onward))
