"""Names pasted from anywhere: a message, a web page, a list of those who were there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.forms.following import Following
from shabakati.forms.note import Note
from shabakati.forms.unfolding import Told, Unfolding
from shabakati.language import say

LONGEST = 200_000  # characters of what is pasted at once


class Pasting(Following):
    """A place for text, one person a line, folded until somebody asks for it."""

    def __init__(self) -> None:
        self._paste: Callable[[str], Any] = lambda text: None
        self.note = Note()
        self.text = widgets.Textarea()
        told = Told(
            "paste",
            say("forms.import.paste_title"),
            say("forms.import.paste_about"),
            say("forms.import.paste_open"),
            self._form,
        )
        self.fold = Unfolding(told.title, [told])
        super().__init__([self.fold])

    def on_paste(self, act: Callable[[str], Any]) -> None:
        """Call `act(text)` with what is to be looked at."""
        self._paste = act

    def clear(self) -> None:
        """What was pasted is taken: the place is free again."""
        self.text.value = ""

    def _form(self) -> widgets.VBox:
        """The form, made anew each time it is opened; what was typed is still in it."""
        self.text = widgets.Textarea(
            value=self.text.value,
            description=say("forms.import.paste_text"),
            placeholder=say("forms.import.paste_example"),
            rows=5,
        )
        self.note = Note()
        self.look = widgets.Button(description=say("forms.import.paste_look"))
        self.look.on_click(lambda _: self._look())
        return widgets.VBox([self.text, self.look, self.note])

    def _look(self) -> None:
        text = str(self.text.value)
        if not text.strip():
            self.note.say(say("forms.import.paste_nothing"), "error")
        elif len(text) > LONGEST:
            self.note.say(say("forms.import.paste_too_long", limit=LONGEST), "error")
        else:
            self.note.clear()
            self._paste(text)
