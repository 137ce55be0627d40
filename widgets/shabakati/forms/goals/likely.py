"""Who is likely to know about a topic: one of the goals', or one's own words."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.finding import name_of
from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.table import TableView
from shabakati.insight import likely_to_know as find_likely
from shabakati.insight.matching_needs import needs_of
from shabakati.language import say
from shabakati.schema import LINE_LIMIT, clean_line
from shabakati.workbook import Workbook

OFFERED = 6  # topics of the goals at once
SHOWN = 8  # people at once


class LikelyToKnow(Following):
    """Asks for a topic and lists who is likely to know, with what says so."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.topic = widgets.Text(description=say("forms.likely.topic"))
        self.ask = widgets.Button(description=say("forms.likely.ask"))
        self.ask.on_click(lambda _: self._answer())
        self.offered = Cards(say("forms.likely.offered"))
        self.offered.on_press(self._take)
        self.note = Note()
        self.table = TableView(
            pd.DataFrame({"name": [], "by": [], "text": []}),
            [
                schema_column("people", "name"),
                ListColumn("by", say("forms.likely.by"), show=_column_word),
                ListColumn("text", say("forms.likely.text")),
            ],
            say("forms.likely.found"),
            empty=say("forms.likely.nobody"),
            page_size=SHOWN,
        )
        super().__init__([self.topic, self.ask, self.offered, self.note, self.table])
        self.table.layout.display = "none"
        self._offer(None)
        self.follow(book, self._offer, ["goals"])

    def _offer(self, _change: Any) -> None:
        """The first few topics that the open goals ask for."""
        asked = needs_of(self.book.goals, ("topics", "roles"))
        needs = dict.fromkeys(need for _, need in asked)
        self.offered.show(
            Card(need, need, "", (Press("ask", say("forms.likely.ask")),))
            for need in list(needs)[:OFFERED]
        )

    def _take(self, key: str, _name: str) -> None:
        self.topic.value = key
        self._answer()

    def _answer(self) -> None:
        topic = clean_line(self.topic.value[:LINE_LIMIT])
        if not topic:
            self.note.say(say("forms.likely.empty"), "error")
            return
        found = find_likely(self.book.people, topic)
        names = [name_of(self.book.people, int(id_)) for id_ in found.index]
        self.table.frame = found.assign(name=names)
        self.table.layout.display = ""
        told = say("forms.likely.told", n=len(found), topic=topic)
        self.note.say(told if len(found) else say("forms.likely.none", topic=topic))


def _column_word(column: str) -> str:
    return say(f"schema.people.{column}")


def likely_to_know(book: Workbook) -> widgets.VBox:
    """Who of your people is likely to know about a topic, and what says so."""
    return root(LikelyToKnow(book))
