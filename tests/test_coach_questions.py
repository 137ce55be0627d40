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


@settings(max_examples=80, deadline=2000)
@given(st.text(max_size=400))
def test_no_text_stops_the_coach(text):
    use("ar")
    for language in ("ar", "en", None):
        assert len(check_question(text, language).rewrites) <= 3
        assert check_introduction(text, language).time.seconds >= 0
