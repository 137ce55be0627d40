"""Which kind each person is of, by one column, as numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from shabakati.insight.network import Places


def kinds_of(column: pd.Series) -> Places:
    """For each person a number from 0, the same for those of one kind; -1 where nothing is said."""
    values = column.array
    if isinstance(values, pd.Categorical):
        return values.codes.astype(np.intp)  # the codes stand there: nothing is looked up
    codes, said = pd.factorize(values)
    return np.where(codes == said.tolist().index(""), -1, codes) if "" in said else codes


def shares_apart(kinds: Places) -> float:
    """How likely two people, drawn at random, are of different kinds: H = 1 - sum(p^2)."""
    counts = np.bincount(kinds[kinds >= 0])
    return float(1 - ((counts / counts.sum()) ** 2).sum()) if len(counts) else float("nan")
