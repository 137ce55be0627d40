"""Step 01: goals under the three benefits, and whom to ask about each organisation."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.insight import job_market, reading_goals
from shabakati.language import say, word
from shabakati.steps.prose import Reading, folded, heading, paragraphs
from shabakati.steps.step import Section, lay_out
from shabakati.vocabulary import Benefit
from shabakati.workbook import Workbook

NAME = "01_my_goals"
MARKET = ("people", "ties", "goals", "exchanges", "sources")
CLAIMS = {  # what is claimed of each benefit
    Benefit.OPPORTUNITIES: ("hidden_market", "referrals", "wasta"),
    Benefit.EXPLORATION: ("exploration", "weak_ties", "online_contact"),
    Benefit.ADVICE: ("advice", "three_types"),
}
PARTS = ("claim", "found", "caveat")


def my_goals(book: Workbook) -> widgets.VBox:
    """Write goals; see the hidden job market of them, and what is known of what is claimed."""
    by_benefit = forms.live(book, ["goals"], lambda book: charts.goals(book.goals))
    reach = forms.live(
        book,
        MARKET,
        lambda book: charts.job_market(
            job_market(book.people, book.ties, book.goals, book.exchanges, book.sources)
        ),
        say(f"steps.{NAME}.no_market"),
    )
    return lay_out(
        NAME,
        [
            Section("do", [forms.goals(book)]),
            Section("see", [by_benefit]),
            Section(
                "market", [reach, forms.job_market(book), paragraphs(say(f"steps.{NAME}.rule"))]
            ),
            Section("likely", [forms.likely_to_know(book)]),
            Section("claims", claims()),
        ],
        Reading(book, MARKET, reading_goals.goals),
    )


def claims() -> list[widgets.Widget]:
    """Each claim with its source and caveat, below the benefit that it belongs to."""
    shown: list[widgets.Widget] = []
    for benefit, several in CLAIMS.items():
        shown.append(heading(word(benefit), 3))
        shown += [
            folded(
                *(say(f"steps.evidence.{claim}.{part}") for part in ("claim", "found", "caveat"))
            )
            for claim in several
        ]
    return shown


def is_done(book: Workbook) -> bool:
    """Whether there is a goal."""
    return len(book.goals) > 0
