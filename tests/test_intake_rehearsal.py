"""A rehearsal says what an intake would change and leaves the book as it was."""

import pytest

from importing import intake
from shabakati import Workbook
from shabakati.errors import ShabakatiError
from shabakati.intake import add_to_book
from shabakati.intake.rehearsal import changes, rehearse


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def test_a_rehearsal_says_what_adding_then_does(book):
    read = intake("Sara", {"name": "Omar", "emails": ["omar@example.com"]})
    expected = rehearse(book, read)
    assert book.people.empty
    assert not book.can_undo
    assert changes(expected)
    assert str(add_to_book(book, read)) == str(expected)


def test_a_second_time_changes_nothing(book):
    read = intake({"name": "Omar", "emails": ["omar@example.com"]})
    add_to_book(book, read)
    again = rehearse(book, read)
    assert again.known == 1
    assert not changes(again)


def test_nobody_is_told_and_frames_stay_the_same(book):
    book.add("people", name="Sara")
    seen = []
    book.observe(seen.append, names=["people"])
    before = book.people
    rehearse(book, intake("Omar"))
    assert book.people is before
    assert seen == []


def test_what_can_be_undone_and_made_again_stays_so(book):
    book.add("people", name="Sara")
    book.undo()
    rehearse(book, intake("Omar"))
    assert book.redo()
    assert book.people["name"].tolist() == ["Sara"]


def test_what_cannot_be_added_is_an_error(book):
    book.close()
    with pytest.raises(ShabakatiError):
        rehearse(book, intake("Omar"))
