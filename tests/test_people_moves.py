"""Who changed jobs is still known after the page was closed."""

import datetime as dt

import pytest

from shabakati import Workbook
from shabakati.people.moves import moves


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": name} for name in ("Sara", "Omar", "Huda")])
        yield book


def say(book, person, before, after, on=None, role_before="", role=""):
    book.add(
        "sources",
        person=person,
        source="linkedin",
        organisation_before=before,
        organisation=after,
        role_before=role_before,
        role=role,
        moved_on=on,
    )


def test_the_newest_move_of_each_person_comes_first(book):
    say(book, 1, "Nile", "Atlas", dt.date(2026, 1, 1))
    say(book, 1, "Atlas", "Cedar", dt.date(2026, 3, 1))
    say(book, 2, "Nile", "Atlas", dt.date(2026, 2, 1))
    say(book, 3, "", "Atlas")
    found = moves(book.sources, book.people)
    assert found["name"].tolist() == ["Sara", "Omar"]
    assert found["organisation"].tolist() == ["Cedar", "Atlas"]
    assert found["job"].tolist() == [True, True]


def test_another_role_or_another_script_is_no_other_job(book):
    say(book, 1, "Nile", "Nile", role_before="Engineer", role="Head")
    say(book, 2, "Aramco", "أرامكو", role_before="Engineer", role="Head")
    assert moves(book.sources, book.people)["job"].tolist() == [False, False]


def test_nobody_moved_in_an_empty_book(book):
    assert moves(book.sources, book.people).empty
    book.remove("people", [1, 2, 3])
    assert moves(book.sources, book.people).empty
