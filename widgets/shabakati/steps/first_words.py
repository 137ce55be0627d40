"""Step 07: introduce yourself, ask open questions, take small steps, write to who fits."""

from __future__ import annotations

import datetime as dt

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.coach import reading
from shabakati.coach.keeping import kept
from shabakati.forms.first_words.messages import Drafts
from shabakati.forms.root import root
from shabakati.insight import relevance
from shabakati.language import say
from shabakati.steps.prose import Reading
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "07_first_words"


def first_words(book: Workbook, today: dt.date | None = None) -> widgets.VBox:
    """Introduction, question coach, ladder, people by relevance, drafts of messages."""
    drafts = Drafts(book)
    asked = forms.live(
        book,
        ["answers"],
        lambda book: charts.questions(book.answers) if kept(book.answers) else None,
        say(f"steps.{NAME}.see_empty"),
    )
    fits = forms.live(
        book,
        ["people", "goals"],
        lambda book: (
            charts.relevance(book.people, book.goals)
            if len(relevance(book.people, book.goals))
            else None
        ),
        say(f"steps.{NAME}.who_empty"),
    )
    return lay_out(
        NAME,
        [
            Section("introduce", [forms.introduction(book, today)]),
            Section("ask", [forms.questions(book, today)]),
            Section("see", [asked]),
            Section("climb", [forms.climb(book, today)]),
            Section("who", [fits, forms.relevant(book, drafts.write_to)]),
            Section("write", [root(drafts)]),
        ],
        Reading(
            book,
            ["profile", "answers", "people", "goals"],
            lambda book: reading.first_words(book, today),
        ),
        evidence_of=["online_practice", "asking"],
    )


def is_done(book: Workbook) -> bool:
    """Whether there is an introduction, and a question to take along."""
    return bool(book.profile.loc[1, "introduction"]) and bool(kept(book.answers))
