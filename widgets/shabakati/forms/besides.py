"""What a file holds beside the people who are taken: rows left out, what is skipped, counts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd

from shabakati.forms.listing import ListColumn
from shabakati.forms.table import TableView
from shabakati.forms.unfolding import Told
from shabakati.intake import Intake
from shabakati.language import say

SHOWN = 10  # rows of each list: a look, not the whole


def besides(intake: Intake) -> Iterator[Told]:
    """A line for each reason why rows were left out, for each thing skipped, and the counts."""
    for reason, rows in intake.left_out.groupby("reason", sort=False):
        yield Told(
            str(reason),
            say("forms.contacts.rows", n=len(rows)),
            say(str(reason)),
            say("forms.contacts.show"),
            partial(_left_out, rows),
        )
    for what, count in intake.skipped.groupby("what", sort=False)["count"].sum().items():
        yield Told(str(what), say("forms.import.skipped", n=int(count)), say(str(what)))
    if len(intake.counts) > 1 or len(intake.left_out):
        read = int(intake.counts["read"].sum())
        yield Told(
            "counts",
            say("forms.import.read", n=read),
            say("forms.import.read_about"),
            say("forms.import.read_show"),
            partial(_counts, intake.counts),
        )


def _left_out(rows: pd.DataFrame) -> TableView:
    return TableView(
        rows.reset_index(drop=True),
        [
            ListColumn("text", say("forms.contacts.text")),
            ListColumn("reason", say("forms.contacts.reason"), show=say),
            ListColumn("file", say("forms.contacts.file"), "ltr"),
            ListColumn("row", say("forms.contacts.row"), "ltr"),
        ],
        say("forms.contacts.reasons"),
        searched=("text", "file"),
        page_size=SHOWN,
    )


def _counts(counts: pd.DataFrame) -> TableView:
    return TableView(
        counts.reset_index(drop=True),
        [
            ListColumn("file", say("forms.contacts.file"), "ltr"),
            ListColumn("read", say("forms.import.rows_read")),
            ListColumn("taken", say("forms.import.rows_taken")),
            ListColumn("left_out", say("forms.import.rows_left_out")),
        ],
        say("forms.import.read_about"),
        page_size=SHOWN,
    )
