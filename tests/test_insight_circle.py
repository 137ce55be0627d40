"""The circle: those who were placed first, then those for whom most speaks."""

import datetime as dt

import pytest

from shabakati import Workbook, open_workbook
from shabakati.insight.circle import LEAST, MOST, Reason, circle, members

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def found(book):
    return circle(book.people, book.exchanges, book.goals, TODAY)


def test_nobody_makes_an_empty_circle(book):
    assert found(book).empty
    assert members(book.people, book.exchanges, book.goals, TODAY) == []


def test_those_in_the_inner_rings_come_first_and_the_distant_are_not_asked_for(book):
    book.add("people", name="A", closeness="regular")
    book.add("people", name="B", closeness="closest")
    book.add("people", name="C", closeness="distant")
    book.add("people", name="D")
    told = found(book)
    assert told.index.tolist() == [2, 1, 4]
    assert told["placed"].tolist() == [True, True, False]
    assert told["ring"].tolist() == ["closest", "regular", "closest"]


def test_who_fits_a_goal_helped_and_was_met_of_late_is_proposed_with_these_reasons(book):
    book.add_all("people", [{"name": name} for name in "ABC"])
    book.change("people", 2, organisation="Atlas Bank")
    book.add("goals", benefit="opportunities", text="work", organisations=["بنك أطلس"])
    for days in (5, 40):
        on = TODAY - dt.timedelta(days)
        book.add("exchanges", person=3, on=on, kind="helped", direction="received")
    book.add("exchanges", person=1, on=dt.date(2019, 1, 1), kind="wrote")
    told = found(book)
    assert told.index.tolist() == [3, 2, 1]
    assert told["reasons"].tolist() == [
        [Reason("helped", "2"), Reason("touched", "2")],
        [Reason("goal_organisation", "بنك أطلس")],
        [Reason("touched", "1")],
    ]


def test_a_circle_has_fifteen_to_fifty_people_where_there_are_so_many(book):
    book.add_all("people", [{"name": f"P{n}"} for n in range(200)])
    assert len(found(book)) == LEAST
    book.change("people", list(range(1, 61)), closeness="close")
    assert len(found(book)) == MOST
    asked = members(book.people, book.exchanges, book.goals, TODAY)
    assert asked == list(range(1, 51))


def test_rings_are_proposed_as_they_fill_up(book):
    book.add_all("people", [{"name": f"P{n}"} for n in range(40)])
    book.change("people", [1, 2, 3], closeness="closest")
    rings = found(book)["ring"].tolist()
    assert rings == ["closest"] * 5 + ["close"] * 10


def test_only_those_placed_are_asked_about_once_they_are_fifteen():
    with open_workbook("demo") as book:
        asked = members(book.people, book.exchanges, book.goals, TODAY)
        ring = book.people["closeness"].astype("object")
        assert set(asked) == set(book.people.index[ring.isin(["closest", "close", "regular"])])
