"""Step 06: what passes between you and your people, what is owed, what it has brought."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.insight import reading_exchanges
from shabakati.insight.reciprocity import HELP
from shabakati.language import say
from shabakati.steps.prose import Reading
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "06_what_we_exchange"


def what_we_exchange(book: Workbook) -> widgets.VBox:
    """Log what passed, say what each can help with; given against received, and the advantages."""
    balance = forms.live(
        book,
        ["people", "exchanges"],
        lambda book: charts.exchanges(book.people, book.exchanges),
        say(f"steps.{NAME}.no_help"),
    )
    time = forms.live(
        book,
        ["exchanges"],
        lambda book: charts.exchanges_over_time(book.exchanges),
        say(f"steps.{NAME}.no_help"),
    )
    topics = forms.live(
        book, ["people"], lambda book: charts.topics(book.people), say(f"steps.{NAME}.no_topics")
    )
    gains = forms.live(book, ["gains"], lambda book: charts.gains(book.gains))
    return lay_out(
        NAME,
        [
            Section("today", [forms.quick_exchange(book)]),
            Section("see", [balance]),
            Section("time", [time]),
            Section("log", [forms.exchanges(book)]),
            Section("offers", [forms.my_offer(book), forms.offers(book)]),
            Section("topics", [topics]),
            Section("gains", [forms.advantages(book), gains]),
        ],
        Reading(book, ["people", "exchanges", "goals"], reading_exchanges.exchanges),
        evidence_of=["referrals", "wasta"],
    )


def is_done(book: Workbook) -> bool:
    """Whether help is logged, and of somebody it is said what they can help with."""
    logged = book.exchanges["kind"].isin([kind.value for kind in HELP]).any()
    return bool(logged and book.people["can_help"].map(bool).any())
