"""The nursery as the server sees it: started when first needed, and again if it ended."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import ClassVar

from shabakati_serving.warm.folders import House

# On macOS, a process that has used the system's own libraries must not fork.
FORKING = sys.platform == "linux"
FORKED = "shabakati-forked"  # the provisioner's entry point
_PATIENCE = 5  # seconds


class Carer:
    """Keeps one nursery running; its socket lies in a folder that only its owner may enter."""

    _one: ClassVar[Carer | None] = None

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._house: House | None = None
        self._path = ""
        self._lock = asyncio.Lock()

    @classmethod
    def instance(cls) -> Carer:
        """The one of this process."""
        if cls._one is None:
            cls._one = cls()
        return cls._one

    async def ready(self) -> str:
        """The path of a nursery's socket that listens."""
        async with self._lock:
            if self._process is None or self._process.poll() is not None:
                await asyncio.to_thread(self._start)
        return self._path

    @property
    def house(self) -> House:
        """Where the folders of all kernels are, and the nursery's socket."""
        if self._house is None:
            self._house = House()
        return self._house

    @property
    def pid(self) -> int | None:
        """The nursery's process."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """End the nursery, and with it every kernel that it forked."""
        type(self)._one = None
        self._end()
        if self._house is not None:
            self._house.close()
            self._house = None

    def _start(self) -> None:
        self._end()
        self._path = str(self.house.room())
        self._process = subprocess.Popen(
            [sys.executable, "-m", "shabakati_serving.warm.nursery", self._path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        if self._process.stdout.readline() != b"ready\n":
            self._end()
            raise RuntimeError("the nursery did not start")

    def _end(self) -> None:
        if self._process is not None:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.close()
            self._process.stdout.close()
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = None
