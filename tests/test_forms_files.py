"""Files in and out, and contacts from a file: checked, previewed, stopped, undone."""

import asyncio
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.forms.contacts import ImportContacts
from shabakati.forms.download import PIECE, Download
from shabakati.forms.files import FileDrop
from shabakati.language import LANGUAGES, use

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "{first},{last},https://www.linkedin.com/in/p{i},,Acme,Engineer,01 Jan 2024\n"


def archive(people=3, extra=""):
    """A LinkedIn archive of so many people."""
    rows = "".join(ROW.format(first=f"Sara{i}", last="Haddad", i=i) for i in range(people))
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("Connections.csv", HEAD + rows + extra)
    return whole.getvalue()


def send_file(drop, data, name="archive.zip", piece=1000):
    """What the browser does with a file that is dropped."""
    drop._handle_custom_msg({"kind": "start", "id": "u", "name": name, "size": len(data)}, [])
    for at in range(0, len(data), piece):
        part = memoryview(data[at : at + piece])
        drop._handle_custom_msg({"kind": "piece", "id": "u", "at": at}, [part])


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


@pytest.fixture
def drop():
    drop = FileDrop("pick", "hint", limit=5000)
    drop.got, drop.errors = [], []
    drop.on_file(lambda name, data: drop.got.append((name, data)))
    drop.on_error(drop.errors.append)
    return drop


def test_a_file_arrives_whole(drop):
    data = bytes(range(256)) * 15
    send_file(drop, data, "my file.zip")
    assert drop.got == [("my file.zip", data)]
    assert drop.state["phase"] == "idle"


def test_a_file_that_is_too_large_or_empty_is_refused_with_a_reason(drop):
    send_file(drop, b"x" * 5001)
    send_file(drop, b"")
    assert drop.got == []
    assert len(drop.errors) == 2


@pytest.mark.parametrize(
    "pieces",
    [
        [(0, b"a" * 60), (0, b"a" * 60)],
        [(10, b"a" * 60)],
        [(0, b"a" * 101)],
        [(0, b"")],
        [("0", b"a" * 100)],
    ],
)
def test_pieces_out_of_order_or_of_a_wrong_size_end_the_upload(drop, pieces):
    drop._handle_custom_msg({"kind": "start", "id": "u", "name": "f", "size": 100}, [])
    for at, data in pieces:
        drop._handle_custom_msg({"kind": "piece", "id": "u", "at": at}, [memoryview(data)])
    assert drop.got == []
    assert len(drop.errors) == 1
    assert drop.state["phase"] == "idle"


def test_an_upload_can_be_stopped_and_another_begun(drop):
    drop._handle_custom_msg({"kind": "start", "id": "u", "name": "f", "size": 100}, [])
    drop._handle_custom_msg({"kind": "cancel"}, [])
    drop._handle_custom_msg({"kind": "piece", "id": "u", "at": 0}, [memoryview(b"a" * 100)])
    send_file(drop, b"abc")
    assert drop.got == [("archive.zip", b"abc")]


ANY = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.integers())


@given(
    messages=st.lists(
        st.tuples(
            st.dictionaries(st.sampled_from(["kind", "id", "name", "size", "at"]), ANY)
            | st.fixed_dictionaries(
                {
                    "kind": st.sampled_from(["start", "piece", "cancel", "unreadable"]),
                    "id": st.just("u"),
                    "name": st.just("f"),
                    "size": st.integers(-1, 9),
                    "at": st.integers(-1, 9),
                }
            )
            | ANY,
            st.none() | st.lists(st.binary(max_size=9).map(memoryview), max_size=2),
        ),
        max_size=8,
    )
)
def test_no_message_of_a_browser_breaks_an_upload(messages):
    drop = FileDrop("pick", "hint", limit=9)
    got = []
    drop.on_file(lambda name, data: got.append(data))
    for content, buffers in messages:
        drop._handle_custom_msg(content, buffers)
        assert len(drop._got) <= 9
    assert all(0 < len(data) <= 9 for data in got)


def test_a_file_goes_out_in_pieces():
    data = b"x" * (PIECE + 5)
    button, sent = Download("take", lambda: ("a.csv", data)), []
    button.send = lambda content, buffers=None: sent.append((content, buffers))
    button._handle_custom_msg({"kind": "make"}, [])
    button._handle_custom_msg({"kind": "more", "at": 10**9}, [])
    button._handle_custom_msg({"kind": "more", "at": PIECE}, [])
    button._handle_custom_msg({"kind": "more", "at": PIECE + 5}, [])
    assert b"".join(buffers[0] for _, buffers in sent if buffers) == data
    assert sent[-1][0] == {"kind": "done", "name": "a.csv", "type": "text/csv"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_added_before_the_button_is_pressed_and_undo_takes_it_back(book, language):
    use(language)
    widget = ImportContacts(book)
    send_file(widget.drop, archive())
    (preview,) = widget.found.children
    assert book.people.empty
    preview.take.click()
    assert len(book.people) == 3
    assert widget.found.children == ()
    widget.note._handle_custom_msg({"kind": "act"}, [])
    assert book.people.empty


def test_those_who_are_known_are_not_added_again(book):
    widget = ImportContacts(book)
    send_file(widget.drop, archive(2))
    widget.found.children[0].take.click()
    send_file(widget.drop, archive(3))
    preview = widget.found.children[0]
    table = preview.children[2]
    assert len({row["cells"][1] for row in table.view["rows"]}) == 2
    preview.take.click()
    assert len(book.people) == 3


def test_what_was_left_out_is_shown_with_its_reason(book):
    widget = ImportContacts(book)
    send_file(widget.drop, archive(2, extra=",,,,,,01 Jan 2024\n,,,,,,02 Jan 2024\n"))
    *_, cards, table = widget.found.children[0].children
    (card,) = cards.shown["cards"]
    assert table.layout.display == "none"
    cards._handle_custom_msg({"kind": "press", "key": card["key"], "name": "open"}, [])
    assert table.layout.display == ""
    assert len(table.view["rows"]) == 2


@pytest.mark.parametrize("data", [b"PK\x03\x04 no zip", b"\x00\x01\x02", b"hello"])
def test_a_file_that_is_no_contacts_file_is_refused_and_nothing_is_lost(book, data):
    book.add("people", name="Sara")
    widget = ImportContacts(book)
    send_file(widget.drop, data)
    assert widget.note.message["tone"] == "error"
    assert len(book.people) == 1
    send_file(widget.drop, archive())
    assert widget.found.children


def test_reading_runs_beside_the_page_and_can_be_stopped(book):
    async def run():
        widget = ImportContacts(book)
        send_file(widget.drop, archive(2000))
        assert widget.drop.state["phase"] == "working"
        await widget.reading
        assert widget.found.children
        send_file(widget.drop, archive(2000))
        widget.drop._handle_custom_msg({"kind": "cancel"}, [])
        assert widget.drop.state["phase"] == "idle"
        await widget.reading
        assert widget.found.children == ()

    asyncio.run(run())
    assert book.people.empty


def test_leaving_it_adds_nothing(book):
    widget = ImportContacts(book)
    send_file(widget.drop, archive())
    widget.found.children[0].leave.click()
    assert book.people.empty
    assert widget.found.children == ()


def test_contacts_of_a_kind_that_is_not_read_yet_are_refused_by_their_kind(book):
    widget = ImportContacts(book)
    send_file(widget.drop, b"BEGIN:VCARD", "phone.VCF")
    assert widget.note.message["tone"] == "error"
    assert "phone.VCF" in widget.note.message["text"]
    assert widget.found.children == ()
