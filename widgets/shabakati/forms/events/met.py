"""Who was met at an event: known people are found by name, the others become people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.finding import plain
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.schema import LIST_LIMIT, clean_line
from shabakati.vocabulary import Direction, ExchangeKind, Place
from shabakati.workbook import Workbook

_LONGEST = 50_000  # characters of what is typed at once
Today = Callable[[], dt.date]


class Met(Following):
    """An event is picked and names are written, one a line; one undo takes all of it back."""

    def __init__(self, book: Workbook, today: Today = dt.date.today) -> None:
        self.book, self._today = book, today
        self.note = Note()
        self.event = widgets.Dropdown(description=say("forms.met.event"))
        self.names = widgets.Textarea(description=say("forms.met.names"), rows=4)
        self.add = widgets.Button(description=say("forms.met.add"))
        self.add.on_click(self._add)
        super().__init__([self.event, self.names, self.add, self.note])
        self._list(None)
        self.follow(book, self._list, ["events"])

    def _list(self, _change: Any) -> None:
        picked, today = self.event.value, self._today()
        frame = self.book.events
        held = [
            (str(name), int(event))
            for event, name, on in zip(frame.index, frame["name"], frame["on"], strict=True)
            if not isinstance(on, dt.date) or on <= today
        ]
        self.event.options = held
        if held:
            there = [event for _, event in held]
            self.event.value = picked if picked in there else there[-1]
        self.add.disabled = not held

    def _add(self, _button: Any) -> None:
        lines = map(clean_line, self.names.value[:_LONGEST].splitlines())
        names = list({plain(line): line for line in lines if line}.values())[:LIST_LIMIT]
        if self.event.value is None or not names:
            self.note.say(say("forms.met.nobody"), "error")
            return
        known: dict[str, list[int]] = {}
        people = self.book.people
        for person, name in zip(people.index, people["name"], strict=True):
            known.setdefault(plain(name), []).append(int(person))
        namesakes = [name for name in names if len(known.get(plain(name), ())) > 1]
        if namesakes:
            self.note.say(say("forms.met.namesakes", name=namesakes[0]), "error")
            return
        try:
            with self.book.together(say("forms.met.add")):
                count = self._keep(self.event.value, names, known)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.names.value = ""
        say_done(self.book, self.note, say("forms.met.added", n=count))

    def _keep(self, event: int, names: list[str], known: dict[str, list[int]]) -> int:
        row = self.book.row("events", event)
        on = row["on"] or self._today()
        new = [name for name in names if plain(name) not in known]
        fresh = {"place": Place.EVENT.value, "met_on": on}
        ids = self.book.add_all("people", [{"name": name, **fresh} for name in new])
        ids += [known[plain(name)][0] for name in names if plain(name) in known]
        there = set(row["people"])
        self.book.change("events", event, people=[*row["people"], *(set(ids) - there)])
        log = self.book.exchanges
        met = (log["kind"] == ExchangeKind.MET.value) & (log["event"] == event).fillna(False)
        said = set(log.loc[met, "person"])
        touch = {
            "on": on,
            "kind": ExchangeKind.MET.value,
            "direction": Direction.BOTH.value,
            "event": event,
        }
        self.book.add_all("exchanges", [{"person": i, **touch} for i in ids if i not in said])
        return len(ids)


def met(book: Workbook, today: Today = dt.date.today) -> widgets.VBox:
    """Write down whom you met at an event."""
    return root(Met(book, today))
