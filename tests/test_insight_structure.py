"""Structure: the published numbers, agreement with networkx, and what must always hold."""

import math

import networkx as nx
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shabakati.insight import (
    constraint,
    density,
    dyadic_constraint,
    effective_size,
    efficiency,
    hierarchy,
)

# Borgatti (1997), Connections 20(1).
BORGATTI = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]
# Two circles of four, all of whom know each other, joined by one person: 4.
JOINED = [
    *[(a, b) for a in range(4) for b in range(a + 1, 4)],
    *[(3, 4), (4, 5)],
    *[(a, b) for a in range(5, 9) for b in range(a + 1, 9)],
]
ME = "me"


def frames(n, pairs, strengths=None):
    """People 10, 11, … and their ties, as the book has them."""
    people = pd.DataFrame(index=pd.Index(range(10, 10 + n), name="id"))
    ties = pd.DataFrame([(10 + a, 10 + b) for a, b in pairs], columns=["a", "b"], dtype="int64")
    if strengths is not None:
        ties["strength"] = strengths
    return people, ties


def around(ego, edges):
    """The ego network of somebody in a graph."""
    graph = nx.Graph(edges)
    others = list(graph[ego])
    pairs = graph.subgraph(others).edges
    return frames(len(others), [(others.index(a), others.index(b)) for a, b in pairs])


def star(n):
    return frames(n, [])


def clique(n):
    return frames(n, [(a, b) for a in range(n) for b in range(a + 1, n)])


@st.composite
def networks(draw, strengths=False, least=1):
    n = draw(st.integers(least, 12))
    every = [(a, b) for a in range(n) for b in range(a + 1, n)]
    pairs = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    weights = st.sampled_from([0.5, 1.0, 2.0, 5.0])
    return frames(n, pairs, [draw(weights) for _ in pairs] if strengths else None)


def with_me(people, ties):
    """The same with its ego, as networkx takes it."""
    graph = nx.Graph()
    graph.add_edges_from((ME, person, {"w": 1.0}) for person in people.index)
    weights = ties["strength"] if "strength" in ties else [1.0] * len(ties)
    graph.add_weighted_edges_from(zip(ties["a"], ties["b"], weights, strict=True), weight="w")
    return graph


@pytest.mark.parametrize(
    ("ego", "size", "share", "held", "order"),
    [
        ("G", 4.667, 0.778, 0.400, 0.095),
        ("A", 2.5, 0.625, 0.684, 0.168),
        ("B", 1.667, 0.556, 0.840, 0.074),
        ("C", 1, 1, 1, 1),
    ],
)
def test_borgattis_graph_gives_his_numbers(ego, size, share, held, order):
    found = around(ego, BORGATTI)
    assert effective_size(*found) == pytest.approx(size, abs=5e-4)
    assert efficiency(*found) == pytest.approx(share, abs=5e-4)
    assert constraint(*found) == pytest.approx(held, abs=5e-4)
    assert hierarchy(*found) == pytest.approx(order, abs=5e-4)


@pytest.mark.parametrize(
    ("edges", "whole", "elsewhere"),
    [
        (BORGATTI, {"G": 0.400, "A": 0.595, "B": 0.643, "C": 1}, {"A", "B"}),
        (
            JOINED,
            {
                **dict.fromkeys([0, 1, 2, 6, 7, 8], 0.865741),
                **{3: 0.583333, 4: 0.5, 5: 0.583333},
            },
            {0, 1, 2, 6, 7, 8},
        ),
    ],
)
def test_the_ego_form_is_that_of_the_ego_graph_and_not_of_the_whole(edges, whole, elsewhere):
    """`elsewhere` are those whose people have ties beyond them, of which an ego knows nothing."""
    graph = nx.Graph(edges)
    all_of_it = nx.constraint(graph)
    for ego, held in whole.items():
        assert all_of_it[ego] == pytest.approx(held, abs=5e-4)
        ours = constraint(*around(ego, edges))
        assert ours == pytest.approx(nx.constraint(nx.ego_graph(graph, ego), [ego])[ego])
        assert (ours > held + 5e-4) == (ego in elsewhere)


def test_who_joins_two_circles_is_held_by_one_in_each():
    assert constraint(*around(4, JOINED)) == pytest.approx(0.5)
    assert effective_size(*around(4, JOINED)) == 2


def test_the_medici_stand_between_families_that_do_not_marry():
    found = around("Medici", nx.florentine_families_graph().edges)
    assert effective_size(*found) == pytest.approx(5.666667, abs=1e-6)
    assert efficiency(*found) == pytest.approx(0.944444, abs=1e-6)
    assert constraint(*found) == pytest.approx(0.236111, abs=1e-6)


@pytest.mark.parametrize(
    ("n", "held"), [(2, 1.125), (3, 0.9259), (4, 0.7656), (5, 0.648), (6, 0.5602)]
)
def test_where_all_know_each_other_they_are_worth_one(n, held):
    assert effective_size(*clique(n)) == pytest.approx(1)
    assert density(*clique(n)) == 1
    assert constraint(*clique(n)) == pytest.approx(held, abs=5e-5)
    assert constraint(*clique(n)) == pytest.approx((2 - 1 / n) ** 2 / n)


@pytest.mark.parametrize("n", [1, 2, 7, 30])
def test_where_nobody_knows_anybody_all_count(n):
    assert effective_size(*star(n)) == n
    assert efficiency(*star(n)) == 1
    assert constraint(*star(n)) == pytest.approx(1 / n)


@pytest.mark.parametrize("measure", [density, effective_size, efficiency, constraint, hierarchy])
def test_nobody_has_no_structure(measure):
    assert math.isnan(measure(*star(0)))


def test_one_person_is_all_there_is():
    assert math.isnan(density(*star(1)))
    assert hierarchy(*star(1)) == 1


@given(networks(strengths=True) | networks())
def test_networkx_agrees(found):
    graph = with_me(*found)
    assert constraint(*found) == pytest.approx(nx.constraint(graph, [ME], weight="w")[ME])
    sizes = nx.effective_size(graph, nodes=[ME], weight="w")
    assert effective_size(*found) == pytest.approx(sizes[ME])
    each = dyadic_constraint(*found)
    for person in found[0].index:
        assert each[person] == pytest.approx(nx.local_constraint(graph, ME, person, weight="w"))


@given(networks(least=2), st.data())
def test_another_tie_never_makes_the_network_larger(found, data):
    people, ties = found
    ids = list(people.index)
    a, b = sorted(data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)))
    assume(not ((ties["a"] == a) & (ties["b"] == b)).any())
    more = pd.concat([ties, pd.DataFrame({"a": [a], "b": [b]})])
    assert effective_size(people, more) < effective_size(people, ties)
    assert density(people, more) > density(people, ties)


@given(networks(strengths=True))
def test_every_measure_stays_within_its_range(found):
    n = len(found[0])
    assert 1 - 1e-9 <= effective_size(*found) <= n + 1e-9
    assert 1 / n - 1e-9 <= efficiency(*found) <= 1 + 1e-9
    assert 0 < constraint(*found) < 2
    assert 0 <= hierarchy(*found) <= 1 + 1e-9


@given(networks(strengths=True))
def test_the_order_of_rows_and_of_a_pair_makes_no_difference(found):
    people, ties = found
    turned = ties.iloc[::-1].rename(columns={"a": "b", "b": "a"})
    for measure in (density, effective_size, constraint, hierarchy):
        assert measure(people.iloc[::-1], turned) == pytest.approx(
            measure(people, ties), nan_ok=True
        )


@given(networks())
def test_a_pair_said_twice_and_ties_of_strangers_count_once_and_not_at_all(found):
    people, ties = found
    strangers = pd.DataFrame({"a": [10, 998], "b": [999, 999]})
    more = pd.concat([ties, ties.rename(columns={"a": "b", "b": "a"}), strangers])
    for measure in (density, effective_size, constraint, hierarchy):
        assert measure(people, more) == pytest.approx(measure(people, ties), nan_ok=True)
