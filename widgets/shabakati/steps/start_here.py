"""Step 00: what a network is, who you are, and the demo's map before anything is typed."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from shabakati import charts, forms
from shabakati.insight import reading
from shabakati.language import say
from shabakati.opening import in_a_room, open_demo
from shabakati.steps.prose import Reading, paragraphs
from shabakati.steps.step import Section, lay_out
from shabakati.workbook import Workbook

NAME = "00_start_here"


def start_here(book: Workbook, walk_demo: Callable[[], None] | None = None) -> widgets.VBox:
    """Your profile, the demo's map, and how to begin; `walk_demo` goes through it all with it."""
    demo = open_demo()
    where = say("kept.where" if in_a_room() else f"steps.{NAME}.where")
    map_ = charts.ChartView(charts.map(demo.people, demo.ties))
    begin: list[widgets.Widget] = [paragraphs(say(f"steps.{NAME}.ways")), forms.open_file(book)]
    if walk_demo is not None:
        try_it = widgets.Button(description=say(f"steps.{NAME}.walk_demo"))
        try_it.on_click(lambda _: walk_demo())
        begin.append(try_it)
    return lay_out(
        NAME,
        [
            Section("see", [paragraphs(say(f"steps.{NAME}.demo")), map_]),
            Section("do", [forms.profile(book)]),
            Section("begin", begin),
            Section("yours", [paragraphs(where)]),
        ],
        Reading(book, ["profile", "people"], reading.start),
        evidence_of=["wasta", "referrals"],
    )


def is_done(book: Workbook) -> bool:
    """Whether the book says who you are."""
    return bool(book.profile.loc[1, "name"])
