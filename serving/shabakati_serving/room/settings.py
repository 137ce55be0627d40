"""What a room is: how many it seats, who may come in, and where it is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PORT = 8868
THIS_COMPUTER = "127.0.0.1"
EVERY_NETWORK = "0.0.0.0"  # every address of this computer


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
    address : what participants open, without the code: `http://192.168.1.5:8868/`.
    language : the page's when it is first opened; "" for Arabic, the first.
    wall_key : opens the page for the wall to the facilitator; "" closes it.
    """

    ip: str = THIS_COMPUTER
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
    address: str = ""
    language: str = ""
    wall_key: str = ""

    @property
    def is_open(self) -> bool:
        """Whether others than this computer can reach it."""
        return self.proxied or self.ip not in (THIS_COMPUTER, "::1", "localhost")
