"""The layers of the map, from its ground to its names; `people_map.py` fills their datasets.

Coordinates are those of the unit circle: the plot reaches `HALF` to each side of you, `ABOVE` and
`BELOW`. Sizes follow the width of the plot, but type keeps its own.
"""

from __future__ import annotations

from math import ceil, cos, radians, sin
from typing import Any

import altair as alt

from shabakati.charts.labels import GAP, text_width
from shabakati.charts.positions import CENTRE
from shabakati.charts.words import type_word
from shabakati.language import direction, say
from shabakati.look.theme import tokens
from shabakati.vocabulary import NetworkType

HALF = 1.16
ABOVE = 1.17
BELOW = 1.28
ASPECT = (ABOVE + BELOW) / 2 / HALF
LINE = 18  # px
YOU = 22  # px, half of what your place keeps free
_UNIT = f"width / {2 * HALF}"  # px
_MIDDLE = f"{ABOVE} * {_UNIT}"  # px from the top
_LARGEST = 15  # px, the widest mark
_FINGER = 44  # px, the most that is pressed for one


def mark_diameter(spacing: float, width: float) -> float:
    """The diameter of a person's mark, in px, on a map of this width."""
    return min(_LARGEST, 0.8 * spacing * width / 2 / HALF)


def least_width(text: str, inner: float, outer: float, arc: tuple[float, float]) -> int:
    """The least width of the map, in px, at which a number fits into its cell."""
    turn, half = radians(sum(arc) / 2), radians(arc[1] - arc[0]) / 2
    wide, high, across = text_width(text, tokens().font.small), LINE, (inner + outer) * sin(half)
    deep = wide * abs(cos(turn)) + high * abs(sin(turn))
    along = wide * abs(sin(turn)) + high * abs(cos(turn))
    return ceil(2 * HALF * max(deep / (outer - inner), along / across))


def all_layers() -> list[Any]:
    """Ground, rims, clusters, ties, you, people, names of rings and sectors, names of people."""
    return [
        _ground(),
        _rims(),
        _bands(extra=6, color=tokens().colour.surface, opacity=0.9),
        _bands(color=tokens().colour.quiet, opacity=0.22).encode(
            description=alt.Description("says:N"), tooltip=alt.Tooltip("says:N")
        ),
        _ties(),
        *_you(),
        _rings_of_bridges(),
        _reach(),
        _people(),
        _fitting("areas", "cell", fontWeight=600),
        _text("rings", "title", **_halo(3)),
        _text("rings", "title", color=tokens().colour.quiet),
        _corners(),
        _names(**_halo(3)),
        _names(),
    ]


def _chart(data: str) -> alt.Chart:
    return alt.Chart(alt.NamedData(name=data))


def _at(x: str = "x", y: str = "y") -> dict[str, Any]:
    plain: dict[str, Any] = {"nice": False, "zero": False}
    rows = alt.Scale(
        domain=[-BELOW, ABOVE], range=[alt.ExprRef(f"{ABOVE + BELOW} * {_UNIT}"), 0], **plain
    )
    return {
        "x": alt.X(
            f"{x}:Q", axis=None, scale=alt.Scale(domain=[-HALF, HALF], reverse=False, **plain)
        ),
        "y": alt.Y(f"{y}:Q", axis=None, scale=rows),
    }


def _arc(data: str, key: str, inner: str, outer: str, **mark: Any) -> alt.Chart:
    return (
        _chart(data)
        .mark_arc(
            innerRadius=alt.ExprRef(f"{inner} * {_UNIT}"),
            outerRadius=alt.ExprRef(f"{outer} * {_UNIT}"),
            **mark,
        )
        .encode(
            theta=alt.Theta("from:Q", scale=None),
            theta2=alt.Theta2("to"),
            y=alt.YValue(alt.ExprRef(_MIDDLE)),
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
    width = f"clamp(1.15 * datum.spacing * {_UNIT}, 8, 24) + {extra}"
    return (
        _chart("clusters")
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
            y=alt.YValue(alt.ExprRef(_MIDDLE)),
            key="cluster:N",
        )
    )


def _ties() -> alt.Chart:
    """Lines as wide as ties are strong; between groups darker, planned ones dashed."""
    look = tokens().colour
    kinds = ["within", "across", "planned"]
    dashed = alt.datum.kind == "planned"
    return (
        _chart("ties")
        .mark_rule(aria=False)
        .encode(
            **_at(),
            x2="x2",
            y2="y2",
            key="pair:N",
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[look.quiet, look.ink, look.accent]),
                legend=None,
            ),
            opacity=alt.Opacity("ink:Q", scale=None, legend=None),
            strokeWidth=alt.StrokeWidth("width:Q", scale=None, legend=None),
            strokeDash=alt.when(dashed).then(alt.value([5, 4])).otherwise(alt.value([1, 0])),
        )
    )


def _you() -> list[alt.Chart]:
    look = tokens()
    at: dict[str, Any] = {
        "x": alt.XValue(alt.ExprRef("width / 2")),
        "y": alt.YValue(alt.ExprRef(_MIDDLE)),
    }
    base = alt.Chart(alt.InlineData(values=[{}])).encode(**at)
    disc = base.mark_point(
        filled=True,
        opacity=1,
        color=look.colour.ink,
        size=alt.ExprRef(f"pow(max(34, {1.5 * CENTRE} * {_UNIT}), 2)"),
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
    return alt.ExprRef(f"pow(min({_LARGEST}, 0.8 * datum.spacing * {_UNIT}) + {extra}, 2)")


def _rings_of_bridges() -> alt.Chart:
    return (
        _chart("people")
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
        .encode(**_at(), key="id:N")
    )


def _reach() -> alt.Chart:
    """What of the ground belongs to a mark for a finger: up to halfway to the next one."""
    return (
        _chart("people")
        .mark_point(
            shape="circle",
            filled=True,
            color="transparent",
            opacity=1,
            size=alt.ExprRef(f"pow(min({_FINGER}, datum.spacing * {_UNIT}), 2)"),
            cursor="pointer",
            aria=False,
        )
        .encode(**_at(), key="id:N", tooltip=_tooltip())
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
        _chart("people")
        .mark_point(
            filled=True,
            opacity=1,
            strokeWidth=alt.ExprRef("datum.planned ? 2 : 1"),
            strokeDash=alt.ExprRef("datum.planned ? [3, 2] : [1, 0]"),
            size=_size(),
            cursor="pointer",
        )
        .encode(
            **_at(),
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


def _names(**halo: Any) -> Any:
    """Names that fit at this width; a halo lies under them, since a stroke covers the fill."""
    return _fitting(
        "people",
        "id",
        align=alt.ExprRef("datum.align"),
        baseline=alt.ExprRef("datum.baseline"),
        dx=_aside("dx"),
        dy=_aside("dy"),
        clip=True,
        **halo,
    )


def _aside(field: str) -> alt.ExprRef:
    """How far a name stands from its mark, which grows with the map."""
    away = f"min({_LARGEST}, 0.8 * datum.spacing * {_UNIT}) / 2 + {GAP}"
    return alt.ExprRef(f"datum.{field} > 0 ? {away} : datum.{field} < 0 ? -({away}) : 0")


def _corners() -> Any:
    return _text(
        "rims",
        "sector",
        align=alt.ExprRef("datum.align"),
        baseline=alt.ExprRef("datum.baseline"),
        dy=alt.ExprRef("datum.dy"),
        lineBreak="\n",
        lineHeight=LINE,
        fontWeight=600,
    )


def _fitting(data: str, key: str, **mark: Any) -> Any:
    """Text that is there only where the map is wide enough for it."""
    shown = alt.when("isValid(datum.label) && datum.least <= width")
    return _text(data, key, **mark).encode(text=shown.then("label:N").otherwise(alt.value("")))


def _text(data: str, key: str, **mark: Any) -> Any:
    text = alt.Text("label:N")
    return _chart(data).mark_text(aria=False, **mark).encode(**_at(), text=text, key=f"{key}:N")


def _halo(width: float) -> dict[str, Any]:
    """Text as the ground under text, so that it is read on lines and colours."""
    paper = tokens().colour.surface
    return {
        "stroke": paper,
        "color": paper,
        "strokeWidth": width,
        "strokeJoin": "round",
        "opacity": 0.85,
    }
