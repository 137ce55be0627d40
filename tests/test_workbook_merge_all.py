"""Many people become one at once: the same as one by one, as one change, in a moment."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.errors import InvalidRow, NotThere
from shabakati.schema import LIST_LIMIT, TABLES

N = 7  # people of a random book

ids = st.integers(1, N)
pair = st.tuples(ids, ids).filter(lambda two: two[0] != two[1])
people = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["Sara", "سارة", "S. Haddad"]),
            "emails": st.lists(st.sampled_from(["a@x.example", "b@x.example"]), max_size=2),
            "city": st.sampled_from(["", "جدة", "Cairo"]),
            "notes": st.sampled_from(["", "one", "two"]),
        }
    ),
    min_size=N,
    max_size=N,
)
introductions = st.dictionaries(ids, st.integers(0, N), max_size=N)
ties = st.dictionaries(
    pair.map(lambda two: (min(two), max(two))), st.sampled_from([None, 1.0, 3.0]), max_size=10
)
exchanges = st.lists(
    st.fixed_dictionaries(
        {
            "person": ids,
            "on": st.sampled_from(["2026-01-02", "2026-01-03"]),
            "kind": st.sampled_from(["met", "wrote"]),
            "benefit": st.sampled_from([None, "advice", "exploration"]),
            "event": st.sampled_from([None, 1]),
            "note": st.sampled_from(["", "at the fair"]),
        }
    ),
    max_size=10,
)
events = st.lists(st.lists(ids, unique=True), min_size=1, max_size=3)


def states(book):
    return {table: getattr(book, table) for table in TABLES}


def one_by_one(book, merges):
    """The plain meaning of `merge_all`."""
    became = {}
    for pair in merges:
        keep, gone = pair
        while keep in became:
            keep = became[keep]
        while gone in became:
            gone = became[gone]
        if keep != gone:
            book.merge(keep, gone)
            became[gone] = keep
    return len(became)


@settings(max_examples=40, deadline=None)
@given(people, introductions, ties, exchanges, events, st.lists(pair, min_size=1, max_size=6))
def test_many_at_once_are_the_same_as_one_by_one(who, by, known, touches, met, merges):
    with Workbook.in_memory() as book:
        book.add_all("people", who)
        for id_, introduced_by in by.items():
            book.change("people", id_, introduced_by=introduced_by)
        book.add_all("ties", [{"a": a, "b": b, "strength": s} for (a, b), s in known.items()])
        book.add_all("events", [{"name": "Fair", "people": some} for some in met])
        book.add_all("exchanges", touches)
        book.add_all("actions", [{"text": "write", "person": i} for i in range(1, N + 1)])
        before = states(book)
        with Workbook.from_bytes(book.to_bytes()) as other:
            assert book.merge_all(merges) == one_by_one(other, merges)
            after = states(book)
            for table, frame in after.items():
                assert frame.equals(getattr(other, table)), table
        assert book.undo()
        for table, frame in before.items():
            assert getattr(book, table).equals(frame), table
        assert book.redo()
        for table, frame in after.items():
            assert getattr(book, table).equals(frame), table


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": name} for name in ("Sara", "سارة", "S.", "Omar")])
        yield book


def test_who_is_kept_may_be_gone_in_a_later_pair(book):
    assert book.merge_all([(1, 2), (3, 1), (2, 3)]) == 2
    assert book.people["name"].to_dict() == {3: "S.", 4: "Omar"}
    assert book.people.loc[3, "other_names"] == ["سارة", "Sara"]


def test_a_touch_that_both_told_is_one(book):
    touch = {"on": "2026-01-02", "kind": "wrote", "direction": "given"}
    book.add("events", name="Fair")
    book.add("exchanges", person=1, **touch)
    book.add("exchanges", person=2, **touch, event=1)
    book.add("exchanges", person=2, **touch | {"direction": "received"})
    book.add("exchanges", person=4, **touch)
    book.merge(1, 2)
    assert book.exchanges["direction"].tolist() == ["given", "received", "given"]
    assert book.exchanges["event"].tolist()[0] == 1


def test_touches_that_say_different_things_stay_two(book):
    touch = {"on": "2026-01-02", "kind": "met"}
    book.add("exchanges", person=1, **touch, benefit="exploration")
    book.add("exchanges", person=2, **touch, benefit="advice")
    book.add("exchanges", person=3, **touch, note="at the fair")
    book.merge_all([(1, 2), (1, 3)])
    assert book.exchanges["person"].tolist() == [1, 1, 1]


def test_two_that_say_more_than_a_row_can_hold_stay_two(book):
    book.change("people", 1, emails=[f"{i}@x.example" for i in range(LIST_LIMIT)])
    book.change("people", 2, emails=["more@x.example"])
    assert book.merge_all([(1, 2), (3, 4)]) == 1
    assert book.people.index.tolist() == [1, 2, 3]
    with pytest.raises(InvalidRow):
        book.merge(1, 2)


def test_nothing_to_merge_is_no_change(book):
    book.merge_all([])
    assert book.merge_all([(1, 2), (2, 1), (1, 2)]) == 1
    book.undo()
    book.undo()
    assert not book.can_undo


def test_one_that_is_not_there_stops_all(book):
    with pytest.raises(NotThere):
        book.merge_all([(1, 2), (3, 99)])
    with pytest.raises(InvalidRow):
        book.merge_all([(1, 2), (3, 3)])
    assert len(book.people) == 4


def test_observers_are_told_once(book):
    told = []
    book.observe(lambda change: told.append(len(change.new)), names=["people"])
    book.merge_all([(1, 2), (3, 4)])
    assert told == [2]


def test_many_rows_change_each_in_its_way_as_one_change(book):
    book.add("ties", a=1, b=2)
    book.change_all(
        "people", {1: {"role": "Head", "emails": ["a@x.example"]}, 2: {"city": " جدة "}}
    )
    book.change_all("ties", {1: {"b": 3, "strength": 2}})
    assert book.people.loc[[1, 2], ["role", "city"]].values.tolist() == [["Head", ""], ["", "جدة"]]
    assert book.ties.loc[1, ["a", "b", "strength"]].tolist() == [1, 3, 2]
    with pytest.raises(InvalidRow):
        book.change_all("people", {1: {"role": "x"}, 2: {"name": ""}})
    with pytest.raises(NotThere):
        book.change_all("people", {1: {"role": "x"}, 99: {"role": "x"}})
    book.undo()
    book.undo()
    assert book.people.loc[1, "role"] == ""
