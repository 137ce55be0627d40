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
    """

    ip: str = "127.0.0.1"
    people: int = 200
    ready: int = 20
    code: str = ""
    certificate: Path | None = None
    key: Path | None = None
