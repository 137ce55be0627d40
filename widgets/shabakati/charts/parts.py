"""What several charts share: rows of bars against a track, and what a view must know of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt

from shabakati.charts.words import wrapped
from shabakati.language import direction, say
from shabakati.look.theme import tokens

ROW = 44  # px, the height of a row of bars
WIDEST = 760  # px
NARROW = 400  # px of plot below which words of ours take several lines
HEADROOM = 1.18  # the track is longer than the longest bar, so that its number fits


class Bar(NamedTuple):
    """One row of a bar chart: `apart` sets it off from those before it."""

    word: str
    people: int
    colour: str
    shape: str = ""
    apart: bool = False


class Table(NamedTuple):
    """A dataset of a chart as a table: which of its fields, under which words."""

    data: str
    columns: dict[str, str]


def finish(
    chart: Any, says: str, tables: Sequence[Table], *, width: int, aspect: float | None = None
) -> Any:
    """The chart with its text alternative and what `ChartView` must know of it.

    `width` is the widest it becomes, in px; `aspect` is height by width, where it matters.
    """
    known: dict[str, Any] = {
        "tables": [
            {"data": t.data, "columns": [{"field": f, "word": w} for f, w in t.columns.items()]}
            for t in tables
        ],
        "width": width,
    }
    if aspect:
        known["aspect"] = aspect
    return dressed(chart, description=says, usermeta={"shabakati": known})


def dressed(chart: Any, **properties: Any) -> Any:
    """The chart with these properties of its top, as `chart.properties()` gives it.

    That way puts all layers together anew and looks each property up in the schema: 50 ms for the
    map, each time somebody is added.
    """
    made = object.__new__(type(chart))
    object.__setattr__(made, "_args", chart._args)  # a chart's attributes are its properties
    object.__setattr__(made, "_kwds", chart._kwds | properties)
    return made


def lines_where_narrow() -> dict[str, Any]:
    """How an axis at the side shows words with line breaks: on one line where there is room."""
    lines = "split(datum.label, '\\n')"
    return {
        "labelExpr": f"width < {NARROW} ? {lines} : join({lines}, ' ')",
        "labelOffset": alt.ExprRef(f"width < {NARROW} ? -8.5 * (length({lines}) - 1) : 0"),
    }


def bars(
    rows: Sequence[Bar],
    title: str,
    says: str,
    *,
    bar_key: str = "charts.bar",
    number: str | None = None,
) -> alt.LayerChart:
    """Rows of bars, each against a track, so that an empty one is seen; numbers stand beside them.

    `title` names the column of words in the table; a shape stands before its bar. People are
    counted, unless `bar_key` says what a bar counts and `number` names their column in the table.
    """
    look, mirrored = tokens(), direction() == "rtl"
    end = max([*(row.people for row in rows), 1]) * HEADROOM
    order = [f"{wrapped(row.word, 16)}{' ' if row.apart else ''}" for row in rows]
    values = [
        {
            "row": place,
            "word": row.word,
            "people": row.people,
            "end": end,
            "colour": row.colour,
            "label": f"{row.people:,}",
            "says": say(bar_key, what=row.word, n=row.people),
        }
        for place, row in zip(order, rows, strict=True)
    ]
    axis = alt.Axis(
        **lines_where_narrow(),
        labelPadding=34 if any(row.shape for row in rows) else 12,
        title=None,
    )
    y = alt.Y("row:N", sort=order, axis=axis, scale=alt.Scale(paddingInner=0.36, paddingOuter=0.18))
    x = alt.X("people:Q", axis=None, scale=alt.Scale(domain=[0, end], nice=False))
    base = alt.Chart(alt.NamedData(name="rows")).encode(y=y)
    track = base.mark_bar(color=look.colour.empty, cornerRadius=4, aria=False).encode(
        x=alt.X("end:Q", axis=None)
    )
    fill = base.mark_bar(cornerRadius=4).encode(
        x=x,
        color=alt.Color("colour:N", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    label = base.mark_text(
        align="right" if mirrored else "left",
        dx=-8 if mirrored else 8,
        fontWeight=600,
        fontSize=look.font.size,
        aria=False,
    ).encode(x=x, text="label:N")
    layers = [track, fill, label]
    for at, (row, place) in enumerate(zip(rows, order, strict=True)):
        if row.apart:
            layers.append(
                base.mark_rule(color=look.colour.line, aria=False).encode(y=alt.YValue(ROW * at))
            )
        if row.shape:
            layers.append(_shape(base, place, row, mirrored))
    chart = alt.layer(*layers).properties(
        width="container", height=ROW * len(rows), datasets={"rows": values}
    )
    columns = {"word": title, "people": number or say("charts.people")}
    return finish(chart, says, [Table("rows", columns)], width=WIDEST)


def _shape(base: alt.Chart, place: str, row: Bar, mirrored: bool) -> alt.Chart:
    """The row's symbol, between its word and its bar."""
    at = alt.XValue(alt.ExprRef("width + 18") if mirrored else -18)
    return (
        base.transform_filter(alt.FieldEqualPredicate(field="row", equal=place))
        .mark_point(shape=row.shape, filled=True, size=170, color=row.colour, opacity=1, aria=False)
        .encode(x=at)
    )
