"""What the map's measures say of this network: the sentence first, the number small."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.insight.meeting import to_introduce, ways_in
from shabakati.insight.reading_map import Told, map_readings, mapped
from shabakati.language import say
from shabakati.workbook import Workbook


class Measures(Following):
    """One part a measure; told anew when people, ties or goals change."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.shown = widgets.HTML()
        self.shown.add_class("sh-measures")
        super().__init__([self.note, self.shown])
        self.follow(book, self._changed, ["people", "ties", "goals"])
        self._changed(None)

    def _changed(self, _change: Any) -> None:
        told = map_readings(self.book.people, self.book.ties)
        if not told:
            self.note.say(say("forms.measures.empty"))
            self.shown.value = ""
            return
        self.note.clear()
        self.shown.value = self._meetings() + "".join(map(_part, told))

    def _meetings(self) -> str:
        """Whom to introduce to whom, and who could introduce you."""
        book = self.book
        names = book.people["name"]
        lines = [
            say(
                "forms.measures.introduce",
                one=str(names[meeting.a]),
                other=str(names[meeting.b]),
                why=say(f"insight.meeting.{meeting.reason}", about=meeting.about),
            )
            for meeting in to_introduce(*mapped(book.people, book.ties), most=3)
        ]
        lines += [
            say(
                "forms.measures.ask",
                through=str(names[way.through]),
                name=str(names[way.person]),
                about=way.about,
            )
            for way in ways_in(book.people, book.ties, book.goals)[:3]
        ]
        if not lines:
            return ""
        items = "".join(f'<li dir="auto">{escape(line)}</li>' for line in lines)
        title = escape(say("forms.measures.meetings"))
        return f'<section class="sh-measure"><h3>{title}</h3><ul>{items}</ul></section>'


def _part(told: Told) -> str:
    title = escape(say(f"forms.measures.{told.measure}"))
    return (
        f'<section class="sh-measure"><h3>{title} '
        f'<bdi class="sh-measure-value" dir="ltr">{escape(told.value)}</bdi></h3>'
        f'<p dir="auto">{escape(told.says)}</p><p dir="auto">{escape(told.do)}</p>'
        f"<details><summary>{escape(say('forms.measures.is_not'))}</summary>"
        f'<p dir="auto">{escape(told.is_not)}</p>'
        f'<p class="sh-quietly" dir="auto">{escape(told.source)}</p></details></section>'
    )


def measures(book: Workbook) -> widgets.VBox:
    """Each measure of your circle in a sentence, with what to do about it and what it is not."""
    return root(Measures(book))
