"""Step 08: events planned, logged, and weighed by what came of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import ipywidgets as widgets

from shabakati import forms
from shabakati.insight import reading_events
from shabakati.steps.prose import Reading
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "08_events"


def events(book: Workbook, today: Callable[[], dt.date] = dt.date.today) -> widgets.VBox:
    """Plan and log events, and write down whom you met there."""
    return lay_out(
        NAME,
        [Section("plan", [forms.events(book)]), Section("met", [forms.met(book, today)])],
        Reading(
            book,
            ["events", "exchanges", "people"],
            lambda book: reading_events.events(book, today()),
        ),
        evidence_of=["effort"],
    )


def is_done(book: Workbook) -> bool:
    """Whether an event is in the book with somebody met at it."""
    return bool(book.events["people"].map(bool).any())
