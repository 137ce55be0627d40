"""All measures of a network at once: the ties are read a single time."""

from __future__ import annotations

import numpy as np
import pandas as pd

from shabakati.insight.cutting import joined_by
from shabakati.insight.diversity import quality
from shabakati.insight.formulas import (
    constraints_of,
    density_of,
    effective_size_of,
    hierarchy_of,
)
from shabakati.insight.homophily import ei_of
from shabakati.insight.kinds import kinds_of, shares_apart
from shabakati.insight.network import network
from shabakati.insight.parts import roots_of

_NAMES = pd.Index(
    [
        "people",
        "ties",
        "density",
        "effective_size",
        "efficiency",
        "constraint",
        "hierarchy",
        "components",
        "bridges",
        "ei_index",
        "blau",
        "iqv",
    ]
)


def measures(people: pd.DataFrame, ties: pd.DataFrame) -> pd.Series:
    """Every measure of structure and variety, each equal to the function of its name.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `group`.
    ties : DataFrame, one row per unordered pair (`a`, `b`), optional `strength`.

    Returns
    -------
    Series of float: `people`, `ties`, `density`, `effective_size`, `efficiency`, `constraint`,
    `hierarchy`, `components` and `bridges` (how many), `ei_index`, `blau`, `iqv` (by group). NaN
    where a measure is not defined.
    """
    found = network(people, ties)
    n, each, size = found.size, constraints_of(found), effective_size_of(found)
    groups = kinds_of(people["group"])
    variety = shares_apart(groups)
    values = (
        n,
        len(found.a),
        density_of(found),
        size,
        size / n if n else np.nan,
        each.sum() if n else np.nan,
        hierarchy_of(each),
        np.count_nonzero(roots_of(found) == np.arange(n)),
        sum(joined > 1 for joined in joined_by(found)),
        ei_of(groups, found),
        variety,
        quality(variety, "group"),
    )
    return pd.Series(np.array(values, dtype="float64"), index=_NAMES)
