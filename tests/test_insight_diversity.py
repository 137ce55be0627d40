"""Diversity: the numbers that are known, and what lowers and raises it."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.insight import blau, effective_number, iqv
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


@pytest.mark.parametrize(
    ("counts", "alike"), [((2, 2, 2, 2, 2), 5), ((6, 1, 1, 1, 1), 2.5), ((10, 0, 0, 0, 0), 1)]
)
def test_as_varied_as_so_many_equal_ones(counts, alike):
    assert effective_number(network(*counts), by="group") == pytest.approx(alike)


def test_where_nobody_knows_how_many_there_could_be_there_is_no_share_of_the_most():
    people = pd.DataFrame({"city": ["عمّان", "عمّان", "Cairo", "", None]})
    assert blau(people, by="city") == pytest.approx(4 / 9)
    assert effective_number(people, by="city") == pytest.approx(1.8)
    with pytest.raises(ValueError, match="effective_number"):
        iqv(people, by="city")


def test_nobody_has_no_diversity_and_one_person_has_none():
    assert math.isnan(blau(network()))
    assert math.isnan(iqv(network()))
    assert math.isnan(effective_number(network(), by="group"))
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
def test_there_are_never_more_equal_ones_than_were_found(counts):
    found = sum(map(bool, counts))
    assert 1 - 1e-9 <= effective_number(network(*counts), by="group") <= found + 1e-9


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any))
def test_the_order_of_the_groups_does_not_matter(counts):
    assert blau(network(*counts)) == pytest.approx(blau(network(*reversed(counts))))
