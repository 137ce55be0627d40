"""A kept book that cannot be opened: it stays as it is until its reader says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati.forms.download import Download
from shabakati.forms.note import Note
from shabakati.language import say

FILE = "my_network.sqlite"


class Refused(widgets.VBox):
    """Says why, gives what is kept as a file, and begins anew when that is asked for twice."""

    def __init__(self, text: str, data: bytes, anew: Callable[[], Any]) -> None:
        self.text, self.data = text, data
        self._anew = anew
        self.take = Download(say("kept.take_kept"), lambda: (FILE, data), "primary")
        self.begin = _button("kept.anew", self._ask)
        self.sure = Note(say("kept.anew_sure"))
        self.yes = _button("kept.anew_yes", anew, danger=True)
        self.no = _button("kept.anew_no", self._keep)
        self._said: list[widgets.Widget] = [
            Note(text, "error"),
            widgets.HBox([self.take, self.begin]),
        ]
        super().__init__(self._said)
        self.add_class("sh-card")

    def close(self) -> None:
        """Let go of all that was shown."""
        shown = [self.take, self.begin, self.sure, self.yes, self.no, *self._said]
        for widget in shown:
            widget.close()
        super().close()

    def _ask(self) -> None:
        self.children = [*self._said, self.sure, widgets.HBox([self.yes, self.no])]

    def _keep(self) -> None:
        self.children = self._said


def _button(key: str, act: Callable[[], Any], danger: bool = False) -> widgets.Button:
    button = widgets.Button(description=say(key))
    button.on_click(lambda _: act())
    if danger:
        button.add_class("mod-danger")
    return button
