"""What is corrected is read again; the preview follows, and what was answered stays."""

import asyncio
import threading

import pytest

from importing import cells, intake
from shabakati import Workbook
from shabakati.errors import SourceError
from shabakati.forms.found import Found, Source
from shabakati.language import say

PROPOSAL = [("Who", "name", ["Sara"]), ("", "", ["Acme"])]


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def table(country=None, columns=None):
    """A table of one person, read as it was asked for."""
    columns = {0: "name"} if columns is None else columns
    row = {
        field: text for place, text in enumerate(["Sara", "Acme"]) if (field := columns.get(place))
    }
    people = [row] if "name" in row else []
    left = [] if people else [("f", 1, "intake.left_out.no_name", "Sara, Acme")]
    return intake(
        *people, left_out=left, counts=[("f", 1, 1 - len(left), len(left))], proposal=PROPOSAL
    )


def show(book, read=table):
    return Found(
        book, Source("f", lambda progress, country, columns: read(country, columns)), read()
    )


def choose(found, place, field):
    message = {"kind": "choose", "place": place, "field": field}
    found.columns._handle_custom_msg(message, [])


def test_a_column_that_is_corrected_shows_in_the_preview_at_once(book):
    found = show(book)
    assert "Acme" not in str(found.preview.children[2].view)
    choose(found, 1, "organisation")
    assert "Acme" in str(found.preview.children[2].view)
    assert found.intake.people["organisation"].tolist() == ["Acme"]


def test_without_a_name_nothing_can_be_taken_and_it_says_what_to_do(book):
    found = show(book)
    choose(found, 0, "")
    assert found.columns.shown["problem"] == say("forms.import.no_name")
    assert found.preview.take.disabled
    assert found.preview.summary.message["text"] == say("forms.import.no_name")
    choose(found, 1, "name")
    assert found.columns.shown["problem"] == ""
    assert found.intake.people["name"].tolist() == ["Acme"]


def test_a_file_of_a_known_format_shows_no_columns(book):
    found = show(book, lambda country=None, columns=None: intake("Sara"))
    assert found.children == (found.preview,)


def test_the_country_stays_chosen_while_columns_are_corrected(book):
    asked = []

    def read(country=None, columns=None):
        asked.append((country, columns))
        return intake({"name": "Sara", "phones": ["0100"]}, proposal=PROPOSAL)

    found = show(book, read)
    found.ask.choice.value = "eg"
    choose(found, 1, "role")
    assert asked[1:] == [("eg", {0: "name"}), ("eg", {0: "name", 1: "role"})]
    assert found.ask.note.message["text"] == say("forms.import.numbers_left", n=1)
    assert found.home == "eg"


def test_repairs_that_are_not_wanted_are_not_taken(book):
    def read(country=None, columns=None):
        return intake("أحمد", repairs=[("f", 1, "name", "Ø£Ø­Ù…Ø¯", "أحمد")])

    found = show(book, read)
    assert found.intake.people["name"].tolist() == ["أحمد"]
    found.repairs.box.value = False
    assert found.intake.people["name"].tolist() == ["Ø£Ø­Ù…Ø¯"]
    assert cells(found.preview.children[2])[0][0] == "Ø£Ø­Ù…Ø¯"


def test_a_reading_that_fails_is_said_and_what_was_shown_cannot_be_taken(book):
    def read(country=None, columns=None):
        if columns:
            raise SourceError("intake.too_many_rows", limit=1)
        return table()

    found = show(book, read)
    choose(found, 1, "role")
    assert found.preview.summary.message["tone"] == "error"
    assert found.preview.take.disabled


def test_the_last_choice_is_the_one_that_is_shown(book):
    slow = threading.Event()

    def read(country=None, columns=None):
        if columns and columns.get(1) == "role":
            slow.wait(10)
        return table(country, columns)

    async def run():
        found = show(book, read)
        choose(found, 1, "role")
        first = found.again.task
        assert found.preview.take.disabled
        choose(found, 1, "organisation")
        await found.again.task
        slow.set()
        await first
        assert found.intake.people["organisation"].tolist() == ["Acme"]
        assert not found.preview.take.disabled

    asyncio.run(run())
