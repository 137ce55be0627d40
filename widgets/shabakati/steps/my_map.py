"""Step 05: who knows whom, drawn, measured and read."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import forms
from shabakati.insight.network import network
from shabakati.insight.reading_circle import my_map as read_circle
from shabakati.insight.reading_circle import placed, to_place
from shabakati.steps.prose import Reading
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "05_my_map"


def my_map(book: Workbook) -> widgets.VBox:
    """Place a circle, tell who knows whom and who introduced you; the map and what it says."""
    map_ = forms.my_map(book)
    return lay_out(
        NAME,
        [
            Section("circle", [forms.circle(book)]),
            Section("ties", [forms.ties(book)]),
            Section("introductions", [forms.introductions(book)]),
            Section("see", [map_]),
        ],
        Reading(book, ["people", "ties"], read_circle),
        evidence_of=["weak_ties", "structural_holes", "introductions", "layers"],
    )


def is_done(book: Workbook) -> bool:
    """Whether the circle has 15 people, or nobody is left to place, and some know each other."""
    people = book.people
    return not to_place(people) and len(network(placed(people), book.ties).a) > 0
