"""Where people of each group were met: five groups by five places."""

from __future__ import annotations

import json

import altair as alt
import pandas as pd

from shabakati.charts.parts import WIDEST, Table, finish, lines_where_narrow
from shabakati.charts.words import group_word, place_word, wrapped
from shabakati.language import say
from shabakati.look.theme import tokens
from shabakati.vocabulary import Group, Place

CELL = 56  # px, the height of a cell
STRONGEST = 0.6  # of the accent: ink stays readable on it
NARROW = 620  # px of plot below which places are named by one word


def coverage(people: pd.DataFrame) -> alt.LayerChart:
    """How many people of each group were met in each place; empty cells are outlined.

    Parameters
    ----------
    people : DataFrame, one row per person, with `group` and `place`; may be empty.

    Returns
    -------
    A chart of 25 cells, rows and columns in the article's order. People without a group or a
    place are not in it; its description says how many they are.
    """
    values = _cells(people)
    inside = sum(cell["people"] for cell in values)
    empty = sum(not cell["people"] for cell in values)
    look = tokens()
    order = {
        "y": [wrapped(group_word(g)) for g in Group],
        "x": [wrapped(place_word(p)) for p in Place],
    }
    short = {wrapped(place_word(p)): say(f"charts.place.{p.value}") for p in Place}
    whole = "join(split(datum.label, '\\n'), ' ')"
    by_width = f"width < {NARROW} ? {json.dumps(short)}[datum.label] : {whole}"
    gap = alt.Scale(paddingInner=0.08, paddingOuter=0)
    base = alt.Chart(alt.NamedData(name="cells")).encode(
        x=alt.X(
            "column:N",
            sort=order["x"],
            scale=gap,
            axis=alt.Axis(orient="top", labelExpr=by_width, title=None),
        ),
        y=alt.Y(
            "row:N",
            sort=order["y"],
            scale=gap,
            axis=alt.Axis(**lines_where_narrow(), title=None),
        ),
    )
    said = {"description": alt.Description("says:N"), "tooltip": alt.Tooltip("says:N")}
    filled = (
        base.transform_filter("datum.people > 0")
        .mark_rect(cornerRadius=6, color=look.colour.accent)
        .encode(fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None), **said)
    )
    hollow = (
        base.transform_filter("datum.people == 0")
        .mark_rect(
            cornerRadius=6, fill=look.colour.paper, stroke=look.group["none"], strokeDash=[4, 4]
        )
        .encode(**said)
    )
    number = base.mark_text(fontSize=look.font.size, aria=False).encode(
        text="label:N",
        color=alt.when("datum.people > 0")
        .then(alt.value(look.colour.ink))
        .otherwise(alt.value(look.colour.quiet)),
    )
    chart = alt.layer(hollow, filled, number).properties(
        width="container", height=CELL * len(Group), datasets={"cells": values}
    )
    says = say(
        "charts.coverage.says",
        n=inside,
        empty=say("charts.coverage.empty", n=empty),
        outside=say("charts.coverage.outside", n=len(people) - inside),
    )
    columns = {
        "group": say("schema.people.group"),
        "place": say("schema.people.place"),
        "people": say("charts.people"),
    }
    return finish(chart, says, [Table("cells", columns)], width=WIDEST)


def _cells(people: pd.DataFrame) -> list[dict]:
    """One row a cell: words, count, how strong its colour is."""
    pairs = people[["group", "place"]].astype("object").value_counts()
    most = max([*pairs, 1])
    rows = []
    for group in Group:
        for place in Place:
            n = int(pairs.get((group.value, place.value), 0))
            words = {"group": group_word(group), "place": place_word(place)}
            rows.append(
                {
                    **words,
                    "row": wrapped(words["group"]),
                    "column": wrapped(words["place"]),
                    "people": n,
                    "label": f"{n:,}",
                    "strength": round(0.12 + (STRONGEST - 0.12) * (n / most) ** 0.5, 3),
                    "says": say("charts.coverage.cell", n=n, **words),
                }
            )
    return rows
