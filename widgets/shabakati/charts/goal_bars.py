"""Goals by benefit: how many are open under each of the three, and how many are done."""

from __future__ import annotations

import altair as alt
import pandas as pd

from shabakati.charts.parts import Bar, bars
from shabakati.charts.words import counts
from shabakati.language import say, say_list, word
from shabakati.look.theme import tokens
from shabakati.vocabulary import Benefit, GoalState


def goals(goals: pd.DataFrame) -> alt.LayerChart:
    """How many open goals stand under each of the three benefits.

    Parameters
    ----------
    goals : DataFrame, one row a goal, with `benefit` and `state`; may be empty.

    Returns
    -------
    A chart of three bars in the article's order, and a grey one for goals reached or dropped.
    """
    look = tokens()
    still = goals[goals["state"] == GoalState.OPEN.value]
    found = counts(still["benefit"], Benefit)
    rows = [Bar(word(code), found[code], look.colour.accent) for code in Benefit]
    past = len(goals) - len(still)
    if past:
        rows.append(Bar(say("charts.goals.past"), past, look.group["none"], apart=True))
    told = say_list(say("charts.goals.bar", what=row.word, n=row.people) for row in rows)
    return bars(
        rows,
        say("schema.goals.benefit"),
        say("charts.goals.says", told=told),
        bar_key="charts.goals.bar",
        number=say("charts.goals.number"),
    )
