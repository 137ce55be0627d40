"""Which pairs of people are worth comparing, found without looking at all of them.

People who share a number, an address or a profile are compared; so are those whose names share the
consonants of two parts: rare names alone, others with the organisation or birthday. Keys of the
fewest people come first, until there are `MOST` pairs: what whole crowds share says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

MOST = 2_000_000  # pairs
Ints = npt.NDArray[np.int64]


def shared(keys: Sequence[Sequence[int]], distinct: Ints) -> tuple[Ints, Ints]:
    """Pairs of positions that share a numbered key, `a < b`, each once.

    `distinct` has one number for each position: two that both have one, and not the same, are
    surely two people and no pair; -1 is none.
    """
    counts = np.array([len(several) for several in keys], np.int64)
    flat = np.array([key for several in keys for key in several], np.int64)
    return pairs_of(np.repeat(np.arange(len(keys)), counts), flat, distinct)


def numbered(keys: Sequence[Iterable[str]]) -> list[list[int]]:
    """The same keys as small numbers, in order."""
    numbers: dict[str, int] = {}
    return [sorted({numbers.setdefault(k, len(numbers)) for k in several}) for several in keys]


def pairs_of(rows: Ints, keys: Ints, distinct: Ints) -> tuple[Ints, Ints]:
    """Pairs of rows that have one of the numbered keys in common, but for crowds."""
    order = np.lexsort((distinct[rows] if len(rows) else rows, keys))
    rows, keys = rows[order], keys[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else keys
    sizes = np.diff(np.r_[starts, len(keys)])
    several = sizes > 1
    starts, sizes = starts[several], sizes[several]
    # Those without a number of their own stand first: each goes with all that follow it.
    free = np.add.reduceat((distinct[rows] < 0).astype(np.int64), _bounds(starts, sizes, len(rows)))
    free = free[::2] if len(starts) else starts
    count = free * (sizes - free) + free * (free - 1) // 2
    fewest = np.argsort(count, kind="stable")
    kept = np.zeros(len(count), bool)
    kept[fewest[np.cumsum(count[fewest]) <= MOST]] = True
    kept &= count > 0
    starts, sizes, free = starts[kept], sizes[kept], free[kept]
    firsts = ranges(starts, free)  # positions of the free ones
    ends = np.repeat(starts + sizes, free)
    following = ends - firsts - 1
    one = rows[np.repeat(firsts, following)]
    other = rows[ranges(firsts + 1, following)]
    return unique(np.minimum(one, other), np.maximum(one, other))


def unique(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """Each pair once, in order, none of a row with itself."""
    codes = np.unique((one << 32) | other)
    one, other = codes >> 32, codes & 0xFFFFFFFF
    apart = one != other
    return one[apart], other[apart]


def ranges(starts: Ints, lengths: Ints) -> Ints:
    """`start, start + 1, …` for each start, one after the other."""
    total = int(lengths.sum())
    before = np.cumsum(lengths) - lengths
    return np.arange(total) + np.repeat(starts - before, lengths)


def _bounds(starts: Ints, sizes: Ints, end: int) -> Ints:
    """Start and end of each run, for `reduceat`, which takes no end."""
    bounds = np.empty(2 * len(starts), np.int64)
    bounds[::2], bounds[1::2] = starts, starts + sizes
    return bounds[:-1] if len(bounds) and bounds[-1] == end else bounds
