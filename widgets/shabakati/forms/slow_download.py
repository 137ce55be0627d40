"""A file that takes seconds to make: beside the page, with progress, to be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import traitlets as t

from shabakati.errors import ShabakatiError
from shabakati.forms.aside import Aside
from shabakati.forms.browser import NAME_LIMIT, text_of
from shabakati.forms.download import Download
from shabakati.intake.reading import Progress
from shabakati.language import say


class SlowDownload(Download):
    """A button that gives a file after a while.

    `read()` is called at each press, in the page's own thread; `make(what it read, progress)`
    beside it returns the file's name and its bytes.
    """

    stop = t.Unicode().tag(sync=True)

    def __init__(
        self,
        label: str,
        read: Callable[[], Any],
        make: Callable[[Any, Progress], tuple[str, bytes]],
        tone: str = "plain",
    ) -> None:
        super().__init__(label, lambda: ("", b""), tone)
        self.stop = say("forms.download.stop")
        self._read, self._work = read, make
        self._aside: Aside[tuple[str, bytes]] = Aside(self._progress, self._ended)

    def close(self) -> None:
        """Make nothing any more."""
        self._aside.stop()
        super().close()

    def _heard(self, widget: Any, content: Any, buffers: Any) -> None:
        kind = text_of(content, "kind", NAME_LIMIT)
        if kind == "make":
            self._begin()
        elif kind == "stop":
            self._aside.stop()
            self.send({"kind": "failed", "text": ""})
        else:
            super()._heard(widget, content, buffers)

    def _begin(self) -> None:
        try:
            read = self._read()
        except ShabakatiError as error:
            self._ended(None, error)
            return
        self._aside.begin(lambda progress: self._work(read, progress))

    def _progress(self, done: int, total: int) -> None:
        self.send({"kind": "progress", "done": done, "total": total})

    def _ended(self, made: tuple[str, bytes] | None, error: ShabakatiError | None) -> None:
        if made is None:
            self.send({"kind": "failed", "text": str(error)})
            return
        self._name, self._data = made
        self._give(0)
