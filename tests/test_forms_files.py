"""Files in and out: in pieces, each checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importing import send_file
from shabakati.forms.download import PIECE, Download
from shabakati.forms.files import FileDrop


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
                    "kind": st.sampled_from(["start", "piece", "cancel", "unreadable", "several"]),
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


def test_several_files_at_once_are_refused_and_not_dropped_in_silence(drop):
    drop._handle_custom_msg({"kind": "several"}, [])
    assert len(drop.errors) == 1
    assert drop.got == []
