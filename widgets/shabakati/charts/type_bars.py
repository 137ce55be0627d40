"""The balance of the three network types."""

from __future__ import annotations

import altair as alt
import pandas as pd

from shabakati.charts.parts import Bar, bars
from shabakati.charts.words import counts, type_word
from shabakati.language import say, say_list
from shabakati.look.theme import tokens
from shabakati.vocabulary import NetworkType


def types(people: pd.DataFrame) -> alt.LayerChart:
    """How many people are in each of the three network types, told apart by shape.

    Parameters
    ----------
    people : DataFrame, one row per person, with `network_type`; may be empty.

    Returns
    -------
    A chart of three bars in the article's order, and a grey one for people without a type.
    """
    look, found = tokens(), counts(people["network_type"], NetworkType)
    rows = [
        Bar(type_word(code), found[code], look.colour.accent, look.type_shape[code])
        for code in list(NetworkType)
    ]
    if found["none"]:
        grey = look.group["none"]
        rows.append(Bar(type_word(None), found["none"], grey, look.type_shape["none"], apart=True))
    told = say_list(say("charts.bar", what=row.word, n=row.people) for row in rows)
    return bars(
        rows, say("schema.people.network_type"), say("charts.types.says", n=len(people), told=told)
    )
