"""A text to send by oneself: in either language, edited here, copied by one press, never sent."""

from __future__ import annotations

from collections.abc import Mapping

import anywidget
import traitlets as t

from shabakati.forms.browser import script
from shabakati.language import LANGUAGES, current_language, direction, say


class Letter(anywidget.AnyWidget):
    """One text in both languages, hidden until there is one.

    What is typed stays in the browser: the book does not keep it, and nothing comes back.
    """

    _esm = script("warm/letter")
    shown = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._serial = 0
        self.hide()

    def show(self, title: str, texts: Mapping[str, str]) -> None:
        """Show a text, given by language, below its title, and take the reader to it."""
        self._serial += 1
        words = ("label", "language", "copy", "copied", "failed", "close", "unsent")
        self.shown = {
            "serial": self._serial,
            "title": title,
            "texts": {language: texts[language] for language in LANGUAGES},
            "languages": [
                {"code": code, "word": say(f"vocabulary.language.{code}"), "dir": direction(code)}
                for code in LANGUAGES
            ],
            "chosen": current_language(),
            "words": {name: say(f"forms.warm.letter.{name}") for name in words},
        }

    def hide(self) -> None:
        """Show nothing."""
        self.shown = {"serial": self._serial, "texts": {}}
