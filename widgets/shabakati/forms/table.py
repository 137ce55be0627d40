"""A list to look through: search, filter, sort, page, select many. Only the page shown is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

import anywidget
import pandas as pd
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, template, text_of, whole_of
from shabakati.forms.listing import UNSAID, ListColumn, Query, cell_text, filter_options, filtered
from shabakati.language import say
from shabakati.schema import LINE_LIMIT

PAGE = 25  # rows
_WORDS = ("search", "any", "previous", "next", "page_all", "none", "apply", "value", "do", "sort")


class BulkAction(NamedTuple):
    """Something to do with the rows selected.

    Of kind `button`, or `choice` (of `options`: value and label; `buttons` shows each as one), or
    `text`. The handler of `on_action` gets `name`, the value ("" for a button) and the ids.
    """

    name: str
    label: str
    kind: Literal["button", "choice", "buttons", "text"] = "button"
    options: tuple[tuple[str, str], ...] = ()
    tone: Literal["plain", "primary", "danger"] = "plain"


class TableView(anywidget.AnyWidget):
    """A frame as a list; `frame` can be set anew at any time, what is selected stays selected.

    The frame's index are whole numbers, its first column names the row. `selected` are the ids
    chosen. Messages of the browser are checked against what is shown before they are used.
    """

    _esm = script("rows", "table")
    view = t.Dict().tag(sync=True)

    def __init__(
        self,
        frame: pd.DataFrame,
        columns: Iterable[ListColumn],
        caption: str,
        *,
        empty: str = "",
        searched: tuple[str, ...] = (),
        filters: Iterable[ListColumn] = (),
        actions: Iterable[BulkAction] = (),
        openable: bool = False,
        page_size: int = PAGE,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.caption = caption
        self.empty = empty or say("forms.table.empty")
        self.searched = searched
        self.filters = tuple(filters)
        self.actions = tuple(actions)
        self.openable = openable
        self.page_size = page_size
        self.query = Query()
        self.page = 0
        self.selected: frozenset[int] = frozenset()
        self._frame = frame
        self._open: Callable[[int], Any] | None = None
        self._act: Callable[[str, str, list[int]], Any] | None = None
        self._draw()
        self.on_msg(self._heard)

    @property
    def frame(self) -> pd.DataFrame:
        """The rows to look through."""
        return self._frame

    @frame.setter
    def frame(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self.selected &= frozenset(int(i) for i in frame.index)
        self._draw()

    def on_open(self, act: Callable[[int], Any]) -> None:
        """Call `act(id)` when a row is opened."""
        self._open = act

    def on_action(self, act: Callable[[str, str, list[int]], Any]) -> None:
        """Call `act(name, value, ids)` when an action is asked for."""
        self._act = act

    def look_for(self, query: Query) -> None:
        """Show what matches, from its first page on."""
        self.query = query
        self.page = 0
        self._draw()

    def select(self, ids: Iterable[int]) -> None:
        """Select these rows and no others."""
        self.selected = frozenset(ids) & frozenset(int(i) for i in self._frame.index)
        self._draw()

    def _draw(self) -> None:
        self._matching = filtered(self._frame, self.query, self.searched)
        size = self.page_size
        pages = max(1, -(-len(self._matching) // size))
        self.page = min(self.page, pages - 1)
        here = self._matching.iloc[self.page * size : (self.page + 1) * size]
        self._here = {int(i) for i in here.index}
        rows = [
            {
                "id": int(i),
                "cells": [cell_text(col, here[col.name].iat[at]) for col in self.columns],
                "codes": [_code(col, here[col.name].iat[at]) for col in self.columns],
            }
            for at, i in enumerate(here.index)
        ]
        first = self.page * size + 1
        self.view = {
            "caption": self.caption,
            "columns": [{"name": c.name, "title": c.title, "dir": c.dir} for c in self.columns],
            "rows": rows,
            "page": self.page,
            "pages": pages,
            "status": say("forms.table.status", n=len(self._matching)),
            "where": say("forms.table.where", first=first, last=first + len(rows) - 1)
            if pages > 1
            else "",
            "all": len(self._matching),
            "blank": self.empty if self._frame.empty else say("forms.table.no_match"),
            "searchable": bool(self.searched),
            "openable": self.openable,
            "selectable": bool(self.actions),
            "selected": sorted(self._here & self.selected),
            "chosen": len(self.selected),
            "chosen_text": say("forms.table.chosen", n=len(self.selected)),
            "query": {**self.query._asdict(), "filters": dict(self.query.filters)},
            "filters": filter_options(self._frame, self.filters),
            "actions": [a._asdict() | {"options": list(a.options)} for a in self.actions],
            "words": _words(len(self._matching)),
        }

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        hears = {
            "search": self._search,
            "filter": self._filter,
            "sort": self._sort,
            "page": self._turn,
            "select": self._select,
            "select_all": self._select_all,
            "open": self._opened,
            "act": self._acted,
        }
        if kind in hears:
            hears[kind](content)

    def _search(self, content: Any) -> None:
        text = text_of(content, "text", LINE_LIMIT)
        if self.searched and text is not None:
            self.look_for(self.query._replace(text=text))

    def _filter(self, content: Any) -> None:
        name, value = text_of(content, "column", NAME_LIMIT), text_of(content, "value", NAME_LIMIT)
        col = next((c for c in self.filters if c.name == name), None)
        if col is None or value is None:
            return
        allowed = {o["value"] for o in filter_options(self._frame, [col])[0]["options"]}
        filters = {n: v for n, v in self.query.filters.items() if n != name}
        if value in allowed | {UNSAID}:
            filters[col.name] = value
        self.look_for(self.query._replace(filters=filters))

    def _sort(self, content: Any) -> None:
        name = text_of(content, "column", NAME_LIMIT)
        if name in {c.name for c in self.columns}:
            again = self.query.sort == name and not self.query.descending
            self.look_for(self.query._replace(sort=name, descending=again))

    def _turn(self, content: Any) -> None:
        page = whole_of(content, "page")
        if page is not None:
            self.page = page
            self._draw()

    def _select(self, content: Any) -> None:
        row = whole_of(content, "id")
        if row in self._here and self.actions:
            on = content.get("on") is True
            self.select(self.selected | {row} if on else self.selected - {row})

    def _select_all(self, content: Any) -> None:
        what = text_of(content, "what", NAME_LIMIT)
        if not self.actions:
            return
        if what == "none":
            self.select(())
        elif what == "page":
            self.select(self.selected | self._here)
        elif what == "unpage":
            self.select(self.selected - self._here)
        elif what == "matching":
            self.select(self.selected | {int(i) for i in self._matching.index})

    def _opened(self, content: Any) -> None:
        row = whole_of(content, "id")
        if self.openable and self._open is not None and row in self._here:
            self._open(row)

    def _acted(self, content: Any) -> None:
        name, value = text_of(content, "name", NAME_LIMIT), text_of(content, "value", LINE_LIMIT)
        action = next((a for a in self.actions if a.name == name), None)
        if action is None or self._act is None or not self.selected:
            return
        if action.kind in ("choice", "buttons") and value not in {v for v, _ in action.options}:
            return
        self._act(action.name, value or "", sorted(self.selected))


def _code(col: ListColumn, value: Any) -> str:
    """The code of a cell, by which a dot is coloured or shaped; "" where there is none."""
    return str(value) if col.vocabulary is not None and isinstance(value, str) else ""


def _words(matching: int) -> dict[str, str]:
    """The words of the list itself."""
    return {name: say(f"forms.table.{name}") for name in _WORDS} | {
        "matching": say("forms.table.matching", n=matching),
        "select": template("forms.table.select", "name"),
    }
