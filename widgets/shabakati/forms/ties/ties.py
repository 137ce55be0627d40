"""Who knows whom: what is asked, what was told, and the table of all pairs."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.ties.asking import Asking, Person, Question
from shabakati.forms.ties.matrix import Matrix
from shabakati.forms.undo import say_done
from shabakati.insight.asking import (
    APART,
    STEP,
    Asked,
    Pair,
    apart_of,
    apart_text,
    open_pairs,
    others_of,
    pairs_of,
    ties_of,
    to_ask,
)
from shabakati.insight.circle import members
from shabakati.language import say
from shabakati.people.milieus import Milieu, milieus
from shabakati.workbook import Workbook

TABLES = ["people", "ties", "answers", "events", "profile"]


class Ties(Following):
    """Asks for the ties of the circle. What was told is in the book: nothing is kept here.

    A milieu that was put off is asked about again when somebody wants it, or another time.
    """

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book = book
        self.today = today
        self.note = Note()
        self.asking = Asking()
        self.asking.on_told(self._told)
        self.matrix = Matrix()
        self.matrix.on_tie(self._set)
        self.put_off: set[str] = set()
        self.people: list[int] = []
        self._milieus: dict[str, Milieu] = {}
        super().__init__([self.note, self.asking, self.matrix])
        self.add_class("sh-ties")
        self.follow(book, self._changed, TABLES)
        self._draw()

    def _changed(self, _change: Any) -> None:
        self._draw()

    def _draw(self) -> None:
        book = self.book
        frame = book.people
        self.people = self._asked()
        shown = frame.loc[self.people]
        names = dict(zip(self.people, shown["name"].tolist(), strict=True))
        mine = str(book.profile.loc[1, "organisation"])
        self._milieus = {m.key: m for m in milieus(shown, book.events, mine)}
        ties = ties_of(book.ties) & pairs_of(self.people)
        left = open_pairs(self.people, ties, apart_of(book.answers))
        total = len(self.people) * (len(self.people) - 1) // 2
        asked = to_ask(self._milieus.values(), left)
        questions = [_question(a, names) for a in asked if a.milieu.key not in self.put_off]
        self.asking.show(
            questions,
            _people(left, ties, names, shown["organisation"]),
            {
                "text": say("forms.ties.progress", n=total, told=total - len(left))
                if total
                else say("forms.ties.nobody"),
                "done": total - len(left),
                "total": total,
            },
            sum(a.milieu.key in self.put_off for a in asked),
        )
        self.matrix.show(names, book.ties, left)

    def _asked(self) -> list[int]:
        book = self.book
        today = self.today or dt.date.today()
        return members(book.people, book.exchanges, book.goals, today)

    def _told(self, what: str, key: str, ids: list[int]) -> None:
        if what == "later":
            self.put_off.add(key)
            self._draw()
        elif what == "again":
            self.put_off.clear()
            self._draw()
        elif what == "all":
            self._tie(ids)
        elif what == "none":
            self._keep_apart(self._milieus[key].members)
        elif what == "rest":
            self._keep_apart(self.people)
        elif what == "link":
            a, b = sorted(ids)
            self._set(a, b, None if (a, b) in ties_of(self.book.ties) else 0)

    def _tie(self, ids: list[int]) -> None:
        new = sorted(pairs_of(ids) - ties_of(self.book.ties))
        if self._do(lambda: self.book.add_all("ties", [{"a": a, "b": b} for a, b in new])):
            say_done(self.book, self.note, say("forms.ties.added", n=len(new)))

    def _keep_apart(self, ids: Any) -> None:
        told = {"step": STEP, "question": APART, "answer": apart_text(ids)}
        if self._do(lambda: self.book.add("answers", **told, on=self.today or dt.date.today())):
            say_done(self.book, self.note, say("forms.ties.apart"))

    def _set(self, a: int, b: int, strength: int | None) -> None:
        """No tie (None), a tie (0), or a tie of this strength, between two people."""
        ties = self.book.ties
        here = ties.index[(ties["a"] == a) & (ties["b"] == b)]
        if strength is None:
            self._do(lambda: self._part(a, b, [int(i) for i in here]))
        elif len(here):
            self._do(lambda: self.book.change("ties", int(here[0]), strength=strength or None))
        else:
            self._do(lambda: self.book.add("ties", a=a, b=b, strength=strength or None))

    def _part(self, a: int, b: int, here: list[int]) -> None:
        with self.book.together("apart"):
            if here:
                self.book.remove("ties", here)
            told = {"step": STEP, "question": APART, "answer": apart_text((a, b))}
            self.book.add("answers", **told, on=self.today or dt.date.today())

    def _do(self, act: Any) -> bool:
        try:
            act()
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return False
        self.note.clear()
        return True


def _question(asked: Asked, names: dict[int, str]) -> Question:
    milieu, n = asked.milieu, len(asked.people)
    about = say("forms.ties.some_left") if asked.again else say("forms.ties.all_of", n=n)
    return Question(
        milieu.key,
        say(f"forms.ties.milieu.{milieu.kind}", about=milieu.about),
        about,
        tuple((id_, names[id_]) for id_ in asked.people),
        asked.again,
    )


def _people(
    left: set[Pair], ties: set[Pair], names: dict[int, str], works: pd.Series
) -> list[Person]:
    """Who has an open pair, those with the most first, and whom they may know or do."""
    found = []
    for id_, others in others_of(left).items():
        known = sorted(b if a == id_ else a for a, b in ties if id_ in (a, b))
        told = [(other, names[other], True) for other in known]
        told += [(other, names[other], False) for other in others]
        about = say("forms.ties.knows_n", n=len(known))
        found.append(Person(id_, names[id_], about, tuple(told)))
    return found


def ties(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """Who of your circle knows whom: by milieu, then person by person, then in a table of all.

    Parameters
    ----------
    today : the day that is kept with an answer; the clock's unless given.
    """
    return root(Ties(book, today))
