"""Step 03: where each was met, and the grid of groups and places."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.insight import reading, sorted_share
from shabakati.steps.prose import Reading
from shabakati.steps.step import Section, lay_out, next_step
from shabakati.workbook import Workbook

NAME = "03_our_places"


def our_places(book: Workbook) -> widgets.VBox:
    """Say where people were met; the coverage grid with its empty cells."""
    grid = forms.live(book, ["people"], lambda book: charts.coverage(book.people))
    return lay_out(
        NAME,
        [
            Section(
                "sort",
                [
                    forms.one_by_one(book, "place", onward=next_step("04_network_types")),
                    forms.suggestions(book, ["place"]),
                ],
            ),
            Section("do", [forms.places(book)]),
            Section("see", [grid]),
        ],
        Reading(book, ["people"], reading.places),
    )


def is_done(book: Workbook) -> bool:
    """Whether everybody has a place, and there is somebody."""
    return sorted_share(book.people, by="place") == 1
