"""A suggestion that was declined is not made again, in this sitting or another."""

import pytest

from shabakati import Workbook
from shabakati.people.declining import decline, declined, still_open
from suggesting import ME, opened, suggested


@pytest.fixture
def book(tmp_path):
    with opened(tmp_path) as book:
        book.add_all("people", [{"name": n, "organisation": ME["organisation"]} for n in "أبج"])
        yield book


def left(book):
    found = still_open(suggested(book), book.people, declined(book))
    return set(found.loc[found["column"] == "relation", "person"])


def test_what_is_declined_stays_so_in_the_file(book, tmp_path):
    decline(book, "relation", "current_colleague", [1, 2])
    assert left(book) == {3}
    with Workbook.open(tmp_path / "book.sqlite") as again:
        assert left(again) == {3}
    book.undo()
    assert left(book) == {1, 2, 3}


def test_only_that_value_of_that_column_is_declined(book):
    decline(book, "relation", "friend", [1])
    decline(book, "place", "workplace", [1])
    assert left(book) == {1, 2, 3}
    found = still_open(suggested(book), book.people, declined(book))
    assert set(found.loc[found["column"] == "place", "person"]) == {2, 3}


def test_what_was_said_or_removed_meanwhile_is_not_open(book):
    found = suggested(book)
    book.change("people", 1, relation="friend")
    book.remove("people", 2)
    open_ = still_open(found, book.people, {})
    assert set(open_.loc[open_["column"] == "relation", "person"]) == {3}
    assert set(open_.loc[open_["column"] == "place", "person"]) == {1, 3}


def test_nothing_suggested_is_nothing_open(book):
    assert still_open(suggested(book).head(0), book.people, {}).empty
