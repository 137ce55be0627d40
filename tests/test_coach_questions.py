"""The question coach: right on what it was tuned on, and never stopped by any text."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati.coach import check_introduction, check_question
from shabakati.language import use

SETS = Path(__file__).parents[1] / "benchmarks" / "questions"
FLOOR = 0.97  # of the tuning half


def tuning(language):
    with (SETS / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["half"] == "tune"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_kinds_of_the_tuning_half_are_found(language):
    rows = tuning(language)
    right = sum(check_question(row["text"]).kind == row["kind"] for row in rows)
    assert right / len(rows) >= FLOOR


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_closed_question_is_answered_with_open_ones(language):
    for row in tuning(language):
        found = check_question(row["text"], language)
        assert not found.is_closed or 2 <= len(found.rewrites) <= 3
        assert all(check_question(offer, language).is_open for offer in found.rewrites)


def test_an_offer_takes_over_the_words_of_the_question():
    found = check_question("هل تستمتع بالعمل في هذه الشركة؟")
    assert found.rewrites[0] == "ما الذي يعجبك أكثر في العمل في هذه الشركة؟"


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Has the strike affected your shop?", True),
        ("Isn't that a bit risky?", True),
        ("Where is the nearest metro station?", False),
        ("Could you send me the slides?", False),
        ("You're Lebanese, aren't you?", False),
        ("هل ترى أن الفكرة قابلة للتنفيذ؟", True),
        ("ممكن تبعت لي رابط التسجيل؟", False),
        ("ما اسمك؟", False),
    ],
)
def test_only_what_has_an_open_twin_is_offered_one_instead(text, instead):
    found = check_question(text)
    assert found.rewrites
    assert found.instead == instead


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Would you mind telling me how old the firm is?", "one_fact"),
        ("Would you mind telling me how you got into the firm?", "open"),
        ("Any idea whether they are hiring?", "yes_no"),
        ("Tell me about when you started", "open"),
        ("Let me know when you are back.", "not_a_question"),
        ("When I started, who helped me most was my sister", "not_a_question"),
        ("Which do you prefer, tea or coffee?", "choice"),
        ("Are you reading or watching anything good?", "yes_no"),
        ("ودي أعرف متى ينتهي التسجيل", "one_fact"),
        ("ودي أعرف كيف بدأتم", "open"),
        ("حدا يحكيلي كيف بتصير المقابلة؟", "open"),
        ("يخبرني صديقي أن الفرع أُغلق", "not_a_question"),
        ("متى قررت ترك الطب، ولماذا؟", "open"),
        ("تفضل الشاي أم القهوة", "choice"),
        ("ما زلتم تصدرون المجلة؟", "yes_no"),
        ("ما قصرت والله", "not_a_question"),
    ],
)
def test_a_question_is_judged_by_what_stands_inside_its_frame(text, kind):
    assert check_question(text).kind == kind


def test_an_arabic_question_full_of_terms_in_latin_letters_is_read_as_arabic():
    found = check_question("هل عندكم openings في data engineering team هذه السنة؟")
    assert (found.language, found.kind) == ("ar", "yes_no")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_rounds_written_as_unseen_keep_what_the_coach_learnt_from_them(language):
    with (SETS / f"unseen_{language}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] != "debated"]
    right = sum(check_question(row["text"], language).kind == row["kind"] for row in rows)
    assert all(row["seen"] for row in rows)
    assert right / len(rows) >= FLOOR


@pytest.mark.parametrize("language", ["ar", "en"])
def test_small_words_said_over_and_over_do_not_hold_the_coach_up(language):
    """Each of these once took time without an end: it doubled with every word."""
    for said in ("هل لي ", "كنت حاب ", "a bit more ", "have you got ", "which a, b, c, ", "عن "):
        text = said * (2_000 // len(said))
        assert check_question(text, language).question
        assert check_question(f"{text}?", language).question


@settings(max_examples=80, deadline=2000)
@given(st.text(max_size=400))
def test_no_text_stops_the_coach(text):
    use("ar")
    for language in ("ar", "en", None):
        assert len(check_question(text, language).rewrites) <= 3
        assert check_introduction(text, language).time.seconds >= 0
