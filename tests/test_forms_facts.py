"""What is shown of a person to remember them by: what is known, and not what is asked."""

import pytest

from shabakati import Workbook
from shabakati.forms.facts import facts
from shabakati.language import say


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def shown(book, id_, asked="relation"):
    found = facts(book.people.loc[id_], book.people, asked)
    return {fact["label"]: fact["text"] for fact in found}


def test_nothing_known_is_nothing_shown(book):
    assert shown(book, book.add("people", name="سارة")) == {}


def test_how_we_met_who_introduced_us_and_where_their_mail_is(book):
    omar = book.add("people", name="Omar <b>")
    known = {"city": "عمّان", "place": "event", "introduced_by": omar, "source": "linkedin"}
    sara = book.add(
        "people", name="Sara", emails=["s@acme.example", "t@acme.example", "no"], **known
    )
    found = shown(book, sara)
    assert found[say("schema.people.introduced_by")] == "Omar <b>"
    assert found[say("schema.people.emails")] == "acme.example"
    assert found[say("schema.people.city")] == "عمّان"
    assert say("schema.people.place") in found
    assert say("schema.people.place") not in shown(book, sara, asked="place")


def test_that_i_introduced_myself_need_not_be_told(book):
    assert shown(book, book.add("people", name="Sara", introduced_by=0)) == {}


def test_a_long_note_is_cut(book):
    found = shown(book, book.add("people", name="Sara", notes="x" * 5_000))
    assert len(found[say("schema.people.notes")]) == 200
