"""All measures of a network at once: the ties are read a single time."""

from __future__ import annotations

import numpy as np
import pandas as pd

from shabakati.insight.cutting import joined_by
from shabakati.insight.diversity import blau, quality
from shabakati.insight.formulas import (
    constraints_of,
    density_of,
    effective_size_of,
    hierarchy_of,
)
from shabakati.insight.homophily import ei_of
from shabakati.insight.network import network
from shabakati.insight.parts import roots_of


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
    variety = blau(people)
    return pd.Series(
        {
            "people": n,
            "ties": len(found.a),
            "density": density_of(found),
            "effective_size": size,
            "efficiency": size / n if n else np.nan,
            "constraint": each.sum() if n else np.nan,
            "hierarchy": hierarchy_of(each),
            "components": len(np.unique(roots_of(found))),
            "bridges": sum(joined > 1 for joined in joined_by(found)),
            "ei_index": ei_of(people["group"], found),
            "blau": variety,
            "iqv": quality(variety, "group"),
        },
        dtype="float64",
    )
