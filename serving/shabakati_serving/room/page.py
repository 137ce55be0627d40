"""The workbook in a room, and what stands before it: the door, the code, the line."""

from __future__ import annotations

import json
import math
import time
from typing import Any
from urllib.parse import urlencode

from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from voila.request_info_handler import RequestInfoSocketHandler

from shabakati.language import LANGUAGES
from shabakati_serving.guard import Guarded
from shabakati_serving.hosts import address
from shabakati_serving.page import Says, WorkbookPage
from shabakati_serving.room.door import RoomDoor
from shabakati_serving.room.kernels import Lent, end
from shabakati_serving.room.notices import Kind, notice, place_words
from shabakati_serving.room.seats import Outside, Seat, Seats

_TRIED = "in"  # in the address, when a cookie was given: a stranger who comes with it kept none
_TRIES = 60  # seconds that this is remembered
_AGAIN = 5  # seconds, for who asks again without our script


class Doorway(Says, Guarded):
    """How a stranger comes to the page: becomes a visitor, or is asked for the code first.

    A visitor's cookie comes back with the next request, and only that one may cost a kernel:
    who keeps no cookie (a scanner, a preview of a link) costs nothing. It takes one redirect.
    """

    @property
    def door(self) -> RoomDoor:
        """The room's."""
        return self.settings["identity_provider"]

    def come_in(self) -> None:
        """Make a visitor of a stranger, and lead them to the page, the code out of its address."""
        self.door.let_in(self)
        self._lead({_TRIED: str(int(time.time()))})

    def answer(self, status: int, kind: Kind, **told: int) -> None:
        """Say why there is no page."""
        self.set_status(status)
        if status in (429, 503):
            self.set_header("Retry-After", str(told.get("seconds") or _AGAIN))
        self.finish(notice(self, kind, **told))

    def try_code(self, code: str) -> None:
        """Let in who knows the room's code."""
        seconds = math.ceil(self.door.wait(self))
        if seconds:
            self.answer(429, "wait", seconds=seconds)
        elif self.door.is_code(self, code):
            self.come_in()
        else:
            self.answer(403, "wrong")

    def _lead(self, more: dict[str, str]) -> None:
        """To the page, in the language that was asked for, else the room's own if it has one."""
        asked = self.get_argument("lang", "") or self.door.room.language
        kept = {"lang": asked} if asked in LANGUAGES else {}
        query = urlencode({**kept, **more})
        base = self.settings["base_url"]
        self.redirect(f"{base}?{query}" if query else base, status=303)


class CodePage(Doorway):
    """Where the form for the code is sent."""

    SUPPORTED_METHODS = ("POST",)

    async def prepare(self) -> None:
        """Strangers come here, with a form of ours."""
        self.check_own_host()
        self.check_xsrf_cookie()

    def post(self) -> None:
        """Look at the code; a room without one lets in as its page does."""
        if self.door.room.code:
            self.try_code(self.get_body_argument("code", ""))
        else:
            self.come_in()


class RoomPage(Doorway, WorkbookPage):
    """The workbook, in a room."""

    _seat: Seat | None = None

    @property
    def seats(self) -> Seats:
        """The room's."""
        return self.settings["seats"]

    @property
    def kernel_manager(self) -> Any:
        """The server's, of which the kernel that this page takes is its visitor's."""
        manager = self.settings["kernel_manager"]
        return Lent(manager, self._seat) if self._seat else manager

    async def prepare(self) -> None:
        """Only visitors get further; others become one, or are asked for the code."""
        self.check_own_host()
        if self.request.method not in self.methods:
            raise HTTPError(405)
        if self.request.method == "HEAD":
            self.finish()  # a look that costs nothing
        elif "prefetch" in self._purpose():
            self.answer(503, "early")
        elif self.door.admits(self):
            if self.get_query_argument("code", ""):
                self._lead({})
            else:
                await super().prepare()
        else:
            self._receive(self.get_query_argument("code", ""))

    async def get(self, path: str | None = None) -> None:
        """The page with a kernel of its own, if there is a seat."""
        where = address(self.request, self.door.room.proxied)
        seat, ended = self.seats.take(self.door.visitor(self), where, time.monotonic())
        manager = self.settings["kernel_manager"]
        for old in ended:
            IOLoop.current().spawn_callback(end, manager, old)
        if isinstance(seat, Outside):
            status = 429 if seat.why == "often" else 503
            self.answer(status, seat.why, **({"place": seat.place} if seat.place else {}))
            return
        self._seat = seat
        self._forget_address()
        try:
            async for html in self.get_generator():
                self.write(html)
                self.flush()
        finally:
            RequestInfoSocketHandler._cache.pop(seat.kernel, None)
            self.seats.give(seat, time.monotonic())
            if not seat.kernel:
                self.seats.leave(seat)
            elif seat not in self.seats:  # taken away while the page was made
                await end(manager, seat)

    def _receive(self, code: str) -> None:
        """A stranger at the door."""
        self.current_user = None
        if self._kept_no_cookie():
            self.answer(403, "cookies")
        elif not self.door.room.code:
            self.come_in()
        elif code:
            self.try_code(code)
        else:
            self.answer(403, "code")

    def _purpose(self) -> str:
        names = ("Sec-Purpose", "Purpose", "X-Moz")
        said = " ".join(self.request.headers.get(name, "") for name in names).lower()
        return said.replace("prefetch;prerender", "")  # this one runs, and may be shown

    def _kept_no_cookie(self) -> bool:
        told = self.get_query_argument(_TRIED, "")
        return told.isdecimal() and abs(time.time() - int(told[:12])) < _TRIES

    def _forget_address(self) -> None:
        """Neither a kernel nor Voilà is told what was asked for: nothing in it is for them."""
        self.request.uri, self.request.query = self.request.path, ""
        for arguments in (self.request.arguments, self.request.query_arguments):
            arguments.clear()


class PlacePage(Guarded):
    """Where a visitor stands in line, for the page that waits."""

    async def get(self) -> None:
        """`place` from 1, 0 when it is their turn; `says` in every language."""
        door: RoomDoor = self.settings["identity_provider"]
        where = address(self.request, door.room.proxied)
        seats: Seats = self.settings["seats"]
        found = seats.place(door.visitor(self), where, time.monotonic())
        place = found.place if found else 0
        waits = found is not None
        says = place_words(place) if place else {}
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"waits": waits, "place": place, "says": says}))
