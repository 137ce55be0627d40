"""Step 02: who belongs to your network, in the article's five groups."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.forms.people import PeopleList
from shabakati.forms.root import root
from shabakati.insight import reading, sorted_share
from shabakati.language import say
from shabakati.steps.prose import Reading, folded
from shabakati.steps.step import Section, lay_out, next_step
from shabakati.workbook import Workbook

NAME = "02_my_people"
_SOURCES = ("iphone", "android", "google", "outlook", "linkedin", "others")  # how to get a file


def my_people(book: Workbook) -> widgets.VBox:
    """Bring people in, merge, sort, look them through; people by group, and the map of them."""
    people = PeopleList(book)
    groups = forms.live(book, ["people"], lambda book: charts.groups(book.people))
    map_ = forms.live(
        book,
        ["people", "ties"],
        lambda book: charts.map(book.people, book.ties),
        on_click=people.show,
    )
    how = folded(
        say(f"steps.{NAME}.how"), *(say(f"steps.{NAME}.how_{where}") for where in _SOURCES)
    )
    return lay_out(
        NAME,
        [
            Section("do", [forms.import_contacts(book), how]),
            Section("remember", [forms.remember(book)]),
            Section("merge", [forms.duplicates(book)]),
            Section(
                "sort",
                [
                    forms.one_by_one(book, "relation", onward=next_step("03_our_places")),
                    forms.suggestions(book, ["relation"]),
                ],
            ),
            Section("see", [groups]),
            Section("list", [root(people)]),
            Section("map", [map_]),
            Section("take", [forms.take(book)]),
        ],
        Reading(book, ["people"], reading.people),
        evidence_of=["weak_ties"],
    )


def is_done(book: Workbook) -> bool:
    """Whether everybody has a relation, and there is somebody."""
    return sorted_share(book.people, by="relation") == 1
