"""Forked kernels for the tests, and what their processes hold."""

import asyncio
import os
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import psutil
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

from shabakati.opening import ROOM
from shabakati_serving.warm.carer import FORKED, Carer

PATIENCE = 60  # seconds


class Kernel:
    """A kernel and who talks to it."""

    def __init__(self, manager, client):
        self.manager, self.client = manager, client

    @property
    def pid(self):
        return self.manager.provisioner.pid

    async def run(self, code):
        """What the code prints; an error of its own is raised here."""
        said = []

        def hear(message):
            said.append(message["content"].get("text", ""))

        reply = await self.client.execute_interactive(code, output_hook=hear, timeout=PATIENCE)
        assert reply["content"]["status"] == "ok", reply["content"]
        return "".join(said)


@asynccontextmanager
async def kernel(folder, env=()):
    """A kernel with this environment besides its path."""
    manager = AsyncKernelManager(
        transport="ipc", connection_file=str(folder / f"{os.urandom(4).hex()}.json")
    )
    manager._kernel_spec = KernelSpec(
        argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        display_name="Python 3",
        language="python",
        metadata={"kernel_provisioner": {"provisioner_name": FORKED}},
    )
    await manager.start_kernel(cwd=str(folder), env={"PATH": os.environ["PATH"], **dict(env)})
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=PATIENCE)
        yield Kernel(manager, client)
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)


def alone(work):
    """Run a coroutine with a nursery of its own."""

    async def whole():
        try:
            return await work
        finally:
            Carer.instance().close()

    return asyncio.run(whole())


async def gone(pid):
    for _ in range(PATIENCE * 10):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        await asyncio.sleep(0.1)
    return False


def links(pid):
    folder = f"/proc/{pid}/fd"
    return [os.readlink(f"{folder}/{name}") for name in os.listdir(folder)]


def sockets(pid):
    return [link for link in links(pid) if link.startswith("socket:")]


def visitor(folder):
    """A kernel of a room, shut into its folder."""
    return kernel(folder, {ROOM: "1"})


def folder(kernel):
    """The folder that a kernel is shut into."""
    return Path(kernel.manager.connection_file).parent


class House:
    """Kernels of one nursery, and the loop that they are asked in."""

    def __init__(self):
        self.loop = asyncio.Runner()
        self.stack = AsyncExitStack()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        async def end():
            await self.stack.aclose()
            Carer.instance().close()

        self.loop.run(end())
        self.loop.close()

    def enter(self, one):
        """A kernel that stays until the house is left."""
        return self.loop.run(self.stack.enter_async_context(one))

    def run(self, one, code):
        """What the code prints in this kernel."""
        return self.loop.run(one.run(code)).strip()
