"""The plan on a line of time: what is done, overdue and to come, and how long it takes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts.parts import Table, finish
from shabakati.charts.words import shown_name
from shabakati.language import direction, say, say_date, say_day, say_month
from shabakati.look.theme import tokens

WIDEST = 760  # px
ROW = 52  # px: the words of an action above its mark
HEAD = 34  # px above the rows, for the months
MOST = 14  # actions at once
BACK, AHEAD = 30, 120  # days around today that are drawn; what is farther stands at the edge
TURN = 0.45  # of the time, after which a label stands before its mark
SIZES = {5: 80, 15: 210, 60: 480}  # px² of a mark by minutes
SHAPES = {"done": "square", "overdue": "triangle-up", "open": "circle"}


def plan(actions: pd.DataFrame, people: pd.DataFrame, today: dt.date) -> alt.LayerChart:
    """The dated actions, a row each, by day; time runs the way the language is read.

    Parameters
    ----------
    actions : DataFrame, index `id`, with text, person, due, minutes, done_on; may be empty.
    people : DataFrame, index `id`, with name.
    today : the day of the line from above to below.

    Returns
    -------
    A chart of a mark an action: a circle is to come, a triangle overdue, a square done; the larger
    the longer it takes, and its label says day, minutes and state. The first 14 that are not done,
    then the last ones done fill it up.
    """
    look, mirrored = tokens(), direction() == "rtl"
    rows = _chosen(actions, today)
    span = _span(rows, today)
    values = [_drawn(row, at, span, people) for at, row in enumerate(rows)]
    near: Any = "right" if mirrored else "left"
    days = (span[1] - span[0]).days
    scale = alt.Scale(domain=[-2, days + 2], nice=False, reverse=mirrored)
    y = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    x = alt.X("at:Q", axis=None, scale=scale)
    colours = {"done": look.colour.quiet, "overdue": look.colour.error, "open": look.colour.accent}
    states = list(SHAPES)
    months = alt.Chart(alt.NamedData(name="months")).encode(x=x)
    grid = months.mark_rule(color=look.colour.line, aria=False)
    named = months.mark_text(align=near, dx=-4 if mirrored else 4, aria=False).encode(
        text="word:N", y=alt.value(-HEAD + 14)
    )
    now = (
        alt.Chart(alt.NamedData(name="today"))
        .mark_rule(  # pale: it crosses words
            color=look.colour.accent, strokeDash=[4, 4], strokeWidth=2, opacity=0.4, aria=False
        )
        .encode(x=x)
    )
    base = alt.Chart(alt.NamedData(name="actions")).encode(y=y)
    mark = base.mark_point(filled=True, opacity=1, yOffset=14).encode(
        x=x,
        size=alt.Size("size:Q", scale=None, legend=None),
        shape=alt.Shape(
            "state:N", scale=alt.Scale(domain=states, range=list(SHAPES.values())), legend=None
        ),
        color=alt.Color(
            "state:N",
            scale=alt.Scale(domain=states, range=[colours[s] for s in states]),
            legend=None,
        ),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    start = alt.value(alt.ExprRef("width")) if mirrored else alt.value(0)
    sides: tuple[tuple[int, Any], ...] = ((0, near), (1, "left" if mirrored else "right"))
    title = base.mark_text(
        align=near, dy=-10, fontWeight=500, fontSize=look.font.size, aria=False
    ).encode(x=start, text="title:N")
    labels = [
        base.transform_filter(f"datum.late == {late}")
        .mark_text(align=far, dy=14, dx=-16 if far == "right" else 16, aria=False)
        .encode(x=x, text="label:N")
        for late, far in sides
    ]
    chart = alt.layer(grid, named, now, title, mark, *labels).properties(
        width="container",
        height=ROW * max(1, len(values)),
        datasets={"actions": values, "months": _months(span), "today": [_at(today, span)]},
    )
    columns = {
        name: say(f"charts.plan.{name}") for name in ("action", "who", "day", "time", "state_word")
    }
    return finish(chart, _says(rows), [Table("actions", columns)], width=WIDEST)


def _chosen(actions: pd.DataFrame, today: dt.date) -> list[dict[str, Any]]:
    """The actions that are drawn, by day, with their day and state."""
    rows: list[dict[str, Any]] = []
    cells = actions[["text", "person", "due", "minutes", "done_on"]]
    for text, person, due, minutes, done_on in cells.itertuples(index=False):
        done = pd.notna(done_on)
        on = done_on if done else due
        if pd.isna(on):
            continue
        state = "done" if done else "overdue" if on < today else "open"
        rows.append({"text": text, "person": person, "on": on, "minutes": minutes, "state": state})
    rows.sort(key=lambda row: row["on"])
    left = [row for row in rows if row["state"] != "done"][:MOST]
    done_rows = [row for row in rows if row["state"] == "done"]
    last = done_rows[len(done_rows) - min(len(done_rows), MOST - len(left)) :]
    return sorted([*last, *left], key=lambda row: row["on"])


def _span(rows: list[dict[str, Any]], today: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day that are drawn: around today, no longer than there is need."""
    days = [today + dt.timedelta(14), today - dt.timedelta(7), *(row["on"] for row in rows)]
    first = max(min(days), today - dt.timedelta(BACK))
    return first, min(max(days), today + dt.timedelta(AHEAD))


def _drawn(
    row: dict[str, Any], at: int, span: tuple[dt.date, dt.date], people: pd.DataFrame
) -> dict[str, Any]:
    minutes, on, state = int(row["minutes"]), row["on"], row["state"]
    place = min(max(on, span[0]), span[1])
    known = pd.notna(row["person"]) and row["person"] in people.index
    who = str(people.at[row["person"], "name"]) if known else ""
    time = say("charts.plan.minutes", n=minutes)
    told = {"on": say_date(on), "time": time, "what": shown_name(row["text"])}
    return {
        "row": at,
        "at": (place - span[0]).days,
        "late": int((place - span[0]).days > TURN * (span[1] - span[0]).days),
        "size": SIZES[minutes],
        "state": state,
        "title": shown_name(row["text"]),
        "label": shown_name(say(f"charts.plan.label.{state}", on=say_day(on), time=time)),
        "action": row["text"],
        "who": who,
        "day": say_date(on),
        "time": time,
        "state_word": say(f"charts.plan.state.{state}"),
        "says": say(f"charts.plan.one.{state}", **told),
    }


def _at(day: dt.date, span: tuple[dt.date, dt.date]) -> dict[str, Any]:
    return {"at": (day - span[0]).days}


def _months(span: tuple[dt.date, dt.date]) -> list[dict[str, Any]]:
    """Where each month begins, and its word."""
    days = [span[0] + dt.timedelta(n) for n in range((span[1] - span[0]).days)]
    return [{**_at(day, span), "word": say_month(day)} for day in days if day.day == 1]


def _says(rows: list[dict[str, Any]]) -> str:
    counted = {state: sum(row["state"] == state for row in rows) for state in SHAPES}
    if not rows:
        return say("charts.plan.nothing")
    return say("charts.plan.says", n=len(rows), **counted)
