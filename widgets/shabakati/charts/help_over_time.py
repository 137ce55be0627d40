"""Help given and received, quarter by quarter or year by year."""

from __future__ import annotations

import datetime as dt
from typing import Any

import altair as alt
import pandas as pd

from shabakati.charts.exchange_bars import SIDES, side_colours, side_titles
from shabakati.charts.parts import WIDEST, Table, finish
from shabakati.insight.reciprocity import help_over_time as by_period
from shabakati.language import say
from shabakati.look.theme import tokens

HEIGHT = 220  # px
MOST = 12  # periods that are drawn, the latest


def exchanges_over_time(exchanges: pd.DataFrame) -> Any:
    """Help given above the line, help received below it; time runs the way one reads.

    Parameters
    ----------
    exchanges : DataFrame, one row a touch, as `insight.help_over_time` takes them.

    Returns
    -------
    A chart of at most the latest twelve quarters, or years where the log is longer than three.
    None while no help is logged.
    """
    told = by_period(exchanges)
    if told.empty or not told[list(SIDES)].to_numpy().sum():
        return None
    look = tokens()
    yearly = len(told) > 1 and (told.index[1] - told.index[0]).days > 200
    told = told.tail(MOST)
    words = [_word(begin, yearly) for begin in told.index]
    values = [
        {
            "period": word,
            "name": word.replace("\n", " "),
            "side": say(f"charts.exchanges.{side}"),
            "colour": side_colours()[side],
            "times": times,
            "signed": times * sign,
            "label": f"{times:,}" if times else "",
            "says": say(f"charts.exchanges.bar.{side}", name=word.replace("\n", " "), n=times),
        }
        for side, sign in SIDES.items()
        for word, times in zip(words, told[side].tolist(), strict=True)
    ]
    most = max(int(told[list(SIDES)].to_numpy().max()), 1) * 1.3
    base = alt.Chart(alt.NamedData(name="periods")).encode(
        x=alt.X(
            "period:N",
            sort=words,
            axis=alt.Axis(title=None, labelExpr="split(datum.label, '\\n')"),
            scale=alt.Scale(paddingInner=0.35),
        )
    )
    titles = alt.Axis(values=[-most / 2, most / 2], labelExpr=side_titles(), grid=False, title=None)
    y = alt.Y("signed:Q", axis=titles, scale=alt.Scale(domain=[-most, most], nice=False))
    bar = base.mark_bar(cornerRadius=2).encode(
        y=y,
        color=alt.Color("colour:N", scale=None, legend=None),
        description=alt.Description("says:N"),
        tooltip=alt.Tooltip("says:N"),
    )
    layers: list[Any] = [bar]
    for sign, dy in ((1, -10), (-1, 10)):
        some = base.transform_filter(f"datum.signed {'>' if sign > 0 else '<'} 0")
        layers.append(some.mark_text(dy=dy, fontWeight=600, aria=False).encode(y=y, text="label:N"))
    middle = alt.Chart(alt.Data(values=[{}])).mark_rule(color=look.colour.quiet, aria=False)
    chart = alt.layer(*layers, middle.encode(y=alt.YDatum(0))).properties(
        width="container", height=HEIGHT, datasets={"periods": values}
    )
    says = say(
        "charts.over_time.says",
        n=len(told),
        given=int(told["given"].sum()),
        received=int(told["received"].sum()),
    )
    columns = {
        "name": say("charts.over_time.period"),
        "side": say("schema.exchanges.direction"),
        "times": say("charts.exchanges.times"),
    }
    return finish(chart, says, [Table("periods", columns)], width=WIDEST)


def _word(begin: dt.date, yearly: bool) -> str:
    year = str(begin.year)
    if yearly:
        return year
    return say("charts.over_time.quarter", quarter=(begin.month + 2) // 3, year=year)
