"""Parts, bridges, borders and introductions: what networkx says too, and what is known."""

import math

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.insight import (
    blau,
    bridges,
    brokers,
    clusters,
    components,
    constraint,
    density,
    effective_size,
    efficiency,
    ei_index,
    hierarchy,
    iqv,
    measures,
    self_introductions,
)
from shabakati.vocabulary import Group
from test_insight_structure import frames, networks, star


def graph_of(people, ties):
    graph = nx.Graph()
    graph.add_nodes_from(people.index)
    graph.add_edges_from(zip(ties["a"], ties["b"], strict=True))
    return graph


@given(networks())
def test_parts_are_those_of_networkx_the_largest_first(found):
    parts = components(*found)
    mine = {frozenset(ids) for ids in parts.groupby(parts).groups.values()}
    assert mine == {frozenset(part) for part in nx.connected_components(graph_of(*found))}
    sizes = parts.value_counts().sort_index()
    assert sizes.is_monotonic_decreasing
    assert sizes.index.tolist() == list(range(len(sizes)))


@given(networks())
def test_bridges_are_the_cut_vertices_of_networkx(found):
    graph = graph_of(*found)
    held = bridges(*found)
    assert set(held.index) == set(nx.articulation_points(graph))
    whole = nx.number_connected_components(graph)
    for person, parts in held.items():
        rest = graph.subgraph(set(graph) - {person})
        assert nx.number_connected_components(rest) - whole + 1 == parts


@given(st.lists(st.integers(4, 9), min_size=2, max_size=5), st.data())
def test_where_ties_are_many_bridges_are_the_same(sizes, data):
    """Cliques, each sharing one person with an earlier one: far more than three ties a person."""
    pairs, everybody = set(), [0]
    for size in sizes:
        shared = data.draw(st.sampled_from(everybody))
        circle = [shared, *range(len(everybody), len(everybody) + size * 2)]
        pairs |= {(a, b) for a in circle for b in circle if a < b}
        everybody += circle[1:]
    people, ties = frames(len(everybody), sorted(pairs))
    assert len(ties) > 3 * len(people)
    graph = graph_of(people, ties)
    held = bridges(people, ties)
    assert set(held.index) == set(nx.articulation_points(graph))
    for person, parts in held.items():
        assert nx.number_connected_components(graph.subgraph(set(graph) - {person})) == parts


def test_two_cliques_joined_by_one_person_hang_on_that_person():
    four = [(a, b) for a in range(4) for b in range(a + 1, 4)]
    other = [(a + 5, b + 5) for a, b in four]
    held = bridges(*frames(9, [*four, (3, 4), (4, 5), *other]))
    assert held.to_dict() == {13: 2, 14: 2, 15: 2}


def test_a_long_chain_is_no_deep_recursion():
    n = 20_000
    people, ties = frames(n, [(i, i + 1) for i in range(n - 1)])
    assert len(bridges(people, ties)) == n - 2
    assert components(people, ties).nunique() == 1


def test_nobody_has_no_parts_and_no_bridges():
    assert components(*star(0)).empty
    assert bridges(*star(0)).empty


@pytest.mark.parametrize(
    ("pairs", "index"), [([(0, 1), (2, 3)], -1), ([(0, 2), (1, 3)], 1), ([(0, 1), (0, 2)], 0)]
)
def test_the_index_says_whether_ties_cross_the_border(pairs, index):
    people, ties = frames(5, pairs)
    people["group"] = pd.Categorical(["family", "family", "work", "work", None])
    assert ei_index(people, ties) == index


def test_strong_ties_weigh_more():
    people, ties = frames(3, [(0, 1), (1, 2)], [3.0, 1.0])
    people["city"] = ["عمّان", "عمّان", "Cairo"]
    assert ei_index(people, ties, by="city") == pytest.approx(-0.5)


def test_what_is_not_said_has_no_border():
    people, ties = frames(3, [(0, 1), (1, 2)])
    people["city"] = ["", "Cairo", ""]
    assert math.isnan(ei_index(people, ties, by="city"))
    people["city"] = [None, "Cairo", None]
    assert math.isnan(ei_index(people, ties, by="city"))


def test_brokers_are_those_who_introduced_others():
    people = frames(6, [])[0]
    people["introduced_by"] = pd.array([0, 10, 10, pd.NA, 12, 99], dtype="Int64")
    found = brokers(people)
    assert found["introduced"].to_dict() == {10: [11, 12], 12: [14]}
    assert found["people"].tolist() == [2, 1]
    assert self_introductions(people) == pytest.approx(1 / 5)


def test_where_nothing_is_said_there_is_no_share():
    people = frames(2, [])[0]
    people["introduced_by"] = pd.array([pd.NA, pd.NA], dtype="Int64")
    assert math.isnan(self_introductions(people))
    assert brokers(people).empty


def test_two_circles_with_one_tie_between_them_are_two():
    four = [(a, b) for a in range(4) for b in range(a + 1, 4)]
    five = [(a + 4, b + 4) for a in range(5) for b in range(a + 1, 5)]
    found = clusters(*frames(10, [*four, (3, 4), *five]))
    assert found.tolist() == [1] * 4 + [0] * 5 + [2]


@given(networks())
def test_a_circle_never_reaches_beyond_its_part(found):
    circles, parts = clusters(*found), components(*found)
    assert (parts.groupby(circles).nunique() == 1).all()
    assert circles.equals(clusters(*found))


def test_nobody_has_no_circle():
    assert clusters(*star(0)).empty


@given(networks(strengths=True))
def test_all_measures_at_once_are_what_each_says_alone(found):
    people, ties = found
    groups = [group.value for group in Group]
    people["group"] = pd.Categorical([groups[i % 5] for i in people.index], categories=groups)
    told = measures(people, ties)
    assert told[["people", "ties"]].tolist() == [len(people), len(ties)]
    assert told["components"] == components(people, ties).nunique()
    assert told["bridges"] == len(bridges(people, ties))
    alone = (density, effective_size, efficiency, constraint, hierarchy, ei_index, blau, iqv)
    for measure in alone:
        assert told[measure.__name__] == pytest.approx(measure(people, ties), nan_ok=True)
