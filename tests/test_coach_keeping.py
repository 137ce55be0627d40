"""What is kept comes back as it was: questions with whom they are for, introductions by day."""

import datetime as dt

import pytest

from shabakati import Workbook
from shabakati.coach.keeping import as_kept, as_version, kept, kinds, versions
from shabakati.coach.ladder import STEP

DAY = dt.date(2026, 11, 23)
OPEN, CLOSED = "كيف بدأت في هذا المجال؟", "هل عندكم وظائف شاغرة؟"


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def test_a_question_comes_back_with_what_it_was_made_from_and_whom_it_is_for(book):
    book.add("answers", **as_kept(OPEN, CLOSED, DAY, person=5))
    book.add("answers", **as_kept(OPEN, "", DAY, event=2))
    first, second = kept(book.answers)
    assert (first.text, first.before, first.person, first.event) == (OPEN, CLOSED, 5, None)
    assert (second.text, second.before, second.person, second.event) == (OPEN, OPEN, None, 2)
    assert kinds(book.answers).values.tolist() == [["yes_no", "open"], ["open", "open"]]


@pytest.mark.parametrize("name", ["question.person.x", "question.planet.1", "question.person."])
def test_a_question_for_nobody_that_can_be_is_passed_over(book, name):
    book.add("answers", step=STEP, question=name, answer=OPEN)
    assert kept(book.answers) == ()


def test_versions_stand_newest_first_and_those_without_a_day_last(book):
    for text, on in (("old", None), ("new", DAY), ("between", DAY - dt.timedelta(days=1))):
        book.add("answers", **as_version(text, on))
    assert [one.text for one in versions(book.answers)] == ["new", "between", "old"]
