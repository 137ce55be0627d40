"""Pairs become groups, each of one person."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.duplicate_groups import groups

PEOPLE = pd.DataFrame(
    {
        "name": ["Ghassan Touqan", "غسان طوقان", "Ghassan Touqan", "Rana Q"],
        "url": ["https://linkedin.com/in/a", "", "https://linkedin.com/in/b", ""],
    },
    index=[1, 2, 3, 4],
)


def pairs(*rows):
    return pd.DataFrame(rows, columns=["a", "b", "score"])


def test_who_is_joined_by_pairs_is_one_group():
    assert groups(pairs((1, 2, 0.9), (2, 3, 0.8), (4, 5, 0.95))) == [[4, 5], [1, 2, 3]]


def test_nobody_between_joins_two_who_cannot_be_one():
    assert groups(pairs((1, 2, 0.8), (2, 3, 0.9)), PEOPLE) == [[2, 3]]
    assert groups(pairs((1, 2, 0.9), (2, 4, 0.9), (3, 4, 0.8)), PEOPLE) == [[1, 2, 4]]


def test_birthdays_keep_groups_apart_as_well():
    people = PEOPLE.assign(url="", birthday=["1990-02-10", "", "--03-11", ""])
    assert groups(pairs((1, 2, 0.8), (2, 3, 0.9)), people) == [[2, 3]]


def test_no_pairs_are_no_groups():
    assert groups(pairs()) == []
    assert groups(pairs(), PEOPLE) == []


@given(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda p: p[0] < p[1])))
def test_everybody_of_a_pair_is_in_one_group_alone(some):
    found = groups(pairs(*((a, b, 0.9) for a, b in some)))
    everybody = [person for group in found for person in group]
    assert sorted(everybody) == sorted({person for pair in some for person in pair})
    assert all({a, b} <= set(next(g for g in found if a in g)) for a, b in some)
