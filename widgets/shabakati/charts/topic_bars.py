"""Who knows about what: the topics of your people, and those who know each."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts.named_rows import LOWER, NAMED_ROW, THICK, at_row, names
from shabakati.charts.parts import HEADROOM, WIDEST, Table, finish
from shabakati.charts.words import shown_name
from shabakati.insight.matching_needs import known_topics
from shabakati.language import direction, say, say_list
from shabakati.look.theme import tokens

MOST = 10  # topics that are drawn
NAMED = 4  # people of a topic who are named


def topics(people: pd.DataFrame) -> Any:
    """The topics that most of your people know about, with their names.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `name` and `topics` (lists).

    Returns
    -------
    A chart of at most ten bars, the topic that most know first. None while no topic is said.
    """
    known = known_topics(people)
    if known.empty:
        return None
    look, mirrored = tokens(), direction() == "rtl"
    drawn = known.head(MOST)
    order = [str(at) for at in range(len(drawn))]
    most = int(drawn["count"].max()) * HEADROOM
    values = [
        {
            "row": row,
            "shown": shown_name(topic),
            "people": count,
            "label": f"{count:,}",
            "who": _in_reading_order(
                say_list(shown_name(str(people.at[id_, "name"])) for id_ in ids[:NAMED])
            ),
            "says": say("charts.topics.bar", topic=shown_name(topic), n=count),
        }
        for row, topic, ids, count in zip(
            order, drawn["topic"], drawn["people"], drawn["count"].tolist(), strict=True
        )
    ]
    base = alt.Chart(alt.NamedData(name="topics")).encode(y=at_row(order))
    x = alt.X("people:Q", axis=None, scale=alt.Scale(domain=[0, most], nice=False))
    bar = base.mark_bar(
        size=THICK, yOffset=LOWER, cornerRadiusEnd=4, color=look.colour.accent
    ).encode(x=x, description=alt.Description("says:N"), tooltip=alt.Tooltip("says:N"))
    number = base.mark_text(
        align="right" if mirrored else "left",
        dx=-8 if mirrored else 8,
        dy=LOWER,
        fontWeight=600,
        aria=False,
    ).encode(x=x, text="label:N")
    chart = alt.layer(
        bar, number, names(base, order), names(base, order, "who", at_end=True)
    ).properties(width="container", height=NAMED_ROW * len(drawn), datasets={"topics": values})
    says = say("charts.topics.says", n=len(known), first=shown_name(str(drawn["topic"].iloc[0])))
    columns = {
        "shown": say("charts.topics.topic"),
        "people": say("charts.people"),
        "who": say("charts.topics.who"),
    }
    return finish(chart, says, [Table("topics", columns)], width=WIDEST)


def _in_reading_order(several: str) -> str:
    """Several names, the first where one begins to read: a drawing itself runs from the left."""
    return f"\u2067{several}\u2069" if direction() == "rtl" else several
