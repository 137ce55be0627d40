"""Boundaries: an example is taken over, edited, kept as one's own, and taken back as one."""

import datetime as dt

import pytest

from shabakati.forms.events.boundaries import CODES, Boundaries, rules
from shabakati.language import say
from shabakati.workbook import Workbook

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


@pytest.fixture
def form(book):
    form = Boundaries(book, lambda: TODAY)
    yield form
    form.close()


def test_examples_are_taken_and_kept_as_answers_in_one_change(book, form):
    for code in CODES:
        form.examples[code].click()
    assert book.answers.empty
    form.save.click()
    assert set(book.answers["question"]) == {f"boundary.{code}" for code in CODES}
    assert set(book.answers["step"]) == {"08_events"}
    assert set(book.answers["on"]) == {TODAY}
    book.undo()
    assert book.answers.empty
    assert form.texts["offers"].value == ""


def test_an_example_never_replaces_what_was_written(form):
    form.texts["offers"].value = "لا"
    form.examples["offers"].click()
    form.examples["offers"].click()
    assert form.texts["offers"].value == f"لا\n{say('forms.boundaries.example.offers')}"


def test_a_rule_is_changed_in_its_row_and_an_emptied_one_is_removed(book, form):
    form.texts["employer"].value = "قبل التوقيع"
    form.save.click()
    form.texts["employer"].value = "بعد أسبوع"
    form.save.click()
    assert list(book.answers["answer"]) == ["بعد أسبوع"]
    form.texts["employer"].value = "  "
    form.save.click()
    assert book.answers.empty


def test_saving_without_a_change_adds_no_step_to_undo(book, form):
    form.save.click()
    assert form.note.message["text"] == say("forms.boundaries.unchanged")
    assert book.answers.empty


def test_a_text_being_written_stays_when_another_window_saves(book, form):
    form.texts["offers"].value = "مسودة"
    book.add("answers", step="08_events", question="boundary.confidential", answer="الأرقام")
    assert form.texts["offers"].value == "مسودة"
    assert form.texts["confidential"].value == "الأرقام"


def test_rules_are_shown_as_text_whatever_is_in_them(form):
    form.texts["offers"].value = "<img src=x onerror=alert(1)>"
    form.save.click()
    assert "<img" not in form.mine.value
    assert "&lt;img" in form.mine.value


def test_answers_of_other_steps_and_unknown_questions_are_no_rules(book):
    book.add("answers", step="09_keeping_warm", question="boundary.offers", answer="a")
    book.add("answers", step="08_events", question="boundary.other", answer="b")
    book.add("answers", step="08_events", question="offers", answer="c")
    assert rules(book.answers) == {}
