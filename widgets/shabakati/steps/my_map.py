"""Step 05: the circle, who knows whom, and what hangs on whom."""

from __future__ import annotations

import ipywidgets as widgets
import pandas as pd

from shabakati import forms
from shabakati.insight import reading_map
from shabakati.insight.circle import INNER, LEAST
from shabakati.steps.prose import Reading
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "05_my_map"


def my_map(book: Workbook) -> widgets.VBox:
    """Place a circle, tell who knows whom and who introduced you; the map and what it says."""
    return lay_out(
        NAME,
        [
            Section("circle", [forms.circle(book)]),
            Section("ties", [forms.ties(book)]),
            Section("introductions", [forms.introductions(book)]),
            Section("see", [forms.my_map(book)]),
            Section("measures", [forms.measures(book)]),
            Section("what_if", [forms.what_if(book)]),
            Section("history", [forms.history(book)]),
        ],
        Reading(book, ["people", "ties"], lambda book: reading_map.circle(book.people, book.ties)),
        evidence_of=["weak_ties", "structural_holes", "introductions", "layers"],
    )


def is_done(book: Workbook) -> bool:
    """Whether the circle has 15 people, or nobody is left to place, and some know each other."""
    people, ties = book.people, book.ties
    circle = _circle(people)
    enough = len(circle) >= LEAST or people["closeness"].notna().all()
    return bool(enough and (ties["a"].isin(circle) & ties["b"].isin(circle)).any())


def _circle(people: pd.DataFrame) -> pd.Index:
    """The ids of those in the three inner rings."""
    return people.index[people["closeness"].isin([ring.value for ring in INNER])]
