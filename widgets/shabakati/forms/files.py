"""A file from the browser to the kernel, in pieces that the websocket can carry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import anywidget
import traitlets as t

from shabakati.forms.browser import NAME_LIMIT, script, text_of, whole_of
from shabakati.language import say

LIMIT = 200 * 1024 * 1024  # bytes of a file
PIECE_LIMIT = 4 * 1024 * 1024  # bytes of one message
MEGABYTE = 1_000_000  # bytes, as they are shown

Phase = Literal["idle", "sending", "working"]


class FileDrop(anywidget.AnyWidget):
    """A place to pick or drop one file; `on_file(name, data)` is called when all of it is there.

    `working(done, total, text)` shows what is done with it, `idle()` takes the next file.
    `on_cancel` is called when the person stops it, `on_error(text)` when a file is refused.
    Messages are checked: pieces come in their order, none is too large, and they sum up to the
    size that was announced.
    """

    _esm = script("files")
    words = t.Dict().tag(sync=True)
    accept = t.Unicode().tag(sync=True)
    state = t.Dict().tag(sync=True)

    def __init__(
        self, pick: str, hint: str, accept: tuple[str, ...] = (), limit: int = LIMIT
    ) -> None:
        super().__init__(
            words={
                "pick": pick,
                "hint": hint,
                "cancel": say("forms.files.cancel"),
                "progress": say("forms.files.progress"),
            },
            accept=",".join(accept),
        )
        self.limit = limit
        self._got = bytearray()
        self._upload: tuple[str, str, int] | None = None  # id, name, size
        self._file: Callable[[str, bytes], Any] = lambda name, data: None
        self._cancel: Callable[[], Any] = lambda: None
        self._error: Callable[[str], Any] = lambda text: None
        self.idle()
        self.on_msg(self._heard)

    def on_file(self, act: Callable[[str, bytes], Any]) -> None:
        """Call `act(name, data)` with each whole file."""
        self._file = act

    def on_cancel(self, act: Callable[[], Any]) -> None:
        """Call `act()` when the person stops what is going on."""
        self._cancel = act

    def on_error(self, act: Callable[[str], Any]) -> None:
        """Call `act(text)` when a file is not taken; the text says why and what to do."""
        self._error = act

    def idle(self) -> None:
        """Wait for a file."""
        self._phase("idle", 0, 0, "")

    def working(self, done: int, total: int, text: str) -> None:
        """Show how far the work on the file is; a total of 0 is one that is not known."""
        self._phase("working", done, total, text)

    def focus(self) -> None:
        """Bring the keyboard back to where a file is picked."""
        self.send({"kind": "focus"})

    def _phase(self, phase: Phase, done: int, total: int, text: str) -> None:
        self._now = phase
        self.state = {"phase": phase, "done": done, "total": total, "text": text}

    def _heard(self, _widget: Any, content: Any, buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        if kind == "start" and self._now == "idle":
            self._start(content)
        elif kind == "piece" and self._now == "sending":
            self._piece(content, buffers)
        elif kind == "several" and self._now == "idle":
            self._error(say("errors.forms.several"))
        elif kind == "unreadable" and self._now == "sending":
            self._refuse(say("errors.forms.unreadable"))
        elif kind == "cancel" and self._now != "idle":
            sending = self._now == "sending"
            self._forget()
            if sending:
                self.idle()
            self._cancel()

    def _start(self, content: Any) -> None:
        upload, name = text_of(content, "id", NAME_LIMIT), text_of(content, "name", NAME_LIMIT)
        size = whole_of(content, "size")
        if not upload or not name or size is None:
            return
        self._upload = (upload, name, size)
        if size == 0:
            self._refuse(say("errors.forms.empty_file", name=name))
        elif size > self.limit:
            self._refuse(say("errors.forms.too_big", name=name, limit=self.limit // MEGABYTE))
        else:
            self._show()
            self.send({"kind": "more", "id": upload})

    def _piece(self, content: Any, buffers: Any) -> None:
        if self._upload is None:
            return
        upload, name, size = self._upload
        if text_of(content, "id", NAME_LIMIT) != upload:
            return
        piece = bytes(buffers[0]) if isinstance(buffers, list) and len(buffers) == 1 else b""
        fits = 0 < len(piece) <= min(PIECE_LIMIT, size - len(self._got))
        if not fits or whole_of(content, "at") != len(self._got):
            self._refuse(say("errors.forms.broken_upload", name=name))
            return
        self._got += piece
        self._show()
        if len(self._got) < size:
            self.send({"kind": "more", "id": upload})
            return
        data = bytes(self._got)
        self.send({"kind": "end", "id": upload})
        self._forget()
        self.idle()
        self._file(name, data)

    def _show(self) -> None:
        if self._upload is not None:
            _, name, size = self._upload
            self._phase("sending", len(self._got), size, say("forms.files.sending", name=name))

    def _refuse(self, text: str) -> None:
        if self._upload is not None:
            self.send({"kind": "end", "id": self._upload[0]})
        self._forget()
        self.idle()
        self._error(text)

    def _forget(self) -> None:
        self._upload = None
        self._got = bytearray()
