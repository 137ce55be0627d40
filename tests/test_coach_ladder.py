"""The ladder: begins where comfort says, one step a week, what was hard is offered again."""

import datetime as dt

import pytest

from shabakati import Workbook
from shabakati.coach import Outcome, Rung, ladder
from shabakati.coach.ladder import STEP, as_answer

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def tried(book, rung, outcome, days_ago, note=""):
    book.add("answers", **as_answer(rung, outcome, note, TODAY - dt.timedelta(days_ago)))


@pytest.mark.parametrize(
    ("comfort", "first"),
    [
        ("shy", "read_profile"),
        ("depends", "connect"),
        ("easy", "write_to_new"),
        (None, "read_profile"),
    ],
)
def test_the_first_rung_follows_comfort_and_nothing_said_is_the_lowest(book, comfort, first):
    stands = ladder(book.answers, comfort, TODAY)
    assert (stands.rung, stands.waits) == (first, False)


def test_the_next_rung_waits_for_a_week(book):
    tried(book, Rung.READ_PROFILE, Outcome.GOOD, 3)
    stands = ladder(book.answers, "shy", TODAY)
    assert (stands.rung, stands.waits) == (Rung.REACT, True)
    assert stands.begins == TODAY + dt.timedelta(days=4)
    assert not ladder(book.answers, "shy", TODAY + dt.timedelta(days=4)).waits


def test_what_was_hard_is_offered_again_and_what_was_not_tried_does_not_wait(book):
    tried(book, Rung.READ_PROFILE, Outcome.HARD, 8)
    tried(book, Rung.READ_PROFILE, Outcome.NOT_YET, 0, "no time")
    stands = ladder(book.answers, "shy", TODAY)
    assert (stands.rung, stands.waits) == (Rung.READ_PROFILE, False)
    assert stands.tried[-1].note == "no time"


def test_at_the_top_there_is_no_rung(book):
    for rung in Rung:
        tried(book, rung, Outcome.GOOD, 10)
    assert ladder(book.answers, "easy", TODAY).rung is None


def test_answers_that_are_no_tries_are_passed_over(book):
    for question, answer in (("ladder.fly", "good"), ("ladder.call", "great"), ("call", "good")):
        book.add("answers", step=STEP, question=question, answer=answer)
    assert ladder(book.answers, "shy", TODAY).tried == ()
