"""Things told in a line each, with what stands behind them opened below on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import ipywidgets as widgets

from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.following import Following


class Told(NamedTuple):
    """A line: its title, what it is about; `make`, if there is more, makes what is shown of it."""

    key: str
    title: str
    about: str
    show: str = ""
    make: Callable[[], widgets.Widget] | None = None


class Unfolding(Following):
    """One card a line; a press opens what is behind it, a second one closes it again."""

    def __init__(self, label: str, lines: Iterable[Told]) -> None:
        self._lines = {line.key: line for line in lines}
        self._open = ""
        self._shown: widgets.Widget | None = None
        self.cards = Cards(label)
        self.cards.on_press(lambda key, _name: self._press(key))
        super().__init__([self.cards])
        self._draw()

    def _press(self, key: str) -> None:
        self._open = "" if key == self._open else key
        self._draw()

    def _draw(self) -> None:
        if self._shown is not None:
            self._shown.close()
        make = self._lines[self._open].make if self._open else None
        self._shown = make() if make else None
        self.children = [self.cards, *([self._shown] if self._shown else [])]
        self.cards.show(
            Card(line.key, line.title, line.about, self._buttons(line))
            for line in self._lines.values()
        )

    def _buttons(self, line: Told) -> tuple[Press, ...]:
        return (Press("open", line.show, open=line.key == self._open),) if line.make else ()
