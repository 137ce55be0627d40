"""Where people stand: nobody on another, everyone in their own ring and sector."""

import itertools
from math import atan2, degrees, dist, hypot

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati.charts.labels import place_labels, text_width
from shabakati.charts.positions import EVERYBODY, plan, positions
from shabakati.vocabulary import Closeness, Group

codes = st.tuples(
    st.sampled_from([None, *(g.value for g in Group)]),
    st.sampled_from([None, *(c.value for c in Closeness)]),
)
networks = st.lists(codes, max_size=150) | st.tuples(codes, st.integers(1, 150)).map(
    lambda same: [same[0]] * same[1]
)


def network(rows):
    found = pd.DataFrame(rows, columns=["group", "closeness"], dtype="object")
    found.index = pd.RangeIndex(1, len(rows) + 1, name="id")
    return found


def points(where):
    return list(zip(where["x"], where["y"], strict=True))


@settings(max_examples=60, deadline=None)
@given(networks)
def test_no_two_people_stand_on_each_other(rows):
    people = network(rows)
    division = plan(people)
    at = points(positions(people, division))
    least = min((dist(a, b) for i, a in enumerate(at) for b in at[:i]), default=9)
    assert least > 0.95 * division.spacing


@settings(max_examples=60, deadline=None)
@given(networks)
def test_everyone_stands_in_their_own_ring_and_sector(rows):
    people = network(rows)
    division = plan(people)
    where = positions(people, division)
    rings, sectors = [c.value for c in Closeness], [g.value for g in Group]
    assert list(where.index) == list(people.index)
    for person, row in where.iterrows():
        group, closeness = people.loc[person, "group"], people.loc[person, "closeness"]
        assert row["ring"] == (rings.index(closeness) if closeness else 4)
        assert row["sector"] == (sectors.index(group) if group else 5)
        ring, sector = int(row["ring"]), int(row["sector"])
        assert division.bounds[ring] < hypot(row["x"], row["y"]) < division.bounds[ring + 1]
        first, last = division.arcs[sector]
        angle = degrees(atan2(row["y"], row["x"]))
        assert any(first < angle + turn < last for turn in (-360, 0, 360))


def test_the_same_people_stand_at_the_same_places_each_time():
    people = network([("colleagues", "close"), (None, None), ("professors", "closest")] * 10)
    assert positions(people).equals(positions(people.copy()))


def test_one_person_who_comes_closer_moves_nobody_else():
    people = network([(g.value, c.value) for g in Group for c in Closeness] * 3)
    before = positions(people)
    after = positions(people.assign(closeness=["closest", *people["closeness"][1:]]))
    moved = before.index[(before[["x", "y"]] != after[["x", "y"]]).any(axis=1)]
    assert len(moved) <= 1


def test_the_first_group_begins_at_the_upper_left_and_the_next_follows_clockwise():
    where = positions(network([(g.value, "close") for g in Group]))
    turns = [degrees(atan2(y, x)) % 360 for x, y in points(where)]
    steps = [(a - b) % 360 for a, b in itertools.pairwise(turns)]
    assert 90 < turns[0] < 180
    assert all(0 < step < 180 for step in steps)


def test_beyond_everybody_only_the_inner_rings_are_shown_one_by_one():
    inner = [("colleagues", "closest")] * 5 + [("classmates", "close")] * 20
    people = network(inner + [(None, None)] * EVERYBODY)
    assert len(positions(people)) == 25
    assert plan(people).sizes[(4, 5)] == EVERYBODY


def test_an_empty_network_has_no_positions():
    assert positions(network([])).empty


@pytest.mark.parametrize("width", [340, 520, 720, 900])
def test_names_touch_neither_each_other_nor_other_marks(width):
    people = network([(g.value, c.value) for g in Group for c in Closeness] * 4)
    division = plan(people)
    at = points(positions(people, division))
    names, widths = ["هند خوري"] * len(at), [340, 520, 720]
    dot = {w: min(15, 0.8 * division.spacing * w / 2.32) / 2 for w in [*widths, width]}
    labels = place_labels(
        names, at, widths=widths, radius=1.16, mark=[dot[w] for w in widths], size=14
    )
    wide, scale = text_width(names[0], 14), width / 2.32
    boxes = []
    for label, (x, y) in zip(labels, at, strict=True):
        if label and label.least <= width:
            left = (
                x * scale + label.dx - {"left": 0, "right": wide, "center": wide / 2}[label.align]
            )
            top = -y * scale + label.dy - {"top": 0, "bottom": 17.5, "middle": 8.75}[label.baseline]
            boxes.append((left, top, left + wide, top + 17.5))
    assert len(boxes) > 3
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
