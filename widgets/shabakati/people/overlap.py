"""How many people two sources have in common, read off from the pairs themselves.

Who is on LinkedIn and in the phone as well is many in one book and few in another, and a source
seldom lists anybody twice. What is expected beforehand is therefore learnt from the list, by
expectation maximisation (Dempster, Laird & Rubin 1977), beginning with what is usual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
import numpy.typing as npt

TWICE = 0.25  # cards of one person beside this one, in the mean, before anything is known
_USUAL = 15  # cards that weigh as much as what is usual
_ROUNDS = 5
_LEAST, _MOST = -5.0, 1.2  # how far the logarithm of the odds is moved by what is learnt
_MOST_SOURCES = log(4)  # sources, beyond which each is too small to say so much


def learnt(
    pairs: Sequence[tuple[int, int]],
    odds: Sequence[float],
    sources: Sequence[str],
    rare: Sequence[bool],
) -> npt.NDArray[np.float64]:
    """The logarithms of the odds, after it was learnt how many people sources have in common.

    Parameters
    ----------
    pairs : positions of two people each; odds : logarithms of their odds, `TWICE` beforehand;
    sources : where each person came from, "" if that is not known; rare : whose names are rare, so
    that the same person would be known by them: only they are learnt from.
    """
    before = np.array(odds, float)
    if not len(before):
        return before
    size = Counter(sources)
    number: dict[tuple[str, str], int] = {}
    kind = np.empty(len(before), np.int64)
    for at, (one, other) in enumerate(pairs):
        both = sorted((sources[one], sources[other]))
        kind[at] = number.setdefault((both[0], both[1]), len(number))
    known = Counter(source for source, can_tell in zip(sources, rare, strict=True) if can_tell)
    cards = np.array([min(known[one], known[other]) for one, other in number], float)
    telling = np.array([rare[one] and rare[other] for one, other in pairs])
    # Namesakes are met in the larger source alone, not in the whole list.
    larger = np.array([max(size[one], size[other]) for one, other in number], float)
    whole = np.minimum(np.log(len(sources) / larger), _MOST_SOURCES)
    moved = np.zeros(len(number))
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(before + moved[kind], -60, 60)))
        found = np.bincount(kind, likely * telling, len(number))
        share = (found + _USUAL * TWICE) / (cards + _USUAL)
        moved = whole + np.clip(np.log(share) - log(TWICE), _LEAST, _MOST)
    return before + moved[kind]
