"""Step 09: who is due for a word, a year of occasions, and the calendar that reminds of both."""

from __future__ import annotations

import datetime as dt

import ipywidgets as widgets

from shabakati import charts, forms, outputs
from shabakati.insight import occasions
from shabakati.insight.reading_warm import warm
from shabakati.insight.upkeep import CADENCE_DAYS
from shabakati.insight.warmth import kept_warm
from shabakati.language import say
from shabakati.people.zones import today_of
from shabakati.steps.prose import Reading, paragraphs
from shabakati.steps.step import Section, lay_out
from shabakati.vocabulary import Closeness
from shabakati.workbook import Workbook

NAME = "09_keeping_warm"
YEAR = dt.timedelta(days=365)
NEAR = (Closeness.CLOSEST, Closeness.CLOSE)


def keeping_warm(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """Who is due, with a small act each; occasions by person; reminders for one's calendar.

    Parameters
    ----------
    today : the day from which is counted; the one that it is in your time zone, unless given.
    """

    def now() -> dt.date:
        return today or today_of(book.row("profile", 1))

    def silence(book: Workbook) -> object:
        kept = kept_warm(book, now())
        return charts.upkeep(book.people, kept) if kept["state"].notna().any() else None

    def year(book: Workbook) -> object:
        end = now() + YEAR
        found = occasions(book.people, book.profile, now(), end)
        return charts.occasions(found, now(), end) if len(found) else None

    days = {ring.value: n for ring, n in CADENCE_DAYS.items()}
    take = forms.Download(
        say(f"steps.{NAME}.take"), lambda: ("my_calendar.ics", outputs.calendar(book, today))
    )
    return lay_out(
        NAME,
        [
            Section(
                "due", [paragraphs(say(f"steps.{NAME}.rings", **days)), forms.upkeep(book, today)]
            ),
            Section(
                "see",
                [
                    forms.live(
                        book,
                        ["people", "exchanges", "answers", "profile"],
                        silence,
                        say(f"steps.{NAME}.see_empty"),
                    )
                ],
            ),
            Section("choose", [forms.occasions(book)]),
            Section(
                "year",
                [
                    forms.live(book, ["people", "profile"], year, say(f"steps.{NAME}.year_empty")),
                    paragraphs(say(f"steps.{NAME}.expected")),
                ],
            ),
            Section("greet", [forms.greetings(book, today)]),
            Section(
                "calendar",
                [paragraphs(say(f"steps.{NAME}.calendar_how")), forms.time_zone(book), take],
            ),
        ],
        Reading(
            book,
            ["people", "exchanges", "answers", "sources", "profile"],
            lambda book: warm(book, today),
        ),
        evidence_of=["dormant_ties", "cadence", "hijri"],
    )


def is_done(book: Workbook) -> bool:
    """Whether it is said for all who are close which occasions suit them, and somebody is."""
    near = book.people["occasions"][book.people["closeness"].isin(NEAR)]
    return bool(len(near)) and bool(near.map(bool).all())
