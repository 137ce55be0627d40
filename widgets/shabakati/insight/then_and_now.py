"""What became of the network since an earlier day: measures then and now."""

from __future__ import annotations

import datetime as dt

import pandas as pd

COMPARED = (
    "people",
    "ties",
    "cells",
    "effective_size",
    "constraint",
    "bridges",
    "blau",
    "exchanges",
    "events",
    "actions_done",
)


def then_and_now(snapshots: pd.DataFrame, since: dt.date | None = None) -> pd.DataFrame:
    """The measures of an earlier snapshot beside those of the last one.

    Parameters
    ----------
    snapshots : DataFrame, one row a day, with `on` and the measures.
    since : the earlier day, which is that of the last snapshot until then; the first one if it is
        not given, or if there is none so early.

    Returns
    -------
    DataFrame, index the measure (those known on both days): then, now, change (floats); empty with
    fewer than two days. `attrs` names the days: `since`, `until`.
    """
    ordered = snapshots.sort_values("on", kind="stable")
    if len(ordered) < 2:
        return pd.DataFrame(columns=["then", "now", "change"], index=pd.Index([], name="measure"))
    earlier = ordered.iloc[:-1]
    until = earlier[[since is not None and day <= since for day in earlier["on"]]]
    first = earlier.iloc[0] if until.empty else until.iloc[-1]
    last = ordered.iloc[-1]
    names = [n for n in COMPARED if pd.notna(first[n]) and pd.notna(last[n])]
    found = pd.DataFrame(
        {"then": [float(first[n]) for n in names], "now": [float(last[n]) for n in names]},
        index=pd.Index(names, name="measure"),
    )
    found["change"] = found["now"] - found["then"]
    found.attrs |= {"since": first["on"], "until": last["on"]}
    return found
