"""How varied the network is: Blau's index, and the same where it can be compared.

Of groups, places and types all that exist are known, so a share of the most that is possible can
be told (`iqv`). Of organisations, fields and cities nobody knows how many there could be: there the
same index is told as a number of equal ones (`effective_number`).
"""

from __future__ import annotations

from typing import Literal

import pandas as pd

from shabakati.insight.kinds import kinds_of, shares_apart
from shabakati.vocabulary import Closeness, Group, NetworkType, Place, Relation

Closed = Literal["group", "relation", "place", "network_type", "closeness"]
By = Closed | Literal["organisation", "field", "city"]

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
    float from 0 (all alike) to 1 - 1/k, k being the number of categories (0.8 for five groups;
    as many as there are people where they are open-ended); NaN when nobody has a value.

    Source
    ------
    Blau (1977), Inequality and Heterogeneity, New York: Free Press.
    """
    return shares_apart(kinds_of(people[by]))


def iqv(people: pd.DataFrame, ties: pd.DataFrame | None = None, by: Closed = "group") -> float:
    """Blau's index as a share of the most that is possible: IQV = H / (1 - 1/k).

    Parameters
    ----------
    people : DataFrame, one row per person, with the column that `by` names.
    ties : not used; measures are all called alike.

    Returns
    -------
    float from 0 (all alike) to 1 (as many in each category); NaN when nobody has a value. k is
    the number of categories that exist, not of those observed: five groups, five places.

    Raises
    ------
    ValueError : where the categories that could exist are not known, as of cities.

    Source
    ------
    Mueller & Schuessler (1961), Statistical Reasoning in Sociology, Boston: Houghton Mifflin.
    """
    if by not in _CATEGORIES:
        raise ValueError(
            f"by must be one of {tuple(_CATEGORIES)}, got {by!r}: "
            "take effective_number where nobody knows how many there could be"
        )
    return quality(blau(people, by=by), by)


def effective_number(
    people: pd.DataFrame, ties: pd.DataFrame | None = None, by: By = "organisation"
) -> float:
    """How many categories, all equally large, would be as varied: 1 / sum(p^2).

    Parameters
    ----------
    people : DataFrame, one row per person, with the column that `by` names; who has no value
        there is left out.
    ties : not used; measures are all called alike.

    Returns
    -------
    float from 1 (all alike) to the number of categories found (as many in each); NaN when nobody
    has a value.

    Source
    ------
    Laakso & Taagepera (1979), "Effective" Number of Parties, Comparative Political Studies 12(1);
    in ecology Hill (1973), Diversity and Evenness, Ecology 54(2).
    """
    return 1 / (1 - blau(people, by=by))


def quality(h: float, by: Closed) -> float:
    """A Blau index as a share of the most that its categories allow."""
    return h / (1 - 1 / _CATEGORIES[by])
