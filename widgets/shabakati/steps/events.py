"""Step 08: events planned, logged, and weighed by what came of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.charts.effort_bars import Result
from shabakati.insight import reading_events
from shabakati.language import say
from shabakati.steps.prose import Reading, paragraphs
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "08_events"


def events(book: Workbook, today: Callable[[], dt.date] = dt.date.today) -> widgets.VBox:
    """Plan and log events, note whom you met, weigh hours against what came, set boundaries."""

    def hours_against(result: Result) -> widgets.Widget:
        def draw(book: Workbook) -> object:
            return charts.effort(book.events, book.exchanges, book.people, today(), result)

        return forms.live(
            book, ["events", "exchanges", "people"], draw, say(f"steps.{NAME}.see_empty")
        )

    return lay_out(
        NAME,
        [
            Section("plan", [forms.events(book)]),
            Section("met", [forms.met(book, today)]),
            Section("see", [hours_against("met")]),
            Section("came", [hours_against("followed")]),
            Section(
                "boundaries",
                [paragraphs(say(f"steps.{NAME}.boundaries_why")), forms.boundaries(book, today)],
            ),
        ],
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
