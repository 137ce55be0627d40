"""Who is due on a day, and what to do for each: all that the book knows of it, together."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from shabakati.insight.greeting import occasions
from shabakati.insight.small_acts import SOON, small_acts
from shabakati.insight.upkeep import upkeep, waiting
from shabakati.people.moves import moves
from shabakati.people.putting_off import put_off
from shabakati.workbook import Workbook


def kept_warm(book: Workbook, today: dt.date) -> pd.DataFrame:
    """`upkeep` of the book's people; who was put off is not due before that day."""
    return upkeep(book.people, book.exchanges, today, put_off(book.answers))


def due_acts(book: Workbook, today: dt.date, kept: pd.DataFrame, most: int) -> pd.DataFrame:
    """The first `most` who are due, the most pressing first, each with a small act.

    Returns
    -------
    DataFrame, index id: the columns of `upkeep` and of `small_acts`.
    """
    here = waiting(kept).head(most)
    few = book.people.loc[here.index]
    greetings = occasions(few, book.profile, today, today + SOON)
    sources = book.sources[book.sources["person"].isin(here.index)]
    acts = small_acts(few, book.exchanges, today, here.index, moves(sources, few), greetings)
    return here.join(acts)
