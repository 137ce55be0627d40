"""The kernel's websocket: counted if asked for, closed when its kernel ends."""

import asyncio
import json
import os
import re
import signal
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from served import notebook, serve_notebook
from shabakati_serving.counted import BEHIND, GONE, REPLACED

PATIENCE = 20  # seconds
ASKS = json.dumps(
    {
        "channel": "shell",
        "header": {"msg_id": "1", "msg_type": "comm_info_request", "session": "one"},
        "parent_header": {},
        "metadata": {},
        "content": {},
    }
)


class Visitor:
    """Somebody with a page, as far as the server can tell."""

    def __init__(self, served):
        self.served, self.jar = served, CookieJar()
        self.browser = build_opener(HTTPCookieProcessor(self.jar))
        text = self.browser.open(served.door).read().decode()
        self.kernel = re.search(r'"kernelId": "([^"]+)"', text)[1]
        self.pid = int(re.search(r"pid-(\d+)", text)[1])

    def connect(self, query, session="one"):
        path = f"api/kernels/{self.kernel}/channels?session_id={session}{query}"
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)
        url = self.served.address.replace("http", "ws", 1) + path
        origin = self.served.address.rstrip("/")
        return websocket_connect(HTTPRequest(url, headers={"Cookie": cookies, "Origin": origin}))

    def status(self):
        try:
            return self.browser.open(f"{self.served.address}api/kernels/{self.kernel}").status
        except HTTPError as refused:
            return refused.code


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    tells = notebook(
        tmp_path_factory.mktemp("socket") / "n.ipynb", "import os; f'pid-{os.getpid()}'"
    )
    with serve_notebook(tells) as running:
        yield running


async def heard(socket, wanted):
    """The first frame of text that begins so; None when the connection ends before."""
    async with asyncio.timeout(PATIENCE):
        while (frame := await socket.read_message()) is not None:
            if isinstance(frame, str) and frame.startswith(wanted):
                return frame
    return None


def test_both_sides_keep_account_if_the_page_asks_for_it(served):
    async def walk(visitor):
        socket = await visitor.connect("&seen=0")
        assert await heard(socket, "!") == "!0"
        await socket.write_message(ASKS)
        await socket.write_message("?0")
        assert await heard(socket, "!") == "!1"
        again = await visitor.connect("&seen=0")
        assert await heard(again, "!") == "!1"
        assert await heard(socket, "nothing") is None
        assert socket.close_code == REPLACED
        other = await visitor.connect("&seen=0", session="two")
        assert await heard(other, "!") == "!0"

    asyncio.run(walk(Visitor(served)))


@pytest.mark.parametrize("seen", ["7", "-1", "x", "9" * 40, "\u0663"])
def test_a_page_that_has_seen_what_was_never_sent_must_begin_anew(served, seen):
    async def walk(visitor):
        socket = await visitor.connect(f"&seen={quote(seen)}")
        assert await heard(socket, "nothing") is None
        assert socket.close_code == BEHIND

    asyncio.run(walk(Visitor(served)))


def test_a_kernel_that_ends_closes_its_sockets_and_is_gone(served):
    async def walk(visitor):
        plain = await visitor.connect("", session="plain")
        socket = await visitor.connect("&seen=0")
        assert await heard(socket, "!") == "!0"
        assert visitor.status() == 200
        os.kill(visitor.pid, signal.SIGKILL)
        assert await heard(socket, "nothing") is None
        assert await heard(plain, "!") is None
        assert (socket.close_code, plain.close_code) == (GONE, GONE)
        assert visitor.status() == 404

    asyncio.run(walk(Visitor(served)))
