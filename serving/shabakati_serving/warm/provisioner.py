"""jupyter_client's way to a forked kernel."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from shabakati_serving.warm import lines
from shabakati_serving.warm.carer import Carer
from shabakati_serving.warm.folders import remove

_TRIES = 50  # to remove the folder of a kernel that is still ending
_BETWEEN = 0.1  # seconds


class ForkedProvisioner(LocalProvisioner):
    """Asks the nursery for a kernel; what is written and read of it is as with an ordinary one.

    Named by the kernelspec's metadata as `shabakati-forked` (an entry point of the package).
    """

    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None
    _status: asyncio.Task[int] | None = None
    _folder: Path | None = None

    @property
    def has_process(self) -> bool:
        """Whether a kernel was asked for that is not done with."""
        return self._status is not None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Give the kernel a folder of its own, its connection file and its sockets in it."""
        if self._folder is None:
            self._folder = Carer.instance().house.room()
            assert self.parent is not None
            self.parent.connection_file = str(self._folder / "kernel.json")
            if self.parent.transport == "ipc":
                self.parent.ip = str(self._folder / "ipc")
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # a restart finds it gone
        return await super().pre_launch(**kwargs)

    async def cleanup(self, restart: bool = False) -> None:
        """Nothing of a kernel is left; one that restarts is found at the same address."""
        await super().cleanup(restart)
        await self._tidy()

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel; the command is not run, only its connection file is read."""
        assert self.parent is not None
        path = await Carer.instance().ready()
        reader, writer = await asyncio.open_unix_connection(path)
        cwd = str(kwargs.get("cwd") or Path.cwd())
        env = dict(kwargs.get("env") or os.environ)
        writer.write(lines.line({"file": self.parent.connection_file, "env": env, "cwd": cwd}))
        answer = await reader.readline()
        if not answer:
            raise RuntimeError("the nursery gave no kernel")
        (told,), _ = lines.split(answer)
        self.pid = self.pgid = told["pid"]
        self.cwd = cwd
        self._reader, self._writer = reader, writer
        self._status = asyncio.ensure_future(self._ended(reader))
        # A server that stops ends its kernels with the nursery, and waits for none of them.
        self._status._log_destroy_pending = False  # type: ignore[attr-defined]
        return self.connection_info

    async def poll(self) -> int | None:
        """The exit status; None while it runs."""
        if self._status is None:
            return 0
        return self._status.result() if self._status.done() else None

    async def wait(self) -> int | None:
        """The exit status, once it has ended."""
        if self._status is None:
            return 0
        status = await asyncio.shield(self._status)
        if self._writer is not None:
            self._writer.close()
        self._status = self._reader = self._writer = None
        return status

    async def ended(self) -> None:
        """Wait until it has ended, and change nothing."""
        if self._status is not None:
            await asyncio.shield(self._status)

    async def send_signal(self, signum: int) -> None:
        """Let the nursery send it: the number of a process that has ended may be another's."""
        if self._writer is not None and await self.poll() is None:
            with suppress(ConnectionError):  # a nursery that has gone took the kernel along
                self._writer.write(lines.line({"signal": signum}))
                await self._writer.drain()

    async def kill(self, restart: bool = False) -> None:
        """End it at once."""
        await self.send_signal(signal.SIGKILL)

    async def terminate(self, restart: bool = False) -> None:
        """Ask it to end."""
        await self.send_signal(signal.SIGTERM)

    async def _tidy(self) -> None:
        """Remove the folder; a kernel that is being killed may still write in it."""
        for _ in range(_TRIES):
            if self._folder is None or remove(self._folder):
                return
            await asyncio.sleep(_BETWEEN)

    async def _ended(self, reader: asyncio.StreamReader) -> int:
        """What the nursery says in the end; where it is gone itself, so is the kernel."""
        try:
            answer = await reader.readline()
        except OSError:
            answer = b""
        await self._tidy()
        found, _ = lines.split(answer)
        return int(found[0]["status"]) if found else -signal.SIGKILL
