"""Contacts from a file: previewed, corrected, added in one step, undone; nothing twice."""

import asyncio

import pytest

from importing import archive, intake, press, send_file
from shabakati import Workbook
from shabakati.forms.contacts import ImportContacts
from shabakati.forms.found import Found, Source
from shabakati.language import LANGUAGES, say, use


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


@pytest.fixture
def widget(book):
    widget = ImportContacts(book)
    yield widget
    widget.close()


def found(widget):
    (child,) = widget.found.children
    return child


def hand_in(widget, read):
    """Let the form read something that gives this intake."""
    widget._begin(Source("f", lambda progress, country, columns: read(country, columns)))
    return found(widget)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_added_before_the_button_is_pressed_and_undo_takes_it_back(book, language):
    use(language)
    widget = ImportContacts(book)
    send_file(widget.drop, archive())
    assert book.people.empty
    found(widget).preview.take.click()
    assert len(book.people) == 3
    assert widget.found.children == ()
    widget.note._handle_custom_msg({"kind": "act"}, [])
    assert book.people.empty


def test_what_was_found_stands_where_files_come_in_until_it_is_decided(widget):
    send_file(widget.drop, archive(), "my export.zip")
    ways_in = (widget.drop, widget.pasting)
    assert [way.layout.display for way in ways_in] == ["none", "none"]
    assert "my export.zip" in widget.note.message["text"]
    found(widget).preview.take.click()
    assert [way.layout.display for way in ways_in] == ["", ""]


def test_those_who_are_known_are_not_added_again(book, widget):
    send_file(widget.drop, archive(2))
    found(widget).preview.take.click()
    send_file(widget.drop, archive(3))
    found(widget).preview.take.click()
    assert len(book.people) == 3


def test_the_same_file_again_is_said_calmly_and_leaves_undo_alone(book, widget):
    send_file(widget.drop, archive(2))
    found(widget).preview.take.click()
    id_ = book.add("people", name="Omar")
    send_file(widget.drop, archive(2))
    preview = found(widget).preview
    assert say("forms.import.nothing_new") in preview.summary.message["text"]
    assert preview.take.layout.display == "none"
    assert preview.leave.description == say("forms.import.close")
    preview.take.click()  # a press that the page does not offer
    assert widget.found.children
    preview.leave.click()
    assert widget.note.message["action"] == ""
    assert id_ in book.people.index


def test_a_file_that_is_no_contacts_file_is_refused_and_nothing_is_lost(book, widget):
    book.add("people", name="Sara")
    for data in (b"PK\x03\x04 no zip", b"\x00\x01\x02"):
        send_file(widget.drop, data)
        assert widget.note.message["tone"] == "error"
        assert widget.found.children == ()
    assert len(book.people) == 1
    send_file(widget.drop, archive())
    assert widget.found.children


def test_reading_runs_beside_the_page_and_can_be_stopped(book):
    async def run():
        widget = ImportContacts(book)
        send_file(widget.drop, archive(2000))
        assert widget.drop.state["phase"] == "working"
        await widget.aside.task
        assert widget.found.children
        send_file(widget.drop, archive(2000))
        widget.drop._handle_custom_msg({"kind": "cancel"}, [])
        assert widget.drop.state["phase"] == "idle"
        await widget.aside.task
        assert widget.found.children == ()

    asyncio.run(run())
    assert book.people.empty


def test_leaving_it_adds_nothing(book, widget):
    send_file(widget.drop, archive())
    found(widget).preview.leave.click()
    assert book.people.empty
    assert widget.found.children == ()


def test_pasted_text_is_looked_at_and_added_as_a_file_is(book, widget):
    press(widget.pasting.fold.cards, "paste")
    widget.pasting.text.value = "سارة الخطيب\nعمر حدّاد\n"
    widget.pasting.look.click()
    assert book.people.empty
    found(widget).preview.take.click()
    assert book.people["name"].tolist() == ["سارة الخطيب", "عمر حدّاد"]
    assert widget.pasting.text.value == ""


def test_a_home_country_is_used_at_once_and_not_asked_for(book, widget):
    book.change("profile", 1, country="eg")
    asked = []

    def read(country, columns):
        asked.append(country)
        return intake({"name": "Sara", "phones": ["0100"]})

    assert hand_in(widget, read).ask is None
    assert asked == ["eg"]


def test_the_country_is_kept_with_the_people_in_one_step(book, widget):
    shown = hand_in(
        widget,
        lambda country, columns: intake(
            {"name": "Sara", "phones": ["+201001234567" if country == "eg" else "01001234567"]}
        ),
    )
    shown.ask.choice.value = "eg"
    shown.preview.take.click()
    assert book.people["phones"].tolist() == [["+201001234567"]]
    assert book.profile.loc[1, "country"] == "eg"
    assert say("forms.import.country_kept") in widget.note.message["text"]
    assert book.undo()
    assert book.people.empty
    assert book.row("profile", 1)["country"] is None
    assert not book.can_undo


def test_a_country_that_is_not_to_be_kept_is_not(book, widget):
    shown = hand_in(widget, lambda country, columns: intake({"name": "Sara", "phones": ["0100"]}))
    shown.ask.choice.value = "sa"
    shown.ask.keep.value = False
    shown.preview.take.click()
    assert book.row("profile", 1)["country"] is None


def test_a_fault_while_reading_is_told_and_the_page_is_not_left_waiting(book):
    def fault(country, columns):
        raise ZeroDivisionError

    async def run():
        widget = ImportContacts(book)
        widget._begin(Source("f", lambda progress, country, columns: fault(country, columns)))
        with pytest.raises(ZeroDivisionError):
            await widget.aside.task
        assert widget.drop.state["phase"] == "idle"
        assert widget.note.message == {
            "text": say("errors.forms.failed"),
            "tone": "error",
            "action": "",
        }

    asyncio.run(run())


def test_a_new_file_replaces_the_one_before(widget):
    send_file(widget.drop, archive(1))
    first = found(widget)
    send_file(widget.drop, archive(2))
    assert found(widget) is not first
    assert isinstance(found(widget), Found)
    assert first.comm is None
