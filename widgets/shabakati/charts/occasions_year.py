"""A year of occasions: on which days whom to greet, in the months of both calendars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd
from hijridate import Gregorian

from shabakati.charts.parts import ROW, WIDEST, Table, finish
from shabakati.charts.words import shown_name
from shabakati.insight.greeting.words import expected_word, occasion_word
from shabakati.language import (
    direction,
    say,
    say_date,
    say_day,
    say_hijri_day,
    say_hijri_month,
    say_month,
)
from shabakati.look.theme import tokens

NARROW = 620  # px of plot below which fewer months are named
EACH = {False: (1, 3), True: (2, 4)}  # Hijri or not: every how many, where wide and where narrow
LAST = 0.88  # of the year, after which no month is named: its word would leave the chart
FEW = 2  # days of a row up to which each has its date beside it
TURN = 0.45  # of the year, after which a date stands before its mark
HEAD = 40  # px above the rows, for the months


def occasions(found: pd.DataFrame, start: dt.date, end: dt.date) -> alt.LayerChart:
    """The days on which people are greeted, a row an occasion, in the order of their first days.

    Time runs the way the language is read. Months of the Gregorian calendar stand above those of
    the Hijri one, which are computed and may be off by a day.

    Parameters
    ----------
    found : DataFrame as `insight.occasions` gives it for `start` to `end`; may be empty.

    Returns
    -------
    A chart of a mark a day and occasion, the larger the more people it is for.
    """
    look, mirrored = tokens(), direction() == "rtl"
    span = max(1, (end - start).days)
    values = _rows(found, start, span)
    near: Any = "right" if mirrored else "left"
    scale = alt.Scale(domain=[-3, span + 3], nice=False)
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    x = alt.X("at:Q", axis=None, scale=scale)
    months = alt.Chart(alt.NamedData(name="months")).encode(x=x)
    grid = months.transform_filter("!datum.hijri").mark_rule(color=look.colour.line, aria=False)
    step = f"datum.n % (width < {NARROW} ? datum.narrow : datum.wide) ? '' : datum.word"
    word: dict[str, Any] = {"align": near, "dx": -4 if mirrored else 4, "aria": False}
    gregorian = (
        months.transform_filter("!datum.hijri")
        .mark_text(**word, text=alt.ExprRef(step))
        .encode(y=alt.value(-HEAD + 10))
    )
    lunar = (
        months.transform_filter("datum.hijri")
        .mark_text(**word, text=alt.ExprRef(step), color=look.colour.quiet)
        .encode(y=alt.value(-HEAD + 28))
    )
    base = alt.Chart(alt.NamedData(name="days")).encode(y=y)
    line = base.mark_rule(color=look.colour.line, yOffset=12, aria=False)
    mark = base.mark_circle(color=look.colour.accent, opacity=1, yOffset=12).encode(
        x=x,
        size=alt.Size("size:Q", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    title = (
        base.transform_filter("datum.first")
        .mark_text(align=near, dy=-8, fontWeight=500, fontSize=look.font.size, aria=False)
        .encode(x=alt.value(alt.ExprRef("width")) if mirrored else alt.value(0), text="title:N")
    )
    sides: tuple[tuple[int, Any], ...] = ((0, near), (1, "left" if mirrored else "right"))
    dates = [
        base.transform_filter(f"datum.late == {late}")
        .mark_text(align=far, dy=12, dx=-14 if far == "right" else 14, aria=False)
        .encode(x=x, text="date:N")
        # Beside a mark of the second half the date stands before it, where there is room.
        for late, far in sides
    ]
    chart = alt.layer(grid, gregorian, lunar, line, title, mark, *dates).properties(
        width="container",
        height=ROW * max(1, len({row["row"] for row in values})),
        datasets={"days": values, "months": list(_months(start, end))},
    )
    columns = {
        "occasion": say("charts.occasions.occasion"),
        "on": say("charts.occasions.on"),
        "hijri": say("charts.occasions.hijri"),
        "people": say("charts.people"),
    }
    days = len(values)
    says = say(
        "charts.occasions.says",
        n=days,
        people=found["person"].nunique(),
        start=say_date(start),
        end=say_date(end),
    )
    return finish(chart, says, [Table("days", columns)], width=WIDEST)


def _rows(found: pd.DataFrame, start: dt.date, span: int) -> list[dict[str, Any]]:
    """One row a day of an occasion, with how many are greeted then."""
    rows: list[dict[str, Any]] = []
    kinds: Any = found.groupby(["occasion", "variant", "country"], sort=False)
    for at, ((occasion, variant, country), group) in enumerate(kinds):
        named = occasion_word(occasion, variant, country)
        days = group.groupby(["on", "hijri"], sort=False)["person"].nunique()
        everybody = group["person"].nunique()
        for first, ((on, hijri), people) in enumerate(days.items()):
            place = (on - start).days
            date = say_day(on)
            if hijri:
                date = say("charts.occasions.both", on=date, hijri=say_hijri_day(on))
            rows.append(
                {
                    "row": at,
                    "at": place,
                    "first": first == 0,
                    "late": int(place > TURN * span),
                    "title": say("charts.occasions.title", n=everybody, occasion=named),
                    "occasion": named,
                    "people": int(people),
                    "size": 90 + 14 * min(int(people), 40),
                    "date": shown_name(date) if len(days) <= FEW else "",
                    "on": say_date(on),
                    "hijri": expected_word(hijri),
                    "says": say(
                        "charts.occasions.one", n=int(people), occasion=named, on=say_date(on)
                    ),
                }
            )
    return rows


def _months(start: dt.date, end: dt.date) -> Iterator[dict[str, Any]]:
    """Where each month of both calendars begins, and its word."""
    days = [start + dt.timedelta(n) for n in range((end - start).days + 1)]
    for hijri in (False, True):
        firsts = [day for day in days if (_hijri_day(day) if hijri else day.day) == 1]
        wide, narrow = EACH[hijri]
        for n, day in enumerate(firsts):
            at, name = (day - start).days, say_hijri_month(day) if hijri else say_month(day)
            word = name if at < LAST * len(days) else ""
            yield {"at": at, "word": word, "hijri": hijri, "n": n, "wide": wide, "narrow": narrow}


def _hijri_day(day: dt.date) -> int:
    return Gregorian.fromdate(day).to_hijri().day if say_hijri_month(day) else 0
