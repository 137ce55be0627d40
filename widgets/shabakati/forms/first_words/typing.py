"""A text that is looked through while it is typed, with what is found below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, text_of, whole_of
from shabakati.language import say
from shabakati.schema import TEXT_LIMIT, clean_text

_SCRIPT = Path(__file__).with_name("typing.js")


class Act(NamedTuple):
    """A button below the text; `name` is what the handler gets."""

    name: str
    label: str
    tone: str = "plain"


class Point(NamedTuple):
    """One thing that was looked for: whether it is as it should be, and what is said of it."""

    ok: bool
    text: str


class Bar(NamedTuple):
    """A length against the most that it should be, and both in words."""

    value: float
    most: float
    text: str


class Seen(NamedTuple):
    """What is shown below the text; `tone` is `good`, `plain` or `warn`."""

    verdict: str = ""
    tone: str = "plain"
    points: Sequence[Point] = ()
    bar: Bar | None = None
    offers: Sequence[str] = ()
    heading: str = ""  # of the offers


class Typing(anywidget.AnyWidget):
    """A text area. `on_typed(act)` gets the text a moment after the last key.

    `on_act(act)` gets a button's name and the text, `on_offer(act)` the offer that was taken;
    `text` is what the reader sees. With `copy` there is a button that copies it, all by itself.
    """

    _esm = script() + _SCRIPT.read_text("utf-8")
    form = t.Dict().tag(sync=True)
    filled = t.Dict().tag(sync=True)
    found = t.Dict().tag(sync=True)

    def __init__(
        self, label: str, help: str, acts: Sequence[Act] = (), rows: int = 3, copy: str = ""
    ) -> None:
        self.text = ""
        self._names = {act.name for act in acts}
        self._offers: tuple[str, ...] = ()
        self._typed: Callable[[str], Any] = lambda text: None
        self._acted: Callable[[str, str], Any] = lambda name, text: None
        self._taken: Callable[[str], Any] = lambda text: None
        form = {
            "label": label,
            "help": help,
            "rows": rows,
            "limit": TEXT_LIMIT,
            "copy": copy,
            "acts": [act._asdict() for act in acts],
            "words": {
                "take": say("forms.typing.take"),
                "copied": say("forms.typing.copied"),
                "by_hand": say("forms.typing.by_hand"),
            },
        }
        super().__init__(form=form, filled={"serial": 0, "text": ""}, found=_drawn(Seen()))
        self.on_msg(self._heard)

    def on_typed(self, act: Callable[[str], Any]) -> None:
        """Call `act(text)` a moment after the last key."""
        self._typed = act

    def on_act(self, act: Callable[[str, str], Any]) -> None:
        """Call `act(name, text)` when a button is pressed."""
        self._acted = act

    def on_offer(self, act: Callable[[str], Any]) -> None:
        """Call `act(offer)` when one of the offers is taken."""
        self._taken = act

    def fill(self, text: str) -> None:
        """Put this text into the field."""
        self.text = text
        self.filled = {"serial": self.filled["serial"] + 1, "text": text}

    def show(self, seen: Seen) -> None:
        """Show this below the text."""
        self._offers = tuple(seen.offers)
        self.found = _drawn(seen)

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        if kind == "offer":
            at = whole_of(content, "at")
            if at is not None and at < len(self._offers):
                self._taken(self._offers[at])
            return
        text = text_of(content, "text", TEXT_LIMIT)
        if text is None:
            return
        name = text_of(content, "name", NAME_LIMIT)
        if kind == "typed":
            self.text = clean_text(text)
            self._typed(self.text)
        elif kind == "act" and name in self._names:
            self.text = clean_text(text)
            self._acted(str(name), self.text)


def _drawn(seen: Seen) -> dict[str, Any]:
    return {
        "verdict": seen.verdict,
        "tone": seen.tone,
        "points": [point._asdict() for point in seen.points],
        "bar": seen.bar._asdict() if seen.bar else None,
        "rows": list(seen.offers),
        "heading": seen.heading,
    }
