"""Who knows whom, in words: a few sentences of the circle, and one thing to do next."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.circle import INNER, LEAST
from shabakati.insight.introductions import brokers
from shabakati.insight.network import network
from shabakati.insight.parts import bridges, components
from shabakati.insight.structure import density, effective_size
from shabakati.language import say
from shabakati.workbook import Workbook


def placed(people: pd.DataFrame) -> pd.DataFrame:
    """The circle: those who stand in one of its rings.

    Parameters
    ----------
    people : DataFrame, one row per person, with `closeness`.
    """
    return people[people["closeness"].isin([ring.value for ring in INNER])]


def to_place(people: pd.DataFrame) -> int:
    """How many are still to be placed until there is a circle to read.

    0 when it has as many as are proposed at least, or when nobody is left to be placed.
    """
    return max(0, min(LEAST - len(placed(people)), int(people["closeness"].isna().sum())))


def my_map(book: Workbook) -> list[str]:
    """Step 05: how many are in the circle, how much they overlap, who joins parts."""
    people, ties = book.people, book.ties
    if people.empty:
        return [say("insight.circle.nobody"), say("insight.circle.next.people")]
    circle = placed(people)
    told = [say("insight.circle.placed", n=len(circle), all=len(people))]
    told += _structure(circle, ties)
    return [*told, _next(people, circle, ties)]


def _structure(circle: pd.DataFrame, ties: pd.DataFrame) -> list[str]:
    """Pairs, separate sources, and who alone joins parts, once a tie is told."""
    found = network(circle, ties)
    if not len(found.a):
        return []
    value, n = effective_size(circle, ties), len(circle)
    told = [
        say("insight.circle.pairs", n=len(found.a), all=n * (n - 1) // 2, value=_two(circle, ties)),
        say("insight.circle.sources", n=n, value=f"{value:.1f}"),
    ]
    parts = int(components(circle, ties).nunique())
    told.append(say("insight.circle.parts", n=parts))
    held = bridges(circle, ties)
    if len(held):
        person, joined = held.index[0], int(held.iloc[0])
        told.append(say("insight.circle.bridge", n=joined, name=str(circle.loc[person, "name"])))
    return [*told, say("insight.circle.not")]


def _two(circle: pd.DataFrame, ties: pd.DataFrame) -> str:
    return f"{density(circle, ties):.2f}"


def _next(people: pd.DataFrame, circle: pd.DataFrame, ties: pd.DataFrame) -> str:
    left = to_place(people)
    if left:
        return say("insight.circle.next.place", n=left)
    if len(circle) < 2:
        return say("insight.circle.next.another")
    if not len(network(circle, ties).a):
        return say("insight.circle.next.ties")
    if not circle["introduced_by"].notna().any():
        return say("insight.circle.next.introductions")
    first = brokers(people)
    if first.empty:
        return say("insight.circle.next.ask_anybody")
    broker, introduced = first.index[0], int(first["people"].iloc[0])
    return say("insight.circle.next.ask", n=introduced, name=str(people.loc[broker, "name"]))
