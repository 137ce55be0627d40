"""What can be done everywhere: take back, make again, take one's file; and whether it is kept."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from shabakati.forms.download import Download
from shabakati.forms.following import Following
from shabakati.forms.kept.keeper import Keeper
from shabakati.forms.note import Note
from shabakati.forms.undo import UndoBar
from shabakati.language import say
from shabakati.schema import TABLES
from shabakati.workbook import Workbook


class Tools(Following):
    """One row under the bar, in the language spoken when it is made.

    `mine` tells whether the book is the reader's own. In a room the `keeper` says what is kept; it
    stays when the row is closed.
    """

    def __init__(self, book: Workbook, mine: bool, keeper: Keeper | None) -> None:
        self.book, self.mine = book, mine
        self.saved = Note()
        self._row = widgets.HBox(
            [
                UndoBar(book),
                Download(say("steps.bar.take"), lambda: ("my_network.sqlite", book.to_bytes())),
                *([] if mine and keeper else [self.saved]),
                *([keeper] if keeper else []),
            ]
        )
        self._row.add_class("sh-tools")
        if keeper:
            keeper.store.quiet = not mine
        super().__init__([self._row])
        self._say_saved(None)
        self.follow(book, self._say_saved, TABLES)

    def say_error(self, text: str) -> None:
        """Say what is wrong with the file, until the next change."""
        self.saved.say(text, "error")

    def close(self) -> None:
        """Close the row, all but the keeper."""
        for child in self._row.children:
            if not isinstance(child, Keeper):
                child.close()
        self._row.children = ()
        super().close()

    def _say_saved(self, _change: Any) -> None:
        # A change is on disk before an observer is told of it, so this is true when it is said.
        kept = "saved" if self.mine and self.book.path else "unsaved"
        self.saved.say(say(f"steps.bar.{kept}"))
