"""Drafts say only what is known, in whole sentences, in the language that is asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati.coach import Message, draft
from shabakati.people.organisations import has_arabic

both = pytest.mark.parametrize("language", ["ar", "en"])
every = pytest.mark.parametrize("message", list(Message))


@both
@every
def test_with_nothing_known_a_draft_is_text_without_gaps(message, language):
    made = draft(message, language, {})
    assert made.text.strip()
    assert not set("{}¶") & set(made.text)
    assert has_arabic(made.text) == (language == "ar")


@every
def test_an_english_draft_leaves_out_what_is_written_in_arabic(message):
    made = draft(message, "en", {"organisation": "ندى المدى", "topic": "التحليل", "event": "لقاء"})
    assert not has_arabic(made.text)


def test_another_language_is_arabic():
    assert draft(Message.FIRST, "xx", {}) == draft(Message.FIRST, "ar", {})


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.sampled_from(list(Message)), st.sampled_from(["ar", "en"]))
def test_no_name_breaks_a_draft(text, message, language):
    made = draft(message, language, dict.fromkeys(["name", "organisation", "topic", "me"], text))
    assert made.text.strip()
