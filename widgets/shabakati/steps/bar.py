"""The bar above every step: where one is, the language, and the page's own address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets as t

from shabakati.forms.browser import script, text_of
from shabakati.language import LANGUAGES, current_language, direction, say, word
from shabakati.vocabulary import Language

_LONGEST = 40  # characters of a step's name or a language's code
_SCRIPT = Path(__file__).with_name("bar.js")


class Bar(anywidget.AnyWidget):
    """Shows the steps and says where the reader wants to go.

    `on_go(act)` gets the name of a step, one of those shown; `on_language(act)` gets a code;
    `on_hello(act)` gets what the page's address asks for (`language, step`), each "" or valid,
    once a page.
    """

    _esm = script() + _SCRIPT.read_text("utf-8")
    steps: t.List[dict[str, str]] = t.List().tag(sync=True)
    here = t.Unicode().tag(sync=True)
    title = t.Unicode().tag(sync=True)
    language = t.Unicode().tag(sync=True)
    direction = t.Unicode().tag(sync=True)
    other = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)
    greeted = t.Bool(False).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._go: Callable[[str], Any] = lambda step: None
        self._speak: Callable[[str], Any] = lambda language: None
        self._greet: Callable[[str, str], Any] = lambda language, step: None
        self.on_msg(self._heard)

    def show(self, steps: list[tuple[str, str, str]], here: str) -> None:
        """Show the steps, each `(name, title, state)`, in the language spoken now."""
        (other,) = (code for code in LANGUAGES if code != current_language())
        with self.hold_sync():
            self.steps = [
                dict(zip(("name", "title", "state"), step, strict=True)) for step in steps
            ]
            self.here = here
            self.title = next(title for name, title, _ in steps if name == here)
            self.language = current_language()
            self.direction = direction()
            name = word(Language(other))
            self.other = {"code": other, "name": name, "label": say("steps.bar.speak", name=name)}
            self.words = {key: say(f"steps.bar.{key}") for key in _WORDS}

    def on_go(self, act: Callable[[str], Any]) -> None:
        """Call `act(step)` when the reader goes to a step."""
        self._go = act

    def on_language(self, act: Callable[[str], Any]) -> None:
        """Call `act(code)` when the reader chooses a language."""
        self._speak = act

    def on_hello(self, act: Callable[[str, str], Any]) -> None:
        """Call `act(language, step)` when a page has connected."""
        self._greet = act

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        kind = text_of(content, "kind", _LONGEST)
        step, language = text_of(content, "step", _LONGEST), text_of(content, "language", _LONGEST)
        known = {shown["name"] for shown in self.steps}
        step = step if step and step in known else ""
        language = language if language and language in LANGUAGES else ""
        if kind == "hello":
            self._greet(language, step)
            self.greeted = True
        elif kind == "go" and step:
            self._go(step)
        elif kind == "language" and language:
            self._speak(language)


_WORDS = ("brand", "motto", "steps", "done", "here", "open")
