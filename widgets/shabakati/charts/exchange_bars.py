"""Help given against help received, person by person, to the two sides of one line."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from shabakati.charts.named_rows import NAMED_ROW
from shabakati.charts.parts import WIDEST, Table, finish
from shabakati.charts.two_sides import two_sides
from shabakati.charts.words import shown_name
from shabakati.insight.reciprocity import reciprocity
from shabakati.language import say, say_list
from shabakati.look.theme import tokens

MOST = 12  # people who are drawn, the least balanced first
NAMED = 3  # people whom the text names
SIDES = {"given": 1, "received": -1}


def exchanges(people: pd.DataFrame, exchanges: pd.DataFrame) -> Any:
    """Help given to each person against help received, mirrored where one reads from the right.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `name`.
    exchanges : DataFrame, one row a touch, as `insight.reciprocity` takes them.

    Returns
    -------
    A chart of diverging bars, given towards the reader's end, received towards the start: the
    twelve people with whom the balance is furthest from even. None while no help is logged.
    """
    found = reciprocity(people, exchanges)
    found = found[(found["given"] > 0) | (found["received"] > 0)]
    if found.empty:
        return None
    off = found["balance"].abs()
    both = found["given"] + found["received"]
    first = pd.DataFrame({"off": off, "both": both}).sort_values(
        ["off", "both"], ascending=False, kind="stable"
    )
    drawn = found.loc[first.index[:MOST]]
    name_of = {id_: shown_name(str(people.at[id_, "name"])) for id_ in drawn.index}
    order = [str(at) for at in range(len(drawn))]
    values = [
        {
            "row": row,
            "shown": name_of[id_],
            "side": say(f"charts.exchanges.{side}"),
            "colour": side_colours()[side],
            "times": times,
            "signed": times * sign,
            "label": f"{times:,}",
            "says": say(f"charts.exchanges.bar.{side}", name=name_of[id_], n=times),
        }
        for side, sign in SIDES.items()
        for row, id_, times in zip(order, drawn.index, drawn[side].tolist(), strict=True)
    ]
    most = max(int(drawn[list(SIDES)].to_numpy().max()), 1)
    layers = two_sides(order, most, side_titles(), say("charts.exchanges.given"))
    chart = layers.properties(
        width="container", height=NAMED_ROW * len(drawn), datasets={"sides": values}
    )
    columns = {
        "shown": say("schema.exchanges.person"),
        "side": say("schema.exchanges.direction"),
        "times": say("charts.exchanges.times"),
    }
    return finish(chart, _says(found, people), [Table("sides", columns)], width=WIDEST)


def side_colours() -> dict[str, str]:
    """The colour of each side; the side itself tells them apart too."""
    look = tokens()
    return {"given": look.colour.accent, "received": look.colour.warning}


def side_titles() -> str:
    """The expression of an axis that has one title below zero and one above it."""
    words = {side: json.dumps(say(f"charts.exchanges.{side}")) for side in SIDES}
    return f"datum.value < 0 ? {words['received']} : {words['given']}"


def _says(found: pd.DataFrame, people: pd.DataFrame) -> str:
    """What the chart shows, those furthest from even by name."""
    told = [
        say(
            "charts.exchanges.says",
            n=len(found),
            given=int(found["given"].sum()),
            received=int(found["received"].sum()),
        )
    ]
    for key, some in (
        ("more_received", found[found["balance"] < 0].sort_values("balance", kind="stable")),
        ("more_given", found[found["balance"] > 0].sort_values("balance", ascending=False)),
    ):
        if len(some):
            which = [shown_name(str(people.at[id_, "name"])) for id_ in some.index[:NAMED]]
            told.append(say(f"charts.exchanges.{key}", which=say_list(which)))
    return " ".join(told)
