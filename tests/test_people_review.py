"""What is sure, what needs a look, and what is left of it when the book changes."""

import pandas as pd
import pytest

from shabakati import Workbook
from shabakati.people.duplicates import SURE, Reason
from shabakati.people.review import review

NOBODY = frozenset()


@pytest.fixture
def people():
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": f"P{i}"} for i in range(1, 9)])
        yield book.people


def found(*rows):
    """Pairs `(a, b, score)` as `find_duplicates` gives them, each with a reason of its own."""
    return pd.DataFrame(
        [(a, b, score, [Reason("phone", f"{a}-{b}")]) for a, b, score in rows],
        columns=["a", "b", "score", "reasons"],
    )


def test_pairs_at_the_threshold_are_sure_and_those_below_need_a_look(people):
    told = review(found((1, 2, SURE), (3, 4, SURE - 0.01)), people)
    assert (told.sure, told.unsure) == ([[1, 2]], [[3, 4]])


def test_three_rows_of_one_person_are_one_group(people):
    told = review(found((1, 2, 0.99), (2, 3, 0.98)), people)
    assert (told.sure, told.unsure) == ([[1, 2, 3]], [])


def test_a_sure_pair_can_be_part_of_a_group_that_needs_a_look(people):
    told = review(found((1, 2, 0.99), (2, 3, 0.7)), people)
    assert (told.sure, told.unsure) == ([[1, 2]], [[1, 2, 3]])


def test_who_is_kept_apart_is_not_asked_of_again(people):
    told = review(found((1, 2, 0.99), (3, 4, 0.7)), people)
    told = told.left(people, frozenset({(1, 2), (3, 4)}))
    assert (told.sure, told.unsure) == ([], [])


def test_two_who_are_kept_apart_are_not_brought_together_by_a_third(people):
    pairs = found((1, 3, 0.99), (2, 3, 0.98))
    told = review(pairs, people)
    left = told.left(people, frozenset({(1, 2)}))
    assert (left.sure, left.unsure) == ([[1, 3]], [])
    assert told.left(people, NOBODY).sure == [[1, 2, 3]]


def test_what_is_left_of_a_group_is_not_shown_twice(people):
    told = review(found((1, 3, 0.99), (2, 3, 0.7)), people)
    left = told.left(people, frozenset({(1, 2), (2, 3)}))
    assert (left.sure, left.unsure) == ([[1, 3]], [])


def test_what_is_left_lacks_those_who_are_gone_and_those_kept_apart_since(people):
    told = review(found((1, 2, 0.99), (2, 3, 0.98), (4, 5, 0.7), (6, 7, 0.7)), people)
    left = told.left(people.loc[[1, 2, 5, 6, 7]], frozenset({(6, 7)}))
    assert (left.sure, left.unsure) == ([[1, 2]], [])
    assert told.left(people, NOBODY).unsure == [[4, 5], [6, 7]]


def test_a_sure_group_whose_people_were_judged_differently_needs_a_look(people):
    told = review(found((1, 2, 0.99), (3, 4, 0.98), (5, 6, 0.97), (7, 8, 0.7)), people)
    judged = people.astype({"relation": object, "closeness": object})
    judged.loc[[1, 2, 3], "relation"] = ["friend", "family", "friend"]
    judged.loc[[5, 6], "closeness"] = "close"
    left = told.left(judged, NOBODY)
    assert (left.sure, left.unsure) == ([[3, 4], [5, 6]], [[1, 2], [7, 8]])


def test_reasons_of_a_group_come_from_its_pairs_alone_each_once(people):
    told = review(found((1, 2, 0.99), (2, 3, 0.7), (4, 5, 0.7)), people)
    assert told.reasons([1, 2, 3]) == [Reason("phone", "1-2"), Reason("phone", "2-3")]


def test_without_pairs_there_is_nothing(people):
    told = review(found(), people)
    assert (told.sure, told.unsure, told.reasons([1, 2])) == ([], [], [])
