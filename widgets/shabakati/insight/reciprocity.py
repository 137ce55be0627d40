"""What passed between you and your people: help given and received, and what is still owed."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.days import as_dates, as_days
from shabakati.vocabulary import Direction, ExchangeKind

HELP = (
    ExchangeKind.HELPED,
    ExchangeKind.ADVISED,
    ExchangeKind.REFERRED,
    ExchangeKind.OPPORTUNITY,
    ExchangeKind.INTRODUCED,
)
YEARS = 3  # a log longer than this is told by year, a shorter one by quarter

COLUMNS = (
    "given",
    "received",
    "balance",
    "last_given",
    "last_received",
    "owes_thanks",
    "unheard",
)


def reciprocity(people: pd.DataFrame, exchanges: pd.DataFrame) -> pd.DataFrame:
    """Help given and received, person by person.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    exchanges : DataFrame, one row a touch: `person`, `on` (a date), `kind`, `direction`.

    Returns
    -------
    DataFrame with the index of `people`:
    given, received : int, how often you helped them and they you. Help is helped, advised,
        referred, opportunity, introduced; `both` counts on either side. Messages and meetings are
        contact, not help.
    balance : int, given - received: above 0 you gave more.
    last_given, last_received : the day of the last help, or None.
    owes_thanks : they helped you, and since then you neither thanked nor helped them; what
        happens on the same day counts.
    unheard : you owe thanks, and after the day of their help nothing came from you at all: no
        message, call, meeting or greeting.
    """
    rows = _dated(exchanges)
    rows = rows[rows["person"].isin(people.index)]
    help_ = rows["kind"].isin([kind.value for kind in HELP])
    mine = rows["direction"] != Direction.RECEIVED.value
    theirs = rows["direction"] != Direction.GIVEN.value
    found = pd.DataFrame(index=people.index)
    for name, some in (("given", rows[help_ & mine]), ("received", rows[help_ & theirs])):
        by_person = some.groupby("person")["day"].agg(["size", "max"])
        found[name] = by_person["size"].reindex(people.index).fillna(0).astype("int64")
        found[f"last_{name}"] = by_person["max"].reindex(people.index)
    thanked = rows["kind"] == ExchangeKind.THANKED.value
    thanks = _latest(rows[mine & (help_ | thanked)], people)
    anything = _latest(rows[mine], people)
    helped = found["received"] > 0
    found["owes_thanks"] = helped & ~(thanks >= found["last_received"])
    found["unheard"] = found["owes_thanks"] & ~(anything > found["last_received"])
    found["balance"] = found["given"] - found["received"]
    for name in ("last_given", "last_received"):
        found[name] = _dates(found[name])
    return found[list(COLUMNS)]


def last_contact(exchanges: pd.DataFrame) -> pd.Series:
    """The day of the last touch of each person, of whatever kind; index the person's id."""
    rows = _dated(exchanges)
    return _dates(rows.groupby("person")["day"].max().rename_axis("id").rename("last"))


def help_over_time(exchanges: pd.DataFrame) -> pd.DataFrame:
    """Help given and received, and touches of all other kinds, by quarter or by year.

    Parameters
    ----------
    exchanges : as `reciprocity` takes them.

    Returns
    -------
    DataFrame, index `from` (the first day of the period; every period from the first to the last
    is there): given, received, contact (ints). By quarter up to three years, else by year.
    """
    columns = ["given", "received", "contact"]
    if exchanges.empty:
        return pd.DataFrame(columns=columns, index=pd.Index([], name="from"), dtype="int64")
    days = pd.to_datetime(pd.Series(list(exchanges["on"])))
    long = (days.max() - days.min()).days > 366 * YEARS
    period = pd.PeriodIndex(days, freq="Y" if long else "Q")
    help_ = exchanges["kind"].isin([kind.value for kind in HELP]).to_numpy()
    direction = exchanges["direction"].astype("object").to_numpy()
    table = pd.DataFrame(
        {
            "given": help_ & (direction != Direction.RECEIVED.value),
            "received": help_ & (direction != Direction.GIVEN.value),
            "contact": ~help_,
        }
    )
    found = table.groupby(period).sum().astype("int64")
    every = pd.period_range(period.min(), period.max(), freq=period.freq)
    found = found.reindex(every, fill_value=0)
    found.index = pd.Index(
        [start.date() for start in every.start_time], name="from", dtype="object"
    )
    return found[columns]


def _dated(exchanges: pd.DataFrame) -> pd.DataFrame:
    """Exchanges with their day as it is compared fast."""
    return pd.DataFrame(
        {
            "person": exchanges["person"].astype("int64"),
            "kind": exchanges["kind"].astype("object"),
            "direction": exchanges["direction"].astype("object"),
            "day": as_days(exchanges["on"]),
        },
        index=exchanges.index,
    )


def _latest(rows: pd.DataFrame, people: pd.DataFrame) -> pd.Series:
    return rows.groupby("person")["day"].max().reindex(people.index)


def _dates(days: pd.Series) -> pd.Series:
    return pd.Series(as_dates(days), index=days.index, dtype="object", name=days.name)
