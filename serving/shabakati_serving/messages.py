"""What a page may say to its kernel: its widgets' messages and nothing that runs, on one channel.

Jupyter's two wire protocols are read into the same message, checked whole, and written anew by
the server: what the kernel gets is what was checked.
"""

from __future__ import annotations

import json
import re
import struct
from itertools import pairwise
from typing import Any

V1 = "v1.kernel.websocket.jupyter.org"
CONTROL = "jupyter.widget.control"  # by which a page asks for the state of all its widgets
CHANNEL = "shell"

_ID = re.compile(r"[0-9A-Za-z_\-]{1,128}")
_MOST_PARTS = 1024  # of one message, buffers among them
_DEEPEST = 64  # objects within objects; the kernel's own reader must not run out of stack
_METHODS = {"update", "request_state", "request_states", "custom", "echo_update"}
_CONTENT = ("comm_id", "target_name", "data")


class Unreadable(ValueError):
    """No message of either protocol."""


def read(raw: str | bytes, protocol: str | None) -> tuple[str, dict[str, Any]]:
    """The channel and the message of a frame.

    The message has `header`, `parent_header`, `metadata`, `content` (objects) and `buffers`.

    Raises
    ------
    Unreadable : the frame is cut, or not JSON, or its parts are not objects.
    """
    try:
        channel, message = _read_v1(raw) if protocol == V1 else _read_json(raw)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError, struct.error) as error:
        raise Unreadable from error
    parts = [message[name] for name in ("header", "parent_header", "metadata", "content")]
    if not isinstance(channel, str) or not all(isinstance(part, dict) for part in parts):
        raise Unreadable
    return channel, message


def is_allowed(channel: str, message: dict[str, Any]) -> bool:
    """Whether a page of ours says such a thing.

    A visitor may talk with the widgets that the notebook made and ask for their states; they may
    not make one, since which they would make is theirs to say.
    """
    header, content = message["header"], message["content"]
    if channel != CHANNEL or not _is_id(header.get("msg_id")) or _is_deep(content):
        return False
    if not all(isinstance(header.get(key, ""), str) for key in ("session", "username", "date")):
        return False
    kind = header.get("msg_type")
    if kind in ("kernel_info_request", "comm_info_request"):
        return True
    if kind not in ("comm_open", "comm_msg", "comm_close") or not _is_id(content.get("comm_id")):
        return False
    data = content.get("data", {})
    if not isinstance(data, dict):
        return False
    if kind == "comm_open":
        return content.get("target_name") == CONTROL and not content.get("target_module")
    method = data.get("method")
    return kind == "comm_close" or (isinstance(method, str) and method in _METHODS)


def cleaned(message: dict[str, Any]) -> dict[str, Any]:
    """The message with nothing in it that is not Jupyter's."""
    header = {
        key: message["header"][key]
        for key in ("msg_id", "msg_type", "session", "username", "date")
        if key in message["header"]
    }
    content = message["content"]
    version = message["metadata"].get("version")  # of the widgets' protocol
    return {
        "header": {"session": "", "username": "", **header, "version": "5.3"},
        "parent_header": {},
        "metadata": {"version": version} if isinstance(version, str) else {},
        "content": {key: content[key] for key in _CONTENT if key in content},
        "buffers": message["buffers"],
    }


def _is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_deep(value: object) -> bool:
    """Whether objects lie too deep in each other; seen without a stack of its own."""
    level = [value]
    for _ in range(_DEEPEST):
        below: list[object] = []
        for one in level:
            below += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        level = below
    return any(isinstance(one, dict | list) for one in level)


def _no_number(text: str) -> None:
    raise Unreadable(text)  # NaN and its like are no JSON, and no browser sends them


def _loads(raw: str | bytes) -> Any:
    return json.loads(raw, parse_constant=_no_number)


def _read_json(raw: str | bytes) -> tuple[Any, dict[str, Any]]:
    buffers: list[bytes] = []
    if isinstance(raw, bytes):
        (count,) = struct.unpack_from("!I", raw)
        starts = _checked([*struct.unpack_from(f"!{_few(count)}I", raw, 4), len(raw)], raw)
        first, *buffers = (raw[a:b] for a, b in pairwise(starts))
        message = _loads(first)
    else:
        message = _loads(raw)
    kept = {name: message[name] for name in ("header", "parent_header", "metadata", "content")}
    return message.get("channel", CHANNEL), {**kept, "buffers": buffers}


def _read_v1(raw: str | bytes) -> tuple[str, dict[str, Any]]:
    if isinstance(raw, str):
        raise Unreadable
    (count,) = struct.unpack_from("<Q", raw)
    starts = _checked(list(struct.unpack_from(f"<{_few(count)}Q", raw, 8)), raw)
    channel, *parts = (raw[a:b] for a, b in pairwise(starts))
    header, parent, metadata, content = map(_loads, parts[:4])
    message = {"header": header, "parent_header": parent, "metadata": metadata, "content": content}
    return channel.decode("utf-8"), {**message, "buffers": parts[4:]}


def _few(count: int) -> int:
    if not 1 <= count <= _MOST_PARTS:
        raise Unreadable
    return count


def _checked(starts: list[int], raw: bytes) -> list[int]:
    if starts != sorted(starts) or starts[-1] > len(raw):
        raise Unreadable
    return starts
