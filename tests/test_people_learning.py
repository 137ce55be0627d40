"""What one answer teaches about others at the same organisation, and what it does not."""

import pytest

from shabakati.language import LANGUAGES, say, use
from shabakati.people.learning import Taught
from suggesting import opened, suggested

THERE = "كوكب للتجزئة"


@pytest.fixture
def book(tmp_path):
    with opened(tmp_path) as book:
        yield book


def learnt(*said, asked=THERE):
    return Taught([*((THERE, value) for value in said), (asked, "")]).hint(asked)


def test_one_answer_is_likely_for_the_others_there_in_either_script():
    hint = learnt("former_colleague", asked="Kawkab Retail")
    assert (hint.column, hint.value) == ("relation", "former_colleague")
    assert hint.reason == "said_of_one_there"


def test_more_answers_are_surer_and_never_as_sure_as_what_the_book_states():
    scores = [learnt(*["classmate"] * n).score for n in (1, 2, 3, 50)]
    assert scores == sorted(scores)
    assert scores[0] >= 0.5
    assert scores[-1] < 0.7
    assert learnt("classmate", "classmate").reason == "said_of_others_there"


def test_answers_that_do_not_agree_teach_nothing():
    assert learnt("classmate", "former_colleague") is None
    assert learnt("classmate", "former_colleague", "classmate").value == "classmate"


def test_a_relative_teaches_nothing_and_one_friend_is_a_chance():
    assert learnt("family", "family") is None
    assert learnt("friend") is None
    assert learnt("friend", "friend").value == "friend"


def test_who_has_no_organisation_is_not_taught_about():
    assert (
        Taught([("Freelance", "friend"), ("Freelance", "friend"), ("Freelance", "")]).hint(
            "Freelance"
        )
        is None
    )
    assert Taught([("", "classmate"), ("", "")]).hint("") is None


def test_an_answer_is_suggested_of_the_others_until_it_is_taken_back(book):
    first, second = book.add_all("people", [{"name": n, "organisation": THERE} for n in "أب"])
    book.change("people", first, relation="former_colleague")
    found = suggested(book)
    here = found[(found["person"] == second) & (found["column"] == "relation")]
    assert list(here["reason"]) == ["said_of_one_there"]
    assert list(here["about"]) == [THERE]
    book.undo()
    assert "relation" not in set(suggested(book)["column"])


def test_what_the_book_states_is_likelier_than_what_was_learnt(book):
    here = "درب السنونو للتوصيل"  # where she used to work
    ids = book.add_all("people", [{"name": n, "organisation": here} for n in "أبجد"])
    book.change("people", ids[:3], relation="classmate")
    found = suggested(book)
    last = found[(found["person"] == ids[3]) & (found["column"] == "relation")]
    assert list(last["reason"]) == ["past_organisation", "said_of_others_there"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reason_is_said_in_words(language):
    use(language)
    for hint in (learnt("classmate"), learnt("classmate", "classmate")):
        assert THERE in say(f"people.suggest.{hint.reason}", about=hint.about)
