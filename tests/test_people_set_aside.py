"""Who was set aside for a question is kept in the book, and each time is one undo."""

import pytest

from shabakati import Workbook
from shabakati.people.set_aside import STEP, asked_aside, put_aside, set_aside, take_up


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def test_each_time_is_one_undo(book):
    put_aside(book, "skipped.relation", [3, 1])
    put_aside(book, "skipped.relation", [2, 3])
    assert set_aside(book, "skipped.relation") == {1, 2, 3}
    book.undo()
    assert set_aside(book, "skipped.relation") == {1, 3}
    assert set_aside(book, "skipped.place") == set()


def test_some_or_all_are_taken_up_again(book):
    put_aside(book, "skipped.relation", range(1, 6))
    take_up(book, "skipped.relation", [2, 9])
    assert set_aside(book, "skipped.relation") == {1, 3, 4, 5}
    take_up(book, "skipped.relation")
    assert set_aside(book, "skipped.relation") == set()
    assert book.answers.empty
    book.undo()
    assert len(set_aside(book, "skipped.relation")) == 4


def test_thirty_thousand_ids_fit(book):
    put_aside(book, "skipped.relation", range(30_000))
    assert set_aside(book, "skipped.relation") == set(range(30_000))
    book.undo()
    assert book.answers.empty


def test_what_a_strangers_book_says_instead_of_ids_is_ignored(book):
    book.add("answers", step=STEP, question="skipped.relation", answer="1 x -2 ٣ 4.5 " + "9" * 99)
    assert set_aside(book, "skipped.relation") == {1}
    take_up(book, "skipped.relation", [1])
    assert set_aside(book, "skipped.relation") == set()


def test_questions_are_found_by_their_beginning(book):
    put_aside(book, "declined.place.event", [1])
    put_aside(book, "skipped.place", [1])
    assert asked_aside(book, "declined.") == ["declined.place.event"]
