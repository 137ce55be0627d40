"""The seven advantages: how often each has been felt."""

from __future__ import annotations

import altair as alt
import pandas as pd

from shabakati.charts.parts import Bar, bars
from shabakati.charts.words import counts
from shabakati.language import say, say_list, word
from shabakati.look.theme import tokens
from shabakati.vocabulary import Advantage


def gains(gains: pd.DataFrame) -> alt.LayerChart:
    """How often each of the seven advantages has been felt; all seven stand there.

    Parameters
    ----------
    gains : DataFrame, one row a time that an advantage was felt, with `advantage`; may be empty.

    Returns
    -------
    A chart of seven bars in the article's order.
    """
    found = counts(gains["advantage"], Advantage)
    rows = [Bar(word(code), found[code], tokens().colour.accent) for code in Advantage]
    felt = [row.word for row in rows if row.people]
    says = say("charts.gains.says", n=len(felt))
    if felt:
        says = say("charts.gains.which", said=says, which=say_list(felt))
    return bars(
        rows,
        say("schema.gains.advantage"),
        says,
        bar_key="charts.gains.bar",
        number=say("charts.gains.number"),
    )
