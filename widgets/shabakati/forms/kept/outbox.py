"""A book on its way to the browser: once at a time, soon after a change, until it is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Protocol

from shabakati.errors import ShabakatiError
from shabakati.forms.kept.parcel import LIMIT, pack
from shabakati.forms.kept.store import BrowserStore

CALM = 0.4  # s from the first change that is not kept until the book goes
PATIENCE = 10.0  # s until a browser that has not answered is no longer believed to,
_SLOW = 20_000  # bytes a second; a large book may take longer by as much
_LARGE = 1024 * 1024  # bytes; a larger book is packed beside the page


class Timer(Protocol):
    """What stops that something is done later."""

    def cancel(self) -> Any:
        """Do it no more."""


Later = Callable[[float, Callable[[], Any]], Timer]


class Outbox:
    """Sends what `read()` gives; `failed(why)` when it does not arrive.

    `flying` is the number of what was sent and is not answered yet, else 0.
    """

    def __init__(
        self,
        store: BrowserStore,
        read: Callable[[], bytes],
        failed: Callable[[str], Any],
        later: Later | None = None,
    ) -> None:
        self.flying = 0
        self._seq = 0
        self._store, self._read, self._failed = store, read, failed
        self._later = later or _later
        self._saving: Timer | None = None
        self._waiting: Timer | None = None

    def soon(self) -> None:
        """Send after a moment, in which other changes may follow."""
        if self._saving is None and not self.flying:
            self._saving = self._later(CALM, self.now)

    def now(self) -> None:
        """Send at once; what was sent before is not waited for any more."""
        self.stop()
        self._seq = self.flying = seq = self._seq + 1
        try:
            data = self._read()
        except ShabakatiError:
            self._fail(seq, "broken")
            return
        loop = _loop()
        if len(data) > LIMIT:
            self._fail(seq, "large")
        elif loop is not None and len(data) > _LARGE:
            packing = loop.run_in_executor(None, pack, data)
            packing.add_done_callback(lambda packed: self._send(seq, packed.result()))
        else:
            self._send(seq, pack(data))

    def answered(self, seq: int) -> bool:
        """Whether this is the answer that is waited for; then it is waited for no more."""
        mine = seq == self.flying != 0
        if mine:
            self.stop()
        return mine

    def stop(self) -> None:
        """Send nothing any more, and wait for nothing."""
        for timer in (self._saving, self._waiting):
            if timer is not None:
                timer.cancel()
        self._saving = self._waiting = None
        self.flying = 0

    def _send(self, seq: int, packed: bytes) -> None:
        if seq == self.flying:  # not stopped while it was packed
            patience = PATIENCE + len(packed) / _SLOW
            self._waiting = self._later(patience, lambda: self._fail(seq, "broken"))
            self._store.save(seq, packed)

    def _fail(self, seq: int, why: str) -> None:
        if self.answered(seq):
            self._failed(why)


def _loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _later(seconds: float, act: Callable[[], Any]) -> Timer:
    return asyncio.get_running_loop().call_later(seconds, act)
