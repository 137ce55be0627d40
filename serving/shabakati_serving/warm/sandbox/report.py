"""What keeps visitors apart on this machine: tried, not read from a list."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass, fields

from shabakati_serving.warm.carer import FORKING

_PATIENCE = 30  # seconds


@dataclass(frozen=True)
class Isolation:
    """What a kernel of a room is kept from on this machine.

    files : reading others' files and writing beyond its own folder.
    network : opening a connection or a port.
    processes : signalling other processes and reading their memory.
    dumps : leaving its memory on the disk when it crashes.
    """

    files: bool = False
    network: bool = False
    processes: bool = False
    dumps: bool = False

    @property
    def whole(self) -> bool:
        """Whether all of it holds."""
        return all(asdict(self).values())


def in_force() -> Isolation:
    """Try it in a process that ends afterwards (a fifth of a second); nothing where it cannot."""
    if not FORKING:
        return Isolation()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "shabakati_serving.warm.sandbox.trial"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
        )
        told = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return Isolation()
    return Isolation(**{field.name: bool(told.get(field.name)) for field in fields(Isolation)})


def say_what(found: Isolation) -> list[str]:
    """For whoever starts a room: a sentence for each thing that is kept apart, or is not."""
    from shabakati.language import say

    return [
        say(f"room_sandbox.{name}.{'on' if holds else 'off'}")
        for name, holds in asdict(found).items()
    ] + ([] if found.whole else [say("room_sandbox.advice")])
