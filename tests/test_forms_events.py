"""Events: whom you met becomes people and exchanges, in one change that can be taken back."""

import datetime as dt

import pytest

from shabakati import forms
from shabakati.forms.events.met import Met
from shabakati.steps.events import events, is_done
from shabakati.workbook import Workbook

TODAY = dt.date(2026, 11, 23)
DAY = dt.date(2026, 11, 20)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add("people", name="أحمد")
        book.add("events", name="<b>=1+1</b>", on=DAY)
        yield book


def write(book, text):
    form = Met(book, lambda: TODAY)
    form.names.value = text
    form.add.click()
    return form


def test_a_known_name_is_that_person_and_a_new_one_is_met_there(book):
    write(book, "أحمد\n=cmd()\n\n=cmd()")
    assert list(book.people["name"]) == ["أحمد", "=cmd()"]
    new = book.row("people", 2)
    assert (new["place"], new["met_on"]) == ("event", DAY)
    assert sorted(book.row("events", 1)["people"]) == [1, 2]
    assert sorted(book.exchanges["person"]) == [1, 2]
    assert set(book.exchanges["kind"]) == {"met"}
    assert set(book.exchanges["event"]) == {1}
    assert is_done(book)


def test_one_undo_takes_everything_back(book):
    write(book, "Mona")
    book.undo()
    assert len(book.people) == 1
    assert book.exchanges.empty
    assert not is_done(book)


def test_the_same_names_again_add_nothing(book):
    write(book, "Mona")
    write(book, "mona")
    assert len(book.people) == 2
    assert len(book.exchanges) == 1


def test_of_namesakes_none_is_guessed(book):
    book.add("people", name="أحمد")
    form = write(book, "أحمد")
    assert form.note.message["tone"] == "error"
    assert book.exchanges.empty


def test_an_event_to_come_has_met_nobody(book):
    book.add("events", name="Later", on=TODAY + dt.timedelta(1))
    assert [name for name, _ in Met(book, lambda: TODAY).event.options] == ["<b>=1+1</b>"]


def test_the_step_and_its_forms_are_there(book):
    events(book, lambda: TODAY).close()
    forms.events(book).close()
