"""The quick look that spares the alignment of what is unlike."""

import numpy as np

from shabakati.people.glancing import halves, looks


def test_letters_count_where_they_stand():
    first, last = halves(["^ab$", "^ba$"], False)
    assert first[0] == last[1] == 1
    assert first[1] == last[0] == 0


def test_a_look_is_the_sum_of_weights_of_letters_beside_letters():
    one, other = halves(["^a$"], False), halves(["^b$", "^c$"], False)
    weights = np.zeros((one.shape[1], other.shape[1]), dtype=np.float32)
    weights[0, 2] = 3
    assert looks(one @ weights, other, np.array([[0, 0], [0, 1]])).tolist() == [3, 0]


def test_letters_of_other_scripts_do_not_count():
    assert halves(["^中$"], False)[0, :-2].sum() == 0
