"""Whether ties cross the borders between kinds of people."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from shabakati.insight.kinds import kinds_of
from shabakati.insight.network import Network, Places, network

Kind = Literal["group", "relation", "place", "network_type", "organisation", "field", "city"]


def ei_index(people: pd.DataFrame, ties: pd.DataFrame, by: Kind = "group") -> float:
    """Ties between kinds of people against ties within: (E - I) / (E + I).

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with the column that `by` names; ties of
        people of whom nothing is said there do not count.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    float from -1 (all ties stay within) to +1 (all cross over); NaN without a tie that counts.

    Source
    ------
    Krackhardt & Stern (1988), Informal Networks and Organizational Crises, Social Psychology
    Quarterly 51(2).
    """
    return ei_of(kinds_of(people[by]), network(people, ties))


def ei_of(kinds: Places, found: Network) -> float:
    """The index of a network whose people are of these kinds."""
    a, b = kinds[found.a], kinds[found.b]
    counts = (a >= 0) & (b >= 0)
    total = found.weight[counts].sum()
    if not total:
        return float("nan")
    across = found.weight[counts & (a != b)].sum()
    return float(np.clip((2 * across - total) / total, -1, 1))
