"""Open a book that was taken home before: it takes the place of what is here, undoably."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.files import FileDrop
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.outputs import read_archive
from shabakati.workbook import Workbook


class OpenFile(widgets.VBox):
    """Takes a `.sqlite` or a `.zip` of ours; whatever it refuses leaves the book as it is."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.drop = FileDrop(
            say("forms.open_file.pick"), say("forms.open_file.hint"), accept=(".sqlite", ".zip")
        )
        self.drop.on_file(self._open)
        self.drop.on_error(lambda text: self.note.say(text, "error"))
        super().__init__([self.drop, self.note])

    def _open(self, name: str, data: bytes) -> None:
        try:
            with _opened(name, data) as other:
                people = len(other.people)
                self.book.restore(other)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.open_file.opened", n=people))


def _opened(name: str, data: bytes) -> Workbook:
    """The book in a file: by what it holds, not by what it is called."""
    return read_archive(data, name) if data[:2] == b"PK" else Workbook.from_bytes(data, name)


def open_file(book: Workbook) -> widgets.VBox:
    """A place to open a file that was taken from this workbook before."""
    return root(OpenFile(book))
