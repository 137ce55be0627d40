"""The frame of the map: its coordinates, how they become pixels, and how wide a mark is.

Coordinates are those of the unit circle: the plot reaches `HALF` to each side of you, `ABOVE` and
`BELOW`. Sizes follow the width of the plot, but type keeps its own.
"""

from __future__ import annotations

from typing import Any

import altair as alt

HALF = 1.16
ABOVE = 1.17
BELOW = 1.28
ASPECT = (ABOVE + BELOW) / 2 / HALF
LINE = 18  # px
YOU = 22  # px, half of what your place keeps free
UNIT = f"width / {2 * HALF}"  # px
MIDDLE = f"{ABOVE} * {UNIT}"  # px from the top
LARGEST = 15  # px, the widest mark


def mark_diameter(spacing: float, width: float) -> float:
    """The diameter of a person's mark, in px, on a map of this width."""
    return min(LARGEST, 0.8 * spacing * width / 2 / HALF)


def chart(data: str) -> alt.Chart:
    """A chart of one of the map's datasets."""
    return alt.Chart(alt.NamedData(name=data))


def at(x: str = "x", y: str = "y") -> dict[str, Any]:
    """Where a row stands: the channels `x` and `y`."""
    plain: dict[str, Any] = {"nice": False, "zero": False}
    rows = alt.Scale(
        domain=[-BELOW, ABOVE], range=[alt.ExprRef(f"{ABOVE + BELOW} * {UNIT}"), 0], **plain
    )
    return {
        "x": alt.X(
            f"{x}:Q", axis=None, scale=alt.Scale(domain=[-HALF, HALF], reverse=False, **plain)
        ),
        "y": alt.Y(f"{y}:Q", axis=None, scale=rows),
    }
