"""Asking who knows whom: what is told is in the book, by one press and one undo."""

import datetime as dt

import pytest

from shabakati import Workbook
from shabakati.forms.ties.introductions import Introductions
from shabakati.forms.ties.ties import Ties
from shabakati.insight.asking import apart_of, ties_of
from shabakati.language import say, use

TODAY = dt.date(2026, 11, 23)
NAMES = "ABCDE"


@pytest.fixture(autouse=True)
def _english():
    use("en")


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        rows = [{"name": n, "relation": "family", "closeness": "close"} for n in NAMES[:3]]
        rows += [{"name": n, "relation": "friend", "closeness": "regular"} for n in NAMES[3:]]
        book.add_all("people", rows)
        yield book


@pytest.fixture
def form(book):
    return Ties(book, TODAY)


def tell(form, kind, **more):
    form.asking._heard(form.asking, {"kind": kind, **more}, [])


def asked(form):
    question = form.asking.view["question"]
    return question and [name for _, name in question["people"]]


def test_one_press_says_that_a_whole_milieu_knows_each_other_and_one_takes_it_back(form, book):
    assert asked(form) == ["A", "B", "C"]
    tell(form, "all", key="family:", ids=[1, 2, 3])
    assert ties_of(book.ties) == {(1, 2), (1, 3), (2, 3)}
    assert asked(form) == ["D", "E"]
    assert form.asking.view["progress"]["done"] == 3
    book.undo()
    assert book.ties.empty
    assert asked(form) == ["A", "B", "C"]


def test_those_who_do_not_belong_are_taken_out_and_asked_about_again(form, book):
    tell(form, "all", key="family:", ids=[1, 3])
    assert ties_of(book.ties) == {(1, 3)}
    assert form.asking.view["question"]["again"]
    tell(form, "none", key="family:")
    assert ties_of(book.ties) == {(1, 3)}
    assert asked(form) == ["D", "E"]


def test_what_is_put_off_comes_again_when_it_is_wanted(form):
    tell(form, "later", key="family:")
    tell(form, "later", key="friends:")
    assert asked(form) is None
    assert form.asking.view["put_off"] == say("forms.ties.put_off", n=2)
    tell(form, "again")
    assert asked(form) == ["A", "B", "C"]


def test_a_press_on_a_name_is_a_tie_and_another_press_says_that_it_is_none(form, book):
    tell(form, "link", a=4, b=1)
    assert ties_of(book.ties) == {(1, 4)}
    tell(form, "link", a=4, b=1)
    assert book.ties.empty
    assert apart_of(book.answers) == [frozenset({1, 4})]


def test_nobody_else_settles_all_that_is_open_and_is_remembered_after_a_reload(form, book):
    tell(form, "link", a=1, b=4)
    tell(form, "rest")
    assert form.asking.view["people"] == []
    assert form.asking.view["progress"]["done"] == form.asking.view["progress"]["total"] == 10
    with Workbook.from_bytes(book.to_bytes()) as again:
        assert Ties(again, TODAY).asking.view["people"] == []
    new = book.add("people", name="F", closeness="close")
    assert {p["id"] for p in form.asking.view["people"]} == {1, 2, 3, 4, 5, new}


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "all", "key": "family:", "ids": [1, 4]},
        {"kind": "all", "key": "family:", "ids": [1]},
        {"kind": "all", "key": "family:", "ids": "12"},
        {"kind": "all", "key": "nobody:", "ids": [1, 2]},
        {"kind": "all", "key": "family:", "ids": [True, 2]},
        {"kind": "link", "a": 1, "b": 1},
        {"kind": "link", "a": 1, "b": 99},
        {"kind": "link", "a": -1, "b": None},
        {"kind": "drop table"},
        "all",
        None,
    ],
)
def test_a_message_that_does_not_fit_what_is_shown_changes_nothing(form, book, message):
    form.asking._heard(form.asking, message, [])
    assert book.ties.empty
    assert book.answers.empty


def cell(form, a, b, strength):
    form.matrix._heard(form.matrix, {"a": a, "b": b, "strength": strength}, [])


def test_a_cell_of_the_table_sets_a_tie_how_strong_it_is_and_takes_it_away(form, book):
    cell(form, 5, 2, 0)
    assert book.ties[["a", "b"]].values.tolist() == [[2, 5]]
    cell(form, 2, 5, 3)
    assert book.ties["strength"].tolist() == [3.0]
    assert form.matrix.view["ties"] == [[2, 5, 3]]
    cell(form, 2, 5, None)
    assert book.ties.empty
    assert [2, 5] not in form.matrix.view["open"]


@pytest.mark.parametrize("told", [(1, 1, 0), (1, 99, 0), (1, 2, 9), (1, 2, "2"), (None, 2, 0)])
def test_a_cell_that_is_none_sets_nothing(form, book, told):
    cell(form, *told)
    assert book.ties.empty


def test_nobody_to_ask_about_is_said():
    with Workbook.in_memory() as empty:
        assert Ties(empty, TODAY).asking.view["progress"]["text"] == say("forms.ties.nobody")


def test_each_is_asked_once_who_introduced_them(book):
    form = Introductions(book, TODAY)
    cards = form.cards
    assert cards.shown["cards"][0]["title"] == say("forms.introductions.asks", name="A")
    cards._heard(cards, {"key": "1", "name": "0"}, [])
    cards._heard(cards, {"key": "2", "name": "1"}, [])
    cards._heard(cards, {"key": "3", "name": "unknown"}, [])
    assert book.people["introduced_by"].tolist()[:2] == [0, 1]
    assert cards.shown["cards"][0]["key"] == "4"
    with Workbook.from_bytes(book.to_bytes()) as again:
        assert Introductions(again, TODAY).cards.shown["cards"][0]["key"] == "4"
    book.undo()
    assert cards.shown["cards"][0]["key"] == "3"


def test_those_who_know_somebody_or_share_a_milieu_are_offered_first(book):
    book.add("ties", a=1, b=5)
    form = Introductions(book, TODAY)
    (card,) = form.cards.shown["cards"]
    assert [act["label"] for act in card["acts"][1:-1]] == ["E", "B", "C", "D"]
    form.cards._heard(form.cards, {"key": "1", "name": "99"}, [])
    assert book.people["introduced_by"].isna().all()
