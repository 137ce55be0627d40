"""One by one: messages are done once, in order; what is shown is true; hostile ones do nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook, forms
from shabakati.forms.one_by_one import AHEAD, OneByOne
from shabakati.language import say

RUN = "a-browser"


def filled(book, n=40):
    book.change("profile", 1, organisation="Acme")
    rows = [{"name": f"P{i}", "organisation": "Acme", "city": "عمّان"} for i in range(1, n + 1)]
    book.add_all("people", rows)
    return book


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield filled(book)


@pytest.fixture
def shown(book):
    widget = OneByOne(book, "relation", None)
    tell(widget, kind="open")
    yield widget
    widget.close()


def tell(widget, **content):
    widget.deck._handle_custom_msg(content, [])


def do(widget, seq, what, person, value="", run=RUN):
    tell(widget, kind="do", run=run, seq=seq, what=what, id=person, value=value)


def relations(book):
    return book.people["relation"].dropna().to_dict()


def test_only_the_next_few_are_sent_and_none_before_somebody_begins(book):
    widget = OneByOne(book, "relation", None)
    assert widget.deck.view["ahead"] == []
    tell(widget, kind="open")
    ahead = widget.deck.view["ahead"]
    assert len(ahead) == AHEAD
    assert (ahead[0]["name"], ahead[0]["code"]) == ("P1", "current_colleague")
    assert "Acme" in ahead[0]["why"]
    assert {"label": say("schema.people.city"), "text": "عمّان", "dir": "auto"} in ahead[0]["facts"]
    widget.close()


def test_an_answer_is_written_then_called_done_and_the_next_moves_up(book, shown):
    do(shown, 1, "answer", 1, "friend")
    view = shown.deck.view
    assert relations(book) == {1: "friend"}
    assert view["acked"] == {RUN: 1}
    assert (view["sorted"], view["total"], view["left"]) == (1, 40, 39)
    assert view["ahead"][0]["id"] == 2


def test_what_comes_twice_is_done_once_and_what_comes_early_waits(book, shown):
    do(shown, 2, "answer", 2, "family")
    assert relations(book) == {}
    do(shown, 1, "answer", 1, "friend")
    do(shown, 1, "answer", 1, "family")
    do(shown, 2, "answer", 2, "family")
    assert relations(book) == {1: "friend", 2: "family"}
    assert shown.deck.view["acked"] == {RUN: 2}


def test_two_browsers_count_for_themselves(book, shown):
    do(shown, 1, "answer", 1, "friend")
    do(shown, 1, "answer", 1, "family", run="other")
    assert relations(book) == {1: "friend"}
    assert shown.deck.view["said"]["text"] == say("forms.one.elsewhere")
    assert shown.deck.view["acked"] == {RUN: 1, "other": 1}
    for i in range(100):
        do(shown, 1, "skip", 99, run=f"many {i}")
    assert len(shown.deck.view["acked"]) <= 8


@pytest.mark.parametrize(
    ("what", "person", "value"),
    [
        ("answer", 1, "enemy"),
        ("answer", 1, ""),
        ("answer", 1, None),
        ("answer", 1, ["friend"]),
        ("answer", "1", "friend"),
        ("answer", True, "friend"),
        ("answer", -1, "friend"),
        ("answer", 10**30, "friend"),
        ("answer", 999, "friend"),
        ("change", 1, "friend"),
        ("remove", 999, ""),
        ("skip", 999, ""),
        ("back", 1, ""),
    ],
)
def test_what_the_page_does_not_offer_changes_nothing(book, shown, what, person, value):
    before = book.people
    do(shown, 1, what, person, value)
    assert book.people is before
    assert book.answers.empty


def test_skipping_removing_and_going_back_are_said_and_counted(book, shown):
    do(shown, 1, "skip", 1)
    assert (shown.deck.view["skipped"], shown.deck.view["left"]) == (1, 39)
    do(shown, 2, "remove", 2)
    assert shown.deck.view["said"]["text"] == say("forms.one.removed", name="P2")
    assert shown.deck.view["total"] == 39
    do(shown, 3, "back", 2)
    assert shown.deck.view["ahead"][0]["id"] == 2
    assert shown.deck.view["said"]["text"] == ""
    do(shown, 4, "back", 0)
    do(shown, 5, "back", 0)
    assert shown.deck.view["said"]["text"] == say("forms.one.no_back")
    assert len(book.people) == 40


def test_at_the_end_it_says_who_was_left_for_later_and_they_come_again(book, shown):
    do(shown, 1, "skip", 1)
    for id_ in range(2, 41):
        do(shown, id_, "answer", id_, "friend")
    assert shown.deck.view["ended"] == say("forms.one.ended", n=1)
    tell(shown, kind="again")
    assert [card["id"] for card in shown.deck.view["ahead"]] == [1]
    do(shown, 41, "answer", 1, "friend")
    assert shown.deck.view["ended"] == say("forms.one.all_sorted")


def test_one_answer_makes_the_next_of_that_organisation_likely(book):
    book.change("profile", 1, organisation="")
    widget = OneByOne(book, "relation", None)
    tell(widget, kind="open")
    assert widget.deck.view["ahead"][0]["code"] == ""
    do(widget, 1, "answer", widget.deck.view["ahead"][0]["id"], "classmate")
    assert {card["code"] for card in widget.deck.view["ahead"]} == {"classmate"}
    widget.close()


def test_what_cannot_be_written_is_not_called_done(tmp_path):
    book = filled(Workbook.open(tmp_path / "book.sqlite"))
    widget = OneByOne(book, "relation", None)
    tell(widget, kind="open")
    book.close()
    do(widget, 1, "answer", 1, "friend")
    assert widget.deck.view["acked"] == {}


def test_saved_is_said_only_of_a_book_that_is_on_disk(book, shown, tmp_path):
    assert shown.deck.words["saved"] == say("forms.one.kept")
    with Workbook.open(tmp_path / "book.sqlite") as mine:
        widget = OneByOne(mine, "place", None)
        assert widget.deck.words["saved"] == say("forms.one.saved")
        assert len(widget.deck.words["options"]) == 5
        widget.close()


def test_a_column_that_is_not_sorted_is_refused(book):
    with pytest.raises(ValueError, match="relation"):
        forms.one_by_one(book, "name")


ANY = st.none() | st.booleans() | st.integers(-2, 50) | st.text(max_size=9) | st.just("friend")


@settings(max_examples=60)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["kind", "run", "seq", "what", "id", "value"]),
            ANY | st.sampled_from(["do", "open", "again", "answer", "skip", "remove", "back"]),
        )
        | ANY,
        max_size=9,
    )
)
def test_no_message_does_more_than_the_page_allows(messages):
    with Workbook.in_memory() as book:
        filled(book, 3)
        widget = OneByOne(book, "relation", None)
        for content in messages:
            widget.deck._handle_custom_msg(content, [])
        assert set(relations(book).values()) <= {"friend"}
        assert set(book.people["name"]) <= {"P1", "P2", "P3"}
        widget.close()
