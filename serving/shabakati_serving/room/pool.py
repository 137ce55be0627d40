"""Kernels that stand ready, their notebook run and their page drawn, for whoever comes next.

Voilà's own pool fills up all at once a second after each visit, beside the visits that follow, and
starts each kernel with the address of the visit before in its environment. This one makes them one
by one (`refill.py`), tells them nothing, and lets nobody be served past it.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import voila.app
import zmq
from jupyter_core.utils import ensure_async
from voila.notebook_renderer import NotebookRenderer
from voila.voila_kernel_manager import voila_kernel_manager_factory

from shabakati_serving.room.drawing import Drawing
from shabakati_serving.room.refill import Refill
from shabakati_serving.room.settings import Room

if TYPE_CHECKING:
    from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager as _Manager
else:
    _Manager = object

_AT_ONCE = os.cpu_count() or 1  # kernels made at once for people who wait
_SOCKETS, _SOCKETS_EACH = 1_000, 16  # of ZeroMQ; 8 of a settled page, and as many as it comes
_AGAIN = 2.0  # seconds until a kernel that could not be made is tried again


def use_pool(room: Room) -> None:
    """Let Voilà's server have this pool."""

    def factory(base: type, *_: Any, page_config_hook: Callable[..., Any] | None = None) -> type:
        made = voila_kernel_manager_factory(base, True, room.ready, page_config_hook)
        return type("Pool", (_Pool, made), {"room": room})

    voila.app.voila_kernel_manager_factory = factory


class _Pool(_Manager):
    """Voilà's kernel manager, with another way to fill and to take; see `use_pool`.

    `_pools` holds, as Voilà's has it, a task for each kernel that stands ready or is being made.
    """

    room: Room
    _pools: dict[str, list[asyncio.Task[dict[str, Any]]]]
    notebook_data: dict[str, Any]
    _initialize: Callable[..., Any]
    parent: Any

    def __init__(self, **options: Any) -> None:
        self._refill = Refill(self.room.ready, self.room.people)
        self._waiting = 0
        self._drawing: Drawing | None = None
        self._filling: asyncio.Task[None] | None = None
        self._gate = asyncio.Semaphore(_AT_ONCE)
        super().__init__(**options)
        self.context.set(zmq.MAX_SOCKETS, _SOCKETS + _SOCKETS_EACH * self.room.people)

    def fill_if_needed(
        self, delay: float | None = None, notebook_name: str | None = None, **_: Any
    ) -> None:
        """See to it that kernels are made, if they are not already; of a visit nothing is told."""
        if notebook_name and (self._filling is None or self._filling.done()):
            self._pools.setdefault(notebook_name, [])
            loop = asyncio.get_event_loop()
            self._filling = loop.create_task(self._fill(notebook_name, delay or 0.0))

    def get_pool_size(self, notebook_name: str) -> int:
        """At least 1: who finds no kernel waits for one, and is not served in another way."""
        return max(1, len(self._pools.get(notebook_name, [])))

    async def get_rendered_notebook(
        self, notebook_name: str, **_: Any
    ) -> tuple[asyncio.Task[Any], list[str], str]:
        """The drawing of a page, its pieces, and its kernel: ready, else made now."""
        self._refill.arrived(time.monotonic())
        self._waiting += 1
        try:
            found = await self._ready(notebook_name) or await self._made_now(notebook_name)
        finally:
            self._waiting -= 1
            self.fill_if_needed(notebook_name=notebook_name)
        return found["task"], found["renderer"].rendered_cache, found["kernel_id"]

    async def _ready(self, notebook_name: str) -> dict[str, Any] | None:
        """The first kernel that stands ready and lives."""
        pool = self._pools.setdefault(notebook_name, [])
        while done := next((task for task in pool if task.done()), None):
            pool.remove(done)
            if done.exception() is None:
                found = done.result()
                kernel_id = found["kernel_id"]
                if kernel_id in self and await ensure_async(self.get_kernel(kernel_id).is_alive()):
                    return found
        return None

    async def _made_now(self, notebook_name: str) -> dict[str, Any]:
        async with self._gate:
            return await self._ready(notebook_name) or await self._made(notebook_name)

    async def _made(self, notebook_name: str) -> dict[str, Any]:
        """A new kernel, its notebook run."""
        made: dict[str, Any] = await self._initialize(notebook_name, **self._options(notebook_name))
        await made["task"]
        return made

    async def _fill(self, notebook_name: str, delay: float) -> None:
        await asyncio.sleep(delay)
        pool = self._pools[notebook_name]
        while (pause := self._pause(pool)) is not None:
            if pause:
                await asyncio.sleep(pause)
                continue
            begun = time.monotonic()
            task = asyncio.ensure_future(self._made(notebook_name))
            pool.append(task)
            await asyncio.wait([task])
            self._refill.finished(begun, time.monotonic())
            if task.cancelled() or task.exception():
                if task in pool:
                    pool.remove(task)
                await asyncio.sleep(_AGAIN)

    def _pause(self, pool: list[asyncio.Task[dict[str, Any]]]) -> float | None:
        taken = len(self) - len(pool)
        return self._refill.pause(len(pool), taken, self._waiting, time.monotonic())

    def _options(self, notebook_name: str) -> dict[str, Any]:
        """What a kernel is started with: the server's own environment, and where it is."""
        env = os.environ | {
            "VOILA_BASE_URL": self.parent.base_url,
            "VOILA_SERVER_URL": self.parent.server_url,
            "VOILA_APP_PORT": str(self.parent.port),
            "VOILA_PREHEAT": "True",
        }
        return {"path": os.path.dirname(notebook_name), "env": env}

    def start_watching_activity(self, kernel_id: str) -> None:
        """Watch whether a kernel is busy; a fifth of the server's work was to read all it says."""
        super().start_watching_activity(kernel_id)
        kernel: Any = self.get_kernel(kernel_id)
        watched = kernel._activity_stream.socket
        watched.setsockopt(zmq.UNSUBSCRIBE, b"")
        watched.setsockopt(zmq.SUBSCRIBE, b"kernel.")  # the topic of a status, and of no widget

    def _notebook_renderer_factory(self, notebook_path: str | None = None) -> NotebookRenderer:
        """A renderer; what all of them read and prepare alike is read once."""
        if self._drawing is None:
            first = super()._notebook_renderer_factory(notebook_path)  # type: ignore[misc]
            self._drawing = Drawing(first)
        return self._drawing.another()
