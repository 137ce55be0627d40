"""Pairs of chunks of letters, read off the alignments of pairs of spellings.

Used by `learn_spellings.py`, which says where the method is from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from shabakati.people.aligning import BEGIN, END, NEVER, STEPS, UNSEEN, Weights, align, batches

Units = dict[tuple[str, str], float]
Pair = tuple[str, str]


class Learner(Weights):
    """Weights that can be changed: each pair of chunks has a place in one vector."""

    def __init__(self, units: Mapping[Pair, float]) -> None:
        numbers = {unit: float(i) for i, unit in enumerate(sorted(units))}
        super().__init__(numbers)
        self.units = sorted(units)
        known = len(units)
        rest = {step: known + i for i, step in enumerate(UNSEEN)}
        self.never = known + len(rest)
        self.vector = np.array([*(units[unit] for unit in self.units), *UNSEEN.values(), NEVER])
        self.places = {}
        for step, table in self.tables.items():
            places = table.astype(np.int64)
            for value, place in ((UNSEEN.get(step), rest.get(step)), (NEVER, self.never)):
                if value is not None:
                    places[table == np.float32(value)] = place
            self.places[step] = places
        self.refresh()

    def refresh(self) -> None:
        """Take the changed vector."""
        vector = self.vector.astype(np.float32)
        self.tables = {step: vector[places] for step, places in self.places.items()}

    def paths(self, one: Any, other: Any, pairs: np.ndarray) -> tuple[np.ndarray, list[Any]]:
        """Scores, and for each batch which pairs have which places of the vector on their way."""
        (one_ids, one_sizes), (other_ids, other_sizes) = one, other
        found, ways = np.empty(len(pairs), dtype=np.float32), []
        for some in batches(one_sizes[pairs[:, 0]], other_sizes[pairs[:, 1]]):
            left, right = pairs[some].T
            rows, columns = one_sizes[left], other_sizes[right]
            a, b = one_ids[:, : rows.max(), left], other_ids[:, : columns.max(), right]
            cells = align(a, b, self.tables)
            found[some] = cells[rows, columns, np.arange(len(some))]
            who, places = self._back(a, b, cells, rows, columns)
            ways.append((some[who], places))
        return found, ways

    def _back(self, a: Any, b: Any, cells: Any, rows: Any, columns: Any) -> tuple[Any, Any]:
        i, j = rows.copy(), columns.copy()
        who, taken = [], []
        while len(live := np.flatnonzero((i > 0) | (j > 0))):
            best = np.full(len(live), -np.inf)
            step, place = np.zeros((len(live), 2), dtype=np.int64), np.zeros(len(live), dtype=int)
            for da, db in STEPS:
                ii, jj = i[live] - da, j[live] - db
                fits = (ii >= 0) & (jj >= 0)
                ii, jj = np.maximum(ii, 0), np.maximum(jj, 0)
                left = a[da - 1, np.minimum(ii, a.shape[1] - 1), live] if da else 0
                right = b[db - 1, np.minimum(jj, b.shape[1] - 1), live] if db else 0
                places = self.places[da, db][left, right]
                value = np.where(fits, cells[ii, jj, live] + self.vector[places], -np.inf)
                better = value > best
                best, place = np.where(better, value, best), np.where(better, places, place)
                step[better] = da, db
            who.append(live)
            taken.append(place)
            i[live] -= step[:, 0]
            j[live] -= step[:, 1]
        return np.concatenate(who), np.concatenate(taken)

    def cut(self, ones: Sequence[str], others: Sequence[str]) -> list[list[Pair]]:
        """The chunks of each pair in their order, of those that have a score above 2."""
        pairs = np.repeat(np.arange(len(ones))[:, None], 2, axis=1)
        scores, ways = self.paths(self.one.encode(ones), self.other.encode(others), pairs)
        chunks: dict[int, list[Pair]] = defaultdict(list)
        for who, places in ways:
            for pair, place in zip(who.tolist(), places.tolist(), strict=True):
                if scores[pair] > 2:
                    chunks[pair].append(self.units[place] if place < len(self.units) else ("?", ""))
        return [list(reversed(way)) for _, way in sorted(chunks.items())]


def first_units(pairs: Sequence[Pair]) -> Units:
    """Weights of single letters by how often they stand at like places of a pair."""
    both: Counter[Pair] = Counter()
    for one, other in pairs:
        for i, a in enumerate(one):
            for j, b in enumerate(other):
                apart = 8 * (i / (len(one) - 1) - j / (len(other) - 1))
                both[a, b] += np.exp(-(apart**2) / 2)
    left, right = _sums(both)
    total = sum(both.values())
    units = {(edge, edge): 3.0 for edge in (BEGIN, END)}
    for (a, b), count in both.items():
        if not {a, b} & {BEGIN, END}:
            expected = left[a] * right[b] / total
            units[a, b] = 1.5 * float(np.log((count + 1) / (expected + 1))) - 0.3
    units |= {(a, ""): -2.0 for a in left if a not in (BEGIN, END)}
    units |= {("", b): -1.0 if b in "aeiouhy" else -2.0 for b in right if b not in (BEGIN, END)}
    return units


def _sums(counts: Mapping[Pair, float]) -> tuple[Counter[str], Counter[str]]:
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (a, b), count in counts.items():
        left[a] += count
        right[b] += count
    return left, right


def aligned(pairs: Sequence[Pair], rounds: int = 4) -> Learner:
    """Weights of single letters by how often the best alignments lay them beside each other."""
    ones, others = zip(*pairs, strict=True)
    letters = Counter("".join(ones)), Counter("".join(others))
    totals = letters[0].total(), letters[1].total()
    learner = Learner(first_units(pairs))
    for _ in range(rounds):
        counts = Counter(unit for way in learner.cut(ones, others) for unit in way)
        whole = counts.total()
        units = {}
        for a, b in learner.units:
            alone = (np.log(letters[0][a] / totals[0]) if a else 0.0) + (
                np.log(letters[1][b] / totals[1]) if b else 0.0
            )
            units[a, b] = max(float(np.log((counts[a, b] + 0.2) / whole) - alone), -8.0)
        learner = Learner(units)
    return learner


def chunked(learner: Learner, pairs: Sequence[Pair], least: int) -> Learner:
    """The same with chunks that alignments have so often, each the sum of its letters."""
    weights = dict(zip(learner.units, learner.vector.tolist(), strict=False))
    counts: Counter[Pair] = Counter()
    summed: Units = {}
    for way in learner.cut(*zip(*pairs, strict=True)):
        for start in range(len(way)):
            a, b, weight = "", "", 0.0
            for unit in way[start:]:
                a, b = a + unit[0], b + unit[1]
                if "?" in a or len(a) > 2 or len(b) > 3:
                    break
                weight += weights[unit]
                if (len(a), len(b)) in STEPS:
                    counts[a, b] += 1
                    summed[a, b] = max(weight, summed.get((a, b), -99.0))
    kept = {u: w for u, w in weights.items() if not u[0] or not u[1] or counts[u]}
    kept |= {u: w for u, w in summed.items() if counts[u] >= least and u not in kept}
    return Learner(kept)
