"""A day's measures of the whole network, to be compared with later ones."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd

from shabakati.insight.coverage import coverage
from shabakati.insight.introductions import self_introductions
from shabakati.insight.measures import measures
from shabakati.insight.reading_map import mapped
from shabakati.schema import columns

MEASURES = tuple(column.name for column in columns("snapshots") if column.name != "on")
_OF_ALL = ("people", "ties", "blau", "iqv")  # of everybody; the others of those who are mapped


def snapshot(
    people: pd.DataFrame,
    ties: pd.DataFrame,
    exchanges: pd.DataFrame,
    events: pd.DataFrame,
    actions: pd.DataFrame,
    on: dt.date,
) -> dict[str, Any]:
    """The columns of a row of `snapshots`: each a number, or None where it is not defined.

    Structure is that of the circle (`reading_map.mapped`); people, ties and the variety of groups
    are those of everybody; `cells` is how many of the 25 cells of the grid have somebody in them.
    """
    found = measures(*mapped(people, ties)).to_dict()
    found |= measures(people, ties)[list(_OF_ALL)].to_dict()
    found |= {
        "self_introductions": self_introductions(people),
        "cells": int((coverage(people)["people"] > 0).sum()),
        "exchanges": len(exchanges),
        "events": len(events),
        "actions_done": int(actions["done_on"].notna().sum()),
    }
    return {"on": on} | {name: _number(found[name]) for name in MEASURES}


def is_news(taken: dict[str, Any], snapshots: pd.DataFrame) -> bool:
    """Whether a snapshot says anything that the last one before it does not."""
    if not taken["people"] and snapshots.empty:
        return False
    if snapshots.empty:
        return True
    last = snapshots.sort_values("on", kind="stable").iloc[-1]
    return any(_number(last[name]) != taken[name] for name in MEASURES)


def _number(value: Any) -> float | None:
    return None if pd.isna(value) or not np.isfinite(value) else round(float(value), 6)
