"""Diversity: the numbers that are known, and what lowers and raises it."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.insight import blau, iqv
from shabakati.vocabulary import Group, NetworkType

GROUPS = [group.value for group in Group]


def network(*counts, kind=Group, name="group"):
    codes = [code.value for code in kind]
    values = [code for code, count in zip(codes, counts, strict=False) for _ in range(count)]
    return pd.DataFrame({name: pd.Categorical(values, categories=codes, ordered=True)})


@pytest.mark.parametrize(
    ("counts", "h", "quality"),
    [
        ((2, 2, 2, 2, 2), 0.8, 1.0),
        ((6, 1, 1, 1, 1), 0.6, 0.75),
        ((4, 3, 2, 1, 0), 0.7, 0.875),
        ((8, 2, 0, 0, 0), 0.32, 0.40),
    ],
)
def test_known_counts_give_known_numbers(counts, h, quality):
    assert blau(network(*counts)) == pytest.approx(h)
    assert iqv(network(*counts)) == pytest.approx(quality)


def test_three_types_are_measured_against_three():
    types = network(1, 1, 1, kind=NetworkType, name="network_type")
    assert iqv(types, by="network_type") == pytest.approx(1)


def test_a_column_of_plain_text_is_measured_against_all_that_exist():
    assert iqv(pd.DataFrame({"group": ["colleagues", "professors"]})) == pytest.approx(0.625)


def test_nobody_has_no_diversity_and_one_person_has_none():
    assert math.isnan(blau(network()))
    assert math.isnan(iqv(network()))
    assert blau(network(1)) == 0
    assert iqv(network(1)) == 0


def test_who_is_not_sorted_does_not_count():
    sorted_ = network(2, 2, 0, 0, 0)
    loose = pd.concat([sorted_, pd.DataFrame({"group": [None] * 5})], ignore_index=True)
    assert blau(loose) == blau(sorted_)


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any))
def test_iqv_is_between_nothing_and_one_and_one_only_when_all_are_alike(counts):
    value = iqv(network(*counts))
    assert -1e-9 <= value <= 1 + 1e-9
    assert (abs(value - 1) < 1e-9) == (len(set(counts)) == 1)


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any))
def test_the_order_of_the_groups_does_not_matter(counts):
    assert blau(network(*counts)) == pytest.approx(blau(network(*reversed(counts))))
