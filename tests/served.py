"""A running launcher for the tests: `serve(...)` starts it as a person would, and stops it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # seconds until it must listen

_SERVE = """
import sys
import time
from pathlib import Path
from shabakati_serving.server import serve
serve(Path(sys.argv[1]), 8866, sys.argv[2], lambda url: print(url, flush=True))
"""


class Served(NamedTuple):
    """A server: where it is, what lets in, its process and where its words went."""

    address: str
    token: str
    process: subprocess.Popen
    said: Path

    @property
    def door(self) -> str:
        """The address that a person is given."""
        return f"{self.address}?token={self.token}"


def free_port() -> int:
    """A port of this computer that nobody has: a room takes no other than it was told."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port


def notebook(path: Path, *cells: str) -> Path:
    """A notebook of these code cells."""
    shown = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"cell-{number}",
            "metadata": {},
            "outputs": [],
            "source": source,
        }
        for number, source in enumerate(cells)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {
        "cells": shown,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(book), encoding="utf-8")
    return path


@contextmanager
def serve_notebook(path: Path) -> Iterator[Served]:
    """The server behind the launcher, over a notebook of the test's own."""
    token = "t0ken-of-the-test"
    with _started([sys.executable, "-c", _SERVE, str(path), token], path.parent) as (process, said):
        yield Served(_address(process, said), token, process, said)


@contextmanager
def serve_python(code: str, book: Path, *arguments: str) -> Iterator[Served]:
    """A server that this code starts over a notebook; its token is empty."""
    command = [sys.executable, "-c", code, str(book), *arguments]
    with _started(command, book.parent) as (process, said):
        yield Served(_address(process, said), "", process, said)


@contextmanager
def serve_workbook(folder: Path, *options: str) -> Iterator[Served]:
    """`shabakati-app` itself, with a book in `folder`."""
    command = [sys.executable, "-m", "shabakati_serving", "--no-browser", *options]
    with _started(command, folder) as (process, said):
        address = _address(process, said)
        token = re.search(r"token=(\w+)", said.read_text("utf-8"))
        assert token
        yield Served(address, token[1], process, said)


def kernel_at_work(server: Served) -> psutil.Process:
    """The kernel that has worked most: of one page and those that stand ready, the page's."""
    nursery = "shabakati_serving.warm.nursery"
    below = psutil.Process(server.process.pid).children(recursive=True)
    kernels = [
        one for one in below if one.ppid() != server.process.pid and nursery in one.cmdline()
    ]
    return max(kernels, key=lambda one: sum(one.cpu_times()[:2]))


@contextmanager
def serve_room(folder: Path, *options: str) -> Iterator[Served]:
    """`shabakati-room` itself, at a free port unless told which; its token is empty."""
    port = [] if "--port" in options else ["--port", str(free_port())]
    command = [sys.executable, "-m", "shabakati_serving.room.command", *port, *options]
    with _started(command, folder) as (process, said):
        yield Served(_address(process, said), "", process, said)


@contextmanager
def _started(command: list[str], folder: Path) -> Iterator[tuple[subprocess.Popen, Path]]:
    said = folder / "said.txt"
    book = {"SHABAKATI_WORKBOOK": str(folder / "book.sqlite")}
    with said.open("w") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, env=os.environ | book, cwd=ROOT
        )
    try:
        yield process, said
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(process: subprocess.Popen, said: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        found = re.search(r"https?://[\w.]+:\d+/", said.read_text("utf-8"))
        if found:
            return found[0]
        time.sleep(0.05)
    raise AssertionError(f"the server did not start: {said.read_text('utf-8')}")
