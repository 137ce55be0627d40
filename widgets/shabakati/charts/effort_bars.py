"""Hours of each event against what came of them, to the two sides of one line."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, Literal

import pandas as pd

from shabakati.charts.named_rows import NAMED_ROW
from shabakati.charts.parts import WIDEST, Table, finish
from shabakati.charts.two_sides import two_sides
from shabakati.charts.words import shown_name
from shabakati.insight.effort import effort as weighed
from shabakati.language import direction, say, word
from shabakati.look.theme import tokens
from shabakati.vocabulary import EventKind

MOST = 12  # events that are drawn, the latest first
_TURN = {"rtl": "\u2067", "ltr": "\u2066"}  # isolates, in the direction of the language
_END = "\u2069"
Result = Literal["met", "followed", "received"]


def effort(
    events: pd.DataFrame,
    exchanges: pd.DataFrame,
    people: pd.DataFrame,
    today: dt.date | None = None,
    result: Result = "met",
) -> Any:
    """The hours of each event against the people met there, or against what followed.

    Parameters
    ----------
    events, exchanges, people, today : as `insight.effort` takes them; events also have `name`.
    result : what stands against the hours: people met, exchanges that followed, help received.

    Returns
    -------
    A chart of the latest twelve events, the latest first: hours towards the reader's start, the
    result towards the end, each side on its own scale. The kind stands beside the name. None
    while no event was held.
    """
    found = weighed(events, exchanges, people, today=today)
    if found.empty:
        return None
    days = pd.to_datetime(events.loc[found.index, "on"])
    drawn = found.loc[days.sort_values(ascending=False, kind="stable").index[:MOST]]
    name_of = {event: _name(events.loc[event]) for event in drawn.index}
    look = tokens()
    values = [
        {
            "row": str(row),
            "shown": name_of[event],
            "side": say(f"charts.effort.{side}"),
            "colour": colour,
            "signed": sign * (amount / most) if amount > 0 else 0,
            "label": text,
            "says": say(f"charts.effort.bar.{side}", name=name_of[event], value=text),
        }
        for side, sign, colour in (
            ("hours", -1, look.colour.quiet),
            (result, 1, look.colour.accent),
        )
        for most in [max(float(drawn[side].fillna(0).max()), 1.0)]
        for row, (event, amount) in enumerate(drawn[side].astype(float).items())
        for text in [_number(amount)]
    ]
    order = [str(row) for row in range(len(drawn))]
    words = {side: json.dumps(say(f"charts.effort.{side}")) for side in ("hours", result)}
    titles = f"datum.value < 0 ? {words['hours']} : {words[result]}"
    chart = two_sides(order, 1, titles, say("charts.effort.hours")).properties(
        width="container", height=NAMED_ROW * len(drawn), datasets={"sides": values}
    )
    columns = {
        "shown": say("schema.events.name"),
        "side": say("charts.history.measure"),
        "label": say("charts.effort.number"),
    }
    return finish(chart, _says(found, events), [Table("sides", columns)], width=WIDEST)


def _name(event: pd.Series) -> str:
    code = event["kind"]
    kind = say("charts.effort.kind_unsaid") if pd.isna(code) else word(EventKind(code))
    whole = say("charts.effort.row", name=shown_name(str(event["name"])), kind=kind)
    # A drawing has no reading direction of its own: without this the kind would come first.
    return f"{_TURN[direction()]}{whole}{_END}"


def _number(amount: float) -> str:
    return say("charts.effort.unsaid") if pd.isna(amount) else f"{amount:,.6g}"


def _says(found: pd.DataFrame, events: pd.DataFrame) -> str:
    """What the chart shows; the event with most people met per hour by name, if one stands out."""
    whole = {
        side: _number(float(found[side].sum(min_count=1)))
        for side in ("hours", "met", "followed", "received")
    }
    told = say("charts.effort.says", count=len(found), **whole)
    rate = found["met_per_hour"].astype(float).dropna()
    best = rate[rate == rate.max()]
    if len(rate) < 2 or len(best) != 1 or best.iloc[0] == 0:
        return told
    name = str(events.at[best.index[0], "name"])
    return f"{told} {say('charts.effort.best', name=name)}"
