"""You, your people and the ties among them, as arrays: what every measure of structure reads."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Places = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]


class Network(NamedTuple):
    """An ego network without its ego: `a[i]` and `b[i]` know each other with `weight[i]`.

    `a` and `b` are places in `people`, from 0. Everybody is tied to you with weight 1.
    """

    people: pd.Index
    a: Places
    b: Places
    weight: Floats

    @property
    def size(self) -> int:
        """How many people."""
        return len(self.people)

    def per_person(self, of_a: Floats, of_b: Floats) -> Floats:
        """For each person the sum over their ties: of `of_a` where they are `a`, else of `of_b`."""
        sums = np.bincount(self.a, of_a, self.size) + np.bincount(self.b, of_b, self.size)
        return sums.astype("float64")


def network(people: pd.DataFrame, ties: pd.DataFrame) -> Network:
    """The ties among these people, each pair once; ties with anybody else are left out.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    ties : DataFrame, one row per unordered pair: `a`, `b`, and `strength` where it is known; a tie
        without it weighs 1, as your own do.
    """
    ends = np.concatenate([ties["a"].to_numpy(), ties["b"].to_numpy()])
    first, second = people.index.get_indexer(pd.Index(ends)).reshape(2, -1)
    a, b = np.minimum(first, second), np.maximum(first, second)
    known = (a >= 0) & (a != b)
    weight = np.ones(len(a))
    if "strength" in ties:
        weight = np.nan_to_num(ties["strength"].to_numpy("float64", na_value=np.nan), nan=1.0)
    if not known.all():
        a, b, weight = a[known], b[known], weight[known]
    again = pd.Index(a * len(people) + b).duplicated()
    if again.any():
        a, b, weight = a[~again], b[~again], weight[~again]
    return Network(people.index, a, b, weight)
