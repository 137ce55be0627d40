"""Boundaries: an example is adopted or not, the rule is one's own and can be taken back."""

import datetime as dt

import pytest

from shabakati import Workbook, charts, open_workbook
from shabakati.forms.events.boundaries import CODES, STEP, Boundary
from shabakati.language import say, use

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def book():
    use("en")
    with Workbook.in_memory() as book:
        yield book


def boundary(book, code):
    return Boundary(book, code, lambda: TODAY)


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_kept_before_it_is_saved_and_each_rule_has_one_row(book, code):
    form = boundary(book, code)
    form.adopt.click()
    assert form.rule.value == say(f"forms.boundaries.example.{code}")
    assert book.answers.empty
    form.save.click()
    form.rule.value = "My own rule <b>"
    form.save.click()
    (row,) = book.answers.to_dict("records")
    assert (row["step"], row["question"]) == (STEP, f"boundary.{code}")
    assert row["answer"] == "My own rule <b>"
    book.undo()
    assert form.rule.value == say(f"forms.boundaries.example.{code}")


def test_what_is_being_typed_stays_when_another_window_writes(book):
    form = boundary(book, "offers")
    form.rule.value = "half a sent"
    book.add("answers", step=STEP, question="boundary.offers", answer="from elsewhere")
    assert form.rule.value == "half a sent"
    assert boundary(book, "offers").rule.value == "from elsewhere"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_effort_is_drawn_for_events_that_took_place_and_says_its_numbers(language):
    with open_workbook("demo", language) as demo:
        spec = charts.effort(demo.events, demo.exchanges, demo.people, TODAY).to_dict(validate=True)
        rows = spec["datasets"]["sides"]
        assert len(rows) == 2 * 5  # the sixth event is only planned
        assert "34.5" in spec["description"]
        assert {row["amount"] for row in rows if row["sign"] == -1} == {"8", "3", "1.5", "6", "16"}
        empty = demo.events.iloc[:0]
        assert charts.effort(empty, demo.exchanges, demo.people, TODAY) is None
