"""The article's closing five points, and how far each is come, read from the book."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import numpy as np
import pandas as pd

from shabakati.insight.coverage import group_counts, type_counts
from shabakati.insight.days import as_days
from shabakati.insight.reciprocity import reciprocity
from shabakati.vocabulary import Benefit
from shabakati.workbook import Workbook

RECENT = 30  # days
KEPT = 3  # people you were in touch with in the last month, for a network that is kept


class Point(NamedTuple):
    """One thing that the article ends with: `have` of `all`; done when nothing is left."""

    code: str
    have: int
    all: int

    @property
    def done(self) -> bool:
        """Whether nothing is left to do for it."""
        return self.have >= self.all


def closing_points(book: Workbook, today: dt.date) -> list[Point]:
    """How far the article's closing points are come; the third one says three things.

    - mutual: help went either way (2: given, received);
    - benefits: a goal under each of the three benefits;
    - events, questions, kept: an event attended, questions written down for one, three people you
      were in touch with in the last 30 days;
    - groups: somebody in each of the five groups;
    - types: somebody in each of the three types.
    """
    people = book.people
    passed = reciprocity(people, book.exchanges)
    past = [pd.notna(day) and day <= today for day in book.events["on"]]
    days, now = as_days(book.exchanges["on"]), np.datetime64(today, "D")
    near = (now - np.timedelta64(RECENT, "D") <= days) & (days <= now)
    touched = book.exchanges.loc[near, "person"].nunique()
    goals = book.goals["benefit"].astype("object").nunique()
    return [
        Point("mutual", int(passed["given"].sum() > 0) + int(passed["received"].sum() > 0), 2),
        Point("benefits", int(goals), len(Benefit)),
        Point("events", min(1, sum(past)), 1),
        Point("questions", int(book.events["questions"].map(bool).any()), 1),
        Point("kept", min(KEPT, int(touched)), KEPT),
        Point("groups", *_filled(group_counts(people))),
        Point("types", *_filled(type_counts(people))),
    ]


def _filled(counts: pd.DataFrame) -> tuple[int, int]:
    """How many kinds have somebody, of how many; the last row is of those who are not sorted."""
    kinds = counts["people"].iloc[:-1]
    return int((kinds > 0).sum()), len(kinds)
