"""A running room is attacked by websocket messages; nothing runs, nobody else is reached."""

import json
import time
import uuid
from contextlib import suppress
from urllib.parse import urlsplit

import psutil
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from served import notebook
from visitors import SHOWS, V1, Visitor, serve_small_room

PROTOCOLS = [V1, None]
CHANNELS = ["shell", "control", "stdin", "iopub"]


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("talked")
    book = notebook(folder / "small.ipynb", SHOWS)
    with serve_small_room(book, people=6, ready=2) as running:
        yield running


@pytest.fixture(scope="module")
def salma(room):
    """Who sits in the room all the while."""
    visitor = Visitor(room)
    assert visitor.open().status == 200
    with visitor.talk() as talk:
        visitor.said = talk
        yield visitor


@pytest.fixture(scope="module")
def omar(room):
    """A visitor like any other, who attacks."""
    visitor = Visitor(room)
    visitor.open()
    return visitor


@pytest.fixture(autouse=True)
def she_notices_nothing(salma):
    before = int(salma.said.look().states[salma.said.widgets["LabelModel"]]["state"]["value"])
    yield
    assert salma.said.press() == str(before + 1)


def refused(visitor, **options):
    """The status with which a socket is refused."""
    with pytest.raises(InvalidStatus) as found, visitor.talk(**options):
        pass
    return found.value.response.status_code


def test_anothers_socket_does_not_open(salma, omar):
    assert refused(omar, kernel=salma.kernel) == 404
    assert refused(omar, kernel=str(uuid.uuid4())) == 404
    query = f"?session_id={uuid.uuid4()}&kernel_id={salma.kernel}"
    with omar.talk(query=query) as talk:  # and no parameter makes it another's
        assert int(talk.press()) > 0


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:{port}.evil.example",
        "http://localhost:{port}",
        "null",
        "file://",
        None,
    ],
)
def test_a_foreign_page_opens_no_socket_nor_does_a_program(omar, origin):
    told = origin and origin.format(port=urlsplit(omar.room.address).port)
    assert refused(omar, origin=told) == 403


def test_an_old_browsers_origin_is_not_believed(omar):
    own = {"Sec-WebSocket-Origin": omar.room.address.rstrip("/")}
    assert refused(omar, origin=None, headers=own) == 403


def test_without_a_cookie_no_socket_opens(omar):
    assert refused(omar, headers={"Cookie": ""}) == 403
    assert refused(omar, headers={"Cookie": "", "Authorization": "token x"}) == 403
    query = f"?session_id={uuid.uuid4()}&token="
    assert refused(omar, headers={"Cookie": ""}, query=query) == 403


@pytest.mark.parametrize("session", ["", "a" * 300, "%00", "a%0d%0ab", "../x"])
def test_a_session_that_is_none_is_refused(omar, session):
    assert refused(omar, query=f"?session_id={session}") == 400


def runs(folder, name):
    """Messages that would run code which leaves a file, if they reached a kernel."""
    code = f"open({str(folder / name)!r}, 'w').close()"
    return [
        ("execute_request", {"code": code, "silent": True, "store_history": False}),
        ("execute_request", {"code": "", "user_expressions": {"a": code}, "allow_stdin": True}),
        ("input_reply", {"value": code}),
        ("complete_request", {"code": "open('/etc/pass", "cursor_pos": 15}),
        ("inspect_request", {"code": "open", "cursor_pos": 2, "detail_level": 1}),
        ("history_request", {"hist_access_type": "tail", "n": 9, "output": True, "raw": True}),
        ("is_complete_request", {"code": "1"}),
        ("debug_request", {"type": "request", "seq": 1, "command": "evaluate"}),
        ("create_subshell_request", {}),
        ("usage_request", {}),
        ("connect_request", {}),
        ("interrupt_request", {}),
        ("shutdown_request", {"restart": True}),
        ("shutdown_request", {"restart": False}),
    ]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_nothing_that_a_visitor_says_runs_on_any_channel(omar, room, protocol):
    folder = room.said.parent
    with omar.talk(protocol=protocol) as talk:
        before = int(talk.press())
        for channel in CHANNELS:
            for kind, content in runs(folder, "owned"):
                talk.say(kind, content, channel)
        with suppress(TimeoutError):  # no reply to any of it, not even that it failed
            while True:
                _, header, content = talk.hear(1)
                assert header["msg_type"] in ("status", "comm_msg"), header
                assert content.get("execution_state") != "restarting"
        assert int(talk.press()) == before + 1
    assert not (folder / "owned").exists()


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_message_disguised_as_another_does_not_run(omar, room, protocol):
    folder = room.said.parent
    kind, content = runs(folder, "disguised")[0]
    with omar.talk(protocol=protocol) as talk:
        talk.look()
        disguises = [
            {"msg_type": [kind]},
            {"msg_type": f"{kind} "},
            {"msg_type": kind.upper()},
            {"msg_type": "comm_msg", "real_type": kind},
            {"msg_type": "comm_msg\0execute_request"},
        ]
        for header in disguises:
            talk.say(kind, content, header=header)
        raw = json.dumps({"msg_id": "m", "msg_type": "comm_msg"})
        twice = raw[:-1] + f', "msg_type": "{kind}"}}'
        whole = {"parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        talk.socket.send(json.dumps(whole)[:-1] + f', "header": {twice}}}')
        if protocol == V1:  # which is no frame of this protocol
            assert talk.is_closed()
        else:
            assert int(talk.press()) > 0
    assert not (folder / "disguised").exists()


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_visitor_makes_no_widget_and_calls_no_target(omar, protocol):
    state = {
        "_model_module": "@jupyter-widgets/output",
        "_model_name": "OutputModel",
        "_view_module": "@jupyter-widgets/output",
        "_view_name": "OutputView",
    }
    upload = {"_model_module": "@jupyter-widgets/controls", "_model_name": "FileUploadModel"}
    with omar.talk(protocol=protocol) as talk:
        before = set(talk.look().states)
        for target, made in [
            ("jupyter.widget", state),
            ("jupyter.widget", upload),
            ("jupyter.widget.version", {}),
            ("jupyter.widget.control ", {}),
            ("anything", {}),
        ]:
            opened = {"comm_id": uuid.uuid4().hex, "target_name": target}
            content = {**opened, "target_module": "os", "data": {"state": made}}
            talk.say("comm_open", content, metadata={"version": "2.1.0"})
            talk.say(
                "comm_open", {**opened, "data": {"state": made}}, metadata={"version": "2.1.0"}
            )
        assert set(talk.look().states) == before


def test_what_a_visitor_asks_of_all_widgets_are_their_own(salma, omar):
    hers = dict(salma.said.look().states)
    with omar.talk() as talk:
        his = talk.look().states
        made_ahead = his.keys() & hers.keys()  # before either came: nothing of theirs is in it
        assert all(his[comm] == hers[comm] for comm in made_ahead)
        own = {hers[comm]["model_name"] for comm in hers.keys() - made_ahead}
        assert {"ButtonModel", "LabelModel", "TextModel", "VBoxModel"} <= own
        for comm in hers:
            data = {"method": "update", "state": {"value": "77", "description": "77"}}
            talk.say("comm_msg", {"comm_id": comm, "data": data})
        talk.say("comm_close", {"comm_id": salma.said.widgets["LabelModel"], "data": {}})
        assert int(talk.press()) > 0
    assert salma.said.look().states == hers


FRAMES = [
    b"",
    b"\xff" * 64,
    (2**62).to_bytes(8, "little") * 4,
    b"\0" * 1000,
    b"\x06" + b"\0" * 7 + b"\xff" * 48,
    "",
    "{}",
    "[" * 50_000,
    '{"channel": "shell"}',
    "\N{PILE OF POO}" * 100,
]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_frame_that_is_no_message_ends_only_its_own_socket(omar, protocol):
    for frame in FRAMES:
        with omar.talk(protocol=protocol) as talk:
            talk.socket.send(frame)
            assert talk.is_closed()
    with omar.talk(protocol=protocol) as talk:
        assert int(talk.press()) > 0


@pytest.mark.parametrize(
    "bad", [b"\xff\xff\xff\xff", b"\x83\x80abcd", b"\xc1\x81abcdx", b"\x81\x01x"]
)
def test_bytes_that_are_no_frame_end_only_their_own_socket(omar, bad):
    with omar.talk() as talk:
        talk.look()
        talk.socket.socket.sendall(bad + b"\0" * 64)
        assert talk.is_closed()
    with omar.talk() as talk:
        assert int(talk.press()) > 0


def test_a_message_larger_than_a_piece_of_a_file_ends_the_socket_and_a_piece_does_not(omar):
    with omar.talk() as talk:
        comm = talk.look().widgets["TextModel"]
        content = {"comm_id": comm, "data": {"method": "custom", "content": {}}}
        talk.say("comm_msg", content, buffers=[b"a" * (4 * 1024 * 1024)])
        assert int(talk.press()) > 0
        with suppress(ConnectionClosed):
            talk.say("comm_msg", content, buffers=[b"a" * (9 * 1024 * 1024)])
        assert talk.is_closed()


def test_a_flood_ends_the_socket_and_those_inside_are_answered_at_once(salma, omar):
    with omar.talk() as talk:
        with suppress(ConnectionClosed):
            for _ in range(3000):
                talk.say("comm_info_request", {})
        began = time.monotonic()
        assert salma.said.socket.ping().wait(5)
        assert salma.said.look().states
        assert time.monotonic() - began < 5
        assert talk.is_closed()


def test_generous_use_is_no_flood(omar):
    with omar.talk() as talk:
        for _ in range(60):
            talk.press()


def test_of_many_sockets_to_ones_own_kernel_the_oldest_end(omar):
    with omar.talk() as first, omar.talk(), omar.talk(), omar.talk() as last:
        assert first.is_closed()
        assert int(last.press()) > 0


def test_who_asks_for_much_and_reads_nothing_fills_no_memory(room, omar):
    server = psutil.Process(room.process.pid)
    before = server.memory_info().rss
    with omar.talk(max_queue=1, close_timeout=0.1) as talk:
        text = talk.look().widgets["TextModel"]
        data = {"method": "update", "state": {"value": "a" * 2_000_000}}
        comm = {"comm_id": uuid.uuid4().hex}
        talk.say("comm_msg", {"comm_id": text, "data": data})
        opened = {**comm, "target_name": "jupyter.widget.control", "data": {}}
        talk.say("comm_open", opened, metadata={"version": "1.0.0"})
        with suppress(ConnectionClosed):
            for _ in range(300):
                talk.say("comm_msg", {**comm, "data": {"method": "request_states"}})
        most = 0
        for _ in range(24):
            time.sleep(0.25)
            most = max(most, server.memory_info().rss)
    assert most - before < 300 * 1024 * 1024  # of 600 MB that were asked for
