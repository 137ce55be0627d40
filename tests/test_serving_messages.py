"""What a page may say: the widgets' messages, whole, in either protocol; nothing else is read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import (
    serialize_binary_message,
    serialize_msg_to_ws_v1,
)

from shabakati_serving.messages import V1, Unreadable, cleaned, is_allowed, read

UPDATE = {"comm_id": "c1", "data": {"method": "update", "state": {"value": "سلمى"}}}
CONTROL = {"comm_id": "c2", "target_name": "jupyter.widget.control", "data": {}}


def message(kind="comm_msg", content=UPDATE, **header):
    return {
        "header": {"msg_id": "m1", "msg_type": kind, "session": "s", "username": "", **header},
        "parent_header": {},
        "metadata": {},
        "content": content,
        "buffers": [],
    }


def v1(one, channel="shell"):
    parts = [json.dumps(part).encode() for name, part in one.items() if name != "buffers"]
    return serialize_msg_to_ws_v1([*parts, *one["buffers"]], channel)


def old(one, channel="shell"):
    if one["buffers"]:
        return serialize_binary_message({**one, "channel": channel})
    return json.dumps({**{k: v for k, v in one.items() if k != "buffers"}, "channel": channel})


@pytest.mark.parametrize("buffers", [[], [b"\x00\xff" * 9], [b"", b"a"]])
@pytest.mark.parametrize(("write", "protocol"), [(v1, V1), (old, None)])
def test_both_protocols_are_read_into_the_same_message(write, protocol, buffers):
    sent = {**message(), "buffers": buffers}
    channel, got = read(write(sent), protocol)
    assert channel == "shell"
    assert [bytes(one) for one in got["buffers"]] == buffers
    assert {**got, "buffers": buffers} == sent
    assert is_allowed(channel, got)


@pytest.mark.parametrize(
    "content",
    [
        ("kernel_info_request", {}),
        ("comm_info_request", {"target_name": "jupyter.widget"}),
        ("comm_open", CONTROL),
        ("comm_msg", {"comm_id": "c2", "data": {"method": "request_states"}}),
        (
            "comm_msg",
            {"comm_id": "c2", "data": {"method": "custom", "content": {"event": "click"}}},
        ),
        ("comm_msg", UPDATE),
        ("comm_close", {"comm_id": "c2", "data": {}}),
    ],
)
def test_what_a_page_says_is_allowed(content):
    assert is_allowed("shell", message(*content))


@pytest.mark.parametrize(
    "kind",
    [
        "execute_request",
        "complete_request",
        "inspect_request",
        "history_request",
        "is_complete_request",
        "shutdown_request",
        "interrupt_request",
        "debug_request",
        "input_reply",
        "create_subshell_request",
        "usage_request",
        "connect_request",
        "apply_request",
        "comm_msg ",
        "COMM_MSG",
        "",
        None,
        ["comm_msg"],
        {"comm_msg": 1},
    ],
)
@pytest.mark.parametrize("channel", ["shell", "control", "stdin", "iopub", "hb", "", "\0"])
def test_nothing_that_runs_and_nothing_unknown_is_allowed(kind, channel):
    content = {**UPDATE, "code": "1", "silent": False}
    assert not is_allowed(channel, message(kind, content))


@pytest.mark.parametrize("channel", ["control", "stdin", "iopub", "SHELL", ""])
def test_widgets_are_talked_with_on_one_channel_only(channel):
    assert not is_allowed(channel, message())


@pytest.mark.parametrize(
    "content",
    [
        {**CONTROL, "target_name": "jupyter.widget"},
        {**CONTROL, "target_name": "jupyter.widget.version"},
        {**CONTROL, "target_name": ["jupyter.widget.control"]},
        {**CONTROL, "target_module": "os"},
        {**CONTROL, "comm_id": 7},
        {**CONTROL, "data": []},
        {},
    ],
)
def test_a_visitor_makes_no_widget_and_opens_no_other_target(content):
    assert not is_allowed("shell", message("comm_open", content))


@pytest.mark.parametrize(
    "content",
    [
        {"comm_id": "c1", "data": {"method": ["update"]}},
        {"comm_id": "c1", "data": {"method": "display"}},
        {"comm_id": "c1", "data": {}},
        {"comm_id": "c" * 200, "data": {"method": "update"}},
        {"comm_id": "c\n", "data": {"method": "update"}},
        {"data": {"method": "update"}},
    ],
)
def test_a_message_to_a_widget_names_it_and_what_it_is(content):
    assert not is_allowed("shell", message("comm_msg", content))


def test_ids_that_are_no_ids_are_refused():
    for odd in ("", "a b", "m" * 300, 7, None, ["m"]):
        assert not is_allowed("shell", message(msg_id=odd))
    assert not is_allowed("shell", message(session=["s"]))


def test_what_is_nested_too_deep_is_refused():
    def nested(depth):
        inner = []
        for _ in range(depth):
            inner = [inner]
        return message(
            content={"comm_id": "c", "data": {"method": "update", "state": {"v": inner}}}
        )

    assert is_allowed("shell", nested(40))
    assert not is_allowed("shell", nested(100))


def test_only_jupyters_own_keys_are_handed_on():
    one = message(subshell_id="x", evil={"a": 1})
    one["parent_header"] = {"msg_id": "another's"}
    one["metadata"] = {"version": "2.1.0", "evil": 1}
    got = cleaned(one)
    assert set(got["header"]) == {"msg_id", "msg_type", "session", "username", "version"}
    assert (got["parent_header"], got["metadata"]) == ({}, {"version": "2.1.0"})
    assert got["content"] == UPDATE


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"header": {}, "parent_header": {}, "metadata": {}, "content": []}',
        '{"header": null, "parent_header": {}, "metadata": {}, "content": {}}',
        '{"header": {}, "parent_header": {}, "metadata": {}, "content": {"a": NaN}}',
        '{"channel": 1, "header": {}, "parent_header": {}, "metadata": {}, "content": {}}',
        "[" * 100_000,
        "1" * 10_000,
        b"",
        b"\xff" * 7,
        b"\xff" * 8,
        b"\xff" * 200,
        b"\0" * 200,
        (6).to_bytes(8, "little") * 40,
        v1(message())[:-3],
        v1(message())[:40],
        old({**message(), "buffers": [b"xx"]})[:30],
    ],
)
@pytest.mark.parametrize("protocol", [V1, None])
def test_a_frame_that_is_no_message_is_unreadable(raw, protocol):
    with pytest.raises(Unreadable):
        read(raw, protocol)


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400)), st.sampled_from([V1, None]))
def test_no_frame_is_more_than_unreadable(raw, protocol):
    try:
        channel, got = read(raw, protocol)
    except Unreadable:
        return
    assert is_allowed(channel, got) in (True, False)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
keys = st.sampled_from(
    ["msg_id", "msg_type", "comm_id", "data", "method", "target_name", "session"]
)
objects = st.dictionaries(keys, json_values | st.just("comm_msg") | st.just("comm_open"))


@given(objects, objects, st.sampled_from([v1, old]))
def test_whatever_is_in_it_a_message_is_judged_and_never_fails(header, content, write):
    one = {**message(), "header": header, "content": content}
    channel, got = read(write(one), V1 if write is v1 else None)
    if is_allowed(channel, got):
        assert json.loads(json.dumps(cleaned(got)["content"])).items() <= content.items()
