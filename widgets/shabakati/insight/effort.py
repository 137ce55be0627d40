"""What events cost, and what came of them: effort against result."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pandas as pd

from shabakati.insight.reciprocity import HELP
from shabakati.vocabulary import Direction

By = Literal["event", "place", "kind"]
ENOUGH = 3  # events of one kind or place: below this, a comparison says nothing
COLUMNS = ("events", "hours", "cost", "met", "followed", "received", "met_per_hour", "enough")


def effort(
    events: pd.DataFrame,
    exchanges: pd.DataFrame,
    people: pd.DataFrame,
    by: By = "event",
    today: dt.date | None = None,
) -> pd.DataFrame:
    """Hours and money of events, and what followed with the people met there.

    Parameters
    ----------
    events : DataFrame, index `id`: `on` (a date or None), `place`, `kind`, `hours`, `cost`,
        `people` (ids of whom you met there).
    exchanges : DataFrame, one row a touch: `person`, `on`, `kind`, `direction`, `event`.
    people : DataFrame, index `id`; who is not in it is not counted.
    by : what a row stands for; events whose place or kind is not said are left out there.
    today : events of a later day are only planned and left out; None keeps all.

    Returns
    -------
    DataFrame, index the event's id or the code:
    events, met, followed, received : ints. `followed` are exchanges with those people after the
        day of the event, `received` those among them in which they helped. Within a row each
        person and each exchange counts once, though they met you at several events; between rows
        it may count in each. An event without a day has nothing after it.
    hours, cost : floats, NaN where none of the events says them.
    met_per_hour : float, over the events that say their hours; NaN without hours.
    enough : bool, whether there are `ENOUGH` events to compare by. One event never is.

    Raises
    ------
    ValueError if `by` is none of the three.
    """
    if by not in ("event", "place", "kind"):
        raise ValueError(f"by must be 'event', 'place' or 'kind', got {by!r}")
    held = events
    if today is not None:
        held = events.loc[[on is None or on <= today for on in _days(events)]]
    met = _met(held, exchanges, set(people.index))
    keys = held.index if by == "event" else held[by].astype("object")
    groups: dict[int | str, list[int]] = {}
    for event, key in zip(held.index, keys, strict=True):
        if not pd.isna(key):
            groups.setdefault(key, []).append(event)
    days = dict(zip(held.index, _days(held), strict=True))
    touches = _touches(exchanges)
    rows = [_row(held.loc[ids], met, days, touches) for ids in groups.values()]
    index = pd.Index(list(groups), name="id" if by == "event" else by)
    return pd.DataFrame(rows, index=index, columns=list(COLUMNS))


Touch = tuple[int, int, dt.date, bool]  # id, person, day, whether they helped


def _row(
    some: pd.DataFrame,
    met: dict[int, set[int]],
    days: dict[int, dt.date | None],
    touches: dict[int, list[Touch]],
) -> dict[str, float | int | bool]:
    everybody = set().union(*(met[event] for event in some.index))
    after: dict[int, bool] = {}
    for event in some.index:
        day = days[event]
        for person in met[event] if day is not None else ():
            after |= {t[0]: t[3] for t in touches.get(person, ()) if day is not None and t[2] > day}
    timed = some.index[some["hours"].fillna(0) > 0]
    hours = float(some["hours"].sum(min_count=1))
    people_timed = len(set().union(*(met[event] for event in timed)))
    return {
        "events": len(some),
        "hours": hours,
        "cost": float(some["cost"].sum(min_count=1)),
        "met": len(everybody),
        "followed": len(after),
        "received": sum(after.values()),
        "met_per_hour": people_timed / hours if len(timed) else float("nan"),
        "enough": len(some) >= ENOUGH,
    }


def _met(events: pd.DataFrame, exchanges: pd.DataFrame, known: set[int]) -> dict[int, set[int]]:
    """Whom you met at each event: who is named there, and who has an exchange of it."""
    found = {event: set(ids) for event, ids in zip(events.index, events["people"], strict=True)}
    for event, person in zip(exchanges["event"], exchanges["person"], strict=True):
        if not pd.isna(event) and event in found:
            found[event].add(person)
    return {event: ids & known for event, ids in found.items()}


def _touches(exchanges: pd.DataFrame) -> dict[int, list[Touch]]:
    help_ = exchanges["kind"].isin([kind.value for kind in HELP])
    theirs = exchanges["direction"] != Direction.GIVEN.value
    found: dict[int, list[Touch]] = {}
    for touch, person, on, helped in zip(
        exchanges.index, exchanges["person"], exchanges["on"], help_ & theirs, strict=True
    ):
        found.setdefault(person, []).append((touch, person, on, bool(helped)))
    return found


def _days(events: pd.DataFrame) -> list[dt.date | None]:
    return [None if pd.isna(on) else on for on in events["on"]]
