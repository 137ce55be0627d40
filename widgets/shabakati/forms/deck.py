"""A pack of cards in the browser: who comes next is shown, what is done comes back, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, text_of, whole_of

DEEDS = ("answer", "skip", "remove", "back")
_RUNS = 8  # browsers whose messages are counted; older ones are forgotten


class Deck(anywidget.AnyWidget):
    """Shows who comes next and tells what is answered.

    The browser counts its messages (`seq`, for each `run` of its own) and keeps each until
    `view.acked` says that it is done; what it repeats is done once, what comes too early waits
    for what is missing.
    """

    _esm = script("one_by_one_keys", "one_by_one_card", "one_by_one")
    view = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self, words: dict[str, Any]) -> None:
        super().__init__(words=words)
        self.acked: dict[str, int] = {}
        self._deed: Callable[[str, int, str], Any] = lambda what, person, value: None
        self._open: Callable[[], Any] = lambda: None
        self._again: Callable[[], Any] = lambda: None
        self.on_msg(self._heard)

    def on_deed(self, act: Callable[[str, int, str], Any]) -> None:
        """Call `act(what, id, value)` for each of the `DEEDS`, once and in their order."""
        self._deed = act

    def on_open(self, act: Callable[[], Any]) -> None:
        """Call `act()` when somebody begins: before that, nobody need be ahead."""
        self._open = act

    def on_again(self, act: Callable[[], Any]) -> None:
        """Call `act()` when those left for later are asked for."""
        self._again = act

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        if kind == "open":
            self._open()
        elif kind == "again":
            self._again()
        elif kind == "do":
            self._do(content)

    def _do(self, content: Any) -> None:
        run, seq = text_of(content, "run", NAME_LIMIT), whole_of(content, "seq")
        what, value = text_of(content, "what", NAME_LIMIT), text_of(content, "value", NAME_LIMIT)
        person = whole_of(content, "id")
        if not run or what not in DEEDS or person is None or value is None:
            return
        if seq != self.acked.get(run, 0) + 1:
            return  # done before, or something before it is missing and comes again
        others = [(name, n) for name, n in self.acked.items() if name != run]
        before, self.acked = self.acked, dict([*others[1 - _RUNS :], (run, seq)])
        try:
            self._deed(what, person, value)
        except BaseException:
            self.acked = before  # what failed is not called done
            raise
