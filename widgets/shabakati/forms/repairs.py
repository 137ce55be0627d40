"""Texts that came damaged: what they were, what they are now, and whether to take them so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn
from shabakati.forms.table import TableView
from shabakati.forms.unfolding import Told, Unfolding
from shabakati.intake import Intake
from shabakati.intake.intake import COLUMNS
from shabakati.language import say
from shabakati.schema import clean_line, column

_SHOWN = 10  # rows of the list


def unrepaired(intake: Intake) -> Intake:
    """The intake with each text that was repaired as it came."""
    people = intake.people.copy()
    for name, rows in intake.repairs.groupby("column"):
        if name not in COLUMNS["people"]:
            continue
        came = {after: clean_line(before) or after for before, after in _pairs(rows)}
        if column("people", str(name)).kind == "lines":
            cells = [[came.get(text, text) for text in cell] for cell in people[name]]
            people[name] = pd.Series(cells, index=people.index, dtype="object")
        else:
            people[name] = people[name].map(lambda text, came=came: came.get(text, text))
    return replace(intake, people=people)


class Repairs(Following):
    """How many texts were repaired, each before and after, and a box that is ticked to take them.

    `wanted` is whether they are to be taken repaired.
    """

    def __init__(self, intake: Intake) -> None:
        self.box = widgets.Checkbox(
            value=True, description=say("forms.import.repair"), indent=False
        )
        told = Told(
            "repairs",
            say("forms.import.repaired", n=len(intake.repairs)),
            say("forms.import.repaired_about"),
            say("forms.import.repaired_show"),
            lambda: _table(intake.repairs),
        )
        super().__init__([Unfolding(told.title, [told]), self.box])
        self.add_class("sh-ask")

    @property
    def wanted(self) -> bool:
        """Whether the texts are taken as they were repaired."""
        return bool(self.box.value)

    def on_change(self, act: Callable[[], Any]) -> None:
        """Call `act()` when the box is ticked, or no longer."""
        self.box.observe(lambda _: act(), names=["value"])


def _pairs(rows: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(rows["before"].tolist(), rows["after"].tolist(), strict=True))


def _table(repairs: pd.DataFrame) -> TableView:
    frame = repairs.reset_index(drop=True)
    return TableView(
        frame,
        [
            ListColumn("after", say("forms.import.after")),
            ListColumn("before", say("forms.import.before"), show=clean_line),
            ListColumn("column", say("forms.import.what"), show=_title),
            ListColumn("file", say("forms.contacts.file"), "ltr"),
            ListColumn("row", say("forms.contacts.row"), "ltr"),
        ],
        say("forms.import.repairs"),
        searched=("after", "before"),
        page_size=_SHOWN,
    )


def _title(name: str) -> str:
    return say(f"schema.people.{name}") if name in COLUMNS["people"] else name
