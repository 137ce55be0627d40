"""Each visitor's kernels are theirs: nobody else can reach them, and those that are left end."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

from jupyter_core.utils import ensure_async
from tornado.web import HTTPError
from voila.request_info_handler import RequestInfoSocketHandler
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler

from shabakati_serving.guard import Guarded
from shabakati_serving.kernels import KernelState
from shabakati_serving.room.seats import Seat, Seats
from shabakati_serving.socket import KernelSocket

_GONE = 1001  # RFC 6455: what was talked to has gone away
_ROUND = 5  # seconds between two looks at what was left


class Owned(Guarded):
    """Stands before a handler of one kernel: to everybody but its visitor there is none."""

    @property
    def seats(self) -> Seats:
        """The room's."""
        return self.settings["seats"]

    @property
    def kernel(self) -> str:
        """The kernel that the address names."""
        return (*self.path_args, *self.path_kwargs.values())[0] or ""

    async def prepare(self) -> None:
        """Ask the door, then whose the kernel is."""
        visitor = self.settings["identity_provider"].visitor(self)
        self.check_own_host()
        if visitor and not self.seats.owns(visitor, self.kernel):
            self.current_user = None
            raise HTTPError(404)
        await super().prepare()


class OwnKernel(Owned, KernelState):  # type: ignore[misc]
    """Whether a kernel lives; the page asks when its connection is lost."""


class OwnFarewell(Owned, VoilaShutdownKernelHandler):
    """A page that is left ends its kernel; the seat is free at once."""

    methods = ("POST",)

    async def post(self, kernel_id: str) -> None:
        """End it."""
        seat = self.seats.of(kernel_id)
        if seat is not None:
            self.seats.leave(seat)
            await end(self.settings["kernel_manager"], seat)
        self.set_status(204)


class OwnSocket(Owned, KernelSocket):  # type: ignore[misc]
    """The websocket between a page and its kernel, of which the seat knows."""

    methods = ("GET",)

    async def open(self, kernel_id: str) -> None:
        """Take the seat's place for sockets; an old one that is one too many ends."""
        for old in self.seats.connect(kernel_id, self, time.monotonic()):
            old.close(_GONE)
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:
        """Somebody sits here."""
        self.seats.hear(self.kernel, time.monotonic())
        super().on_message(ws_message)

    def on_close(self) -> None:
        """It closed."""
        self.seats.disconnect(self.kernel, self, time.monotonic())
        super().on_close()


class Lent:
    """The kernel manager as one page sees it: a kernel that it takes is its seat's."""

    def __init__(self, manager: Any, seat: Seat) -> None:
        self._manager, self._seat = manager, seat

    def __getattr__(self, name: str) -> Any:
        return getattr(self._manager, name)

    async def get_rendered_notebook(self, notebook_name: str, **_: Any) -> Any:
        """A kernel that stood ready. The next one is not told at which address this page was."""
        found = await self._manager.get_rendered_notebook(notebook_name=notebook_name)
        self._seat.kernel = found[2]
        return found

    async def start_kernel(self, **options: Any) -> str:
        """A new kernel."""
        self._seat.kernel = await ensure_async(self._manager.start_kernel(**options))
        return self._seat.kernel


async def end(manager: Any, seat: Seat) -> None:
    """End the kernel of a seat that was taken away; its page is told by the socket's end."""
    RequestInfoSocketHandler._cache.pop(seat.kernel, None)
    for socket in list(seat.sockets):
        socket.close(_GONE)
    if seat.kernel and seat.kernel in manager:
        try:
            await ensure_async(manager.shutdown_kernel(seat.kernel))
        except (HTTPError, KeyError, RuntimeError):
            logging.getLogger("shabakati").debug("it had ended already")


async def tend(seats: Seats, manager: Any) -> None:
    """For as long as the server runs: end what was left."""
    pause = min(_ROUND, seats.room.unopened / 4)
    while True:
        await asyncio.sleep(pause)
        left = seats.left(manager.list_kernel_ids(), time.monotonic())
        await asyncio.gather(*(end(manager, seat) for seat in left), return_exceptions=True)
