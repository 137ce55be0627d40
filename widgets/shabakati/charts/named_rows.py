"""Rows with a name on a line of its own above what is drawn: long names fit on a phone too."""

from __future__ import annotations

from typing import Any

import altair as alt

from shabakati.language import direction
from shabakati.look.theme import tokens

NAMED_ROW = 64  # px: a line for the name, a line for the bar
LOWER = 11  # px below the middle of a row, where its bar stands
THICK = 20  # px of a bar
_NAME = 18  # px below the top of a row, where its name stands


def at_row(order: list[str], **where: Any) -> alt.Y:
    """The vertical place of a row, without an axis: the names stand above the bars."""
    scale = alt.Scale(paddingInner=0, paddingOuter=0)
    return alt.Y("row:N", sort=order, axis=None, scale=scale, **where)


def names(base: alt.Chart, order: list[str], field: str = "shown", at_end: bool = False) -> Any:
    """The names, at the reader's start, cut where the chart ends; `at_end`: opposite, and quiet."""
    look = tokens()
    right = (direction() == "rtl") != at_end
    return base.mark_text(
        align="right" if right else "left",
        baseline="middle",
        dy=_NAME,
        fontWeight=400 if at_end else 600,
        fontSize=look.font.small,
        color=look.colour.quiet if at_end else look.colour.ink,
        limit=alt.ExprRef("width * 0.55" if at_end else "width"),
        aria=False,
    ).encode(
        y=at_row(order, bandPosition=0),
        x=alt.XValue(alt.ExprRef("width") if right else 0),
        text=f"{field}:N",
    )
