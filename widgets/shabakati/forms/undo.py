"""Taking back and making again: two buttons that follow the book, and one in a message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.language import say
from shabakati.schema import TABLES
from shabakati.workbook import Workbook

ALL = [table for table in TABLES if table != "snapshots"]  # those are no step that is taken back


def say_done(book: Workbook, note: Note, text: str) -> None:
    """Say what was done, with a button that takes it back until something else is done.

    Once anything is taken back, by whichever button, it is no longer said: it may not be true.
    """

    def forget(_change: Any) -> None:
        said = note.message.get("text") == text
        if said and not book.can_redo:
            note.say(text, "good")
            return
        book.unobserve(forget, names=ALL)
        if said:
            note.clear()

    def act() -> None:
        book.unobserve(forget, names=ALL)
        note.clear()
        book.undo()

    book.observe(forget, names=ALL)
    note.say(text, "good", say("forms.undo.undo"), act)


def do_and_say(book: Workbook, note: Note, act: Callable[[], Any], said: str) -> None:
    """Do it, and say so with the way back; say why, if it cannot be done."""
    try:
        act()
    except ShabakatiError as error:
        note.say(str(error), "error")
        return
    say_done(book, note, said)


class UndoBar(Following):
    """Undo and redo, each greyed out while there is nothing for it to do."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.back = widgets.Button(description=say("forms.undo.undo"))
        self.again = widgets.Button(description=say("forms.undo.redo"))
        self.back.on_click(lambda _: self._do(again=False))
        self.again.on_click(lambda _: self._do(again=True))
        super().__init__([widgets.HBox([self.back, self.again]), self.note])
        self.add_class("sh-undo")
        self._follow(None)
        self.follow(book, self._follow, ALL)

    def _follow(self, _change: Any) -> None:
        self.back.disabled = not self.book.can_undo
        self.again.disabled = not self.book.can_redo
        self.back.tooltip = say("forms.undo.nothing") if self.back.disabled else ""
        self.again.tooltip = say("forms.undo.nothing_again") if self.again.disabled else ""

    def _do(self, again: bool) -> None:
        try:
            done = self.book.redo() if again else self.book.undo()
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self._follow(None)
        said = "forms.undo.redone" if again else "forms.undo.undone"
        self.note.say(say(said if done else "forms.undo.nothing"))


def undo(book: Workbook) -> widgets.VBox:
    """Buttons that take back the last change of the book, and make it again."""
    return root(UndoBar(book))
