"""Which part of one name stands for which of the other, and what all of them say together."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import NamedTuple

import numpy as np

from shabakati.people.aligning import Array

_TURNED = 1.0  # nats: the family name stands first in one of the two
_SHUFFLED = 4.0  # nats: the parts stand in another order
_GIVEN_TURNED = 14.0  # nats: Ahmed Ali and Ali Ahmed are two people
_NO_FIRST = 14.0  # nats: Saeed Al-Otaibi is the father of Ahmed Saeed Al-Otaibi
_NO_LAST = 5.0  # nats: the family name is missing in one
_NO_MIDDLE = 1.0  # nats: a father's or a grandfather's name is missing in one
ALONE = 3.0  # nats: the most that one part says of a name that has several
# Names of which two parts are not alike say little, however much the others do.
_DOUBT_FROM, _DOUBT_WEIGHT = 6.75, 0.2
_DOUBT_TURNED = 1.5  # nats


class _Way(NamedTuple):
    places: tuple[int, ...]  # the part of the longer name for each of the shorter
    cost: float
    turned: bool


@cache
def ways(shorter: int, longer: int) -> tuple[_Way, ...]:
    """Each way to lay the parts of a name beside those of another that has as many or more."""
    found = []
    for places in permutations(range(longer), shorter):
        missing = set(range(longer)) - set(places)
        cost = _NO_MIDDLE * len(missing - {0, longer - 1})
        in_order = sorted(places)
        turned = list(places) != in_order
        if turned:
            rolled = [places[-1:] + places[:-1], places[1:] + places[:1]]
            cost += _TURNED if tuple(in_order) in rolled else _SHUFFLED
        if shorter > 1:
            cost += _NO_FIRST * (0 in missing) + _NO_LAST * (longer - 1 in missing and longer > 1)
        found.append(_Way(places, cost, turned))
    return tuple(found)


def together(evidence: Array, given: Array) -> Array:
    """What the best way to lay the parts beside each other says, in nats.

    `evidence` is (pairs, parts of the shorter name, parts of the longer); `given` says for which
    pairs all parts of both are given names. Float64.
    """
    count, shorter, longer = evidence.shape
    best = np.full(count, -np.inf)
    for way in ways(shorter, longer):
        laid = np.stack([evidence[:, i, place] for i, place in enumerate(way.places)])
        total = laid.sum(axis=0) - way.cost
        doubted = _DOUBT_FROM + _DOUBT_WEIGHT * (total - 8.0) - _DOUBT_TURNED * way.turned
        total = np.where(laid.min(axis=0) < 0, np.minimum(total, doubted), total)
        if way.turned:
            total = total - _GIVEN_TURNED * given
        np.maximum(best, total, out=best)
    return np.minimum(best, ALONE) if shorter == 1 < longer else best
