"""Whoever fits two who are not one is surely neither of them."""

import numpy as np

from shabakati.people.rivals import after_rivals


def test_a_pair_without_rivals_keeps_its_odds():
    assert after_rivals([(0, 1)], np.array([0.0])).tolist() == [0.5]


def test_two_rivals_share_what_is_likely():
    first, second = after_rivals([(0, 1), (0, 2)], np.array([6.0, 6.0]))
    assert first == second < 0.5


def test_two_who_are_one_themselves_are_no_rivals():
    scores = after_rivals([(0, 1), (0, 2), (1, 2)], np.array([3.0, 3.0, 3.0]))
    assert (scores > 0.9).all()
