"""Step 10: what is missing becomes things to do; what was done, and what became of it."""

from __future__ import annotations

import datetime as dt

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.insight import reading_plan
from shabakati.language import say
from shabakati.people.zones import today_of
from shabakati.steps.prose import Reading, paragraphs
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "10_my_plan"
ALL = ["people", "ties", "exchanges", "events", "goals", "actions", "answers", "profile"]


def my_plan(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """Proposals to accept, the plan on a line of time, then and now, the article's last points.

    Parameters
    ----------
    today : the day from which is planned; the one that it is in your time zone, unless given.
    """

    def line(book: Workbook) -> object:
        now = today or today_of(book.row("profile", 1))
        dated = book.actions[["due", "done_on"]].notna().any(axis=None)
        return charts.plan(book.actions, book.people, now) if dated else None

    return lay_out(
        NAME,
        [
            Section(
                "propose", [paragraphs(say(f"steps.{NAME}.how")), forms.proposals(book, today)]
            ),
            Section("do", [forms.doing(book, today)]),
            Section(
                "see",
                [
                    forms.live(
                        book, ["actions", "people", "profile"], line, say(f"steps.{NAME}.see_empty")
                    )
                ],
            ),
            Section("own", [forms.actions(book)]),
            Section("then", [forms.then_and_now(book), forms.history(book)]),
            Section(
                "closing",
                [
                    paragraphs(say(f"steps.{NAME}.closing_how")),
                    Reading(book, ALL, lambda book: reading_plan.closing(book, today)),
                ],
            ),
            Section("take", [forms.take(book)]),
        ],
        Reading(book, ALL, lambda book: reading_plan.plan(book, today)),
        evidence_of=["if_then", "small_steps"],
    )


def is_done(book: Workbook) -> bool:
    """Whether an action with a day is in the plan, or one is done."""
    return bool(book.actions[["due", "done_on"]].notna().any(axis=None))
