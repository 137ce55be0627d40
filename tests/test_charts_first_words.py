"""Charts of step 07: valid, true to their frames, names stay names, empty ones still stand."""

import datetime as dt
import json

import pytest

from shabakati import Workbook, charts
from shabakati.coach.keeping import as_kept, kinds
from shabakati.insight import relevance
from shabakati.language import LANGUAGES, use

DAY = dt.date(2026, 11, 23)
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "' + globalThis.alert(1) + '",
    "م\u202e gnp.exe",
    "ن" * 900,
]


def asked(*pairs):
    """The answers of a book in which these questions were kept: as kept, as typed before."""
    with Workbook.in_memory() as book:
        for text, before in pairs:
            book.add("answers", **as_kept(text, before, DAY))
        return book.answers


def fitting(names):
    """The people and goals of a book in which everybody works where a goal looks."""
    with Workbook.in_memory() as book:
        rows = [{"name": n, "organisation": n, "relation": "friend"} for n in names]
        book.add_all("people", rows)
        book.add("goals", benefit="advice", text="x", organisations=list(names))
        return book.people, book.goals


def rows(chart):
    return chart.to_dict(validate=True)["datasets"]["rows"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_chart_is_valid_and_says_what_it_shows_and_has_a_table(language):
    use(language)
    answers = asked(("كيف بدأت؟", "هل بدأت؟"))
    for chart in (charts.questions(answers), charts.relevance(*fitting(["one", "two"]))):
        spec = chart.to_dict(validate=True)
        assert len(spec["description"]) > 15
        known = spec["usermeta"]["shabakati"]["tables"][0]
        fields = {column["field"] for column in known["columns"]}
        assert all(fields <= row.keys() for row in spec["datasets"][known["data"]])


def test_bars_count_the_questions_before_and_after():
    answers = asked(("How did you begin?", "Did you begin?"), ("Where is it?", ""), ("Why?", ""))
    counted = {
        (row["word"], row["when"]): row["questions"] for row in rows(charts.questions(answers))
    }
    before, after = kinds(answers)["before"], kinds(answers)["after"]
    assert sum(counted.values()) == len(before) + len(after)
    assert sorted(counted.values()) == [0, 0, 0, 0, 0, 1, 1, 1, 1, 2]
    assert (before == "open").sum() == 1
    assert (after == "open").sum() == 2


def test_a_kind_that_is_no_question_has_bars_only_where_there_is_one():
    assert len(rows(charts.questions(asked()))) == 10
    assert len(rows(charts.questions(asked(("I work in finance.", ""))))) == 12


def test_the_best_fit_comes_first_and_its_bar_is_the_score():
    people, goals = fitting(["one", "two", "three"])
    found, drawn = relevance(people, goals), rows(charts.relevance(people, goals))
    assert [row["person"] for row in drawn] == found.index.tolist()
    assert [row["fit"] for row in drawn] == [round(score, 2) for score in found["score"]]
    assert all(0 < row["fit"] <= row["end"] for row in drawn)


def test_no_more_than_twelve_are_drawn_and_all_are_counted():
    chart = charts.relevance(*fitting([f"place {i}" for i in range(15)]))
    assert len(rows(chart)) == 12
    assert "15" in chart.to_dict()["description"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_stay_names_and_the_longest_is_cut(language):
    use(language)
    for chart in (charts.relevance(*fitting(HOSTILE)), charts.questions(asked((HOSTILE[0], "")))):
        spec = chart.to_dict(validate=True)
        told = json.dumps({k: v for k, v in spec.items() if k != "datasets"}, ensure_ascii=False)
        assert not any(name in told for name in HOSTILE)
        assert "ن" * 200 not in json.dumps(spec, ensure_ascii=False)
        assert "\u202e" not in json.dumps(spec, ensure_ascii=False)


def test_with_nobody_and_nothing_asked_the_charts_still_stand():
    with Workbook.in_memory() as book:
        assert rows(charts.relevance(book.people, book.goals)) == []
        assert {row["questions"] for row in rows(charts.questions(book.answers))} == {0}
