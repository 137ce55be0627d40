"""Who should meet: strangers to each other, with something for one another."""

import pytest

from shabakati import Workbook
from shabakati.insight.meeting import Meeting, Way, to_introduce, ways_in


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        for name in "ABCDEF":
            book.add("people", name=name)
        yield book


def met(book):
    return to_introduce(book.people, book.ties)


def test_help_comes_before_a_shared_topic_and_that_before_a_shared_field(book):
    book.change("people", 1, field="بيانات", topics=["SQL"], can_help=["التصميم"])
    book.change("people", 2, field="بيانات")
    book.change("people", 3, topics=["sql"])
    book.change("people", 4, topics=["التصميم"])
    assert met(book) == [Meeting(1, 4, "help", "التصميم")]
    book.change("people", 4, topics=[])
    assert met(book) == [Meeting(1, 3, "topic", "SQL")]
    book.change("people", 3, topics=[])
    assert met(book) == [Meeting(1, 2, "field", "بيانات")]


def test_who_knows_each_other_or_stands_in_one_cluster_needs_no_introduction(book):
    book.change("people", [1, 2, 3], topics=["SQL"])
    book.add_all("ties", [{"a": 1, "b": 2}, {"a": 2, "b": 3}])
    assert met(book) == []
    book.change("people", 5, topics=["SQL"])
    assert [(m.a, m.b) for m in met(book)] == [(1, 5)]


def test_nobody_is_in_two_of_the_pairs(book):
    book.change("people", [1, 2, 3, 4, 5], topics=["SQL"])
    people = [p for m in met(book) for p in (m.a, m.b)]
    assert len(people) == len(set(people)) == 4


def test_who_fits_a_goal_is_reached_through_the_nearest_who_knows_them(book):
    book.add("goals", benefit="opportunities", text="work", organisations=["Atlas"])
    book.change("people", 1, organisation="Atlas", closeness="distant")
    book.change("people", 2, closeness="close")
    book.change("people", 3, closeness="closest")
    book.add_all("ties", [{"a": 1, "b": 2}, {"a": 1, "b": 3}])
    assert ways_in(book.people, book.ties, book.goals) == [Way(1, 3, 1, "organisation", "Atlas")]
    book.change("people", 1, closeness="closest")
    assert ways_in(book.people, book.ties, book.goals) == []
