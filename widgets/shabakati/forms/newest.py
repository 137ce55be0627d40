"""Long work beside the page: in a thread, on what is newest, once changes have calmed down."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any


class Newest:
    """`done(work(*read()))` whenever asked for; while it runs the page answers.

    `read` gives what the work is about, `work` runs in a thread and must not touch the book. When
    asked again meanwhile, it is done once more.
    """

    def __init__(
        self,
        read: Callable[[], tuple[Any, ...]],
        work: Callable[..., Any],
        done: Callable[[Any], Any],
    ) -> None:
        self.task: asyncio.Task[None] | None = None
        self._read, self._work, self._done = read, work, done
        self._timer: asyncio.TimerHandle | None = None
        self._asked = self._running = self._closed = False

    @property
    def waiting(self) -> bool:
        """Whether a result is still to come."""
        return self._asked or self._running

    def ask(self, quiet: float) -> None:
        """Begin after `quiet` seconds in which nobody asks again; at once if that is 0.

        At once means before this returns, as it does where there is no kernel around us.
        """
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # nobody waits but the caller
            quiet = 0
        if quiet == 0:
            self._done(self._work(*self._read()))
            return
        self._asked = True
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_later(quiet, self._start, loop)

    def close(self) -> None:
        """Begin nothing any more, and forget what is still running."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()

    def _start(self, loop: asyncio.AbstractEventLoop) -> None:
        if self.task is None or self.task.done():
            self.task = loop.create_task(self._run())

    async def _run(self) -> None:
        while self._asked and not self._closed:
            self._asked, self._running = False, True
            try:
                found = await asyncio.to_thread(self._work, *self._read())
            finally:
                self._running = False
            if not self._closed:
                self._done(found)
