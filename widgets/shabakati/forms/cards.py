"""Things to decide: each a card with its words and its buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, text_of

KEY_LIMIT = 3_000  # characters; a key may hold a name that came from a file


class Press(NamedTuple):
    """A button of a card; `open` says whether what it shows is open, if it shows something."""

    name: str
    label: str
    tone: str = "plain"
    open: bool | None = None


class Choice(NamedTuple):
    """An answer of the reader's own: `options` (code and words), and the button that gives it."""

    label: str
    give: str
    options: tuple[tuple[str, str], ...]
    value: str = ""  # chosen to begin with


class Card(NamedTuple):
    """What is decided: a title, what it is about, a code that colours its dot, its buttons."""

    key: str
    title: str
    about: str
    acts: tuple[Press, ...]
    code: str = ""
    choice: Choice | None = None


class Cards(anywidget.AnyWidget):
    """Cards one below the other.

    `on_press` tells of a card's key and a button's name, `on_choose` of its key and a code.
    """

    _esm = script("cards")
    shown = t.Dict().tag(sync=True)

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label
        self._cards: dict[str, Card] = {}
        self._press: Callable[[str, str], Any] = lambda key, name: None
        self._choose: Callable[[str, str], Any] = lambda key, code: None
        self.show(())
        self.on_msg(self._heard)

    def on_press(self, act: Callable[[str, str], Any]) -> None:
        """Call `act(key, name)` when a button is pressed."""
        self._press = act

    def on_choose(self, act: Callable[[str, str], Any]) -> None:
        """Call `act(key, code)` when an answer of the reader's own is given."""
        self._choose = act

    def show(self, cards: Iterable[Card]) -> None:
        """Show these cards."""
        self._cards = {card.key: card for card in cards}
        drawn = [
            card._asdict()
            | {
                "acts": [_drawn(act) for act in card.acts],
                "choice": card.choice._asdict() if card.choice else None,
            }
            for card in self._cards.values()
        ]
        self.shown = {"label": self.label, "cards": drawn}

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        key, name = text_of(content, "key", KEY_LIMIT), text_of(content, "name", NAME_LIMIT)
        code = text_of(content, "code", NAME_LIMIT)
        card = self._cards.get(key or "")
        if card is None:
            return
        if name in {act.name for act in card.acts}:
            self._press(card.key, name)
        elif card.choice and code and code in {option for option, _ in card.choice.options}:
            self._choose(card.key, code)


def _drawn(act: Press) -> dict[str, Any]:
    return {name: value for name, value in act._asdict().items() if value is not None}
