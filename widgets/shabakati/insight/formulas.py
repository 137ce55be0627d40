"""The arithmetic of structure on arrays; `structure` gives each measure its name and its source."""

from __future__ import annotations

import numpy as np

from shabakati.insight.network import Floats, Network


def density_of(found: Network) -> float:
    """2t / n(n - 1)."""
    n = found.size
    return 2 * len(found.a) / (n * (n - 1)) if n > 1 else float("nan")


def effective_size_of(found: Network) -> float:
    """N - 2t/n; a tie with a strength counts as a share of the strongest that either end has."""
    n = found.size
    if not n:
        return float("nan")
    strongest = np.ones(n)  # of each person's ties, the one with you among them
    np.maximum.at(strongest, found.a, found.weight)
    np.maximum.at(strongest, found.b, found.weight)
    known = found.weight / strongest[found.a] + found.weight / strongest[found.b]
    return float(n - known.sum() / n)


def constraints_of(found: Network) -> Floats:
    """The dyadic constraints, in the order of the people."""
    n = found.size
    if not n:
        return np.empty(0)
    strength = 1 + found.per_person(found.weight, found.weight)  # of all ties, yours among them
    # What each person gets of the others' attention.
    through = found.per_person(found.weight / strength[found.b], found.weight / strength[found.a])
    each: Floats = ((1 + through) / n) ** 2
    return each


def hierarchy_of(each: Floats) -> float:
    """The Coleman-Theil inequality of dyadic constraints."""
    n = len(each)
    if n < 2:
        return 1.0 if n else float("nan")
    share = each / each.mean()
    # Rounding can carry equal shares a little below 0.
    return float(max(0.0, (share * np.log(share)).sum() / (n * np.log(n))))
