"""The words of a step: headings, paragraphs, and sentences that follow the book."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any, Literal

import ipywidgets as widgets

from shabakati.forms.following import Following
from shabakati.workbook import Workbook


def heading(text: str, level: Literal[1, 2, 3] = 2) -> widgets.HTML:
    """A heading; the step's title is of level 1."""
    return widgets.HTML(f"<h{level}>{escape(text)}</h{level}>")


def paragraphs(*texts: str) -> widgets.HTML:
    """Paragraphs of plain text."""
    return _html(_paragraphs(texts), "sh-prose")


class Reading(Following):
    """Sentences computed from the book, told anew when one of the tables changes."""

    def __init__(
        self, book: Workbook, tables: Iterable[str], tell: Callable[[Workbook], Iterable[str]]
    ) -> None:
        self.prose = _html("", "sh-reading")
        self._book, self._tell = book, tell
        super().__init__([self.prose])
        self._changed(None)
        self.follow(book, self._changed, tables)

    def _changed(self, _change: Any) -> None:
        self.prose.value = _paragraphs(self._tell(self._book))


def folded(title: str, *texts: str) -> widgets.HTML:
    """Paragraphs below a title, folded until somebody asks: a claim with what is known of it."""
    return _html(
        f"<details><summary>{escape(title)}</summary>{_paragraphs(texts)}</details>",
        "sh-evidence",
    )


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f'<p dir="auto">{escape(text)}</p>' for text in texts if text)


def _html(value: str, name: str) -> widgets.HTML:
    shown = widgets.HTML(value)
    shown.add_class(name)
    return shown
