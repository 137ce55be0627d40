"""Step 04: personal, operational, strategic, their balance, and how varied the network is."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.insight import reading, sorted_share
from shabakati.steps.prose import Reading
from shabakati.steps.step import Section, lay_out, next_step
from shabakati.workbook import Workbook

NAME = "04_network_types"


def network_types(book: Workbook) -> widgets.VBox:
    """Confirm or change each one's type; the balance of the three; what the network is made of."""
    balance = forms.live(book, ["people"], lambda book: charts.types(book.people))
    variety = forms.live(book, ["people"], lambda book: charts.diversity(book.people))
    return lay_out(
        NAME,
        [
            Section(
                "sort",
                [
                    forms.one_by_one(book, "network_type", onward=next_step("05_my_map")),
                    forms.suggestions(book, ["network_type"]),
                ],
            ),
            Section("do", [forms.types(book)]),
            Section("see", [balance]),
            Section("variety", [variety]),
        ],
        Reading(book, ["people"], reading.types),
        evidence_of=["three_types"],
    )


def is_done(book: Workbook) -> bool:
    """Whether everybody has a type, and there is somebody."""
    return sorted_share(book.people, by="network_type") == 1
