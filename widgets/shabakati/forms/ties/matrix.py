"""All pairs of the circle as half a table: a cell is a pair, pressed it is a tie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import pandas as pd
import traitlets as t

from shabakati.forms.browser import script, template, whole_of
from shabakati.insight.asking import Pair
from shabakati.language import say

STRENGTHS = 3  # 1 they know each other a little, 3 they know each other well


class Matrix(anywidget.AnyWidget):
    """`on_tie(act)` calls `act(a, b, strength)`: None for no tie, 0 for one, 1 to 3 with it."""

    _esm = script("ties/matrix")
    view = t.Dict().tag(sync=True)
    words = t.Dict().tag(sync=True)

    def __init__(self) -> None:
        words = {n: say(f"forms.ties.matrix.{n}") for n in ("title", "keys", "yes", "no", "open")}
        words |= {"cell": template("forms.ties.matrix.cell", "a", "b", "state")}
        words |= {str(n): say(f"forms.ties.matrix.strength_{n}") for n in (1, 2, 3)}
        super().__init__(words=words)
        self._tie: Callable[[int, int, int | None], Any] = lambda a, b, strength: None
        self._ids: set[int] = set()
        self.on_msg(self._heard)

    def on_tie(self, act: Callable[[int, int, int | None], Any]) -> None:
        """Call `act(a, b, strength)` when a cell is set."""
        self._tie = act

    def show(self, names: Mapping[int, str], ties: pd.DataFrame, left: set[Pair]) -> None:
        """Show these people, the ties among them, and which pairs are open."""
        self._ids = set(names)
        rows = zip(ties["a"].tolist(), ties["b"].tolist(), ties["strength"].tolist(), strict=True)
        self.view = {
            "people": [[id_, name] for id_, name in names.items()],
            "ties": [[a, b, _step(s)] for a, b, s in rows if a in names and b in names],
            "open": [list(pair) for pair in sorted(left)],
        }

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        a, b = whole_of(content, "a"), whole_of(content, "b")
        strength = content.get("strength") if isinstance(content, dict) else None
        if a is None or b is None or a == b or not {a, b} <= self._ids:
            return
        if strength is None or (type(strength) is int and 0 <= strength <= STRENGTHS):
            self._tie(min(a, b), max(a, b), strength)


def _step(strength: Any) -> int:
    """A strength as one of three steps; 0 where none is given."""
    return 0 if strength is None or pd.isna(strength) else min(3, max(1, round(float(strength))))
