"""Small acts: what is owed comes first, each with its reason, and none without a fact."""

import datetime as dt

import pandas as pd
import pytest

from shabakati import Workbook, open_workbook
from shabakati.insight.small_acts import BECOMES, Act, act_says, small_acts
from shabakati.insight.warmth import due_acts, kept_warm
from shabakati.language import LANGUAGES, use
from shabakati.people.moves import moves

TODAY = dt.date(2026, 11, 23)


def book_of(**person):
    book = Workbook.in_memory()
    book.add("people", name="سارة", closeness="close", **person)
    return book


def touch(book, kind, direction="both", days=100, note=""):
    on = TODAY - dt.timedelta(days)
    book.add("exchanges", person=1, on=on, kind=kind, direction=direction, note=note)


def act_of(book):
    [found] = due_acts(book, TODAY, kept_warm(book, TODAY), 5).itertuples()
    return found


def test_help_without_thanks_is_thanked_for_first_of_all():
    book = book_of(can_offer=["رأي"], occasions=["birthday"], birthday="--11-25")
    touch(book, "referred", "received", note="رشّحتني لوظيفة")
    found = act_of(book)
    assert (found.act, found.reason, found.about) == ("thank", "unthanked", "رشّحتني لوظيفة")
    touch(book, "thanked", "received", days=90)
    assert act_of(book).act == "thank"
    touch(book, "thanked", "given", days=90)
    assert act_of(book).act == "greet"


def test_an_occasion_within_two_weeks_is_greeted_if_it_was_chosen():
    for birthday, act in [("--12-07", "greet"), ("--12-08", "hello"), ("--11-22", "hello")]:
        assert act_of(book_of(occasions=["birthday"], birthday=birthday)).act == act
    assert act_of(book_of(birthday="--11-25")).act == "hello"


def test_a_new_employer_is_congratulated_once_and_a_new_role_alone_is_none():
    book = book_of()
    touch(book, "wrote", days=300)
    told = {"person": 1, "source": "linkedin", "organisation": "بنك", "organisation_before": "متجر"}
    book.add("sources", **told, moved_on=TODAY - dt.timedelta(20))
    found = act_of(book)
    assert (found.act, found.about) == ("congratulate", "بنك")
    old = pd.DataFrame(moves(book.sources, book.people)).assign(job=False)
    [other] = small_acts(book.people, book.exchanges, TODAY, [1], old).itertuples()
    assert other.act == "hello"
    touch(book, "called", days=10)
    [after] = small_acts(
        book.people, book.exchanges, TODAY, [1], moves(book.sources, book.people)
    ).itertuples()
    assert after.act == "hello"


def test_one_sided_help_is_given_back_before_more_is_asked():
    book = book_of(can_help=["SQL"], can_offer=["رأي"])
    assert act_of(book).reason == "can_help"
    touch(book, "helped", "received")
    touch(book, "thanked", "given", days=99)
    assert (act_of(book).act, act_of(book).reason) == ("help", "one_sided")
    book.change("people", 1, can_offer=[])
    assert act_of(book).act == "hello"
    touch(book, "helped", "given", days=98)
    assert act_of(book).act == "ask"
    book.change("people", 1, can_help=[], can_offer=["رأي"])
    assert act_of(book).reason == "can_offer"


def test_what_was_asked_is_no_help_yet():
    assert BECOMES[Act.ASK][0] == BECOMES[Act.HELLO][0] == "wrote"
    assert BECOMES[Act.THANK] == ("thanked", "given")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_of_the_demo_is_said_with_its_reason(language):
    book = open_workbook("demo", language=language)
    kept = kept_warm(book, TODAY)
    acts = due_acts(book, TODAY, kept, 99)
    assert {"thank", "ask", "help", "hello"} <= set(acts["act"])
    for row in acts.itertuples():
        assert act_says(row)
    use("ar")


def test_nobody_due_gives_no_act_and_strangers_are_left_out():
    empty = Workbook.in_memory()
    assert due_acts(empty, TODAY, kept_warm(empty, TODAY), 5).empty
    assert small_acts(empty.people, empty.exchanges, TODAY, [7]).empty
