"""What is written on the map: names of people, rings and sectors, each only where it fits."""

from __future__ import annotations

from math import ceil, cos, radians, sin
from typing import Any

import altair as alt

from shabakati.charts.labels import GAP, text_width
from shabakati.charts.map_frame import HALF, LARGEST, LINE, UNIT, at, chart
from shabakati.look.theme import tokens


def least_width(text: str, inner: float, outer: float, arc: tuple[float, float]) -> int:
    """The least width of the map, in px, at which a number fits into its cell."""
    turn, half = radians(sum(arc) / 2), radians(arc[1] - arc[0]) / 2
    wide, high, across = text_width(text, tokens().font.small), LINE, (inner + outer) * sin(half)
    deep = wide * abs(cos(turn)) + high * abs(sin(turn))
    along = wide * abs(sin(turn)) + high * abs(cos(turn))
    return ceil(2 * HALF * max(deep / (outer - inner), along / across))


def names(**halo: Any) -> Any:
    """Names that fit at this width; a halo lies under them, since a stroke covers the fill."""
    return fitting(
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
    away = f"min({LARGEST}, 0.8 * datum.spacing * {UNIT}) / 2 + {GAP}"
    return alt.ExprRef(f"datum.{field} > 0 ? {away} : datum.{field} < 0 ? -({away}) : 0")


def corners() -> Any:
    """The names of the sectors, around the map."""
    return text(
        "rims",
        "sector",
        align=alt.ExprRef("datum.align"),
        baseline=alt.ExprRef("datum.baseline"),
        dy=alt.ExprRef("datum.dy"),
        lineBreak="\n",
        lineHeight=LINE,
        fontWeight=600,
    )


def fitting(data: str, key: str, **mark: Any) -> Any:
    """Text that is there only where the map is wide enough for it."""
    shown = alt.when("isValid(datum.label) && datum.least <= width")
    return text(data, key, **mark).encode(text=shown.then("label:N").otherwise(alt.value("")))


def text(data: str, key: str, **mark: Any) -> Any:
    """The labels of a dataset, each where its row stands."""
    label = alt.Text("label:N")
    return chart(data).mark_text(aria=False, **mark).encode(**at(), text=label, key=f"{key}:N")


def halo(width: float) -> dict[str, Any]:
    """Text as the ground under text, so that it is read on lines and colours."""
    paper = tokens().colour.surface
    return {
        "stroke": paper,
        "color": paper,
        "strokeWidth": width,
        "strokeJoin": "round",
        "opacity": 0.85,
    }
