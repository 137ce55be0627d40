"""Counts by group, place and type: every category is there, and nobody is lost."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import insight
from shabakati.vocabulary import Group, NetworkType, Place


def codes(kind):
    return [code.value for code in kind]


def frame(rows):
    """People as the book gives them, of `(group, place, type)`."""
    columns = zip(*rows, strict=True) if rows else [(), (), ()]
    return pd.DataFrame(
        {
            name: pd.Categorical(values, categories=codes(kind), ordered=True)
            for (name, kind), values in zip(
                {"group": Group, "place": Place, "network_type": NetworkType}.items(),
                columns,
                strict=True,
            )
        }
    )


people = st.lists(
    st.tuples(*(st.none() | st.sampled_from(codes(kind)) for kind in (Group, Place, NetworkType)))
).map(frame)


def test_coverage_has_all_cells_in_the_articles_order_also_without_people():
    grid = insight.coverage(frame([]))
    assert list(grid.columns) == ["group", "place", "people"]
    assert list(zip(grid["group"], grid["place"], strict=True)) == [
        (group, place) for group in codes(Group) for place in codes(Place)
    ]
    assert grid["people"].sum() == 0


def test_coverage_counts_who_has_both_a_group_and_a_place():
    grid = insight.coverage(
        frame([("colleagues", "workplace", None)] * 3 + [("colleagues", None, None)])
    ).set_index(["group", "place"])["people"]
    assert grid.loc[("colleagues", "workplace")] == 3
    assert grid.sum() == 3


@given(people)
def test_cells_rows_and_types_add_up_to_the_people(network):
    grid = insight.coverage(network)
    both = network["group"].notna() & network["place"].notna()
    assert len(grid) == 25
    assert grid["people"].sum() == both.sum()
    assert insight.group_counts(network)["people"].sum() == len(network)
    assert insight.type_counts(network)["people"].sum() == len(network)


@given(people)
def test_shares_are_parts_of_one_whole(network):
    for counts in (insight.group_counts(network), insight.type_counts(network)):
        total = counts["share"].sum(min_count=1)
        assert math.isnan(total) if network.empty else total == pytest.approx(1)


def test_group_counts_end_with_those_who_are_not_sorted():
    counts = insight.group_counts(
        frame([("professors", None, None), (None, None, None), (None, None, None)])
    )
    assert list(counts["group"][:5]) == codes(Group)
    assert counts["group"].isna().tolist() == [False] * 5 + [True]
    assert list(counts["people"]) == [0, 0, 1, 0, 0, 2]
    assert counts["share"].iat[2] == pytest.approx(1 / 3)


def test_type_counts_end_with_those_who_have_none():
    counts = insight.type_counts(frame([(None, None, "strategic"), (None, None, None)]))
    assert list(counts["people"]) == [0, 0, 1, 1]


def test_sorted_share_is_of_all_people_and_of_nobody_not_a_number():
    network = frame([("professors", "event", None), (None, "event", None)])
    assert insight.sorted_share(network, "group") == 0.5
    assert insight.sorted_share(network, "place") == 1
    assert math.isnan(insight.sorted_share(frame([]), "group"))
