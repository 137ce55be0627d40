"""Named rows whose bars go to the two sides of one line, mirrored in right-to-left reading."""

from __future__ import annotations

from typing import Any

import altair as alt

from shabakati.charts.named_rows import LOWER, THICK, at_row, names
from shabakati.charts.parts import HEADROOM
from shabakati.language import direction
from shabakati.look.theme import tokens


def two_sides(order: list[str], most: float, titles: str, named_by: str) -> Any:
    """Bars to the two sides below their titles, their numbers, the line between them, the names.

    Parameters
    ----------
    order : the rows, from above to below.
    most : the length of the longest bar to either side.
    titles : the expression of an axis that has one title below zero and one above it.
    named_by : the `side` whose rows carry the names.

    Returns
    -------
    A layered chart of the dataset `sides`: `row`, `shown`, `side`, `colour`, `signed`, `label` and
    `says`; a bar of length 0 has no number.
    """
    mirrored = direction() == "rtl"
    end = most * HEADROOM
    axis = alt.Axis(
        orient="top",
        values=[-end / 2, end / 2],
        labelExpr=titles,
        grid=False,
        title=None,
    )
    base = alt.Chart(alt.NamedData(name="sides")).encode(y=at_row(order))
    x = alt.X("signed:Q", axis=axis, scale=alt.Scale(domain=[-end, end], nice=False))
    bar = base.mark_bar(size=THICK, yOffset=LOWER, cornerRadius=2).encode(
        x=x,
        color=alt.Color("colour:N", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    layers = []
    for sign in (1, -1):
        right = (sign > 0) != mirrored
        some = base.transform_filter(f"datum.signed {'>' if sign > 0 else '<'} 0")
        layers.append(
            some.mark_text(
                align="left" if right else "right",
                dx=8 if right else -8,
                dy=LOWER,
                fontWeight=600,
                aria=False,
            ).encode(x=x, text="label:N")
        )
    middle = base.mark_tick(
        orient="vertical",
        size=THICK + 8,
        thickness=2,
        yOffset=LOWER,
        color=tokens().colour.quiet,
        aria=False,
    ).encode(x=alt.XDatum(0))
    first = base.transform_filter(alt.FieldEqualPredicate(field="side", equal=named_by))
    return alt.layer(bar, *layers, middle, names(first, order))
