"""Work beside the page: in a thread, with progress, to be stopped at any time."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from shabakati.errors import Cancelled, ShabakatiError
from shabakati.intake.reading import Progress

_OFTEN = 0.1  # s between two reports of progress to the browser

Made = TypeVar("Made")


class Aside(Generic[Made]):
    """One piece of work at a time; a new one, or `stop`, ends the one before, which tells nothing.

    `progress(done, total)` is called now and then, `ended(made, error)` once, both in the
    kernel's own thread. `task` is what waits for the work, if there is a kernel around us.
    """

    def __init__(
        self, progress: Progress, ended: Callable[[Made | None, ShabakatiError | None], Any]
    ) -> None:
        self.task: asyncio.Task[None] | None = None
        self._progress, self._ended = progress, ended
        self._stopped = threading.Event()

    def begin(self, read: Callable[[Progress], Made]) -> None:
        """Do the work, and tell how it ended."""
        self.stop()
        self._stopped = threading.Event()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around us: nobody waits but the caller
            self._tell(self._stopped, *_outcome(read, _silent))
            return
        self.task = loop.create_task(self._run(loop, read, self._stopped))

    def stop(self) -> None:
        """End what is under way; nothing is heard of it any more."""
        self._stopped.set()

    async def _run(
        self,
        loop: asyncio.AbstractEventLoop,
        read: Callable[[Progress], Made],
        stopped: threading.Event,
    ) -> None:
        told = 0.0

        def report(done: int, total: int) -> None:
            if not stopped.is_set():
                self._progress(done, total)

        def progress(done: int, total: int) -> None:
            nonlocal told
            if stopped.is_set():
                raise Cancelled("cancelled")
            if time.monotonic() - told >= _OFTEN:
                told = time.monotonic()
                loop.call_soon_threadsafe(report, done, total)

        try:
            outcome = await asyncio.to_thread(_outcome, read, progress)
        except Exception:
            # A fault of ours: the page must not wait for ever, the log tells the rest.
            self._tell(stopped, None, ShabakatiError("forms.failed"))
            raise
        self._tell(stopped, *outcome)

    def _tell(
        self, stopped: threading.Event, made: Made | None, error: ShabakatiError | None
    ) -> None:
        if not stopped.is_set():
            stopped.set()
            self._ended(made, error)


def _outcome(
    read: Callable[[Progress], Made], progress: Progress
) -> tuple[Made | None, ShabakatiError | None]:
    """What was made, or why it could not be: an error of the thread is told, never lost."""
    try:
        return read(progress), None
    except ShabakatiError as error:
        return None, error


def _silent(done: int, total: int) -> None:
    """Tell nobody."""
