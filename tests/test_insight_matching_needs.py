"""Who is likely to know: by what is written, however it is spelt, and nobody by half a word."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook, insight
from shabakati.insight.matching_needs import LEAST, WEIGHT, stems


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


SAID = st.sampled_from(["", "SQL", "لغة sql", "تحليل البيانات", "محلل بيانات", "في", "data models"])


@given(
    st.lists(st.tuples(st.lists(SAID, max_size=3), st.lists(SAID, max_size=3), SAID, SAID)),
    st.sampled_from(["sql", "تحليل بيانات", "data model sql", "في"]),
)
def test_of_all_that_somebody_says_the_best_counts(said, topic):
    people = pd.DataFrame(said, columns=["can_help", "topics", "role", "field"])
    people.index += 1
    wanted = stems(topic)
    best = {}
    for person, row in people.iterrows():
        for column, weight in WEIGHT.items():
            texts = row[column] if isinstance(row[column], list) else [row[column]]
            for share in (len(stems(text) & wanted) / max(1, len(wanted)) for text in texts):
                if share >= LEAST:
                    best[person] = max(best.get(person, 0), round(weight * share, 3))
    found = insight.likely_to_know(people, topic)
    assert found["score"].to_dict() == best
    assert found["score"].is_monotonic_decreasing
    assert all(
        text in people.at[id_, by] if by in ("can_help", "topics") else text == people.at[id_, by]
        for id_, by, text in zip(found.index, found["by"], found["text"], strict=True)
    )
