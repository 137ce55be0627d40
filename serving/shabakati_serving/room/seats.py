"""The seats of a room: whose kernel is whose, how many there are, and which have been left."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Literal

from shabakati_serving.room.line import Line
from shabakati_serving.room.settings import Room

_HURRY = 20  # seconds that a page may take to connect while others wait
_SOCKETS = 3  # of one page at once: one that is lost may be here still when the next one opens


@dataclass(eq=False)
class Seat:
    """One page that was given to a visitor, and its kernel as soon as there is one."""

    visitor: str
    address: str
    since: float
    seen: float  # when it was last heard of, or connected
    kernel: str = ""
    given: bool = False  # whether the page is made, and on its way
    opened: bool = False  # whether the page has ever connected
    sockets: list[Any] = field(default_factory=list)  # those open now


@dataclass(frozen=True)
class Outside:
    """No seat, and why: the room is full (`place` in the line from 1), or more is not allowed."""

    why: Literal["full", "crowded"]
    place: int = 0


class Seats:
    """All seats; times are seconds of one clock that never goes back, and are given."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.line = Line(room.waiting)
        self._all: list[Seat] = []

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, seat: object) -> bool:
        return seat in self._all

    def of(self, kernel: str) -> Seat | None:
        """The seat that a kernel belongs to."""
        return next((seat for seat in self._all if kernel and seat.kernel == kernel), None)

    def owns(self, visitor: str, kernel: str) -> bool:
        """Whether the kernel was given to this visitor."""
        seat = self.of(kernel)
        return seat is not None and seat.visitor == visitor

    def place(self, visitor: str, address: str, now: float) -> Outside | None:
        """Where the visitor would wait who asked for a seat; None: it is their turn."""
        if any(seat.visitor == visitor for seat in self._all):
            return None
        limit = self.room.from_one_address
        here = sum(seat.address == address for seat in self._all) + self.line.from_address(address)
        if limit and here - (visitor in self.line) >= limit:
            return Outside("crowded")
        if self.room.people - len(self._all) > self.line.ahead(visitor, now):
            return None
        place = self.line.ask(visitor, address, now)
        return Outside("full", place) if place else Outside("crowded")

    def take(self, visitor: str, address: str, now: float) -> tuple[Seat | Outside, list[Seat]]:
        """A seat for a page, and the visitor's own older ones that have to end for it.

        Who sits already is not sent out: a reload asks for the new page before the old one is
        gone. So one page more than allowed may be open for a moment; where the room is full, the
        visitor's own page makes room.
        """
        outside = self.place(visitor, address, now)
        if outside is not None:
            return outside, []
        self.line.leave(visitor)
        mine = self._mine(visitor)
        count = len(mine) - self.room.tabs
        if len(self._all) >= self.room.people:
            count = max(count, 1)
        ended = mine[: max(0, count)]
        for old in ended:
            self.leave(old)
        seat = Seat(visitor, address, now, now)
        self._all.append(seat)
        return seat, ended

    def give(self, seat: Seat, now: float) -> None:
        """The seat's page is made; its visitor has to connect soon."""
        seat.given, seat.seen = True, max(seat.seen, now)

    def leave(self, seat: Seat) -> None:
        """The seat is free."""
        if seat in self._all:
            self._all.remove(seat)

    def connect(self, kernel: str, socket: Any, now: float) -> list[Any]:
        """A page's socket opened; the sockets that have to close for it."""
        seat = self.of(kernel)
        if seat is None:
            return [socket]
        seat.opened, seat.seen = True, now
        seat.sockets.append(socket)
        return seat.sockets[:-_SOCKETS]

    def disconnect(self, kernel: str, socket: Any, now: float) -> None:
        """A page's socket closed."""
        seat = self.of(kernel)
        if seat is not None and socket in seat.sockets:
            seat.sockets.remove(socket)
            seat.seen = now

    def hear(self, kernel: str, now: float) -> None:
        """Something was said by a page."""
        seat = self.of(kernel)
        if seat is not None:
            seat.seen = now

    def left(self, kernels: Collection[str], now: float) -> list[Seat]:
        """Take away the seats that nobody sits in any more, and return them.

        `kernels` are those that run: one that was ended elsewhere has no seat.
        """
        gone = [seat for seat in self._all if self._is_left(seat, kernels, now)]
        for visitor in {seat.visitor for seat in self._all}:
            mine = [seat for seat in self._mine(visitor) if seat not in gone]
            over = max(0, len(mine) - self.room.tabs)
            if over and now - max(seat.since for seat in mine) > _HURRY:
                gone += mine[:over]  # the page that was left had time to say so
        for seat in gone:
            self.leave(seat)
        return gone

    def _is_left(self, seat: Seat, kernels: Collection[str], now: float) -> bool:
        if not seat.given:
            return False  # it is being made, which may take long when many come at once
        if seat.kernel not in kernels:
            return True
        silent = now - seat.seen
        if not seat.opened:
            return silent > (min(_HURRY, self.room.unopened) if self.line else self.room.unopened)
        return silent > (self.room.idle if seat.sockets else self.room.absent)

    def _mine(self, visitor: str) -> list[Seat]:
        """A visitor's seats, first those that are not connected, then the oldest."""
        mine = [seat for seat in self._all if seat.visitor == visitor]
        return sorted(mine, key=lambda seat: bool(seat.sockets) or not seat.opened)
