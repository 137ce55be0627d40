"""Drafts and whom they are for: made of what is known, changed by hand, never written down."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.coach import Message
from shabakati.forms.first_words.messages import Drafts
from shabakati.forms.first_words.relevant import SHOWN, RelevantPeople
from shabakati.language import LANGUAGES, say

NAME = "سارة <b>الخطيب</b>"


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add("people", name=NAME, organisation="Najd", role="editor", topics=["نشر"])
        book.add("people", name="Omar")
        book.add("goals", benefit="advice", text="هدفي", organisations=["Najd"])
        book.change("profile", 1, name="هالة")
        yield book


@pytest.fixture
def drafts(book):
    form = Drafts(book)
    yield form
    form.close()


def tell(widget, **content):
    widget._handle_custom_msg(content, [])


def choose(drafts, *people):
    values = {"person": [{"id": person, "label": "x"} for person in people]}
    tell(drafts.whom, kind="act", name="draft", values=values)


def test_without_somebody_no_draft_is_shown_and_what_to_do_is_said(drafts):
    choose(drafts)
    assert drafts.note.message["text"] == say("forms.messages.nobody")
    assert (drafts.typing.text, drafts.typing.layout.display) == ("", "none")


@pytest.mark.parametrize("message", list(Message))
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_message_names_both_and_leaves_no_gap(drafts, message, language):
    drafts.message.value, drafts.language.value = message.value, language
    drafts.write_to(1)
    assert "سارة" in drafts.typing.text
    assert "هالة" in drafts.typing.text
    assert not {"{", "}", "None", "nan"} & set(drafts.typing.text.split())
    assert drafts.typing.layout.display == ""


def test_what_is_not_known_is_named(drafts):
    drafts.write_to(2)
    assert say("coach.message.lacks.topic") in drafts.typing.found["verdict"]


def test_a_draft_that_was_changed_stays_until_it_is_written_anew(book, drafts):
    drafts.write_to(1)
    made = drafts.typing.text
    tell(drafts.typing, kind="typed", text="كلامي أنا")
    book.change("people", 2, role="poet")
    assert drafts.typing.text == "كلامي أنا"
    tell(drafts.typing, kind="act", name="again", text="كلامي أنا")
    assert drafts.typing.text == made


def test_a_goal_that_is_gone_is_no_longer_offered(book, drafts):
    assert drafts.goal.value == 1
    book.remove("goals", 1)
    assert (drafts.goal.value, drafts.goal.layout.display) == (None, "none")
    drafts.write_to(1)
    assert "سارة" in drafts.typing.text


def test_somebody_who_was_removed_gets_no_draft(book, drafts):
    drafts.whom.fill({"person": [{"id": 2, "label": "Omar"}]})
    book.remove("people", 2)
    drafts.write()
    assert drafts.note.message["text"] == say("forms.messages.nobody")


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
WHOM = st.fixed_dictionaries({"id": junk | st.integers(-1, 3), "label": junk})


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(["act", "typed", "find", "offer", "", 7]),
    name=junk | st.sampled_from(["draft", "again", "keep"]),
    whom=junk | st.lists(WHOM, max_size=3),
    text=junk,
)
def test_no_message_from_the_browser_changes_the_book(kind, name, whom, text):
    with Workbook.in_memory() as book:
        book.add("people", name=NAME)
        before = book.to_bytes()
        form, near = Drafts(book), RelevantPeople(book)
        for widget in (form.whom, form.typing, near.cards):
            tell(
                widget, kind=kind, name=name, values={"person": whom}, text=text, key=text, at=text
            )
        assert book.to_bytes() == before
        form.close()
        near.close()


def test_who_fits_is_shown_with_the_reason_and_leads_to_a_message(book, drafts):
    near = RelevantPeople(book)
    near.on_write(drafts.write_to)
    (card,) = near.cards.shown["cards"]
    assert (card["key"], card["title"]) == ("1", NAME)
    assert "Najd" in card["about"]
    tell(near.cards, kind="press", key="1", name="write")
    assert "سارة" in drafts.typing.text
    near.close()


def test_only_the_nearest_are_shown_and_nobody_is_said_with_what_to_do(book):
    near = RelevantPeople(book)
    book.add_all("people", [{"name": f"n{i}", "organisation": "Najd"} for i in range(SHOWN + 3)])
    assert len(near.cards.shown["cards"]) == SHOWN
    book.change("goals", 1, organisations=["Elsewhere"])
    assert near.note.message["text"] == say("forms.relevant.nobody")
    book.remove("goals", 1)
    assert near.note.message["text"] == say("forms.relevant.no_goals")
    near.close()
