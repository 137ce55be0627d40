"""What a room is: how many it seats, who may come in, and where it is found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

THIS_COMPUTER = "127.0.0.1"
EVERY_NETWORK = "0.0.0.0"  # every address of this computer


@dataclass(frozen=True)
class Room:
    """The settings of a room.

    ip : the address to listen at; 127.0.0.1 is this computer alone.
    address : what participants open, without the code: `http://192.168.1.5:8868/`.
    people : kernels at once, in all.
    per_address : kernels at once for one network address; 0 for as many as the room seats, since
        a whole hall can stand behind one address.
    idle : seconds after which a kernel ends whose page is gone.
    ready : kernels that stand ready, their notebook run.
    code : what is asked for at the door, as `code.plain` writes it; "" asks for nothing.
    certificate, key : PEM files; with them the room speaks TLS.
    behind_proxy : whether a proxy of ours stands before it, whose `X-Forwarded-*` are believed.
    language : the page's when it is first opened; "" for Arabic, the first.
    wall_key : lets the facilitator see the page for the wall; "" closes that page.
    """

    ip: str = THIS_COMPUTER
    address: str = ""
    people: int = 200
    per_address: int = 0
    idle: int = 15 * 60
    ready: int = 20
    code: str = ""
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False
    language: str = ""
    wall_key: str = ""
