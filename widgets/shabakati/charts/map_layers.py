"""The layers of the map, from its ground to its names; `people_map.py` fills their datasets.

Coordinates are those of the unit circle: the plot reaches `HALF` to each side of you, `ABOVE` and
`BELOW`. Sizes follow the width of the plot, but type keeps its own.
"""

from __future__ import annotations

from math import ceil, cos, radians, sin
from typing import Any

import altair as alt

from shabakati.charts.labels import text_width
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


def all_layers(spacing: float) -> list[Any]:
    """Ground, rims, ties, you, people, names of rings and sectors, names of people."""
    hovered = alt.selection_point(
        name="near", on="pointerover", clear="pointerout", fields=["id"], empty=False
    )
    return [
        _ground(),
        _rims(),
        _ties(),
        *_you(),
        _people(spacing, hovered),
        _fitting("areas", fontWeight=600),
        _text("rings", **_halo(3)),
        _text("rings", color=tokens().colour.quiet),
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


def _arc(data: str, inner: str, outer: str, **mark: Any) -> alt.Chart:
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
        )
    )


def _ground() -> alt.Chart:
    paper = tokens().colour.surface
    return _arc("areas", "datum.inner", "datum.outer", stroke=paper, strokeWidth=1.5).encode(
        fillOpacity=alt.FillOpacity("strength:Q", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )


def _rims() -> alt.Chart:
    return _arc(
        "rims", "1.012", "1.035", stroke=tokens().colour.surface, strokeWidth=1.5, aria=False
    )


def _ties() -> alt.Chart:
    ink = tokens().colour.quiet
    near = "isValid(near.id) && (indexof(near.id, datum.a) >= 0 || indexof(near.id, datum.b) >= 0)"
    return (
        _chart("ties")
        .mark_rule(color=ink, strokeWidth=1.2, aria=False)
        .encode(
            **_at(),
            x2="x2",
            y2="y2",
            opacity=alt.when(near).then(alt.value(0.95)).otherwise(alt.value(0.28)),
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


def _people(spacing: float, hovered: alt.Parameter) -> alt.Chart:
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
            stroke=look.colour.surface,
            strokeWidth=1,
            size=alt.ExprRef(f"pow(min({_LARGEST}, {0.8 * spacing} * {_UNIT}), 2)"),
            cursor="pointer",
        )
        .encode(
            **_at(),
            color=alt.Color("colour:N", scale=None, legend=None),
            shape=alt.Shape("type:N", scale=shapes, legend=legend),
            description=alt.Description("says:N"),
            tooltip=[
                alt.Tooltip("name:N", title=say("schema.people.name")),
                alt.Tooltip("group:N", title=say("schema.people.group")),
                alt.Tooltip("type:N", title=say("schema.people.network_type")),
                alt.Tooltip("closeness:N", title=say("schema.people.closeness")),
            ],
        )
        .add_params(hovered)
    )


def _names(**halo: Any) -> Any:
    """Names that fit at this width; a halo lies under them, since a stroke covers the fill."""
    return _fitting(
        "people",
        align=alt.ExprRef("datum.align"),
        baseline=alt.ExprRef("datum.baseline"),
        dx=alt.ExprRef("datum.dx"),
        dy=alt.ExprRef("datum.dy"),
        clip=True,
        **halo,
    )


def _corners() -> Any:
    return _text(
        "rims",
        align=alt.ExprRef("datum.align"),
        baseline=alt.ExprRef("datum.baseline"),
        dy=alt.ExprRef("datum.dy"),
        lineBreak="\n",
        lineHeight=LINE,
        fontWeight=600,
    )


def _fitting(data: str, **mark: Any) -> Any:
    """Text that is there only where the map is wide enough for it."""
    shown = alt.when("isValid(datum.label) && datum.least <= width")
    return _text(data, **mark).encode(text=shown.then("label:N").otherwise(alt.value("")))


def _text(data: str, **mark: Any) -> Any:
    return _chart(data).mark_text(aria=False, **mark).encode(**_at(), text=alt.Text("label:N"))


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
