"""The hidden job market: by organisation, who is there, was there, is one step away."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts.named_rows import NAMED_ROW, at_row, names
from shabakati.charts.parts import WIDEST, Table, finish
from shabakati.charts.words import shown_name
from shabakati.insight.job_market import counted
from shabakati.language import say, say_list
from shabakati.look.theme import tokens

STEPS = ("now", "was", "knows")
MOST = 12  # organisations that are drawn
_TOP = 28  # px above a row's cells: its name


def job_market(market: pd.DataFrame) -> Any:
    """How many of your people are at each target organisation, were there, are one step away.

    Parameters
    ----------
    market : DataFrame as `insight.job_market` gives it; may be empty.

    Returns
    -------
    A chart of three cells a row, the organisations in the order of the goals, at most twelve;
    empty cells are outlined. None without organisations.
    """
    counts = counted(market).head(MOST)
    if counts.empty:
        return None
    look = tokens()
    order = [str(at) for at in range(len(counts))]
    steps = [say(f"charts.market.{step}") for step in STEPS]
    most = max(int(counts.to_numpy().max()), 1)
    values = [
        {
            "row": row,
            "shown": shown_name(str(name)),
            "step": word,
            "people": int(counts.loc[name, step]),
            "label": f"{int(counts.loc[name, step]):,}",
            "strength": round(0.12 + 0.4 * (int(counts.loc[name, step]) / most) ** 0.5, 3),
            "says": say(
                f"charts.market.cell.{step}",
                name=shown_name(str(name)),
                n=int(counts.loc[name, step]),
            ),
        }
        for row, name in zip(order, counts.index, strict=True)
        for step, word in zip(STEPS, steps, strict=True)
    ]
    base = alt.Chart(alt.NamedData(name="cells")).encode(y=at_row(order))
    x = alt.X(
        "step:N",
        sort=steps,
        scale=alt.Scale(paddingInner=0.04, paddingOuter=0),
        axis=alt.Axis(orient="top", title=None),
    )
    cell: dict[str, Any] = {"cornerRadius": 6, "height": NAMED_ROW - _TOP - 4, "yOffset": _TOP / 2}
    said = {"description": alt.Description("says:N"), "tooltip": alt.Tooltip("says:N")}
    filled = (
        base.transform_filter("datum.people > 0")
        .mark_rect(color=look.colour.accent, **cell)
        .encode(x=x, fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None), **said)
    )
    hollow = (
        base.transform_filter("datum.people == 0")
        .mark_rect(fill=look.colour.paper, stroke=look.group["none"], strokeDash=[4, 4], **cell)
        .encode(x=x, **said)
    )
    number = base.mark_text(dy=_TOP / 2, fontSize=look.font.size, aria=False).encode(
        x=x, text="label:N"
    )
    first = base.transform_filter(alt.FieldEqualPredicate(field="step", equal=steps[0]))
    chart = alt.layer(hollow, filled, number, names(first, order)).properties(
        width="container", height=NAMED_ROW * len(counts), datasets={"cells": values}
    )
    reached = [shown_name(str(name)) for name, row in counts.iterrows() if row.sum()]
    bare = [shown_name(str(name)) for name, row in counts.iterrows() if not row.sum()]
    says = [say("charts.market.says", n=len(counts))]
    says += [say("charts.market.reached", which=say_list(reached))] if reached else []
    says += [say("charts.market.bare", which=say_list(bare))] if bare else []
    columns = {
        "shown": say("schema.people.organisation"),
        "step": say("charts.market.step"),
        "people": say("charts.people"),
    }
    return finish(chart, " ".join(says), [Table("cells", columns)], width=WIDEST)
