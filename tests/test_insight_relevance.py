"""Who fits a goal: for what the goal names, and for nothing else."""

import pytest

from shabakati import Workbook
from shabakati.insight import relevance

GOAL = {"benefit": "opportunities", "text": "وظيفة", "organisations": ["شركة المدى"]}


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add("goals", **GOAL, roles=["محلل بيانات"], topics=["SQL"])
        book.add_all(
            "people",
            [
                {"name": "A", "organisation": "شركة المدى"},
                {"name": "B", "role": "محللة بيانات"},
                {"name": "C", "topics": ["SQL"]},
                {"name": "D", "can_help": ["مراجعة SQL"], "topics": ["SQL"]},
                {"name": "E", "organisation": "مخبز", "role": "خباز"},
            ],
        )
        yield book


def test_each_reason_is_found_and_who_has_none_does_not_stand_there(book):
    found = relevance(book.people, book.goals)
    why = found["reason"].to_dict()
    assert {id_: why[id_] for id_ in (1, 3, 4)} == {1: "organisation", 3: "topic", 4: "help"}
    assert why[2] == "role"
    assert 5 not in why
    assert found["score"].is_monotonic_decreasing


def test_two_reasons_add_up_and_stay_below_one(book):
    assert relevance(book.people, book.goals).at[4, "score"] == pytest.approx(1 - 0.4 * 0.55)


def test_a_goal_that_is_reached_asks_for_nobody(book):
    book.change("goals", 1, state="reached")
    assert relevance(book.people, book.goals).empty


def test_without_people_or_goals_the_frame_is_empty_and_has_its_columns():
    with Workbook.in_memory() as empty:
        found = relevance(empty.people, empty.goals)
    assert list(found) == ["score", "goal", "reason", "about"]
    assert found.empty
