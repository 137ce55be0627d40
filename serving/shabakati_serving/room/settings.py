"""What a room is: how many it seats, who may come in, and where it is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Room:
    """The settings of a room.

    ip : the address to listen at; 127.0.0.1 is this computer alone.
    people : kernels at once, in all.
    ready : kernels that stand ready, their notebook run.
    code : what is asked for at the door; "" asks for nothing.
    certificate, key : PEM files; with them the room speaks TLS.
    tabs : pages that one browser may have open.
    from_one_address : pages open from one address; 0 is as many as the room seats, since a room
        that shares one connection to the internet may come from one address.
    waiting : people who may stand in line when the room is full.
    hosts : names under which the room is found, beside the computer's own.
    proxied : whether a proxy stands before the room, whose X-Forwarded-For and X-Forwarded-Proto
        are believed. Nobody else must reach the port then.
    unopened, absent, idle : seconds until a page's kernel is ended that never connected, whose
        page is gone, and of which nobody heard although it is open.
    """

    ip: str = "127.0.0.1"
    people: int = 200
    ready: int = 20
    code: str = ""
    certificate: Path | None = None
    key: Path | None = None
    tabs: int = 3
    from_one_address: int = 0
    waiting: int = 200
    hosts: tuple[str, ...] = ()
    proxied: bool = False
    unopened: float = 60
    absent: float = 15 * 60
    idle: float = 3 * 60 * 60

    @property
    def is_open(self) -> bool:
        """Whether others than this computer can reach it."""
        return self.proxied or self.ip not in ("127.0.0.1", "::1", "localhost")
