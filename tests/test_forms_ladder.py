"""The ladder's form: a press is kept and undone, a note stays text, no message climbs for one."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.coach import Outcome, Rung
from shabakati.coach.ladder import as_answer, tries
from shabakati.forms.first_words.ladder import LadderForm
from shabakati.language import LANGUAGES, say, use

TODAY = dt.date(2026, 11, 23)
HOSTILE = "<img src=x onerror=alert(1)>\n' + alert(1) + '"


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


@pytest.fixture
def form(book):
    form = LadderForm(book, TODAY)
    yield form
    form.close()


def press(form, outcome):
    form.acts.children[list(Outcome).index(outcome)].click()


def test_what_went_well_is_climbed_and_the_next_waits_a_week(book, form):
    press(form, Outcome.GOOD)
    assert (form.stands.rung, form.stands.waits) == (Rung.REACT, True)
    assert form.stands.begins == TODAY + dt.timedelta(days=7)
    assert form.rungs.value.count('data-state="done"') == 1
    book.undo()
    assert (form.stands.rung, form.stands.waits) == (Rung.READ_PROFILE, False)
    assert 'data-state="done"' not in form.rungs.value


@pytest.mark.parametrize(("outcome", "waits"), [(Outcome.HARD, True), (Outcome.NOT_YET, False)])
def test_what_was_hard_or_not_tried_stays_the_step(form, outcome, waits):
    press(form, outcome)
    assert (form.stands.rung, form.stands.waits) == (Rung.READ_PROFILE, waits)
    assert form.note.message["text"] == say(f"forms.ladder.said.{outcome.value}")


def test_comfort_is_saved_and_moves_the_step_and_follows_the_book(book, form):
    form.comfort.value = "easy"
    assert book.row("profile", 1)["comfort"] == "easy"
    assert form.stands.rung is Rung.WRITE_TO_NEW
    book.undo()
    assert form.comfort.value is None


def test_at_the_top_nothing_is_asked_any_more(book, form):
    for rung in Rung:
        book.add("answers", **as_answer(rung, Outcome.GOOD, "", TODAY))
    assert form.acts.layout.display == "none"
    assert say("forms.ladder.top") in form.now.value
    before = len(book.answers)
    press(form, Outcome.GOOD)  # a press that was on its way
    assert len(book.answers) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_is_text_and_never_markup(book, language):
    use(language)
    form = LadderForm(book, TODAY)
    form.told.value = HOSTILE
    press(form, Outcome.HARD)
    assert tries(book.answers)[0].note == HOSTILE
    assert "<img" not in form.rungs.value
    assert "&lt;img" in form.rungs.value
    assert form.told.value == ""
    form.close()


@settings(max_examples=20, deadline=None)
@given(st.builds(str.__mul__, st.text(max_size=200), st.sampled_from([1, 90])))
def test_any_note_is_kept_or_refused_and_the_form_goes_on(text):
    with Workbook.in_memory() as book:
        form = LadderForm(book, TODAY)
        form.told.value = text
        press(form, Outcome.GOOD)
        assert len(book.answers) == 1
        assert form.rungs.value.count("<small") <= 1
        form.close()


def test_a_comfort_that_is_no_choice_is_not_taken(book, form):
    for hostile in ("brave", "<b>", 7, ["easy"]):
        with pytest.raises(Exception, match="Invalid selection"):
            form.comfort.value = hostile
    assert book.row("profile", 1)["comfort"] is None
