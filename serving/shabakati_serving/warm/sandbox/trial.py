"""`python -m shabakati_serving.warm.sandbox.trial`: enter, try what must fail, tell in JSON."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from shabakati_serving.warm.sandbox import enter

_PR_GET_DUMPABLE = 3  # linux/prctl.h


def main() -> None:
    """Try each thing from inside; a neighbour's folder and process stand beside."""
    with tempfile.TemporaryDirectory(prefix="trial-of-shabakati-") as folder:
        neighbour = Path(folder, "neighbour")
        neighbour.write_text("theirs")
        own = Path(folder, "own")
        own.mkdir(mode=0o700)
        beside = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        try:
            seen, told = os.pipe()
            pid = os.fork()
            if pid == 0:
                enter(own)
                os.write(told, json.dumps(_tried(neighbour, own, beside.pid)).encode())
                os._exit(0)
            os.waitpid(pid, 0)
            os.close(told)
            print(os.read(seen, 4096).decode())
        finally:
            beside.kill()
            beside.communicate()


def _tried(neighbour: Path, own: Path, other: int) -> dict[str, bool]:
    (own / "mine").write_text("mine")
    return {
        "files": _fails(neighbour.read_text)
        and _fails(lambda: (neighbour.parent / "new").write_text("x"))
        and _fails(lambda: os.listdir("/")),
        "network": _fails(_port) and _fails(_datagram),
        "processes": _fails(lambda: os.kill(other, signal.SIGCONT))
        and _fails(Path(f"/proc/{other}/environ").read_bytes),
        "dumps": not ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0),
    }


def _port() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))


def _datagram() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as one:
        one.sendto(b"", ("127.0.0.1", 9))


def _fails(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return True
    return False


if __name__ == "__main__":
    main()
