"""The layers of the map, from its ground to its names; `people_map.py` fills their datasets."""

from __future__ import annotations

from typing import Any

import altair as alt

from shabakati.charts.map_frame import LARGEST, MIDDLE, UNIT, at, chart
from shabakati.charts.map_text import corners, fitting, halo, names, text
from shabakati.charts.positions import CENTRE
from shabakati.charts.words import type_word
from shabakati.language import direction, say
from shabakati.look.theme import tokens
from shabakati.vocabulary import NetworkType

_BROAD = 620  # px, the width of a map from which lines have all of theirs
_FINGER = 44  # px, the most that is pressed for one


def all_layers() -> list[Any]:
    """Ground, rims, clusters, ties, you, people, names of rings and sectors, names of people."""
    return [
        _ground(),
        _rims(),
        _bands(extra=4, color=tokens().colour.surface, opacity=0.9),
        _bands(color=tokens().colour.quiet, opacity=0.22).encode(
            description=alt.Description("says:N"), tooltip=alt.Tooltip("says:N")
        ),
        _ties(),
        *_you(),
        _rings_of_bridges(),
        _reach(),
        _people(),
        fitting("areas", "cell", fontWeight=600),
        text("rings", "title", **halo(3)),
        text("rings", "title", color=tokens().colour.quiet),
        corners(),
        names(**halo(3)),
        names(),
    ]


def _arc(data: str, key: str, inner: str, outer: str, **mark: Any) -> alt.Chart:
    return (
        chart(data)
        .mark_arc(
            innerRadius=alt.ExprRef(f"{inner} * {UNIT}"),
            outerRadius=alt.ExprRef(f"{outer} * {UNIT}"),
            **mark,
        )
        .encode(
            theta=alt.Theta("from:Q", scale=None),
            theta2=alt.Theta2("to"),
            y=alt.YValue(alt.ExprRef(MIDDLE)),
            color=alt.Color("colour:N", scale=None, legend=None),
            key=f"{key}:N",
        )
    )


def _ground() -> alt.Chart:
    paper = tokens().colour.surface
    return _arc(
        "areas", "cell", "datum.inner", "datum.outer", stroke=paper, strokeWidth=1.5
    ).encode(
        fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )


def _rims() -> alt.Chart:
    return _arc(
        "rims",
        "sector",
        "1.012",
        "1.035",
        stroke=tokens().colour.surface,
        strokeWidth=1.5,
        aria=False,
    )


def _bands(extra: int = 0, **mark: Any) -> alt.Chart:
    """A broad line through the people of each cluster; `extra` px broader for its casing."""
    width = f"clamp(1.15 * datum.spacing * {UNIT}, 5, 24) + {extra}"
    return (
        chart("clusters")
        .mark_point(
            filled=False,
            shape=alt.ExprRef("datum.path"),
            size=alt.ExprRef("width * width"),
            strokeWidth=alt.ExprRef(width),
            strokeCap="round",
            strokeJoin="round",
            aria=not extra,
            **mark,
        )
        .encode(
            x=alt.XValue(alt.ExprRef("width / 2")),
            y=alt.YValue(alt.ExprRef(MIDDLE)),
            key="cluster:N",
        )
    )


def _ties() -> alt.Chart:
    """Lines as wide as ties are strong; between groups darker, planned ones dashed."""
    look = tokens().colour
    kinds = ["within", "across", "planned"]
    dashed = alt.datum.kind == "planned"
    return (
        chart("ties")
        .mark_rule(
            aria=False, strokeWidth=alt.ExprRef(f"datum.width * clamp(width / {_BROAD}, 0.5, 1)")
        )
        .encode(
            **at(),
            x2="x2",
            y2="y2",
            key="pair:N",
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[look.quiet, look.ink, look.accent]),
                legend=None,
            ),
            opacity=alt.Opacity("ink:Q", scale=None, legend=None),
            strokeDash=alt.when(dashed).then(alt.value([5, 4])).otherwise(alt.value([1, 0])),
        )
    )


def _you() -> list[alt.Chart]:
    look = tokens()
    middle: dict[str, Any] = {
        "x": alt.XValue(alt.ExprRef("width / 2")),
        "y": alt.YValue(alt.ExprRef(MIDDLE)),
    }
    base = alt.Chart(alt.InlineData(values=[{}])).encode(**middle)
    disc = base.mark_point(
        filled=True,
        opacity=1,
        color=look.colour.ink,
        size=alt.ExprRef(f"pow(max(34, {1.5 * CENTRE} * {UNIT}), 2)"),
        aria=False,
    )
    word = base.mark_text(
        text=say("charts.you"),
        color=look.colour.surface,
        fontWeight=600,
        baseline="middle",
        aria=False,
    )
    return [disc, word]


def _size(extra: float = 0) -> alt.ExprRef:
    """The area of a mark on a map of this width, `extra` px wider."""
    return alt.ExprRef(f"pow(min({LARGEST}, 0.8 * datum.spacing * {UNIT}) + {extra}, 2)")


def _rings_of_bridges() -> alt.Chart:
    return (
        chart("people")
        .transform_filter("datum.parts > 1")
        .mark_point(
            shape="circle",
            filled=True,
            color=tokens().colour.surface,
            stroke=tokens().colour.ink,
            strokeWidth=1.8,
            opacity=1,
            size=_size(7),
            aria=False,
        )
        .encode(**at(), key="id:N")
    )


def _reach() -> alt.Chart:
    """What of the ground belongs to a mark for a finger: up to halfway to the next one."""
    return (
        chart("people")
        .mark_point(
            shape="circle",
            filled=True,
            color="transparent",
            opacity=1,
            size=alt.ExprRef(f"pow(min({_FINGER}, datum.spacing * {UNIT}), 2)"),
            cursor="pointer",
            aria=False,
        )
        .encode(**at(), key="id:N", tooltip=_tooltip())
    )


def _people() -> alt.Chart:
    look = tokens()
    mirrored = direction() == "rtl"
    codes = [*(code.value for code in NetworkType), None][:: -1 if mirrored else 1]
    shapes = alt.Scale(
        domain=[type_word(code) for code in codes],
        range=[look.type_shape[code or "none"] for code in codes],
    )
    legend = alt.Legend(
        title=None,
        orient="bottom",
        direction="horizontal",
        symbolFillColor=look.colour.quiet,
        symbolStrokeColor=look.colour.surface,
        symbolSize=140,
        columns=4 if mirrored else alt.ExprRef("width < 460 ? 2 : 4"),
        offset=20,
    )
    return (
        chart("people")
        .mark_point(
            filled=True,
            opacity=1,
            strokeWidth=alt.ExprRef("datum.planned ? 2 : 1"),
            strokeDash=alt.ExprRef("datum.planned ? [3, 2] : [1, 0]"),
            size=_size(),
            cursor="pointer",
        )
        .encode(
            **at(),
            key="id:N",
            color=alt.Color("colour:N", scale=None, legend=None),
            stroke=alt.Stroke("edge:N", scale=None, legend=None),
            shape=alt.Shape("type:N", scale=shapes, legend=legend),
            description=alt.Description("says:N"),
            tooltip=_tooltip(),
        )
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=say("schema.people.name")),
        alt.Tooltip("group:N", title=say("schema.people.group")),
        alt.Tooltip("type:N", title=say("schema.people.network_type")),
        alt.Tooltip("closeness:N", title=say("schema.people.closeness")),
        alt.Tooltip("knows:N", title=say("charts.map.column_knows")),
        alt.Tooltip("joins:N", title=say("charts.map.column_joins")),
    ]
