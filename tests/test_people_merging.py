"""Rows of one person made one in the book: with all that points to them, as one change."""

import pytest

from shabakati import Workbook
from shabakati.errors import NotThere
from shabakati.people.kept_apart import keep_apart, kept_apart
from shabakati.people.merging import Merge, merge
from shabakati.schema import LIST_LIMIT, TABLES, TEXT_LIMIT


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add("people", name="Ahmed Al-Otaibi", role="Engineer", source="linkedin")
        book.add(
            "people", name="أحمد العتيبي", phones=["+966501234567"], role="زميل", source="vcard"
        )
        book.add("people", name="أبو فهد", url="https://fahd.example", source="vcard")
        book.add("people", name="Other", introduced_by=3)
        book.add("ties", a=3, b=4, strength=4)
        book.add("exchanges", person=2, on="2026-01-02", kind="met")
        book.add("events", name="Fair", people=[3, 2, 4])
        book.add("actions", text="write", person=2)
        yield book


def states(book):
    return {table: getattr(book, table) for table in TABLES}


def test_three_rows_become_one_with_what_each_said_and_one_undo_parts_them(book):
    before = states(book)
    assert merge(book, [Merge((1, 2, 3))]) == 2
    assert sorted(book.people.index) == [1, 4]
    row = book.row("people", 1)
    assert row["name"] == "أحمد العتيبي"
    assert row["other_names"] == ["Ahmed Al-Otaibi", "أبو فهد"]
    assert row["phones"] == ["+966501234567"]
    assert row["role"] == "Engineer"
    assert "زميل" in row["notes"]
    assert row["url"] == "https://fahd.example"
    book.undo()
    for table, frame in before.items():
        assert getattr(book, table).equals(frame), table


def test_ties_exchanges_events_actions_and_introductions_move_along(book):
    merge(book, [Merge((1, 2, 3))])
    assert book.ties[["a", "b", "strength"]].values.tolist() == [[1, 4, 4]]
    assert book.exchanges["person"].tolist() == [1]
    assert book.events["people"].tolist() == [[1, 4]]
    assert book.actions["person"].tolist() == [1]
    assert book.row("people", 4)["introduced_by"] == 1


def test_the_values_chosen_win(book):
    merge(book, [Merge((1, 2), {"name": 1, "role": 2})])
    row = book.row("people", 1)
    assert (row["name"], row["role"]) == ("Ahmed Al-Otaibi", "زميل")
    assert row["other_names"] == ["أحمد العتيبي"]


def test_who_is_none_of_them_is_remembered_in_the_same_change(book):
    merge(book, [Merge((1, 2), others=(3,))])
    assert kept_apart(book.answers) == {(1, 3)}
    book.undo()
    assert kept_apart(book.answers) == frozenset()
    assert 2 in book.people.index


def test_what_was_said_of_one_who_is_gone_holds_of_who_they_became(book):
    keep_apart(book, [2, 4])
    merge(book, [Merge((1, 2))])
    assert kept_apart(book.answers) == {(1, 4)}
    book.undo()
    assert kept_apart(book.answers) == {(2, 4)}


def test_introductions_between_two_merges_lead_to_who_is_there(book):
    book.add("people", name="Guest", introduced_by=2)
    book.add("people", name="ضيف")
    merge(book, [Merge((5, 6)), Merge((1, 2))])
    assert book.row("people", 5)["introduced_by"] == 1


def test_nobody_is_introduced_by_themselves_through_another_merge(book):
    book.add("people", name="أحمد", introduced_by=2)
    merge(book, [Merge((1, 2, 5))])
    assert book.row("people", 1)["introduced_by"] is None


@pytest.mark.parametrize(
    "much",
    [
        {"phones": [f"+{i}" for i in range(LIST_LIMIT)]},
        {"notes": "n" * TEXT_LIMIT},
        {"other_names": [f"n{i}" for i in range(LIST_LIMIT)]},
    ],
)
def test_those_that_say_more_than_a_row_can_hold_stay_and_the_others_are_merged(book, much):
    book.change("people", 3, **much)
    book.change("people", 4, phones=["1"], notes="n2")
    assert merge(book, [Merge((3, 4)), Merge((1, 2))]) == 1
    assert sorted(book.people.index) == [1, 3, 4]
    assert book.row("people", 3)["name"] == "أبو فهد"


def test_nothing_to_merge_is_no_change(book):
    while book.undo():
        pass
    assert merge(book, []) == 0
    assert not book.can_undo


def test_who_is_not_there_stops_it_and_nothing_is_changed(book):
    before = states(book)
    with pytest.raises(NotThere):
        merge(book, [Merge((1, 2)), Merge((4, 99))])
    for table, frame in before.items():
        assert getattr(book, table).equals(frame), table
