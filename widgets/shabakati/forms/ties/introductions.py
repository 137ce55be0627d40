"""Who introduced you to whom: asked once of each person of the circle, one at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Card, Cards, Choice, Press
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.insight.asking import STEP, ties_of
from shabakati.insight.circle import members
from shabakati.language import say
from shabakati.people.milieus import milieus
from shabakati.schema import ME
from shabakati.workbook import Workbook

UNKNOWN = "introduced:"  # the question, with an id, of those of whom it is not remembered
LIKELY = 4  # people offered by a button
TABLES = ["people", "ties", "answers", "events", "goals", "exchanges"]


class Introductions(Following):
    """One person at a time; who was answered for is in the book."""

    def __init__(self, book: Workbook, today: dt.date | None = None) -> None:
        self.book, self.today = book, today
        self.note = Note()
        self.progress = Note()
        self.cards = Cards(say("forms.introductions.label"))
        self.cards.on_press(self._pressed)
        self.cards.on_choose(self._pressed)
        super().__init__([self.note, self.progress, self.cards])
        self.follow(book, lambda _: self._draw(), TABLES)
        self._draw()

    def _draw(self) -> None:
        book = self.book
        today = self.today or dt.date.today()
        ids = members(book.people, book.exchanges, book.goals, today)
        waiting = [id_ for id_ in ids if self._open(id_)]
        told = len(ids) - len(waiting)
        if not ids:
            self.progress.say(say("forms.introductions.nobody"))
        elif not waiting:
            self.progress.say(say("forms.introductions.done"), "good")
        else:
            self.progress.say(say("forms.introductions.progress", n=len(ids), told=told))
        self.cards.show([self._card(waiting[0], ids)] if waiting else [])

    def _open(self, id_: int) -> bool:
        if self.book.people["introduced_by"].notna()[id_]:
            return False
        answers = self.book.answers
        asked = (answers["step"] == STEP) & (answers["question"] == f"{UNKNOWN}{id_}")
        return not asked.any()

    def _card(self, id_: int, ids: list[int]) -> Card:
        people = self.book.people
        person = people.loc[id_]
        likely = self._likely(id_, ids)
        names = people.loc[likely, "name"]
        acts = [Press(str(ME), say("forms.introductions.me"), "primary")]
        acts += [Press(str(i), str(names[i])) for i in likely[:LIKELY]]
        acts.append(Press("unknown", say("forms.introductions.unknown")))
        options = tuple((str(i), str(names[i])) for i in likely[LIKELY:])
        choice = Choice(say("forms.introductions.other"), say("forms.introductions.give"), options)
        about = " · ".join(str(person[c]) for c in ("role", "organisation") if person[c])
        title = say("forms.introductions.asks", name=str(person["name"]))
        return Card(str(id_), title, about, tuple(acts), choice=choice if options else None)

    def _likely(self, id_: int, ids: Iterable[int]) -> list[int]:
        """The others of the circle: those who know the person, then those who share a milieu."""
        book = self.book
        others = [other for other in ids if other != id_]
        shown = book.people.loc[[id_, *others]]
        mine = str(book.profile.loc[1, "organisation"])
        near = {
            member
            for milieu in milieus(shown, book.events, mine)
            if id_ in milieu.members
            for member in milieu.members
        }
        known = {person for pair in ties_of(book.ties) if id_ in pair for person in pair}
        return sorted(others, key=lambda other: -2 * (other in known) - (other in near))

    def _pressed(self, key: str, name: str) -> None:
        id_ = int(key)
        try:
            if name == "unknown":
                told = {"step": STEP, "question": f"{UNKNOWN}{id_}", "answer": "unknown"}
                self.book.add("answers", **told, on=self.today or dt.date.today())
            else:
                self.book.change("people", id_, introduced_by=int(name))
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        who = {
            "unknown": say("forms.introductions.unknown"),
            str(ME): say("forms.introductions.me"),
        }
        by = who.get(name) or str(self.book.people.at[int(name), "name"])
        person = str(self.book.people.at[id_, "name"])
        say_done(self.book, self.note, say("forms.introductions.told", name=person, by=by))


def introductions(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """Who introduced you to each person of your circle: yourself, somebody, or not remembered."""
    return root(Introductions(book, today))
