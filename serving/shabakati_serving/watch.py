"""A kernel that ends is noticed at once and given up; none is started again in its place."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, ClassVar

from jupyter_client.ioloop.restarter import AsyncIOLoopKernelRestarter
from tornado.web import HTTPError

from shabakati_serving.counted import Counted
from shabakati_serving.warm.provisioner import ForkedProvisioner

_LOOK = 0.5  # seconds between two looks at a kernel that cannot be waited for
_REFILL = 2.0  # seconds until another kernel is made to stand ready in its place


class Watch(AsyncIOLoopKernelRestarter):
    """Stands in for jupyter_client's restarter.

    A kernel started in a dead one's place would be empty behind a page that is full: its widgets
    would answer nothing. The page opens itself anew instead, and what it had is restored.
    """

    _watching: asyncio.Task[None] | None = None
    _burying: ClassVar[set[asyncio.Task[None]]] = set()

    def start(self) -> None:
        """Watch, from when the kernel has been started."""
        if self._watching is None:
            self._watching = asyncio.ensure_future(self._watch())

    def stop(self) -> None:
        """Watch no longer: the kernel is being ended."""
        if self._watching is not None:
            self._watching.cancel()
            self._watching = None

    async def _watch(self) -> None:
        provisioner = self.kernel_manager.provisioner
        if isinstance(provisioner, ForkedProvisioner):
            await provisioner.ended()
        else:
            while await self.kernel_manager.is_alive():
                await asyncio.sleep(_LOOK)
        if not self.kernel_manager.shutting_down:
            task = asyncio.ensure_future(_bury(self.kernel_manager))  # which stops this watch
            self._burying.add(task)
            task.add_done_callback(self._burying.discard)


async def _bury(kernel: Any) -> None:
    """Forget the kernel wherever it is known, then close the connections of its pages."""
    manager, kernel_id = kernel.parent, kernel.kernel_id
    try:
        with suppress(HTTPError):  # somebody else ended it meanwhile
            await manager.shutdown_kernel(kernel_id, now=True)
    finally:
        Counted.close_all(kernel_id)
    manager.fill_if_needed(delay=_REFILL, notebook_name=manager.notebook_path)
