"""The websocket between a page and its kernel: our page's, for widgets, at a bearable rate."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import Any

from tornado.iostream import StreamBufferFullError
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketProtocol, WebSocketProtocol13
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from shabakati_serving.bounds import Bucket
from shabakati_serving.counted import Channels, Counted
from shabakati_serving.hosts import is_same_origin
from shabakati_serving.messages import Unreadable, cleaned, is_allowed, read

_MESSAGES = (600, 60)  # at once, and a second; a page that opens sends some thirty
_BYTES = (256 << 20, 16 << 20)  # at once, and a second; the largest file is 200 MB
_UNREAD = 128 << 20  # bytes that wait for a browser that does not read
_AWAY = 32 << 20  # bytes that wait for a page that is away
_SESSION = re.compile(r"[0-9A-Za-z\-]{1,64}")
_POLICY = 1008  # RFC 6455: against our rules


class Kept(list):
    """What a kernel says while its page is away; beyond a bound, nothing of it is kept."""

    size = 0  # bytes

    def append(self, heard: tuple[str, list[bytes]]) -> None:
        """A channel, and the parts of a message on it."""
        self.size += sum(map(len, heard[1]))
        if self.size <= _AWAY:
            super().append(heard)
        else:
            self.clear()


class Connection(Channels):
    """Jupyter's, which lets nothing through to the kernel that was not checked."""

    def handle_incoming_message(self, incoming_msg: str | bytes) -> None:
        """Hand an allowed message on, drop any other; one that cannot be read ends the socket."""
        if not self.channels:
            return
        try:
            channel, message = read(incoming_msg, self.subprotocol)
        except Unreadable:
            self.websocket_handler.close(_POLICY)
            return
        if is_allowed(channel, message):
            self.session.send(self.channels[channel], cleaned(message))


class KernelSocket(VoilaKernelWebsocketHandler, Counted):
    """Voilà's, kept open while nobody does anything, and bounded in what it takes and holds.

    Of the pings, Jupyter's alone ask whether anybody is there: it pings every 30 s and gives up
    after three; its times are milliseconds. Tornado reads the same two attributes as seconds of
    its own, and finds the timeout too long. A timeout that pleases both closes each connection at
    its first ping, before an answer can have come.
    """

    connection: Connection | None = None

    def initialize(self, **options: Any) -> None:
        """With full buckets."""
        super().initialize(**options)
        self._messages, self._bytes = Bucket(*_MESSAGES), Bucket(*_BYTES)

    async def get(self, kernel_id: str) -> None:
        """Open it for a page of ours, which says where it is from and names its session."""
        origin = self.request.headers.get("Origin", "")
        if not is_same_origin(origin, self.request.headers.get("Host", "")):
            raise HTTPError(403)
        if not _SESSION.fullmatch(self.get_query_argument("session_id", "none")):
            raise HTTPError(400)
        await super().get(kernel_id)

    def get_websocket_protocol(self) -> WebSocketProtocol | None:
        """The protocol, without pings of its own."""
        protocol = super().get_websocket_protocol()
        if isinstance(protocol, WebSocketProtocol13):
            protocol.params.ping_interval = None
        return protocol

    async def open(self, kernel_id: str) -> None:
        """Begin: each message is sent at once, else one waits 40 ms for the last's receipt.

        What a browser does not read may wait here only up to a bound.
        """
        self.set_nodelay(True)
        if isinstance(self.ws_connection, WebSocketProtocol13):
            self.ws_connection.stream.max_write_buffer_size = _UNREAD
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:
        """A message from the page, unless there are too many."""
        if self._bears(len(ws_message)) and self.connection is not None:
            super().on_message(ws_message)

    def on_ping(self, data: bytes) -> None:
        """A ping is answered, and counts."""
        self._bears(len(data))

    def write_message(self, message: Any, binary: bool = False) -> Any:
        """A message to the page, unless it has not read for long: then the socket ends."""
        try:
            sent = super().write_message(message, binary)
        except StreamBufferFullError:
            if isinstance(self.ws_connection, WebSocketProtocol13):
                self.ws_connection._abort()
            return None
        if sent is not None:  # Jupyter does not look whether it arrived: a socket may close
            sent.add_done_callback(lambda done: done.cancelled() or done.exception())
        return sent

    def on_close(self) -> None:
        """Tell Jupyter, if it ever began; what the kernel says meanwhile is kept to a bound."""
        begun = self.connection is not None
        super().on_close()
        if not begun:
            return
        kept = self.kernel_manager._kernel_buffers.get(self.kernel_id, {})
        if "buffer" in kept:
            kept["buffer"] = Kept(kept["buffer"])

    def _bears(self, size: int) -> bool:
        now = time.monotonic()
        if self._messages.take(1, now) and self._bytes.take(size, now):
            return True
        with suppress(WebSocketClosedError):
            self.close(_POLICY)
        return False
