"""A quick look at two words: whether they are worth being aligned.

A word is how much of each letter it has in its first and in its last half; the look is the sum of
weights of every letter of one word beside every letter of the other.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shabakati.people.aligning import BEGIN, END, Array

ENOUGH = -2.5  # of a look: pairs below it are not spellings of one word
_LETTERS = {
    True: "ابتثجحخدذرزسشصضطظعغفقكلمنهويٱ",
    False: "abcdefghijklmnopqrstuvwxyz",
}
_AT = {arabic: {c: i for i, c in enumerate(letters)} for arabic, letters in _LETTERS.items()}


def halves(words: Sequence[str], arabic: bool) -> Array:
    """How much of each letter words have in their first and last halves, (words, features).

    The last two columns are 1 and the number of letters in tens. Float32.
    """
    at, size = _AT[arabic], len(_LETTERS[arabic])
    found = np.zeros((len(words), 2 * size + 2), dtype=np.float32)
    for row, word in zip(found, words, strict=True):
        letters = word.strip(BEGIN + END)
        last = max(len(letters) - 1, 1)
        for place, letter in enumerate(letters):
            number = at.get(letter)
            if number is not None:
                row[2 * number] += 1 - place / last
                row[2 * number + 1] += place / last
        row[-2:] = 1, len(letters) / 10
    return found


def looks(one: Array, other: Array, pairs: Array) -> Array:
    """The looks of pairs (n, 2) of numbers of words; `one` are halves times weights, float32."""
    found = np.empty(len(pairs), dtype=np.float32)
    for start in range(0, len(pairs), 8192):
        left, right = pairs[start : start + 8192].T
        found[start : start + 8192] = np.einsum("ij,ij->i", one[left], other[right])
    return found
