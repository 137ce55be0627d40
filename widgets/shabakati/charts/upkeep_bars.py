"""Who is due and who is cooling: the days of silence against the cadence of each."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts.parts import ROW, WIDEST, Table, finish
from shabakati.charts.words import shown_name
from shabakati.insight.upkeep import COOLS_AT, State, waiting
from shabakati.language import direction, say, say_date
from shabakati.look.theme import tokens

MOST = 12  # people shown
LONGEST = 3.0  # cadences; a longer silence is drawn as long as this, its number says the rest
_END = 4.4  # cadences of the track, so that the longest bar's number fits


def upkeep(people: pd.DataFrame, kept: pd.DataFrame) -> alt.LayerChart:
    """The silence of each as a share of their cadence, the most pressing first.

    At the first line somebody is due, at the second they are cooling. Those who are not due fill
    up what room is left, the next to be due first.

    Parameters
    ----------
    people : DataFrame, index `id`, with `name`.
    kept : DataFrame as `insight.upkeep` gives it for them.

    Returns
    -------
    A chart of at most `MOST` bars; its description counts all who are kept warm, by state.
    """
    look, mirrored = tokens(), direction() == "rtl"
    values = _rows(people, kept)
    colours = {
        State.FRESH: look.colour.accent,
        State.DUE: look.colour.accent,
        State.OVERDUE: look.colour.warning,
        State.COOLING: look.colour.error,
    }
    for row in values:
        row["colour"] = colours[row["state"]]
    limits = [
        {"at": 1, "up": -26, "word": say("charts.upkeep.due")},
        {"at": COOLS_AT, "up": -10, "word": say("charts.upkeep.cools")},
    ]
    near: Any = "right" if mirrored else "left"
    scale = alt.Scale(domain=[0, _END], nice=False)
    x = alt.X("share:Q", axis=None, scale=scale)
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    said = {"description": alt.Description("says:N"), "tooltip": alt.Tooltip("says:N")}
    base = alt.Chart(alt.NamedData(name="rows")).encode(y=y)
    lines = alt.Chart(alt.NamedData(name="limits")).encode(x=alt.X("at:Q", scale=scale, axis=None))
    rule = lines.mark_rule(color=look.colour.quiet, strokeDash=[3, 3], aria=False)
    head = lines.mark_text(
        align=near, dx=-4 if mirrored else 4, color=look.colour.quiet, aria=False
    ).encode(text="word:N", y=alt.Y("up:Q", scale=None, axis=None))
    bar = base.mark_bar(size=10, yOffset=10, cornerRadius=4).encode(
        x=x, color=alt.Color("colour:N", scale=None, legend=None), **said
    )
    text: dict[str, Any] = {
        "align": near,
        "dy": -8,
        "fontWeight": 500,
        "fontSize": look.font.size,
        "aria": False,
    }
    name = base.mark_text(**text)
    around = base.mark_text(**text, stroke=look.colour.surface, strokeWidth=5)
    number = base.mark_text(align=near, dy=10, dx=-8 if mirrored else 8, aria=False)
    chart = alt.layer(
        rule,
        head,
        bar,
        around.encode(x=alt.XDatum(0, axis=None, scale=scale), text="name:N"),
        name.encode(x=alt.XDatum(0, axis=None, scale=scale), text="name:N"),
        number.encode(x=x, text="label:N"),
    ).properties(
        width="container",
        height=ROW * max(1, len(values)),
        datasets={"rows": values, "limits": limits},
    )
    columns = {
        "name": say("schema.people.name"),
        "last": say("charts.upkeep.last"),
        "silent": say("charts.upkeep.silent"),
        "cadence": say("schema.people.cadence_days"),
        "word": say("charts.upkeep.state"),
    }
    return finish(chart, _says(kept), [Table("rows", columns)], width=WIDEST)


def _rows(people: pd.DataFrame, kept: pd.DataFrame) -> list[dict[str, Any]]:
    """One row a person, in their order."""
    first = waiting(kept).head(MOST)
    fresh = kept[kept["state"] == State.FRESH].sort_values("days", ascending=False, kind="stable")
    shown = pd.concat([first, fresh.head(MOST - len(first))])
    rows = []
    cells: Any = shown.itertuples()
    for at, row in enumerate(cells):
        every, silent = int(row.cadence_days), None if pd.isna(row.silent) else int(row.silent)
        word = say(f"charts.upkeep.state.{row.state}")
        name = shown_name(str(people.at[row.Index, "name"]))
        label = say("charts.upkeep.never") if silent is None else f"{silent:,} / {every:,}"
        told = "charts.upkeep.says_never" if silent is None else "charts.upkeep.says_one"
        rows.append(
            {
                "id": int(row.Index),
                "row": at,
                "name": name,
                "share": min((silent or 0) / every, LONGEST),
                "label": label,
                "state": str(row.state),
                "word": word,
                "last": say_date(row.last) if row.last else "",
                "silent": "" if silent is None else silent,
                "cadence": every,
                "says": say(told, name=name, n=silent or 0, every=every, state=word),
            }
        )
    return rows


def _says(kept: pd.DataFrame) -> str:
    counts = {state: int((kept["state"] == state).sum()) for state in State}
    return say(
        "charts.upkeep.says",
        n=sum(counts.values()),
        due=counts[State.DUE],
        overdue=counts[State.OVERDUE],
        cooling=counts[State.COOLING],
    )
