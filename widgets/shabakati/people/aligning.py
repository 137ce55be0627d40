"""How well two spellings lie side by side, letter by letter, under weights that were learnt.

A word is cut into chunks of one to three letters, and each chunk is laid beside one of the other
word. Each such pair of chunks has a weight: the evidence, in nats, that the two are spellings of
one word. The score is that of the best way to cut and lay them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
STEPS = ((1, 1), (0, 1), (1, 0), (1, 2), (2, 1), (2, 2), (1, 3), (2, 3))  # letters of each word
NEVER = -60.0  # nats: the weight of chunks that are never laid beside each other
UNSEEN = {(1, 1): -4.0, (0, 1): -4.0, (1, 0): -4.0}  # nats: of chunks that learning never met
BEGIN, END = "^", "$"
LONGEST = 22  # letters of a word that are looked at, with BEGIN and END
_APART = 7  # letters: how far from each other two letters are still compared
_AT_ONCE = 4096  # pairs: their scores stay in the processor's cache


class Chunks:
    """The chunks of one script that have weights, by their length; 0 is any other chunk."""

    def __init__(self, known: Sequence[Sequence[str]]) -> None:
        self.sizes = [len(chunks) + 1 for chunks in known]
        self.ids = [{chunk: i + 1 for i, chunk in enumerate(chunks)} for chunks in known]

    def id(self, chunk: str) -> int:
        """The number of a chunk; that of no chunk is 0 too."""
        return self.ids[len(chunk) - 1].get(chunk, 0) if chunk else 0

    def encode(self, words: Sequence[str]) -> tuple[Array, Array]:
        """Numbers of the chunks that begin at each letter of words, and the words' lengths.

        Words stand between `BEGIN` and `END`. The numbers are int32 of shape (lengths of chunks,
        letters, words).
        """
        sizes = np.array([len(word) for word in words], dtype=np.int64)
        found = np.zeros((len(self.ids), len(words), int(sizes.max(initial=0))), dtype=np.int32)
        for number, word in enumerate(words):
            for length, ids in enumerate(self.ids):
                chunks = [
                    ids.get(word[at : at + length + 1], 0) for at in range(len(word) - length)
                ]
                found[length, number, : len(chunks)] = chunks
        return np.ascontiguousarray(found.transpose(0, 2, 1)), sizes


class Weights:
    """Weights of pairs of chunks, by the lengths of the two, and the chunks that they know."""

    def __init__(self, weights: Mapping[tuple[str, str], float]) -> None:
        self.one = Chunks([sorted({a for a, _ in weights if len(a) == k}) for k in (1, 2)])
        self.other = Chunks([sorted({b for _, b in weights if len(b) == k}) for k in (1, 2, 3)])
        self.tables = {}
        for a, b in STEPS:
            shape = self.one.sizes[a - 1] if a else 1, self.other.sizes[b - 1] if b else 1
            self.tables[a, b] = np.full(shape, UNSEEN.get((a, b), NEVER), dtype=np.float32)
        for edge in (BEGIN, END):  # the ends of words are never left out, or laid beside letters
            one, other = self.one.id(edge), self.other.id(edge)
            self.tables[1, 1][one] = self.tables[1, 0][one] = NEVER
            self.tables[1, 1][:, other] = self.tables[0, 1][:, other] = NEVER
        for (a_chunk, b_chunk), weight in weights.items():
            table = self.tables[len(a_chunk), len(b_chunk)]
            table[self.one.id(a_chunk), self.other.id(b_chunk)] = weight

    def scores(self, ones: Sequence[str], others: Sequence[str], pairs: Array) -> Array:
        """Scores of pairs (n, 2) of numbers of words, in nats, float32."""
        one, one_sizes = self.one.encode(ones)
        other, other_sizes = self.other.encode(others)
        found = np.empty(len(pairs), dtype=np.float32)
        for some in batches(one_sizes[pairs[:, 0]], other_sizes[pairs[:, 1]]):
            left, right = pairs[some].T
            rows, columns = one_sizes[left], other_sizes[right]
            cells = align(
                one[:, : rows.max()].take(left, 2),
                other[:, : columns.max()].take(right, 2),
                self.tables,
            )
            found[some] = cells[rows, columns, np.arange(len(some))]
        return found


def align(one: Array, other: Array, weights: Mapping[tuple[int, int], Array]) -> Array:
    """Scores of all beginnings of pairs of words.

    `one` and `other` are numbers of chunks (lengths of chunks, letters, pairs). Returns the scores
    of the first i letters of one and the first j of the other as [i, j, pair], float32.
    """
    rows, columns, count = one.shape[1], other.shape[1], one.shape[2]
    scores = np.full((rows + 1, columns + 1, count), NEVER, dtype=np.float32)
    scores[0, 0] = 0
    at = {(a, b): one[a - 1] * np.int32(weights[a, b].shape[1]) for a, b in STEPS if a}
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i == j == 0 or abs(i - j) > _APART:
                continue
            cell = scores[i, j]
            for a, b in STEPS:
                if a > i or b > j:
                    continue
                if a == 0:
                    places = other[b - 1, j - b]
                elif b == 0:
                    places = at[a, b][i - a]
                else:
                    places = at[a, b][i - a] + other[b - 1, j - b]
                reached = weights[a, b].take(places)
                reached += scores[i - a, j - b]
                np.maximum(cell, reached, out=cell)
    return scores


def batches(one: Array, other: Array) -> Iterator[Array]:
    """Places of pairs of like lengths, not too many at once."""
    order = np.lexsort((other, one))
    for start in range(0, len(order), _AT_ONCE):
        yield order[start : start + _AT_ONCE]
