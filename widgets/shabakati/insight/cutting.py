"""How many parts of a network meet in one person alone: its cut vertices."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from shabakati.insight.network import Network, Places

_MANY = 3  # ties a person, beyond which most of them can be left aside
_ENOUGH = 2_000  # ties; fewer are walked through before the others are found


class _Neighbours(NamedTuple):
    """Everybody's acquaintances one after the other, and where each one's begin."""

    others: Places
    starts: Places


def joined_by(found: Network) -> list[int]:
    """For each person how many parts meet in them alone; 1 for those who are no cut vertex.

    Source
    ------
    Hopcroft & Tarjan (1973), Communications of the ACM 16(6). Where ties are many, two forests of
    them tell as much: Cheriyan, Kao & Thurimella (1993), Scan-first search and sparse
    certificates, SIAM Journal on Computing 22(1).
    """
    a, b, n = found.a, found.b, found.size
    if len(a) > max(_MANY * n, _ENOUGH):
        first = _forest(a, b, n)
        rest = np.flatnonzero(~first)
        second = rest[_forest(a[rest], b[rest], n)]
        kept = np.concatenate([np.flatnonzero(first), second])
        a, b = a[kept], b[kept]
    return _walk(_neighbours(a, b, n), n)


def _neighbours(a: Places, b: Places, n: int) -> _Neighbours:
    ends, others = np.concatenate([a, b]), np.concatenate([b, a])
    return _Neighbours(others[_order(ends, n)], _starts(ends, n))


def _order(ends: Places, n: int) -> Places:
    # Numbers of 16 bits are sorted by counting, many times as fast.
    return np.argsort(ends.astype("uint16") if n < 1 << 16 else ends, kind="stable")


def _starts(ends: Places, n: int) -> Places:
    starts = np.zeros(n + 1, dtype=np.intp)
    np.cumsum(np.bincount(ends, minlength=n), out=starts[1:])
    return starts


def _forest(a: Places, b: Places, n: int) -> npt.NDArray[np.bool_]:
    """Which ties a walk in breadth through every part goes along; each part from its first."""
    ends, others = np.concatenate([a, b]), np.concatenate([b, a])
    order, starts = _order(ends, n), _starts(ends, n)
    taken = np.zeros(len(a), dtype=bool)
    by = np.zeros(n, dtype=np.intp)
    met = np.zeros(n, dtype=bool)
    met[starts[1:] == starts[:-1]] = True  # who knows nobody
    for root in range(n):
        if met[root]:
            continue
        met[root] = True
        front = np.array([root])
        while len(front):
            counts = starts[front + 1] - starts[front]
            # The places, one after the other, of the ties of all who were met last.
            jumps = np.repeat(starts[front] - np.cumsum(counts) + counts, counts)
            ties = order[jumps + np.arange(counts.sum())]
            ties = ties[~met[others[ties]]]
            reached = others[ties]
            by[reached] = ties  # of several ways to a person, the last that was written stays
            ties = ties[by[reached] == ties]
            taken[ties % len(a)] = True
            front = others[ties]
            met[front] = True
    return taken


def _walk(near: _Neighbours, n: int) -> list[int]:
    """One walk in depth through every part, without recursion."""
    others, starts = near.others.tolist(), near.starts.tolist()
    met_as = [0] * n  # in which place each was met, from 1
    lowest = [0] * n  # the earliest met whom a person's branch knows
    joined = [1] * n
    at = starts[:n]
    parent = [-1] * n
    met = 0
    for first in range(n):
        if met_as[first]:
            continue
        met += 1
        met_as[first] = lowest[first] = met
        joined[first] = 0  # whoever the walk begins with joins as many parts as branches
        path = [first]
        while path:
            here = path[-1]
            if at[here] < starts[here + 1]:
                other = others[at[here]]
                at[here] += 1
                if not met_as[other]:
                    met += 1
                    met_as[other] = lowest[other] = met
                    parent[other] = here
                    path.append(other)
                elif other != parent[here] and met_as[other] < lowest[here]:
                    lowest[here] = met_as[other]
            else:
                path.pop()
                above = parent[here]
                if above >= 0:
                    joined[above] += lowest[here] >= met_as[above]
                    lowest[above] = min(lowest[above], lowest[here])
    return joined
