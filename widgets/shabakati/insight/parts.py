"""Into which parts your network falls without you, and who alone holds two of them together."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

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
    roots, part = np.unique(_roots(found), return_inverse=True)
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
    joined = _parts_joined(found)
    held = pd.Series(joined, index=found.people, name="parts", dtype="int64")
    return held[held > 1].sort_values(ascending=False, kind="stable")


def _roots(found: Network) -> Places:
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


def _neighbours(found: Network) -> tuple[list[int], list[int]]:
    """Everybody's acquaintances one after the other, and where each one's begin."""
    ends = np.concatenate([found.a, found.b])
    others = np.concatenate([found.b, found.a])[np.argsort(ends, kind="stable")]
    starts: npt.NDArray[np.int64] = np.zeros(found.size + 1, dtype="int64")
    np.cumsum(np.bincount(ends, minlength=found.size), out=starts[1:])
    return others.tolist(), starts.tolist()


def _parts_joined(found: Network) -> list[int]:
    """How many parts meet in each person alone, by one walk in depth without recursion."""
    others, starts = _neighbours(found)
    n = found.size
    order = [0] * n  # in which place each was met, from 1
    lowest = [0] * n  # the earliest met whom a person's branch knows
    joined = [1] * n
    at = starts[:n]
    parent = [-1] * n
    met = 0
    for first in range(n):
        if order[first]:
            continue
        met += 1
        order[first] = lowest[first] = met
        joined[first] = 0  # whoever the walk begins with joins as many parts as branches
        path = [first]
        while path:
            here = path[-1]
            if at[here] < starts[here + 1]:
                other = others[at[here]]
                at[here] += 1
                if not order[other]:
                    met += 1
                    order[other] = lowest[other] = met
                    parent[other] = here
                    path.append(other)
                elif other != parent[here] and order[other] < lowest[here]:
                    lowest[here] = order[other]
            else:
                path.pop()
                above = parent[here]
                if above >= 0:
                    if lowest[here] >= order[above]:
                        joined[above] += 1
                    elif lowest[here] < lowest[above]:
                        lowest[above] = lowest[here]
    return joined
