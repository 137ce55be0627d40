"""Rows that look like one person, side by side: which value wins, and whether they are one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, template, text_of, whole_of
from shabakati.forms.cards import Press
from shabakati.language import say

_WORDS = ("same", "choose", "kept", "dropped", "rest", "nothing")


class Line(NamedTuple):
    """What the rows say of one column: a cell for each row, its entries one below the other."""

    name: str
    title: str
    cells: tuple[tuple[str, ...], ...]
    dir: Literal["auto", "ltr"] = "auto"
    options: tuple[int, ...] = ()  # the cells of which one wins, by place; none: all is kept
    best: int = 0  # the one that wins unless somebody chooses
    kept_in: str = ""  # where those go that do not win; nowhere if it is empty
    folded: bool = False  # shown when it is asked for


class Pair(NamedTuple):
    """Two rows or more that look like one person, and why."""

    key: str
    names: tuple[str, ...]
    reasons: tuple[str, ...]
    heads: tuple[str, ...]  # where each row is from
    lines: tuple[Line, ...]
    acts: tuple[Press, ...]


class Decided(NamedTuple):
    """What somebody decided: of which pair, what, whose value wins by column, who is the same."""

    key: str
    act: str
    chosen: dict[str, int]  # places of cells
    same: tuple[int, ...]  # places of rows


class SideBySide(anywidget.AnyWidget):
    """Pairs one below the other, a page of them at a time; `on_act` tells what was decided.

    A message of the browser counts only if it names a pair that is shown, a button of it, and
    places of cells that can win.
    """

    _esm = script("side_by_side")
    shown = t.Dict().tag(sync=True)

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label
        self._pairs: dict[str, Pair] = {}
        self._pages = 1
        self._focused = 0
        self._act: Callable[[Decided], Any] = lambda decided: None
        self._turn: Callable[[int], Any] = lambda page: None
        self.show(())
        self.on_msg(self._heard)

    def on_act(self, act: Callable[[Decided], Any]) -> None:
        """Call `act(decided)` when a button of a pair is pressed."""
        self._act = act

    def on_page(self, turn: Callable[[int], Any]) -> None:
        """Call `turn(page)` when another page is asked for."""
        self._turn = turn

    def show(
        self,
        pairs: Iterable[Pair],
        blank: str = "",
        page: int = 0,
        pages: int = 1,
        focus: bool = False,
    ) -> None:
        """Show these pairs, or `blank` if there are none; `focus` moves the reader there."""
        self._pairs = {pair.key: pair for pair in pairs}
        self._pages = pages
        self._focused += focus
        self.shown = {
            "label": self.label,
            "pairs": [_drawn(pair) for pair in self._pairs.values()],
            "blank": blank,
            "page": page,
            "pages": pages,
            "where": say("forms.duplicates.page", page=page + 1, pages=pages),
            "focus": self._focused,
            "words": {word: say(f"forms.duplicates.{word}") for word in _WORDS}
            | {word: say(f"forms.table.{word}") for word in ("previous", "next")}
            | {"kept_in": template("forms.duplicates.kept_in", "place")},
        }

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        if kind == "page":
            page = whole_of(content, "page")
            if page is not None and page < self._pages:
                self._turn(page)
        elif kind == "act":
            pair = self._pairs.get(text_of(content, "key", NAME_LIMIT) or "")
            act = text_of(content, "act", NAME_LIMIT)
            if pair is not None and act in {press.name for press in pair.acts}:
                self._act(Decided(pair.key, act, _chosen(pair, content), _same(pair, content)))


def _chosen(pair: Pair, content: Any) -> dict[str, int]:
    """The cells that win as the browser says, those that cannot win left out."""
    told = content.get("chosen")
    told = told if isinstance(told, dict) else {}
    places = {line.name: whole_of(told, line.name) for line in pair.lines}
    return {
        line.name: place
        for line in pair.lines
        if (place := places[line.name]) is not None and place in line.options
    }


def _same(pair: Pair, content: Any) -> tuple[int, ...]:
    """The rows that are the same person as the browser says; all, unless it says so of some."""
    told = content.get("same")
    rows = range(len(pair.heads))
    if not isinstance(told, list):
        return tuple(rows)
    return tuple(row for row in rows if any(type(place) is int and place == row for place in told))


def _drawn(pair: Pair) -> dict[str, Any]:
    acts = [{"name": a.name, "label": a.label, "tone": a.tone} for a in pair.acts]
    return pair._asdict() | {"lines": [line._asdict() for line in pair.lines], "acts": acts}
