"""Into which parts your network falls without you, and who alone holds two of them together."""

from __future__ import annotations

import numpy as np
import pandas as pd

from shabakati.insight.cutting import joined_by
from shabakati.insight.network import Network, Places, network


def components(people: pd.DataFrame, ties: pd.DataFrame) -> pd.Series:
    """The part of the network that each person is in; parts are tied through you alone.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`) who know each other.

    Returns
    -------
    Series of int with the index of `people`, named `component`: 0 is the largest part, and so on.

    Source
    ------
    Wasserman & Faust (1994), Social Network Analysis, section 4.2.3.
    """
    found = network(people, ties)
    roots, part = np.unique(roots_of(found), return_inverse=True)
    sizes = np.bincount(part, minlength=len(roots))
    rank = np.empty(len(roots), dtype="int64")
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(roots))
    return pd.Series(rank[part], index=found.people, name="component", dtype="int64")


def bridges(people: pd.DataFrame, ties: pd.DataFrame) -> pd.Series:
    """Who alone connects parts of your network: without them it would fall into so many more.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`) who know each other.

    Returns
    -------
    Series of int named `parts`, one row a bridge (a cut vertex of the network without you), index
    `id`: how many parts meet only in this person, 2 or more; the one who joins most first.

    Source
    ------
    Hopcroft & Tarjan (1973), Algorithm 447: Efficient algorithms for graph manipulation,
    Communications of the ACM 16(6).
    """
    found = network(people, ties)
    held = pd.Series(joined_by(found), index=found.people, name="parts", dtype="int64")
    return held[held > 1].sort_values(ascending=False, kind="stable")


def roots_of(found: Network) -> Places:
    """For each person the first of their part: labels meet along ties until none is smaller."""
    root = np.arange(found.size)
    a, b = found.a, found.b
    while len(a):
        low, high = np.minimum(root[a], root[b]), np.maximum(root[a], root[b])
        np.minimum.at(root, high, low)
        while (root[root] != root).any():
            root = root[root]
        apart = root[a] != root[b]
        a, b = a[apart], b[apart]
    return root
