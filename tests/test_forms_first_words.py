"""First words: what is typed is looked through, kept once, undone; hostile messages do nothing."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.coach.keeping import kept, versions
from shabakati.forms.first_words.introduction import IntroductionEditor
from shabakati.forms.first_words.questions import QuestionCoach
from shabakati.language import say

TODAY = dt.date(2026, 11, 23)
CLOSED = "هل تستمتع بعملك؟"
PRACTICAL = "هل عندكم وظائف شاغرة؟"


def tell(form, **content):
    form.typing._handle_custom_msg(content, [])


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


@pytest.fixture
def coach(book):
    form = QuestionCoach(book, TODAY)
    yield form
    form.close()


@pytest.fixture
def editor(book):
    form = IntroductionEditor(book, TODAY)
    yield form
    form.close()


def test_a_closed_question_is_opened_and_kept_with_what_it_was(book, coach):
    tell(coach, kind="typed", text=CLOSED)
    assert coach.typing.found["tone"] == "warn"
    offer = coach.typing.found["rows"][0]
    tell(coach, kind="offer", at=0)
    assert coach.typing.found["tone"] == "good"
    tell(coach, kind="act", name="keep", text=offer)
    assert [(one.text, one.before) for one in kept(book.answers)] == [(offer, CLOSED)]
    book.undo()
    assert kept(book.answers) == ()


def test_a_practical_question_is_fine_as_it_is_and_gets_others_to_go_on_with(book, coach):
    tell(coach, kind="typed", text=PRACTICAL)
    assert (coach.typing.found["tone"], len(coach.typing.found["rows"])) == ("plain", 3)
    assert coach.typing.found["heading"] == say("forms.questions.afterwards")
    tell(coach, kind="offer", at=0)
    tell(coach, kind="act", name="keep", text=coach.typing.text)
    (one,) = kept(book.answers)
    assert one.before == one.text  # it was not made from the practical one


def test_a_question_for_an_event_stands_in_its_plan_and_one_undo_takes_both(book, coach):
    book.add("events", name="لقاء", kind="gathering")
    coach.event.value = 1
    tell(coach, kind="act", name="keep", text="كيف بدأت؟")
    assert list(book.row("events", 1)["questions"]) == ["كيف بدأت؟"]
    book.undo()
    assert (list(book.row("events", 1)["questions"]), kept(book.answers)) == ([], ())


def test_an_introduction_is_saved_in_versions_and_one_undo_takes_it_back(book, editor):
    tell(editor, kind="act", name="save", text="أنا هالة.")
    tell(editor, kind="act", name="save", text="أنا هالة، محللة.")
    tell(editor, kind="act", name="save", text="أنا هالة، محللة.")
    assert [v.text for v in versions(book.answers)] == ["أنا هالة، محللة.", "أنا هالة."]
    book.undo()
    assert book.row("profile", 1)["introduction"] == "أنا هالة."


junk = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.lists(st.text()))


@settings(max_examples=40, deadline=None)
@given(kind=st.sampled_from(["offer", "act", "typed", "", 7]), at=junk, name=junk, text=junk)
def test_hostile_messages_write_nothing(kind, at, name, text):
    with Workbook.in_memory() as book:
        for make in (QuestionCoach, IntroductionEditor):
            form = make(book, TODAY)
            tell(form, kind=kind, at=at, name=name, text=text)
            form.close()
        assert book.answers.empty
