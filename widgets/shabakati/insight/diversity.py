"""How varied the network is: Blau's index, and the same on a scale from 0 to 1."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from shabakati.insight.kinds import kinds_of, shares_apart
from shabakati.vocabulary import Closeness, Group, NetworkType, Place, Relation

By = Literal["group", "relation", "place", "network_type", "closeness"]

# A category that nobody is in counts too: a missing group must lower the variety.
_CATEGORIES = {
    "group": len(Group),
    "relation": len(Relation),
    "place": len(Place),
    "network_type": len(NetworkType),
    "closeness": len(Closeness),
}


def blau(people: pd.DataFrame, ties: pd.DataFrame | None = None, by: By = "group") -> float:
    """How likely two people, drawn at random, are of different categories: H = 1 - sum(p^2).

    Parameters
    ----------
    people : DataFrame, one row per person, with the column that `by` names; who has no value
        there is left out.
    ties : not used; measures are all called alike.

    Returns
    -------
    float from 0 (all alike) to 1 - 1/k, k being the number of categories (0.8 for five groups);
    NaN when nobody has a value.

    Source
    ------
    Blau (1977), Inequality and Heterogeneity, New York: Free Press.
    """
    return shares_apart(kinds_of(people[by]))


def iqv(people: pd.DataFrame, ties: pd.DataFrame | None = None, by: By = "group") -> float:
    """Blau's index as a share of the most that is possible: IQV = H / (1 - 1/k).

    Parameters
    ----------
    people : DataFrame, one row per person, with the column that `by` names.
    ties : not used; measures are all called alike.

    Returns
    -------
    float from 0 (all alike) to 1 (as many in each category); NaN when nobody has a value. k is
    the number of categories that exist, not of those observed: five groups, five places.

    Source
    ------
    Mueller & Schuessler (1961), Statistical Reasoning in Sociology, Boston: Houghton Mifflin.
    """
    return quality(blau(people, by=by), by)


def quality(h: float, by: By) -> float:
    """A Blau index as a share of the most that its categories allow."""
    return h / (1 - 1 / _CATEGORIES[by])
