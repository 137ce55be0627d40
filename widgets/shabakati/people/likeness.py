"""How likely two names are those of one person, judged by the names alone.

Each part of a name is laid beside one of the other, what each pair of parts says is added up
(`word_evidence`, `pairing`), and the sum in nats is mapped to [0, 1]. How common a name is does
not count: محمد and Mohammed are alike as names, though they are many people.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np

from shabakati.people.aligning import LONGEST, Array
from shabakati.people.pairing import together
from shabakati.people.parts import MOST, parts
from shabakati.people.word_evidence import SAME, given_names, word_evidence

SAME_NAME = 0.5  # from here on two names are one, as often as the spellings of a source are right
SURE_NAME = 0.8  # from here on every part of one name has its like in the other, or is left out
_HALF = 6.0  # nats, of names of two parts or more: as likely as not
_HALF_ALONE = 4.0  # nats, of names of one part
_SPREAD = 2.0  # nats
_JOINED = 7.0  # nats: at least, of names that are one when each is written as one word


@lru_cache(maxsize=100_000)
def likeness(a: str, b: str) -> float:
    """How likely two names are those of one person, from 0 to 1, whatever their script.

    1 for a name and itself, 0 if either has no letters. The order makes no difference.
    """
    return float(likeness_many([a], [b])[0])


def likeness_many(a: Sequence[str], b: Sequence[str]) -> Array:
    """The likeness of each name of one list to the name at the same place of another, float64."""
    if len(a) != len(b):
        raise ValueError(f"two lists of one length are compared, not {len(a)} and {len(b)}")
    numbers: dict[tuple[str, ...], int] = {}
    number = {
        text: numbers.setdefault(parts(text), len(numbers)) for text in dict.fromkeys(chain(a, b))
    }
    one, other = (
        np.fromiter(map(number.__getitem__, texts), np.int64, len(texts)) for texts in (a, b)
    )
    names = list(numbers)
    # One order of the two names, so that the likeness cannot depend on it; the shorter first.
    rank = np.empty(len(names), dtype=np.int64)
    rank[sorted(range(len(names)), key=lambda i: (len(names[i]), names[i]))] = range(len(names))
    turned = rank[one] > rank[other]
    one, other = np.where(turned, other, one), np.where(turned, one, other)
    return _of_pairs(names, one, other)


def _of_pairs(names: Sequence[tuple[str, ...]], one: Array, other: Array) -> Array:
    """The likeness of pairs of numbers of names, of which the first has no more parts."""
    words: dict[str, int] = {}
    table = np.zeros((len(names), MOST), dtype=np.int64)
    for row, name in zip(table, names, strict=True):
        row[: len(name)] = [words.setdefault(part, len(words)) for part in name]
    sizes = np.array([len(name) for name in names], dtype=np.int64)
    known = given_names()
    given = np.array([all(part in known for part in name) for name in names], dtype=bool)
    found = np.zeros(len(one))
    for shorter in range(1, MOST + 1):
        for longer in range(shorter, MOST + 1):
            some = np.flatnonzero((sizes[one] == shorter) & (sizes[other] == longer))
            if not len(some):
                continue
            left, right = table[one[some], :shorter], table[other[some], :longer]
            evidence = _evidence(list(words), left, right)
            says = together(evidence, given[one[some]] & given[other[some]])
            half = _HALF_ALONE if longer == 1 else _HALF
            if shorter != longer:
                says = np.maximum(says, _joined(names, one[some], other[some]))
            found[some] = 1 / (1 + np.exp((half - says) / _SPREAD))
    found[(one == other) & (sizes[one] > 0)] = 1
    return found


def _evidence(words: Sequence[str], left: Array, right: Array) -> Array:
    """Evidence for each part of one name beside each of the other."""
    shape = len(left), left.shape[1], right.shape[1]
    one = np.broadcast_to(left[:, :, None], shape).ravel()
    other = np.broadcast_to(right[:, None, :], shape).ravel()
    codes, back = np.unique(one * len(words) + other, return_inverse=True)
    pairs = np.stack([codes // len(words), codes % len(words)], axis=1)
    return word_evidence(words, pairs)[back].reshape(shape)


def _joined(names: Sequence[tuple[str, ...]], one: Array, other: Array) -> Array:
    """What names say that are written as one word each: Ben Smith, بن سميث."""
    used, places = np.unique(np.stack([one, other], axis=1), return_inverse=True)
    words = ["".join(names[i]) for i in used]
    pairs = places.reshape(-1, 2)
    sizes = np.array([len(word) for word in words])
    says = word_evidence(words, pairs)
    whole = sizes[pairs].max(axis=1) <= LONGEST - 2
    return np.where(whole & (says >= _JOINED), says + SAME / 2, -np.inf)
