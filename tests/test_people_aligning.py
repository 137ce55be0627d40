"""Laying the letters of two words side by side."""

import numpy as np
import pytest

from shabakati.people.aligning import NEVER, UNSEEN, Weights

WEIGHTS = {
    ("^", "^"): 1.0,
    ("$", "$"): 1.0,
    ("ب", "b"): 3.0,
    ("ش", "sh"): 4.0,
    ("ش", "s"): 1.0,
    ("", "a"): -0.5,
    ("", "h"): -2.0,
    ("ي", ""): -1.0,
    ("ية", "ia"): 2.5,
}


def score(one, other):
    return float(Weights(WEIGHTS).scores([f"^{one}$"], [f"^{other}$"], np.array([[0, 0]]))[0])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ب", "b", 5.0),
        ("بب", "bab", 7.5),
        ("ش", "sh", 6.0),  # one chunk is better than s and an h left over
        ("بية", "bia", 7.5),
        ("ب", "s", 2.0 + UNSEEN[1, 1]),
        ("", "", 2.0),
    ],
)
def test_the_best_way_counts(one, other, expected):
    assert score(one, other) == pytest.approx(expected)


def test_words_of_very_different_lengths_are_never_laid_beside_each_other():
    assert score("ب", "b" * 15) <= NEVER


def test_a_score_does_not_depend_on_the_words_beside():
    weights = Weights(WEIGHTS)
    ones, others = ["^ب$", "^بشبشبش$"], ["^bab$", "^s$", "^bshabshabash$"]
    pairs = np.array([(i, j) for i in range(2) for j in range(3)])
    together = weights.scores(ones, others, pairs)
    alone = [weights.scores([ones[i]], [others[j]], np.array([[0, 0]]))[0] for i, j in pairs]
    assert together.tolist() == alone
