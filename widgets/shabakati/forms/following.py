"""Widgets that follow the book until they are closed, and close what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import ipywidgets as widgets

from shabakati.forms.attention import Act, Attention, attention
from shabakati.workbook import Workbook


class _Followed(NamedTuple):
    """A handler as the book knows it, and who is told through it."""

    book: Workbook
    heard: Callable[[Any], Any]
    names: list[str]
    act: Act
    seen: Attention | None


class Following(widgets.VBox):
    """A box whose handlers hear of the book's changes; none of them after `close`.

    What is built inside `attended` hears of them while somebody looks, else all at once later.
    """

    _followed: tuple[_Followed, ...] = ()

    def follow(self, book: Workbook, act: Act, tables: Iterable[str]) -> None:
        """Call `act(change)` after each change of these tables."""
        names, seen = list(tables), attention()

        def heard(change: Any) -> None:
            if seen is None:
                act(change)
            else:
                seen.hear(act, change)

        book.observe(heard, names=names)
        self._followed += (_Followed(book, heard, names, act, seen),)

    def unfollow(self) -> None:
        """Hear no more of any book."""
        for followed in self._followed:
            followed.book.unobserve(followed.heard, names=followed.names)
            if followed.seen is not None:
                followed.seen.forget(followed.act)
        self._followed = ()

    def close(self) -> None:
        """Let go of the book, and close all that is inside."""
        self.unfollow()
        inside = [value for value in vars(self).values() if isinstance(value, widgets.Widget)]
        for child in {*inside, *self.children}:
            child.close()
        super().close()
