"""Circles: people who know one another more than they know the rest."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.network import network

_SEED = 1  # the same network has the same circles every time


def clusters(people: pd.DataFrame, ties: pd.DataFrame) -> pd.Series:
    """The circle that each person belongs to, found from ties alone.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    Series of int with the index of `people`, named `cluster`: 0 is the largest circle, and so on;
    who knows nobody is a circle alone.

    Source
    ------
    Blondel, Guillaume, Lambiotte & Lefebvre (2008), Fast unfolding of communities in large
    networks, Journal of Statistical Mechanics P10008; by the library networkx.
    """
    import networkx as nx  # a quarter of a second that only this measure needs

    found = network(people, ties)
    graph = nx.Graph()
    graph.add_nodes_from(range(found.size))
    graph.add_weighted_edges_from(
        zip(found.a.tolist(), found.b.tolist(), found.weight.tolist(), strict=True)
    )
    circles = nx.community.louvain_communities(graph, seed=_SEED) if found.size else []
    ordered = sorted(circles, key=lambda circle: (-len(circle), min(circle)))
    number = {person: rank for rank, circle in enumerate(ordered) for person in circle}
    return pd.Series(
        [number[place] for place in range(found.size)],
        index=found.people,
        name="cluster",
        dtype="int64",
    )
