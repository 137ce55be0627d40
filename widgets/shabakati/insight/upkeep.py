"""Who is due for a word: the days since the last one, against how often you mean to be in touch."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from shabakati.insight.days import as_dates, as_days
from shabakati.vocabulary import Closeness

CADENCE_DAYS = {
    Closeness.CLOSEST: 14,
    Closeness.CLOSE: 30,
    Closeness.REGULAR: 90,
    Closeness.DISTANT: 365,
}
COOLS_AT = 2  # cadences of silence
NOTICE = 7  # days before the due day; of a cadence below 14 days, its second half


class State(StrEnum):
    """How a tie stands, from warm to cold."""

    FRESH = "fresh"
    DUE = "due"
    OVERDUE = "overdue"
    COOLING = "cooling"


WAITING = (State.DUE, State.OVERDUE, State.COOLING)


def upkeep(
    people: pd.DataFrame,
    exchanges: pd.DataFrame,
    today: dt.date,
    put_off: pd.Series | None = None,
) -> pd.DataFrame:
    """When each person was last in touch with you, when that is due again, and how it stands.

    A cadence is what was said for the person (`cadence_days`), else that of their closeness
    (`CADENCE_DAYS`); it begins anew at the last exchange of any kind, imported messages too, and
    before the first one at `met_on`. An exchange that is still to come does not count.

    - `fresh`: not due within the next week, or put off until a day that is still to come;
    - `due`: its day is today or in the next seven days (of a cadence below 14 days, in its second
      half), or nothing is known of any contact;
    - `overdue`: its day has passed;
    - `cooling`: silent for twice the cadence or longer.

    Parameters
    ----------
    people, exchanges : tables of the book.
    today : the day from which is counted.
    put_off : optional, days (dates) by person until which they are left alone ("not now").

    Returns
    -------
    DataFrame with the index of `people`: last (a date, or None), cadence_days (Int64), due (a date,
    or None), days (Int64, since the due day: overdue above 0), silent (Int64, days since `last`),
    state (a category in the order above). For who has neither a cadence nor a closeness all but
    `last` and `silent` is missing: nobody said that they are to be kept warm.

    Source
    ------
    The days by closeness are our choice, meant to be changed. Dunbar & Spoors (1995), Human
    Nature 6(3), count whom people are in touch with at least once a month, Hill & Dunbar (2003),
    Human Nature 14(1), to whom they send Christmas cards; neither says how often is enough.
    """
    now = np.datetime64(today, "D")
    last = _last(people, exchanges, now)
    own = people["cadence_days"].astype("Int64").to_numpy(dtype="float64", na_value=np.nan)
    rings = people["closeness"].astype("object").map(dict(CADENCE_DAYS))
    cadence = np.where(np.isnan(own), rings.to_numpy(dtype="float64", na_value=np.nan), own)
    followed, known = ~np.isnan(cadence), ~np.isnat(last)
    whole = np.where(followed, cadence, 0).astype("int64")
    due = np.where(known, last + whole.astype("timedelta64[D]"), now)
    silent = (now - last).astype("float64")
    cools = known & (silent >= COOLS_AT * whole)
    rests = np.zeros(len(people), dtype=bool)
    if put_off is not None and len(put_off):
        until = as_days(put_off.reindex(people.index))
        rests = until > now
        due = np.where(until > due, until, due)
    due[~followed] = np.datetime64("NaT")
    days = (now - due).astype("float64")
    notice = np.minimum(NOTICE, whole // 2)
    code: np.ndarray[Any, np.dtype[np.int64]] = np.select(
        [~followed, rests, cools, days > 0, days >= -notice], [-1, 0, 3, 2, 1], default=0
    )
    return pd.DataFrame(
        {
            "last": as_dates(last),
            "cadence_days": pd.array(np.where(followed, cadence, np.nan), dtype="Int64"),
            "due": as_dates(due),
            "days": pd.array(days, dtype="Int64"),
            "silent": pd.array(np.where(known, silent, np.nan), dtype="Int64"),
            "state": pd.Categorical.from_codes(
                code.tolist(), pd.Index([state.value for state in State])
            ),
        },
        index=people.index,
    )


def waiting(kept: pd.DataFrame) -> pd.DataFrame:
    """Those of `upkeep` who are due, overdue or cooling, the most pressing first.

    Whose day has passed comes before whose day is near; then the shorter cadence, which is that
    of who matters more to you; then the longer silence, as a share of the cadence. An old
    acquaintance of nine silent years does not stand before a friend of seven silent months.
    """
    here = kept[kept["state"].isin(WAITING)]
    share = (here["silent"] / here["cadence_days"]).astype("float64").fillna(0.0)
    passed = (here["days"] > 0).to_numpy(dtype=bool)
    order = np.lexsort((-share.to_numpy(), here["cadence_days"].to_numpy(dtype="int64"), ~passed))
    return here.iloc[order]


def _last(people: pd.DataFrame, exchanges: pd.DataFrame, now: np.datetime64) -> np.ndarray:
    """The day of the last exchange of each person, else that of the first meeting."""
    on = as_days(exchanges["on"])
    who = exchanges["person"].to_numpy(dtype="int64", na_value=-1)
    at = people.index.get_indexer(pd.Index(who))
    counts = (at >= 0) & ~np.isnat(on) & (on <= now)
    days = np.full(len(people), np.iinfo("int64").min, dtype="int64")  # NaT
    np.maximum.at(days, at[counts], on[counts].astype("int64"))
    last = days.view("datetime64[D]")
    met = as_days(people["met_on"])
    return np.where(np.isnat(last) & (met <= now), met, last)
