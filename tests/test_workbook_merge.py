"""Merging and restoring: nothing that either person had is lost, and one undo brings it back."""

import pytest

from shabakati import Workbook
from shabakati.errors import InvalidRow
from shabakati.schema import TABLES


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add("people", name="Ahmed Al-Otaibi", emails=["a@work.example"], notes="met in Jeddah")
        book.add(
            "people",
            name="أحمد العتيبي",
            emails=["a@work.example", "a@home.example"],
            phones=["+96650000"],
            city="جدة",
            notes="ابن خالتي",
        )
        book.add("people", name="Third", introduced_by=2)
        book.add("ties", a=1, b=2)
        book.add("ties", a=2, b=3, strength=4)
        book.add("ties", a=1, b=3, strength=1)
        book.add("people", name="Fourth")
        book.add("ties", a=2, b=4)
        book.add("exchanges", person=2, on="2026-01-02", kind="met")
        book.add("events", name="Fair", people=[2, 1, 3])
        book.add("actions", text="write", person=2)
        yield book


def states(book):
    return {table: getattr(book, table) for table in TABLES}


def test_the_kept_person_has_what_both_had(book):
    book.merge(1, 2)
    kept = book.row("people", 1)
    assert kept["name"] == "Ahmed Al-Otaibi"
    assert kept["other_names"] == ["أحمد العتيبي"]
    assert kept["emails"] == ["a@work.example", "a@home.example"]
    assert kept["city"] == "جدة"
    assert "Jeddah" in kept["notes"]
    assert "خالتي" in kept["notes"]


def test_everything_that_pointed_to_the_other_points_to_the_kept_person(book):
    book.merge(1, 2)
    assert 2 not in book.people.index
    assert book.exchanges["person"].tolist() == [1]
    assert book.events.loc[1, "people"] == [1, 3]
    assert book.actions.loc[1, "person"] == 1
    assert book.people.loc[3, "introduced_by"] == 1
    pairs = book.ties.set_index(["a", "b"])["strength"]
    assert sorted(pairs.index) == [(1, 3), (1, 4)]
    assert pairs[(1, 3)] == 4


def test_values_settle_what_the_two_say_differently(book):
    book.merge(1, 2, name="أحمد العتيبي", other_names=["Ahmed Al-Otaibi"])
    assert book.people.loc[1, "name"] == "أحمد العتيبي"
    with pytest.raises(InvalidRow):
        book.merge(1, 3, name="")
    with pytest.raises(InvalidRow):
        book.merge(1, 1)


def test_a_name_or_a_page_that_does_not_win_is_kept_beside_the_one_that_does(book):
    book.change("people", 1, url="https://one.example")
    book.change("people", 2, url="https://two.example", links=["https://more.example"])
    book.merge(1, 2, name="أحمد العتيبي", url="https://two.example")
    row = book.row("people", 1)
    assert (row["name"], row["other_names"]) == ("أحمد العتيبي", ["Ahmed Al-Otaibi"])
    assert row["url"] == "https://two.example"
    assert row["links"] == ["https://more.example", "https://one.example"]


def test_one_undo_parts_them_again(book):
    before = states(book)
    book.merge(1, 2)
    book.undo()
    for table, frame in before.items():
        assert getattr(book, table).equals(frame), table


def test_nobody_ends_up_introducing_themselves(book):
    book.change("people", 1, introduced_by=2)
    book.merge(1, 2)
    assert book.row("people", 1)["introduced_by"] is None


def test_restoring_takes_the_other_books_rows_and_one_undo_brings_back_mine(book):
    with Workbook.in_memory() as other:
        other.add("people", name="من ملف آخر")
        other.change("profile", 1, name="ليلى")
        before = states(book)
        book.restore(other)
        for table in TABLES:
            assert getattr(book, table).equals(getattr(other, table)), table
        assert book.add("people", name="after") not in (1, 2)
        book.undo()
    book.undo()
    for table, frame in before.items():
        assert getattr(book, table).equals(frame), table
