"""How your people are tied to one another, seen from you: one number a measure.

All in the ego-network form: only your people and the ties among them count, and everybody is tied
to you. Where ties have strengths, they weigh; a tie without one, and each of your own, weighs 1.
"""

from __future__ import annotations

import pandas as pd

from shabakati.insight.formulas import (
    constraints_of,
    density_of,
    effective_size_of,
    hierarchy_of,
)
from shabakati.insight.network import network


def density(people: pd.DataFrame, ties: pd.DataFrame) -> float:
    """The share of all pairs of your people who know each other; strengths do not matter.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`) who know each other.

    Returns
    -------
    float from 0 (nobody knows anybody) to 1 (all know each other); NaN below two people.

    Source
    ------
    Wasserman & Faust (1994), Social Network Analysis, section 4.3.
    """
    return density_of(network(people, ties))


def effective_size(people: pd.DataFrame, ties: pd.DataFrame) -> float:
    """People you would miss if the others already connected you to them.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    float, in people, from 1 (all know each other) to len(people) (nobody does): n - 2t/n with n
    people and t ties; NaN without people.

    Source
    ------
    Borgatti (1997), Structural holes: unpacking Burt's redundancy measures, Connections 20(1).
    With strengths: Burt (1992), Structural Holes, equation 2.2.
    """
    return effective_size_of(network(people, ties))


def efficiency(people: pd.DataFrame, ties: pd.DataFrame) -> float:
    """The effective size as a share of the size: how much of your effort reaches somebody new.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    float from 1/n (all know each other) to 1 (nobody does); NaN without people.

    Source
    ------
    Burt (1992), Structural Holes, Harvard University Press, chapter 2.
    """
    n = len(people)
    return effective_size(people, ties) / n if n else float("nan")


def constraint(people: pd.DataFrame, ties: pd.DataFrame) -> float:
    """How much all your paths lead back to the same people; never a percentage.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    float: the sum of `dyadic_constraint`; 1/n when nobody knows anybody, and it can exceed 1 (two
    people who know each other: 1.125). NaN without people.

    Source
    ------
    Burt (1992), Structural Holes, equation 2.4.
    """
    return float(dyadic_constraint(people, ties).sum(min_count=1))


def dyadic_constraint(people: pd.DataFrame, ties: pd.DataFrame) -> pd.Series:
    """How much of your constraint is due to each person.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    Series of float with the index of `people`: (p_j + sum over q of p_q * p_qj) squared, p being
    shares of a person's ties, you included.

    Source
    ------
    Burt (1992), Structural Holes, equation 2.4.
    """
    found = network(people, ties)
    return pd.Series(constraints_of(found), index=found.people, dtype="float64", name="constraint")


def hierarchy(people: pd.DataFrame, ties: pd.DataFrame) -> float:
    """How much of your constraint is due to one person alone.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    float from 0 (all constrain you alike) to 1 (one person does, or there is only one); NaN
    without people.

    Source
    ------
    Burt (1992), Structural Holes, equation 2.9: the Coleman-Theil inequality of the dyadic
    constraints.
    """
    return hierarchy_of(constraints_of(network(people, ties)))
