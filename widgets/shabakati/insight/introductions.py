"""Who introduced you to whom."""

from __future__ import annotations

import pandas as pd

from shabakati.schema import ME


def self_introductions(people: pd.DataFrame, ties: pd.DataFrame | None = None) -> float:
    """The share of people to whom you introduced yourself, of those of whom it is said.

    Parameters
    ----------
    people : DataFrame, one row per person, with `introduced_by`: an id, 0 for yourself.
    ties : not used; measures are all called alike.

    Returns
    -------
    float from 0 to 1; NaN when it is said of nobody. Above 0.65 is a rule of thumb for a network
    too much of one's own making, not a limit.

    Source
    ------
    Uzzi & Dunlap (2005), How to Build Your Network, Harvard Business Review 83(12).
    """
    said = people["introduced_by"].dropna()
    return float((said == ME).mean()) if len(said) else float("nan")


def brokers(people: pd.DataFrame, ties: pd.DataFrame | None = None) -> pd.DataFrame:
    """Through whom you met others: each broker, and the people they introduced to you.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `introduced_by`.
    ties : not used; measures are all called alike.

    Returns
    -------
    DataFrame, index `id` of the broker, with `introduced` (a list of ids) and `people` (int, how
    many), the one who introduced most first; you yourself are not among them.

    Source
    ------
    Uzzi & Dunlap (2005), How to Build Your Network, Harvard Business Review 83(12).
    """
    said = people["introduced_by"].dropna().astype("int64")
    by = said[(said != ME) & said.isin(people.index)]
    introduced = pd.Series(by.index, index=by.index).groupby(by).agg(list)
    found = pd.DataFrame({"introduced": introduced, "people": introduced.map(len).astype("int64")})
    found.index.name = "id"
    return found.sort_values("people", ascending=False, kind="stable")
