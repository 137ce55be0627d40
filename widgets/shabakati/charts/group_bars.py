"""People by group, against all five."""

from __future__ import annotations

import altair as alt
import pandas as pd

from shabakati.charts.parts import Bar, bars
from shabakati.charts.words import counts, group_word
from shabakati.language import say, say_list
from shabakati.look.theme import tokens
from shabakati.vocabulary import Group


def groups(people: pd.DataFrame) -> alt.LayerChart:
    """How many people are in each of the five groups, the empty ones too.

    Parameters
    ----------
    people : DataFrame, one row per person, with `group`; may be empty, then all bars are.

    Returns
    -------
    A chart of five bars in the article's order, and a grey one for people not sorted yet.
    """
    found, colours = counts(people["group"], Group), tokens().group
    rows = [Bar(group_word(code), found[code], colours[code]) for code in list(Group)]
    if found["none"]:
        rows.append(Bar(group_word(None), found["none"], colours["none"], apart=True))
    empty = [group_word(code) for code in list(Group) if not found[code]]
    told = say_list(say("charts.bar", what=row.word, n=row.people) for row in rows)
    says = say("charts.groups.says", n=len(people), told=told)
    if empty and len(people):
        says = say("charts.groups.says_empty", said=says, empty=say_list(empty))
    return bars(rows, say("schema.people.group"), says)
