"""One of a few, as chips: how something is shown, not what is said of somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, text_of


class Chips(anywidget.AnyWidget):
    """A choice of one of `options` (code and words), the first to begin with."""

    _esm = script("chips")
    shown = t.Dict().tag(sync=True)
    chosen = t.Unicode().tag(sync=True)

    def __init__(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        codes = [code for code, _ in options]
        super().__init__(shown={"label": label, "options": list(options)}, chosen=codes[0])
        self._codes = codes
        self._choose: Callable[[str], Any] = lambda code: None
        self.on_msg(self._heard)

    def on_choose(self, act: Callable[[str], Any]) -> None:
        """Call `act(code)` when another one is chosen."""
        self._choose = act

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        code = text_of(content, "value", NAME_LIMIT)
        if text_of(content, "kind", NAME_LIMIT) == "choose" and code in self._codes:
            self.chosen = code
            self._choose(code)
