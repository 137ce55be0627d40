"""The way between the kernel and the storage of the reader's own browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, text_of, whole_of
from shabakati.forms.kept.parcel import LIMIT, Parcel, pieces

WHYS = ("full", "broken", "stale")  # why a browser keeps nothing


class Listener(Protocol):
    """Who is told what the browser says; every value is checked before."""

    def nothing(self) -> None:
        """The browser holds no book."""

    def found(self, packed: bytes, at: int) -> None:
        """It holds this one, kept at this time (ms since 1970, by its own clock)."""

    def blocked(self) -> None:
        """It lets nothing be kept."""

    def kept(self, seq: int, at: int) -> None:
        """What was sent under this number is in its storage."""

    def lost(self, seq: int, why: str) -> None:
        """What was sent under this number is not; `why` is one of `WHYS`."""

    def here(self, seq: int, at: int) -> None:
        """The connection is back; the last number that is in storage, 0 for none."""

    def elsewhere(self, taken: bool) -> None:
        """Another tab has the book; `taken` if it was here before."""

    def yield_(self) -> None:
        """Another tab wants to go on: keep what is not kept, then say so."""

    def forget(self) -> None:
        """The reader wants to be forgotten; what the browser held is gone."""

    def forgotten(self) -> None:
        """The reader did so in another tab."""


class BrowserStore(anywidget.AnyWidget):
    """Sends books to the browser's storage and gets them from there; shows what is said of it.

    `state` is what is shown: `phase`, `why`, `at` (ms), `text`. Messages are checked: pieces come
    in their order, sum up to the size that was announced and are none too many.
    """

    _esm = script("kept/record", "kept/turn", "kept/store", "kept/view")
    words = t.Dict().tag(sync=True)
    state = t.Dict().tag(sync=True)
    quiet = t.Bool(False).tag(sync=True)

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self._listener = listener
        self._coming: tuple[Parcel, int] | None = None  # a book on its way, and when it was kept
        self._does: dict[str, Callable[[Any, Any], Any]] = {
            "found": self._found,
            "piece": self._piece,
            "kept": self._kept,
            "lost": self._lost,
            "here": self._here,
            "nothing": lambda *_: listener.nothing(),
            "blocked": lambda *_: listener.blocked(),
            "elsewhere": lambda *_: listener.elsewhere(taken=False),
            "taken": lambda *_: listener.elsewhere(taken=True),
            "yield": lambda *_: listener.yield_(),
            "forget": lambda *_: listener.forget(),
            "forgotten": lambda *_: listener.forgotten(),
        }
        self.on_msg(self._heard)

    def save(self, seq: int, packed: bytes) -> None:
        """Send a packed book under a number of its own, greater than those before."""
        for at, piece in pieces(packed):
            self.send({"kind": "save", "seq": seq, "size": len(packed), "at": at}, [piece])

    def yielded(self) -> None:
        """All that was here is kept: the other tab may go on."""
        self.send({"kind": "yielded"})

    def fresh(self) -> None:
        """The kernel has forgotten: what it sends from here on is another's."""
        self.send({"kind": "fresh"})

    def _heard(self, _widget: Any, content: Any, buffers: Any) -> None:
        act = self._does.get(text_of(content, "kind", NAME_LIMIT) or "")
        if act is not None:
            act(content, buffers)

    def _found(self, content: Any, _buffers: Any) -> None:
        size, at = whole_of(content, "size"), whole_of(content, "at")
        if at is None or not size or size > LIMIT:
            return
        self._coming = Parcel(size), at
        self.send({"kind": "more", "at": 0})

    def _piece(self, content: Any, buffers: Any) -> None:
        if self._coming is None:
            return
        parcel, at = self._coming
        if not parcel.take(whole_of(content, "at"), buffers):
            return
        if parcel.whole is None:
            self.send({"kind": "more", "at": parcel.at})
            return
        self._coming = None
        self._listener.found(parcel.whole, at)

    def _kept(self, content: Any, _buffers: Any) -> None:
        seq, at = whole_of(content, "seq"), whole_of(content, "at")
        if seq is not None and at is not None:
            self._listener.kept(seq, at)

    def _lost(self, content: Any, _buffers: Any) -> None:
        seq, why = whole_of(content, "seq"), text_of(content, "why", NAME_LIMIT)
        if seq is not None and why in WHYS:
            self._listener.lost(seq, why)

    def _here(self, content: Any, _buffers: Any) -> None:
        seq, at = whole_of(content, "seq"), whole_of(content, "at")
        if seq is not None and at is not None:
            self._listener.here(seq, at)
