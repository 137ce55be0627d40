"""The map: you in the middle, rings of closeness, sectors of groups, shapes of network types."""

from __future__ import annotations

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts import map_frame as frame
from shabakati.charts import map_layers as layers
from shabakati.charts.map_ground import area_rows, rim_rows, ring_rows
from shabakati.charts.map_legend import legend
from shabakati.charts.map_lines import cluster_rows, knowing, tie_rows
from shabakati.charts.map_marks import WIDEST, people_rows
from shabakati.charts.parts import Table, dressed, finish
from shabakati.charts.positions import Plan, plan, positions
from shabakati.insight import bridges
from shabakati.language import current_language, direction, say
from shabakati.vocabulary import Group

_COLUMNS = ["name", "group", "network_type", "closeness"]


def map(
    people: pd.DataFrame,
    ties: pd.DataFrame | None = None,
    *,
    planned: pd.DataFrame | None = None,
    planned_ties: pd.DataFrame | None = None,
    clusters: bool = False,
    movable: bool = False,
) -> alt.LayerChart:
    """Everybody around you: the nearer, the closer.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `name`, `group`, `network_type`,
        `closeness`; may be empty, then you stand alone among the empty sectors.
    ties : DataFrame, one row per pair who know each other: `a`, `b`, optional `strength`, the
        width of its line. Who alone connects parts of the network bears a ring.
    planned : people whom you have not met yet, as `people`, ids below 0: drawn hollow.
    planned_ties : pairs who would know each other then, as `ties`: dashed.
    clusters : whether a band joins those who know one another more than the rest, found among
        the people shown (`insight.clusters`); of 3 people or more, at most 8.
    movable : whether the chart says where each person would stand in every ring, for a view
        whose people are dragged.

    Returns
    -------
    A chart whose people carry their `id`. Beyond 300 people the outer rings show numbers.
    """
    known = _pairs(ties)
    everybody, pairs = people[_COLUMNS], known
    if planned is not None and len(planned):
        both = [frame[_COLUMNS].astype("object") for frame in (people, planned) if len(frame)]
        everybody = pd.concat(both)
    if planned_ties is not None and len(planned_ties):
        pairs = pd.concat([frame for frame in (known, _pairs(planned_ties)) if len(frame)])
    division = plan(everybody)
    side = -1 if direction() == "rtl" else 1
    where = positions(everybody, division)
    where["x"] = (where["x"] * side).round(4)
    where["y"] = where["y"].round(4)
    areas = area_rows(division, side)
    marks = people_rows(
        everybody,
        where,
        division,
        knows=knowing(pairs),
        parts=bridges(everybody, pairs) if len(pairs) else pd.Series(dtype="int64"),
        side=side,
        taken=[(area["x"], area["y"], 20.0, 10.0) for area in areas if "label" in area],
        movable=movable,
    )
    lines = tie_rows(pairs, marks)
    bands = cluster_rows(everybody, pairs, marks) if clusters else []
    chart: Any = dressed(
        _layered(current_language()),
        width="container",
        height=round(WIDEST * frame.ASPECT),
        datasets={
            "areas": areas,
            "rims": rim_rows(division, side),
            "rings": ring_rows(division, side),
            "clusters": bands,
            "ties": lines,
            "people": marks,
        },
    )
    chart = finish(
        chart,
        _says(people, division, marks),
        _tables(),
        width=WIDEST,
        aspect=round(frame.ASPECT, 4),
    )
    chart.usermeta["shabakati"] |= {
        "legend": legend(marks, lines, bands),
        "map": {"half": frame.HALF, "above": frame.ABOVE},
    }
    return chart


@cache
def _layered(_language: str) -> Any:
    """The layers, which say the same of every network; to put them together takes longest."""
    return alt.layer(*layers.all_layers())


def _pairs(ties: pd.DataFrame | None) -> pd.DataFrame:
    if ties is None:
        return pd.DataFrame({"a": [], "b": []}, dtype="int64")
    return ties[[name for name in ("a", "b", "strength") if name in ties]]


def _says(people: pd.DataFrame, division: Plan, marks: list[dict[str, Any]]) -> str:
    """What the map shows, with its numbers."""
    closest = sum(n for (ring, _), n in division.sizes.items() if ring == 0)
    empty = [s for s in range(len(Group)) if not any(s == sector for _, sector in division.sizes)]
    return say(
        "charts.map.says",
        n=len(people),
        closest=say("charts.map.closest", n=closest),
        empty=say("charts.map.empty", n=len(empty)),
    ) + say("charts.map.bridges", n=sum(row["parts"] > 1 for row in marks))


def _tables() -> list[Table]:
    return [
        Table(
            "people",
            {
                "name": say("schema.people.name"),
                "group": say("schema.people.group"),
                "type": say("schema.people.network_type"),
                "closeness": say("schema.people.closeness"),
                "knows": say("charts.map.column_knows"),
                "joins": say("charts.map.column_joins"),
            },
        ),
        Table(
            "ties",
            {
                "one": say("schema.ties.a"),
                "other": say("schema.ties.b"),
                "tie": say("charts.map.column_tie"),
                "strength": say("schema.ties.strength"),
            },
        ),
        Table(
            "areas",
            {
                "group": say("schema.people.group"),
                "closeness": say("schema.people.closeness"),
                "people": say("charts.people"),
            },
        ),
    ]
