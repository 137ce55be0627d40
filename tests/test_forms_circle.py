"""The circle's proposals: nothing is placed before it is accepted, and all can be at once."""

import datetime as dt

import pytest

from shabakati import Workbook
from shabakati.forms.circle import Circle
from shabakati.language import say, use

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def book():
    use("en")
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": f"P{n}"} for n in range(1, 21)])
        book.add("exchanges", person=7, on=TODAY, kind="advised", direction="received")
        yield book


def press(form, key, name):
    form.cards._heard(form.cards, {"key": key, "name": name}, [])


def test_the_likeliest_is_proposed_first_with_its_reasons_and_nothing_is_placed(book):
    form = Circle(book, TODAY)
    (first, *others) = form.cards.shown["cards"]
    assert first["title"] == "P7"
    assert first["about"] == (
        f"{say('forms.circle.why.helped', n=1)} {say('forms.circle.why.touched', n=1)}"
    )
    assert others[0]["about"] == say("forms.circle.why.unknown")
    assert len(others) == 14
    assert book.people["closeness"].isna().all()


def test_one_press_places_one_and_another_ring_can_be_chosen(book):
    form = Circle(book, TODAY)
    press(form, "7", "accept")
    press(form, "1", "distant")
    form.cards._heard(form.cards, {"key": "2", "code": "regular"}, [])
    assert book.people["closeness"].astype(object).loc[[7, 1, 2]].tolist() == [
        "closest", "distant", "regular",
    ]  # fmt: skip
    assert "1" not in [card["key"] for card in form.cards.shown["cards"]]
    press(form, "3", "owner")
    assert book.people["closeness"].isna()[3]


def test_all_are_accepted_at_once_and_taken_back_at_once(book):
    form = Circle(book, TODAY)
    form.all.click()
    assert book.people["closeness"].notna().sum() == 15
    book.undo()
    assert book.people["closeness"].isna().all()
    assert len(form.cards.shown["cards"]) == 15


def test_an_empty_network_is_told_what_to_do(book):
    with Workbook.in_memory() as empty:
        form = Circle(empty, TODAY)
        assert form.about.message["text"] == say("forms.circle.empty")
        assert form.all.layout.display == "none"
