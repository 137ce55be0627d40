"""What it means for a pair that one of the two fits somebody else as well."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_MOST = 40  # others who fit one person, of whom the likeliest are looked at


def after_rivals(
    pairs: Sequence[tuple[int, int]], odds: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """The probability of each pair, given the other pairs of the same two people.

    A person who fits several others is at most one of them, but for those who are likely to be one
    person themselves: their odds do not count against each other.

    Parameters
    ----------
    pairs : positions of two people each; odds : logarithms of the odds of each pair by itself.
    """
    plain = 1 / (1 + np.exp(-np.clip(odds, -60, 60)))
    weights = np.exp(np.clip(odds, -60, 60))
    fitting: dict[int, list[tuple[int, int]]] = {}
    together = set()
    for at, (one, other) in enumerate(pairs):
        fitting.setdefault(one, []).append((other, at))
        fitting.setdefault(other, []).append((one, at))
        if plain[at] > 0.5:
            together.add((one, other))
    against = np.zeros(len(pairs))
    for several in fitting.values():
        several.sort(key=lambda found: (-weights[found[1]], found[0]))
        first = several[:_MOST]
        for person, at in several:
            rivals = sum(
                weights[beside]
                for other, beside in first
                if other != person and (min(person, other), max(person, other)) not in together
            )
            against[at] = max(against[at], rivals)
    return np.minimum(plain, weights / (1 + weights + against))
