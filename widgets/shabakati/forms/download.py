"""A file from the kernel to the browser, made when it is asked for."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from typing import Any

import anywidget
import traitlets as t

from shabakati.errors import ShabakatiError
from shabakati.forms.browser import NAME_LIMIT, script, text_of, whole_of

PIECE = 4 * 1024 * 1024  # bytes of one message


class Download(anywidget.AnyWidget):
    """A button that gives the person a file.

    `make()` returns its name and its bytes; it is called at each press, and a `ShabakatiError`
    of it is shown beside the button.
    """

    _esm = script("download")
    label = t.Unicode().tag(sync=True)
    tone = t.Unicode().tag(sync=True)

    def __init__(
        self, label: str, make: Callable[[], tuple[str, bytes]], tone: str = "plain"
    ) -> None:
        super().__init__(label=label, tone=tone)
        self._make = make
        self._name = ""
        self._data = b""
        self.on_msg(self._heard)

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        if kind == "make":
            try:
                self._name, self._data = self._make()
            except ShabakatiError as error:
                self.send({"kind": "failed", "text": str(error)})
                return
            self._give(0)
        elif kind == "more":
            at = whole_of(content, "at")
            if at is not None and 0 < at <= len(self._data):
                self._give(at)

    def _give(self, at: int) -> None:
        piece = self._data[at : at + PIECE]
        if piece:
            self.send({"kind": "piece", "end": at + len(piece)}, [piece])
            return
        kind = mimetypes.guess_type(self._name)[0] or "application/octet-stream"
        self._data = b""
        self.send({"kind": "done", "name": self._name, "type": kind})
