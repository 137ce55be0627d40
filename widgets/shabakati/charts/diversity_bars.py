"""What the network is made of: shares by group, place and type, beside what evenness would be."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from math import isnan
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from shabakati.charts.parts import NARROW, WIDEST, Table, finish
from shabakati.charts.words import counts, wrapped
from shabakati.insight import iqv
from shabakati.insight.diversity import Closed
from shabakati.language import direction, say, say_list, word
from shabakati.look.theme import tokens
from shabakati.vocabulary import Group, NetworkType, Place

ROW = 40  # px, the height of a row
HEADROOM = 1.3  # the track is longer than the longest bar, so that its percentage fits
_BESIDE = 0.2  # of the track: a percentage needs no more, even on a phone
_BAR = "M-0.16,-1H0.16V1H-0.16Z"  # the tick in the legend
_HEAD = "#"  # before the key of a row that is a heading


class _Kind(NamedTuple):
    """A column, its codes, and how varied the people are by it."""

    by: Closed
    codes: type[StrEnum]


_KINDS = [_Kind("group", Group), _Kind("place", Place), _Kind("network_type", NetworkType)]


def diversity(people: pd.DataFrame) -> alt.LayerChart:
    """The share of each group, place and type; a tick stands where all would be equal.

    Parameters
    ----------
    people : DataFrame, one row per person, with `group`, `place` and `network_type`; may be empty.
        Who is not sorted is in no share.

    Returns
    -------
    A chart of 13 bars below three headings, each with its IQV.
    """
    heads, rows = [_head(people, kind) for kind in _KINDS], []
    for kind in _KINDS:
        rows += list(_rows(people, kind))
    end = max([*(row["share"] for row in rows), 1 / len(NetworkType)]) * HEADROOM
    for row in rows:
        row["end"] = end
        under = 0 < row["even"] - row["share"] < _BESIDE * end  # the number would stand on the tick
        row["beyond"] = row["even"] if under else row["share"]
    order = [
        place["row"]
        for head in heads
        for place in (head, *(row for row in rows if row["kind"] == head["kind"]))
    ]
    chart = alt.layer(*_layers(order, end)).properties(
        width="container", height=ROW * len(order), datasets={"heads": heads, "rows": rows}
    )
    return finish(chart, _says(people, heads), _tables(), width=WIDEST)


def _layers(order: list[str], end: float) -> list[alt.Chart]:
    look, mirrored = tokens(), direction() == "rtl"
    y = alt.Y(
        "row:N",
        sort=order,
        axis=_axis(),
        scale=alt.Scale(domain=order, paddingInner=0.36, paddingOuter=0.18),
    )
    scale = alt.Scale(domain=[0, end], nice=False)
    x = alt.X("share:Q", axis=None, scale=scale)
    base = alt.Chart(alt.NamedData(name="rows")).encode(y=y)
    track = base.mark_bar(color=look.colour.empty, cornerRadius=4, aria=False).encode(
        x=alt.X("end:Q", axis=None, scale=scale)
    )
    fill = base.mark_bar(cornerRadius=4).encode(
        x=x,
        color=alt.Color("colour:N", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    levels = alt.Scale(domain=[say("charts.diversity.even")], range=[look.colour.ink])
    legend = alt.Legend(
        title=None, orient="bottom", symbolType=_BAR, symbolStrokeColor=look.colour.ink, offset=12
    )
    tick = base.mark_tick(
        orient="vertical",
        thickness=4,
        size=ROW * 0.7,
        opacity=1,
        aria=False,
        stroke=look.colour.surface,
        strokeWidth=1,
    ).encode(
        x=alt.X("even:Q", axis=None, scale=scale),
        fill=alt.Fill("level:N", scale=levels, legend=legend),
    )
    side: dict[str, Any] = {"align": "right" if mirrored else "left", "dx": -8 if mirrored else 8}
    number = base.mark_text(**side, fontWeight=600, aria=False).encode(
        x=alt.X("beyond:Q", axis=None, scale=scale), text="label:N"
    )
    variety = (
        alt.Chart(alt.NamedData(name="heads"))
        .mark_text(**{**side, "dx": 0}, color=look.colour.quiet, fontWeight=600, aria=False)
        .encode(y=y, x=alt.X("at:Q", axis=None, scale=scale), text="label:N")
    )
    return [track, fill, tick, number, variety]


def _axis() -> alt.Axis:
    """Headings are bold; words of ours take several lines where there is little room."""
    lines = "split(split(datum.label, '|')[1], '\\n')"
    bold = {"test": f"indexof(datum.label, '{_HEAD}') == 0", "value": 600}
    return alt.Axis(
        title=None,
        labelExpr=f"width < {NARROW} ? {lines} : join({lines}, ' ')",
        labelOffset=alt.ExprRef(f"width < {NARROW} ? -8.5 * (length({lines}) - 1) : 0"),
        labelFontWeight={"condition": bold, "value": 400},
        labelPadding=12,
    )


def _head(people: pd.DataFrame, kind: _Kind) -> dict[str, Any]:
    """One heading: what is shared out, and its IQV, where somebody is sorted."""
    what, value = say(f"schema.people.{kind.by}"), iqv(people, by=kind.by)
    told = "" if isnan(value) else say("charts.diversity.variety", value=f"{value:.2f}")
    return {
        "kind": what,
        "row": f"{_HEAD}{kind.by}|{wrapped(what, 16)}",
        "at": 0,
        "label": told,
        "says": say("charts.diversity.of", what=what, value=f"{value:.2f}") if told else "",
    }


def _rows(people: pd.DataFrame, kind: _Kind) -> Iterator[dict[str, Any]]:
    """One row a code, zeros included."""
    look, even = tokens(), 1 / len(kind.codes)
    found = counts(people[kind.by], kind.codes)
    known = sum(found[code] for code in list(kind.codes))
    for code in kind.codes:
        share = found[code] / known if known else 0.0
        told = {"what": word(code), "share": _percent(share), "even": _percent(even)}
        yield {
            "kind": say(f"schema.people.{kind.by}"),
            "row": f"{kind.by}|{wrapped(word(code), 16)}",
            "word": word(code),
            "people": found[code],
            "share": round(share, 4),
            "even": round(even, 4),
            "level": say("charts.diversity.even"),
            "label": told["share"],
            "evenly": told["even"],
            "colour": look.group.get(code.value, look.colour.accent),
            "says": say("charts.diversity.bar", n=found[code], **told),
        }


def _percent(share: float) -> str:
    shown = "<1" if 0 < share < 0.005 else f"{100 * share:.0f}"
    return say("charts.diversity.percent", share=shown)


def _says(people: pd.DataFrame, heads: list[dict[str, Any]]) -> str:
    told = [head["says"] for head in heads if head["says"]]
    if not told:
        return say("charts.diversity.says_nothing")
    return say("charts.diversity.says", n=len(people), told=say_list(told))


def _tables() -> list[Table]:
    columns = {
        "kind": say("charts.diversity.kind"),
        "word": say("charts.diversity.part"),
        "people": say("charts.people"),
        "label": say("charts.diversity.share"),
        "evenly": say("charts.diversity.even"),
    }
    return [Table("rows", columns)]
