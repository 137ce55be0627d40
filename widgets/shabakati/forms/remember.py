"""Remember people without any file: a question for each relation, one name a line."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say, word
from shabakati.schema import LIST_LIMIT, clean_line
from shabakati.vocabulary import Relation
from shabakati.workbook import Workbook

_LONGEST = 50_000  # characters of what is typed at once


class Remember(widgets.VBox):
    """Asks who comes to mind for a relation and adds each name as a person of it."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.relation = widgets.Dropdown(
            options=[(word(code), code.value) for code in Relation],
            description=say("forms.remember.relation"),
        )
        self.names = widgets.Textarea(description=say(_question(self.relation.value)), rows=4)
        self.add = widgets.Button(description=say("forms.remember.add"))
        self.add.on_click(self._add)
        self.relation.observe(self._ask, names=["value"])
        super().__init__([self.relation, self.names, self.add, self.note])

    def _ask(self, change: Any) -> None:
        self.names.description = say(_question(change.new))

    def _add(self, _button: Any) -> None:
        lines = [clean_line(line) for line in self.names.value[:_LONGEST].splitlines()]
        names = [line for line in dict.fromkeys(lines) if line][:LIST_LIMIT]
        if not names:
            self.note.say(say("forms.remember.nobody"), "error")
            return
        rows = [{"name": name, "relation": self.relation.value} for name in names]
        try:
            self.book.add_all("people", rows)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self.names.value = "\n".join(line for line in lines if line and line not in names)
        say_done(self.book, self.note, say("forms.remember.added", n=len(names)))


def _question(relation: str) -> str:
    return f"forms.remember.ask.{relation}"


def remember(book: Workbook) -> widgets.VBox:
    """Questions that bring people to mind, one for each of the article's seven relations."""
    return root(Remember(book))
