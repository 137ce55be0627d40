"""Suggestions gathered by organisation and by school, and answers of the reader's own."""

import pytest

from shabakati import Workbook
from shabakati.forms.cards import Card, Cards, Choice
from shabakati.forms.chips import Chips
from shabakati.forms.sorting import Suggestions
from shabakati.forms.suggested import suggested_in
from shabakati.language import LANGUAGES, say, use


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.change("profile", 1, organisation="Acme", schools=["جامعة وادي الريحان"])
        book.add_all("people", [{"name": f"A{i}", "organisation": "Acme"} for i in range(3)])
        book.add_all("people", [{"name": f"K{i}", "organisation": "Kawkab"} for i in range(2)])
        book.add("people", name="W", organisation="Wadi Al-Rayhan University")
        yield book


@pytest.fixture
def shown(book):
    widget = Suggestions(book, ["relation"])
    yield widget
    widget.close()


def by(widget, way):
    widget.ways._handle_custom_msg({"kind": "choose", "value": way}, [])
    return {gathered.name: key for key, gathered in widget.groups.items()}


def give(widget, key, code):
    widget.cards._handle_custom_msg({"kind": "choose", "key": key, "code": code}, [])


def test_each_organisation_is_one_card_the_largest_first(shown):
    assert list(by(shown, "organisation")) == ["Acme", "Kawkab", "Wadi Al-Rayhan University"]
    first, second, _ = shown.cards.shown["cards"]
    assert first["title"] == say("forms.gather.asks.relation", n=3, name="Acme")
    assert [act["name"] for act in first["acts"]] == ["accept", "open"]
    assert second["about"] == say("forms.gather.no_idea", n=2)
    assert [act["name"] for act in second["acts"]] == ["open"]


def test_an_answer_of_my_own_is_said_of_all_of_an_organisation_in_one_undo(book, shown):
    key = by(shown, "organisation")["Kawkab"]
    give(shown, key, "classmate")
    there = book.people["organisation"] == "Kawkab"
    assert (book.people["relation"] == "classmate").equals(there)
    book.undo()
    assert book.people["relation"].isna().all()


def test_only_answers_that_are_offered_are_taken(book, shown):
    key = by(shown, "organisation")["Kawkab"]
    for wrong in ("enemy", "", None, 7, ["classmate"]):
        give(shown, key, wrong)
    give(shown, "x", "classmate")
    by(shown, "reason")
    give(shown, next(iter(shown.groups)), "friend")  # a card that offers no choice
    assert book.people["relation"].isna().all()


def test_those_of_an_organisation_are_looked_at_and_answered_apart(book, shown):
    key = by(shown, "organisation")["Acme"]
    shown.cards._handle_custom_msg({"kind": "press", "key": key, "name": "open"}, [])
    assert list(shown.table.frame["name"]) == ["A0", "A1", "A2"]
    shown.table.select([1])
    shown.table._handle_custom_msg({"kind": "act", "name": "give", "value": "friend"}, [])
    assert book.people["relation"].dropna().to_dict() == {1: "friend"}
    assert list(shown.table.frame["name"]) == ["A1", "A2"]


def test_my_school_gathers_those_who_name_it(shown):
    assert list(by(shown, "school")) == ["جامعة وادي الريحان"]


def test_a_way_that_gathers_nobody_says_what_to_do(book, shown):
    book.change("profile", 1, schools=[])
    by(shown, "school")
    assert shown.count.message["text"] == say("forms.gather.no_schools")
    assert shown.cards.shown["cards"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_is_asked_for_in_words(book, language):
    use(language)
    widget = Suggestions(book)
    for way in ("organisation", "school", "reason"):
        by(widget, way)
        assert widget.cards.shown["cards"]
    widget.close()


def test_a_way_that_does_not_exist_is_not_taken():
    chips = Chips("by", [("a", "A"), ("b", "B")])
    heard = []
    chips.on_choose(heard.append)
    for value in ("c", None, 1, ["b"], "b"):
        chips._handle_custom_msg({"kind": "choose", "value": value}, [])
    assert (heard, chips.chosen) == (["b"], "b")


def test_a_card_without_a_choice_takes_none():
    cards, heard = Cards("cards"), []
    cards.on_choose(lambda key, code: heard.append((key, code)))
    choice = Choice("label", "give", (("x", "X"),))
    cards.show([Card("k", "title", "about", ()), Card("c", "title", "about", (), "", choice)])
    for key, code in (("k", "x"), ("c", "y"), ("c", "x")):
        cards._handle_custom_msg({"kind": "choose", "key": key, "code": code}, [])
    assert heard == [("c", "x")]


def test_all_who_show_suggestions_share_one_search_and_the_last_lets_go(book):
    one, two = Suggestions(book, ["relation"]), Suggestions(book, ["place"])
    assert one.found is two.found is suggested_in(book)
    shared = one.found
    one.close()
    assert suggested_in(book) is shared
    two.close()
    assert suggested_in(book) is not shared
