"""The Altair theme: the tokens of `look/`, mirrored where the language is read from the right."""

from __future__ import annotations

from typing import Any

import altair as alt

from shabakati.language import direction
from shabakati.look.theme import tokens

LABEL_LIMIT = 220  # px; Arabic words for groups and places are long
GAP = 8  # px


def theme() -> dict[str, Any]:
    """The theme for the language spoken now.

    For Arabic the axis of categories stands at the right, values and time grow leftwards, titles
    and legends stand at the right. Axis titles are horizontal and above the axis in both.
    """
    look, mirrored = tokens(), direction() == "rtl"
    near = "right" if mirrored else "left"
    start = "end" if mirrored else "start"  # the drawing itself always runs from the left
    text = {
        "labelFontSize": look.font.small,
        "titleFontSize": look.font.small,
        "labelColor": look.colour.ink,
        "titleColor": look.colour.quiet,
        "labelFontWeight": 400,
        "titleFontWeight": 500,
        "labelLimit": LABEL_LIMIT,
        "titleLimit": 2 * LABEL_LIMIT,
    }
    return {
        "config": {
            "background": look.colour.surface,
            "font": look.font.stack,
            "padding": GAP / 2,
            "view": {"stroke": None},
            "range": {"category": [c for code, c in look.group.items() if code != "none"]},
            "mark": {"color": look.colour.accent},
            "text": {"fontSize": look.font.small, "color": look.colour.ink},
            "scale": {"xReverse": mirrored},
            "title": {
                "anchor": start,
                "align": near,
                "color": look.colour.ink,
                "fontSize": look.font.size,
                "fontWeight": 600,
                "subtitleColor": look.colour.quiet,
                "subtitleFontSize": look.font.small,
                "offset": 2 * GAP,
            },
            "axis": {
                **text,
                "domain": False,
                "ticks": False,
                "gridColor": look.colour.line,
                "labelAngle": 0,
                "labelPadding": GAP,
            },
            "axisX": {"titleAnchor": "start", "titleAlign": near, "titlePadding": GAP},
            "axisY": {
                "orient": near,
                "titleAngle": 0,
                "titleAlign": near,
                "titleAnchor": "end",
                "titleX": 0,
                "titleY": -2 * GAP,
            },
            "legend": {
                **text,
                "orient": "top",
                "titleOrient": near,
                "labelOffset": -2.5 * GAP if mirrored else GAP / 2,
                "labelAlign": "right" if mirrored else "left",
                "layout": {"top": {"anchor": start}, "bottom": {"anchor": start}},
            },
        }
    }


def enable() -> None:
    """Make it the theme of every Altair chart; it looks up the language when a chart is drawn."""
    alt.theme.register("shabakati", enable=True)(theme)  # type: ignore[arg-type]
