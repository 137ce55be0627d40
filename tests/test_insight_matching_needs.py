"""Who is likely to know: by what is written, however it is spelt, and nobody by half a word."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook, insight


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all(
            "people",
            [
                {"name": "A", "role": "محلّل بيانات", "field": "تحليل البيانات"},
                {"name": "B", "topics": ["SQL", "لوحات معلومات"]},
                {"name": "C", "can_help": ["مراجعة مشاريعي في sql"]},
                {"name": "D", "role": "محلل مالي"},
            ],
        )
        yield book


@pytest.mark.parametrize(
    ("topic", "who"),
    [
        ("SQL", [3, 2]),
        ("محللة بيانات", [1]),
        ("تحليل بيانات", [1]),
        ("لوحات المعلومات", [2]),
        ("الصيد", []),
        ("في من", []),
        ("", []),
    ],
)
def test_spelling_article_and_ending_make_no_difference_half_a_topic_does(book, topic, who):
    assert insight.likely_to_know(book.people, topic).index.tolist() == who


def test_what_somebody_said_counts_more_than_a_title_and_is_named_as_the_reason(book):
    found = insight.likely_to_know(book.people, "SQL")
    assert found.loc[3].to_dict() == {
        "score": 1.0,
        "by": "can_help",
        "text": "مراجعة مشاريعي في sql",
    }
    assert found.at[2, "by"] == "topics"


def test_each_open_goal_has_its_people_once_each_with_the_need_that_they_answer(book):
    book.add("goals", benefit="advice", text="x", topics=["SQL"], roles=["محلل بيانات"])
    book.add("goals", benefit="advice", text="y", topics=["SQL"], state="dropped")
    found = insight.matching_needs(book.people, book.goals)
    assert found[["goal", "person", "need"]].values.tolist() == [
        [1, 3, "SQL"],
        [1, 2, "SQL"],
        [1, 1, "محلل بيانات"],
    ]
    assert insight.matching_needs(book.people, book.goals.head(0)).empty


def test_a_topic_in_two_spellings_is_one(book):
    book.change("people", 1, topics=["sql", "الإدارة"])
    book.change("people", 4, topics=["الادارة"])
    known = insight.known_topics(book.people).set_index("topic")["people"]
    assert known["sql"] == [1, 2]
    assert known["الإدارة"] == [1, 4]


@given(st.text(), st.text())
def test_any_words_may_be_asked_for_and_scores_are_shares(topic, text):
    row = {"topics": [text], "role": text, "can_help": [], "field": ""}
    found = insight.likely_to_know(pd.DataFrame([row]), topic)
    assert len(found) <= 1
    assert found["score"].between(0.3, 1).all()
