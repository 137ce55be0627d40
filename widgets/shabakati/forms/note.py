"""A message beside what it is about: saved, removed (with undo), refused and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import anywidget
import traitlets as t

from shabakati.forms.browser import script

Tone = Literal["plain", "good", "error"]


class Note(anywidget.AnyWidget):
    """One message, read out by screen readers when it changes; empty until something is said."""

    _esm = script("note")
    message = t.Dict().tag(sync=True)

    def __init__(self, text: str = "", tone: Tone = "plain") -> None:
        super().__init__(message={"text": text, "tone": tone, "action": ""})
        self._act: Callable[[], Any] | None = None
        self.on_msg(self._heard)

    def say(
        self,
        text: str,
        tone: Tone = "plain",
        action: str = "",
        act: Callable[[], Any] | None = None,
    ) -> None:
        """Show a message; `action` is a button's label and `act` what it does."""
        self._act = act
        self.message = {"text": text, "tone": tone, "action": action if act else ""}

    def clear(self) -> None:
        """Say nothing any more."""
        self.say("")

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        act, self._act = self._act, None
        if act is not None and isinstance(content, dict) and content.get("kind") == "act":
            act()
