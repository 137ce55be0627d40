"""Visitors of a room for the tests, by raw HTTP and websocket messages: honest ones and others."""

import json
import re
import socket
import time
import uuid
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import urlsplit

from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_binary_message,
    serialize_msg_to_ws_v1,
)
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from served import free_port, serve_python

V1 = "v1.kernel.websocket.jupyter.org"
PATIENCE = 30  # seconds

SHOWS = """
import ipywidgets, os
button = ipywidgets.Button(description="press")
said = ipywidgets.Label("0")
locked = ipywidgets.Text(disabled=True)
button.on_click(lambda _: setattr(said, "value", str(int(said.value) + 1)))
box = ipywidgets.VBox([button, said, locked])
box.add_class("shabakati")
box
"""

_SERVE = """
import os, sys
from pathlib import Path
os.environ["SHABAKATI_ROOM"] = "1"
from shabakati_serving.room.settings import Room
from shabakati_serving.server import serve
say = lambda url: print(url, flush=True)
serve(Path(sys.argv[1]), int(sys.argv[2]), "", say, Room(**eval(sys.argv[3])))
"""


def serve_small_room(book, **settings):
    """A room over a notebook of the test's own, with these settings."""
    return serve_python(_SERVE, book, str(free_port()), repr({"ready": 1, **settings}))


class Answer(NamedTuple):
    """What came back of one request; redirects are not followed."""

    status: int
    headers: dict
    text: str


def ask(room, path, method="GET", body=None, **headers):
    """One request. A header's name may be given with `_` for `-`."""
    connection = HTTPConnection(urlsplit(room.address).netloc, timeout=PATIENCE)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body=body, headers=named)
    answer = connection.getresponse()
    told = Answer(
        answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")
    )
    connection.close()
    return told


def raw(room, data, patience=5):
    """Bytes sent as they are, and the bytes that came back until the server closed."""
    where = urlsplit(room.address)
    came = b""
    with socket.create_connection((where.hostname, where.port), timeout=patience) as sent:
        sent.sendall(data)
        try:
            while piece := sent.recv(65_536):
                came += piece
        except (TimeoutError, ConnectionError):
            pass
    return came


def cookie_of(answer):
    return answer.headers["Set-Cookie"].split(";")[0]


class Visitor:
    """Somebody with a cookie of their own, who opened the page."""

    def __init__(self, room, cookie=""):
        self.room = room
        self.cookie = cookie or cookie_of(ask(room, "/"))
        self.kernel = self.xsrf = ""

    def ask(self, path, method="GET", body=None, **headers):
        cookies = f"{self.cookie}; _xsrf={self.xsrf}" if self.xsrf else self.cookie
        return ask(self.room, path, method, body, **{"Cookie": cookies, **headers})

    def open(self):
        """Open the page; a kernel is there, or the answer says why not."""
        answer = self.ask("/")
        found = re.search(r'"kernelId":\s*"([^"]+)"', answer.text)
        self.kernel = found[1] if found else ""
        told = re.search(r"_xsrf=([^;]+)", answer.headers.get("Set-Cookie", ""))
        self.xsrf = told[1] if told else self.xsrf
        return answer

    def leave(self, kernel=""):
        """The beacon of a page that is left."""
        body = f"_xsrf={self.xsrf}"
        kind = {"Content_Type": "application/x-www-form-urlencoded"}
        return self.ask(f"/voila/api/shutdown/{kernel or self.kernel}", "POST", body, **kind)

    @contextmanager
    def talk(self, kernel="", protocol=V1, **options):
        """The page's socket."""
        where = urlsplit(self.room.address)
        url = f"ws://{where.netloc}/api/kernels/{kernel or self.kernel}/channels"
        settings = {"origin": self.room.address.rstrip("/"), "max_queue": None, **options}
        headers = {"Cookie": self.cookie, **settings.pop("headers", {})}
        query = settings.pop("query", f"?session_id={uuid.uuid4()}")
        with connect(
            url + query,
            additional_headers=headers,
            subprotocols=[protocol] if protocol else None,
            max_size=None,
            open_timeout=PATIENCE,
            **settings,
        ) as socket_:
            yield Talk(socket_, protocol)


class Talk:
    """A page's socket, and the widgets behind it."""

    def __init__(self, socket_, protocol):
        self.socket, self.protocol = socket_, protocol
        self.widgets = {}

    def say(self, kind, content, channel="shell", header=(), buffers=(), metadata=None):
        """One message, in the socket's protocol."""
        message = {
            "header": {"msg_id": uuid.uuid4().hex, "msg_type": kind, "username": "", "session": "s"}
            | {"version": "5.2", "date": "2026-11-25T11:02:24.090Z", **dict(header)},
            "parent_header": {},
            "metadata": metadata or {},
            "content": content,
        }
        if self.protocol == V1:
            parts = [json.dumps(part).encode() for part in message.values()]
            self.socket.send(serialize_msg_to_ws_v1([*parts, *buffers], channel))
        elif buffers:
            self.socket.send(
                serialize_binary_message({**message, "channel": channel, "buffers": list(buffers)})
            )
        else:
            self.socket.send(json.dumps({**message, "channel": channel}))

    def hear(self, patience=PATIENCE):
        """The next message: channel, header, content."""
        came = self.socket.recv(timeout=patience)
        if self.protocol == V1:
            channel, parts = deserialize_msg_from_ws_v1(came)
            return channel, json.loads(parts[0]), json.loads(parts[3])
        message = json.loads(came)  # no widget of the test's sends buffers
        return message["channel"], message["header"], message["content"]

    def wait_for(self, wanted, patience=PATIENCE):
        """The content of the first message of which `wanted(header, content)` is true."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            _, header, content = self.hear(max(0.01, end - time.monotonic()))
            if wanted(header, content):
                return content
        raise TimeoutError

    def look(self):
        """Ask for the widgets' states, as a page does: each model's name with its comm."""
        comm = uuid.uuid4().hex
        opened = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        self.say("comm_open", opened, metadata={"version": "1.0.0"})
        self.say("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        states = self.wait_for(
            lambda header, content: content.get("data", {}).get("method") == "update_states"
        )["data"]["states"]
        self.widgets = {state["model_name"]: name for name, state in states.items()}
        self.states = states
        self.say("comm_close", {"comm_id": comm, "data": {}})
        return self

    def press(self):
        """Press the button; what the label says then."""
        if not self.widgets:
            self.look()
        data = {"method": "custom", "content": {"event": "click"}}
        self.say("comm_msg", {"comm_id": self.widgets["ButtonModel"], "data": data})
        label = self.widgets["LabelModel"]
        told = self.wait_for(
            lambda header, content: (
                content.get("comm_id") == label
                and "value" in content.get("data", {}).get("state", {})
            )
        )
        return told["data"]["state"]["value"]

    def is_closed(self, patience=PATIENCE):
        """Whether the server ends the socket soon."""
        end = time.monotonic() + patience
        try:
            while time.monotonic() < end:
                self.socket.recv(timeout=max(0.01, end - time.monotonic()))
        except ConnectionClosed:
            return True
        except TimeoutError:
            pass
        return False
