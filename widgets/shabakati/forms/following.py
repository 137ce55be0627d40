"""Widgets that follow the book until they are closed, and close what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets as widgets

from shabakati.workbook import Workbook


class Following(widgets.VBox):
    """A box whose handlers hear of the book's changes; none of them after `close`."""

    _followed: tuple[tuple[Workbook, Callable[[Any], Any], list[str]], ...] = ()

    def follow(self, book: Workbook, act: Callable[[Any], Any], tables: Iterable[str]) -> None:
        """Call `act(change)` after each change of these tables."""
        names = list(tables)
        book.observe(act, names=names)
        self._followed += ((book, act, names),)

    def unfollow(self) -> None:
        """Hear no more of any book."""
        for book, act, names in self._followed:
            book.unobserve(act, names=names)
        self._followed = ()

    def close(self) -> None:
        """Let go of the book, and close all that is inside."""
        self.unfollow()
        inside = [value for value in vars(self).values() if isinstance(value, widgets.Widget)]
        for child in {*inside, *self.children}:
            child.close()
        super().close()
