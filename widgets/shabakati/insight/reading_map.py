"""Who knows whom, in words: a few sentences of the circle, and one thing to do next."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.introductions import brokers
from shabakati.insight.network import network
from shabakati.insight.parts import bridges, components
from shabakati.insight.structure import density, effective_size
from shabakati.language import say
from shabakati.workbook import Workbook

ENOUGH = 15  # people placed; Dunbar's name for those who are close, not a limit


def placed(people: pd.DataFrame) -> pd.DataFrame:
    """The circle: those whose closeness is said.

    Parameters
    ----------
    people : DataFrame, one row per person, with `closeness`.
    """
    return people[people["closeness"].notna()]


def to_place(people: pd.DataFrame) -> int:
    """How many are still to be placed until there is a circle to read; 0 when there is."""
    return max(0, min(ENOUGH, len(people)) - len(placed(people)))


def my_map(book: Workbook) -> list[str]:
    """Step 05: how many are placed, how much they overlap, who joins parts, what it is not."""
    people, ties = book.people, book.ties
    if people.empty:
        return [say("insight.map.nobody"), say("insight.map.next.people")]
    circle = placed(people)
    told = [say("insight.map.placed", n=len(circle), all=len(people))]
    told += _structure(circle, ties)
    return [*told, _next(people, circle, ties)]


def _structure(circle: pd.DataFrame, ties: pd.DataFrame) -> list[str]:
    """Pairs, separate sources, and who alone joins parts, once a tie is told."""
    found = network(circle, ties)
    if not len(found.a):
        return []
    value, n = effective_size(circle, ties), len(circle)
    told = [
        say("insight.map.pairs", n=len(found.a), all=n * (n - 1) // 2, value=_two(circle, ties)),
        say("insight.map.sources", n=n, value=f"{value:.1f}"),
    ]
    parts = int(components(circle, ties).nunique())
    told.append(say("insight.map.parts", n=parts))
    held = bridges(circle, ties)
    if len(held):
        person, joined = held.index[0], int(held.iloc[0])
        told.append(say("insight.map.bridge", n=joined, name=str(circle.loc[person, "name"])))
    return [*told, say("insight.map.not")]


def _two(circle: pd.DataFrame, ties: pd.DataFrame) -> str:
    return f"{density(circle, ties):.2f}"


def _next(people: pd.DataFrame, circle: pd.DataFrame, ties: pd.DataFrame) -> str:
    left = to_place(people)
    if left:
        return say("insight.map.next.place", n=left)
    if len(people) == 1:
        return say("insight.map.next.another")
    if not len(network(circle, ties).a):
        return say("insight.map.next.ties")
    if not circle["introduced_by"].notna().any():
        return say("insight.map.next.introductions")
    first = brokers(people)
    if first.empty:
        return say("insight.map.next.ask_anybody")
    broker, introduced = first.index[0], int(first["people"].iloc[0])
    return say("insight.map.next.ask", n=introduced, name=str(people.loc[broker, "name"]))
