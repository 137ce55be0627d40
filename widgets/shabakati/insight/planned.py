"""What the book proposes on a day: gaps, but for what was said not to be wanted."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from shabakati.insight.gaps import gaps
from shabakati.people.dismissing import dismissed
from shabakati.people.putting_off import put_off
from shabakati.workbook import Workbook


def proposed(book: Workbook, today: dt.date, most: int | None = None) -> pd.DataFrame:
    """`gaps` of the book's tables, without what was dismissed; the first so many, if not all."""
    return gaps(
        book.people,
        book.ties,
        book.exchanges,
        book.events,
        book.goals,
        book.actions,
        today,
        country=book.row("profile", 1)["country"],
        sources=book.sources,
        put_off=put_off(book.answers),
        dismissed=dismissed(book.answers),
        most=most,
    )


def open_actions(actions: pd.DataFrame) -> pd.DataFrame:
    """The actions that are not done: those with a day first, by day; then the shorter ones."""
    still = actions[actions["done_on"].isna()]
    day = [due.toordinal() if pd.notna(due) else dt.date.max.toordinal() for due in still["due"]]
    order = still.assign(day=day, size=still["minutes"].astype("int64"))
    return still.loc[order.sort_values(["day", "size"], kind="stable").index]
