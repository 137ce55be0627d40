"""Who is worth comparing: those who share a key, but for crowds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.candidates import numbered, shared

NOBODY = -1


def pairs(keys, distinct=None):
    apart = np.array(distinct or [NOBODY] * len(keys), np.int64)
    return list(zip(*(side.tolist() for side in shared(numbered(keys), apart)), strict=True))


@given(st.lists(st.sets(st.sampled_from("abcd")), max_size=9))
def test_all_who_share_a_key_are_pairs_each_once(keys):
    rows = range(len(keys))
    assert pairs(keys) == [(a, b) for a in rows for b in rows if a < b and keys[a] & keys[b]]


def test_two_who_are_surely_two_people_are_no_pair():
    assert pairs(["a", "a", "a"], [1, 2, NOBODY]) == [(0, 2), (1, 2)]


def test_a_crowd_of_five_thousand_gives_no_pairs_and_hides_none():
    assert pairs([*["x"] * 5_000, "xy", "y"]) == [(5_000, 5_001)]
