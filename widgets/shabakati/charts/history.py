"""How the network grew: one line a measure, each on its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts.parts import Table, finish
from shabakati.charts.words import turned
from shabakati.language import direction, say, say_date
from shabakati.look.theme import tokens

WIDEST = 760  # px
_BAND = 100  # px of a measure: its words above its line
_LINE = 0.4  # share of a band that the line takes
MEASURES = ("people", "ties", "cells", "effective_size", "density", "constraint")
_WHOLE = ("people", "ties", "cells", "components", "bridges", "exchanges", "events", "actions_done")


def history(snapshots: pd.DataFrame, measures: Sequence[str] = MEASURES) -> alt.LayerChart:
    """How each measure changed from snapshot to snapshot.

    Parameters
    ----------
    snapshots : DataFrame, one row per day, with `on` and a column for each measure; may be empty.
    measures : which columns, from above to below.

    Returns
    -------
    A chart with a line for each measure, from its own least to its own most; its first and last
    number stand at the ends. Time runs the way the language is read.
    """
    look, mirrored = tokens(), direction() == "rtl"
    points = _points(snapshots, measures)
    height = _BAND * max(1, len(measures))
    time = alt.X(
        "on:T",
        axis=alt.Axis(title=None, grid=False, tickCount=4, labelExpr="datum.value", labels=False),
        scale=alt.Scale(reverse=mirrored, padding=28),
    )
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[len(measures), 0], nice=False))
    base = alt.Chart(alt.NamedData(name="points")).encode(x=time, y=y)
    line = base.mark_line(color=look.colour.accent, strokeWidth=2, aria=False).encode(
        detail="measure:N"
    )
    dots = base.mark_point(filled=True, size=60, opacity=1, color=look.colour.accent).encode(
        description=alt.Description("says:N"), tooltip=alt.Tooltip("says:N")
    )
    numbers = base.mark_text(dy=-12, fontWeight=600, fontSize=look.font.size, aria=False).encode(
        text="label:N"
    )
    titles = (
        alt.Chart(alt.NamedData(name="titles"))
        .mark_text(
            align="right" if mirrored else "left",
            baseline="top",
            color=look.colour.quiet,
            aria=False,
        )
        .encode(x=alt.XValue(alt.ExprRef("width") if mirrored else 0), y=y, text="word:N")
    )
    days = (
        alt.Chart(alt.NamedData(name="days"))
        .mark_text(
            baseline="top",
            dy=6,
            color=look.colour.quiet,
            aria=False,
            align=alt.ExprRef("datum.align"),
        )
        .encode(x=time, y=alt.YValue(height), text="word:N")
    )
    chart = alt.layer(line, dots, numbers, titles, days).properties(
        width="container",
        height=height,
        padding={"bottom": 30, "top": 5, "left": 5, "right": 5},
        datasets={
            "points": points,
            "titles": [{"word": _word(name), "y": at} for at, name in enumerate(measures)],
            "days": _days(snapshots, mirrored),
        },
    )
    columns = {"day": say("schema.snapshots.on"), "word": say("charts.history.measure")}
    columns |= {"number": say("charts.history.value")}
    says = _says(snapshots, measures)
    return finish(chart, says, [Table("points", columns)], width=WIDEST)


def _points(snapshots: pd.DataFrame, measures: Sequence[str]) -> list[dict[str, Any]]:
    rows = []
    for at, name in enumerate(measures):
        known = snapshots.dropna(subset=[name]).sort_values("on", kind="stable")
        values = known[name].astype(float)
        least, most = values.min(), values.max()
        for place, (on, value) in enumerate(zip(known["on"], values, strict=True)):
            share = (value - least) / (most - least) if most > least else 0.5
            number, day = _number(name, value), say_date(pd.Timestamp(on).date())
            end = place in (0, len(values) - 1)
            rows.append(
                {
                    "measure": name,
                    "on": pd.Timestamp(on).strftime("%Y-%m-%d"),
                    "y": round(at + 0.95 - _LINE * share, 4),
                    "word": _word(name),
                    "day": day,
                    "number": number,
                    "label": number if end else "",
                    "says": say("charts.history.point", what=_word(name), value=number, day=day),
                }
            )
    return rows


def _days(snapshots: pd.DataFrame, mirrored: bool) -> list[dict[str, Any]]:
    """The first and the last day, below the lines."""
    if snapshots.empty:
        return []
    days = sorted({pd.Timestamp(on) for on in snapshots["on"]})
    sides = ("right", "left") if mirrored else ("left", "right")
    ends = [(days[0], sides[0]), (days[-1], sides[1])] if len(days) > 1 else [(days[0], "center")]
    return [
        {"on": day.strftime("%Y-%m-%d"), "word": turned(say_date(day.date())), "align": align}
        for day, align in ends
    ]


def _says(snapshots: pd.DataFrame, measures: Sequence[str]) -> str:
    ordered = snapshots.sort_values("on", kind="stable")
    known = next((n for n in measures if len(ordered.dropna(subset=[n])) > 0), None)
    if known is None:
        return say("charts.history.nothing")
    values = ordered.dropna(subset=[known])
    first, last = values.iloc[0], values.iloc[-1]
    if len(values) == 1:
        return say("charts.history.once", day=say_date(pd.Timestamp(first["on"]).date()))
    return say(
        "charts.history.says",
        n=len(values),
        what=_word(known),
        before=_number(known, float(first[known])),
        after=_number(known, float(last[known])),
        since=say_date(pd.Timestamp(first["on"]).date()),
        until=say_date(pd.Timestamp(last["on"]).date()),
    )


def _word(name: str) -> str:
    return say(f"schema.snapshots.{name}")


def _number(name: str, value: float) -> str:
    return f"{value:,.0f}" if name in _WHOLE else f"{value:.2f}"
