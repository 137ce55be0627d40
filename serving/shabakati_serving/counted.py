"""A kernel's websocket that is taken up again where it was cut, and closed when its kernel ends."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any, ClassVar
from weakref import WeakKeyDictionary, WeakSet

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError

from shabakati_serving.frames import Frame, Frames

GONE = 4410  # close codes, of which 4000 to 4999 are an application's own: the kernel has ended,
REPLACED = 4409  # the page has a newer connection,
BEHIND = 4411  # what the page has missed is no longer kept

_SOON = 0.2  # seconds until the page is told what has come from it
_SESSIONS = 4  # of one kernel, whose frames are kept


class Channels(ZMQChannelsWebsocketConnection):
    """Jupyter's, which does not ask again whether channels are there that were never given up.

    Its question (the "nudge") would swallow an answer of the kernel that comes at that moment, and
    wait for a kernel that is busy.
    """

    _new = False

    def create_stream(self) -> None:
        """Open channels to the kernel; they are not there until it has answered."""
        self._new = True
        super().create_stream()

    def nudge(self) -> asyncio.Future[None]:
        """Ask until the kernel answers on every channel, if they are new."""
        if self._new:
            nudged: asyncio.Future[None] = super().nudge()
            return nudged
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        done.set_result(None)
        return done


class Counted(KernelWebsocketHandler):
    """A socket of whose frames both sides keep account, if the page asks for it by `seen`.

    Ours are frames of text that Jupyter never sends: `?12` of the page says that it has 12 of the
    session's frames, `!34` tells it that 34 of its own have come.
    """

    frames: Frames | None = None
    _sessions: ClassVar[WeakKeyDictionary[Any, dict[str, Frames]]] = WeakKeyDictionary()
    _of: ClassVar[WeakKeyDictionary[Frames, Counted]] = WeakKeyDictionary()
    _standing: ClassVar[WeakSet[Counted]] = WeakSet()
    _telling = False
    connection: Any = None

    @classmethod
    def close_all(cls, kernel_id: str) -> None:
        """The kernel has ended: so do the connections to it."""
        for socket in list(cls._standing):
            if socket.kernel_id == kernel_id:
                socket.close(GONE, "gone")

    async def pre_get(self) -> None:
        """Take the session over from a connection that may look as if it still stood."""
        if self.kernel_id not in self.kernel_manager:
            raise HTTPError(404)  # without a word for the log
        kernel = self.kernel_manager.get_kernel(self.kernel_id)
        if not await ensure_async(kernel.is_alive()):
            raise HTTPError(404)
        if self.get_argument("seen", None) is not None:
            sessions = self._sessions.setdefault(kernel, {})
            session = self.get_argument("session_id", "")
            self.frames = sessions.setdefault(session, Frames())
            while len(sessions) > _SESSIONS:
                del sessions[next(iter(sessions))]
            before = self._of.get(self.frames)
            if before is not None:
                before.on_close()  # at once: what the kernel says from now on waits for us
                before.close(REPLACED, "replaced")
            self._of[self.frames] = self
        await super().pre_get()

    async def open(self, kernel_id: str) -> None:
        """Tell the page what has come from it, and send what it has missed."""
        self._standing.add(self)
        missed: list[Frame] | None = []
        if self.frames is not None:
            missed = self.frames.after(_count(self.get_argument("seen")))
            self._tell()
            with suppress(WebSocketClosedError):
                for frame in missed or []:
                    await super().write_message(frame, binary=isinstance(frame, bytes))
        await super().open(kernel_id)
        if missed is None:
            self.close(BEHIND, "behind")

    def on_message(self, message: Frame) -> None:
        """A frame of the page's for the kernel, or one of ours."""
        if self.connection is None:
            return
        if self.frames is not None:
            if isinstance(message, str) and message.startswith("?"):
                self.frames.seen(_count(message[1:]))
                self._tell()
                return
            self.frames.got += 1
            if not self._telling:
                self._telling = True
                IOLoop.current().call_later(_SOON, self._tell)
        super().on_message(message)

    def write_message(self, message: Frame | dict[str, Any], binary: bool = False) -> Any:
        """Send, and keep until the page has it."""
        if self.frames is None:
            return super().write_message(message, binary)
        frame = json.dumps(message) if isinstance(message, dict) else message
        self.frames.keep(frame)
        with suppress(WebSocketClosedError):  # then it is sent over the next connection
            return super().write_message(frame, binary)

    def on_close(self) -> None:
        """Let go of the kernel's channels, once."""
        self._standing.discard(self)
        if self.frames is not None and self._of.get(self.frames) is self:
            del self._of[self.frames]
        if self.connection is not None:
            super().on_close()

    def _tell(self) -> None:
        self._telling = False
        assert self.frames is not None
        with suppress(WebSocketClosedError):
            super().write_message(f"!{self.frames.got}")


def _count(text: str) -> int:
    """A number of frames, from a browser that may say anything; -1 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else -1
