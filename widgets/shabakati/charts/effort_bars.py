"""What events cost against what came of them: hours to one side, people met to the other."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts.named_rows import LOWER, NAMED_ROW, THICK, at_row, names
from shabakati.charts.parts import HEADROOM, WIDEST, Table, finish
from shabakati.charts.words import shown_name
from shabakati.insight.effort import effort as effort_of
from shabakati.language import direction, say
from shabakati.look.theme import tokens

MOST = 12  # events that are drawn, the latest first
SIDES = {"met": 1, "hours": -1}


def effort(
    events: pd.DataFrame,
    exchanges: pd.DataFrame,
    people: pd.DataFrame,
    today: dt.date | None = None,
) -> Any:
    """Hours of each event against the people met there, each side on its own scale.

    Parameters
    ----------
    events, exchanges, people, today : as `insight.effort` takes them.

    Returns
    -------
    A chart of diverging bars, people met towards the reader's end, hours towards the start. None
    while no event has taken place.
    """
    found = effort_of(events, exchanges, people, today=today)
    if found.empty:
        return None
    days = pd.to_datetime(events["on"].reindex(found.index))
    drawn = found.loc[days.sort_values(ascending=False, kind="stable").index[:MOST]]
    named = {id_: shown_name(str(events.at[id_, "name"])) for id_ in drawn.index}
    order = [str(at) for at in range(len(drawn))]
    look = tokens()
    colours = {"met": look.colour.accent, "hours": look.colour.warning}
    values = []
    for side, sign in SIDES.items():
        most = max(float(drawn[side].fillna(0).max()), 1.0)
        for row, (id_, amount) in zip(order, drawn[side].items(), strict=True):
            known = not pd.isna(amount)
            number = f"{amount:g}" if known else "–"
            values.append(
                {
                    "row": row,
                    "shown": named[int(str(id_))],
                    "side": say(f"charts.effort.{side}"),
                    "colour": colours[side],
                    "amount": number,
                    "followed": f"{int(drawn.at[id_, 'followed']):,}",
                    "signed": round(sign * (float(amount) if known else 0) / most, 4),
                    "sign": sign,
                    "label": number,
                    "says": say(
                        f"charts.effort.bar.{side}", name=named[int(str(id_))], amount=number
                    ),
                }
            )
    chart = _layers(order).properties(
        width="container", height=NAMED_ROW * len(drawn), datasets={"sides": values}
    )
    columns = {
        "shown": say("schema.events.name"),
        "side": say("charts.effort.what"),
        "amount": say("charts.effort.amount"),
        "followed": say("charts.effort.followed"),
    }
    says = say(
        "charts.effort.says",
        n=len(found),
        hours=f"{found['hours'].sum():g}",
        met=int(found["met"].sum()),
    )
    return finish(chart, says, [Table("sides", columns)], width=WIDEST)


def _layers(order: list[str]) -> Any:
    """Bars to the two sides below their titles, their numbers, the line between them, the names."""
    mirrored = direction() == "rtl"
    words = {side: json.dumps(say(f"charts.effort.{side}")) for side in SIDES}
    titles = alt.Axis(
        orient="top",
        values=[-HEADROOM / 2, HEADROOM / 2],
        labelExpr=f"datum.value < 0 ? {words['hours']} : {words['met']}",
        grid=False,
        title=None,
    )
    base = alt.Chart(alt.NamedData(name="sides")).encode(y=at_row(order))
    scale = alt.Scale(domain=[-HEADROOM, HEADROOM], nice=False)
    x = alt.X("signed:Q", axis=titles, scale=scale)
    bar = base.mark_bar(size=THICK, yOffset=LOWER, cornerRadius=2).encode(
        x=x,
        color=alt.Color("colour:N", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    layers = []
    for sign in SIDES.values():
        right = (sign > 0) != mirrored
        some = base.transform_filter(alt.FieldEqualPredicate(field="sign", equal=sign))
        layers.append(
            some.mark_text(
                align="left" if right else "right",
                dx=8 if right else -8,
                dy=LOWER,
                fontWeight=600,
                aria=False,
            ).encode(x=x, text="label:N")
        )
    first = base.transform_filter(alt.FieldEqualPredicate(field="sign", equal=1))
    return alt.layer(bar, *layers, names(first, order))
