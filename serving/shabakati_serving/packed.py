"""Files from memory, packed for browsers that can unpack: 2.0 MB of a first visit instead of 6.7.

Each file is read and packed once, when it is first asked for, and anew if it has changed.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tornado.web import StaticFileHandler

YEAR = 365 * 24 * 60 * 60  # seconds
_WORDY = re.compile(r"(text/|application/(javascript|json)|image/svg)")  # types worth packing
_WORTH = 0.9  # of its size, at most, a packed file may have
_HASHED = re.compile(r"\.[0-9a-f]{8,}\.(js|css|woff2?|svg)$")  # named for its content


class Held(NamedTuple):
    """A file's bytes, as they are and packed (None if that is not worth it), and its mark."""

    plain: bytes
    packed: bytes | None
    mark: str


def hold(content: bytes, wordy: bool) -> Held:
    """The bytes of a file, made ready to be sent."""
    packed = gzip.compress(content, 9, mtime=0) if wordy else None
    if packed is not None and len(packed) > _WORTH * len(content):
        packed = None
    return Held(content, packed, hashlib.sha256(content).hexdigest()[:32])


def held(path: Path) -> Held:
    """A file, read and packed if it was not yet, or has changed."""
    found = path.stat()
    kind, _ = mimetypes.guess_type(path.name)
    return _held(path, found.st_mtime_ns, found.st_size, bool(_WORDY.match(kind or "")))


@lru_cache(maxsize=1024)
def _held(path: Path, _changed: int, _size: int, wordy: bool) -> Held:
    return hold(path.read_bytes(), wordy)


class Packed(StaticFileHandler):
    """Stands before a handler of static files: what that one finds is sent from memory.

    Whoever asks for a part of a file is given that part of it as it is.
    """

    _found: Held | None = None

    @property
    def held(self) -> Held:
        """What is sent."""
        if self._found is None:
            self._found = held(Path(self.absolute_path or ""))
        return self._found

    @property
    def is_packed(self) -> bool:
        """Whether this answer is."""
        headers = self.request.headers
        return self.held.packed is not None and "Range" not in headers and _unpacks(headers)

    def set_headers(self) -> None:
        """Whether it is packed, and how long it may be kept; until it changes if it is named so."""
        super().set_headers()
        if self.held.packed is not None:
            self.set_header("Vary", "Accept-Encoding")
        if self.is_packed:
            self.set_header("Content-Encoding", "gzip")
            self.set_header("Accept-Ranges", "none")
        if self.is_lasting():
            self.set_header("Cache-Control", f"max-age={YEAR}")

    def is_lasting(self) -> bool:
        """Whether this address will always mean these bytes."""
        return bool(self.get_query_argument("v", "") or _HASHED.search(self.path))

    def get_cache_time(self, path: str, modified: dt.datetime | None, mime_type: str) -> int:
        """A year, or until it is asked for again."""
        return YEAR if self.is_lasting() else 0

    def compute_etag(self) -> str | None:
        """Of the bytes that are sent: packed ones are others."""
        return f'"{self.held.mark}{"-gz" if self.is_packed else ""}"'

    def get_content_size(self) -> int:
        """Bytes of the body."""
        return len(self._body())

    def get_content(  # type: ignore[override]
        self, abspath: str, start: int | None = None, end: int | None = None
    ) -> Iterator[bytes]:
        """The body, or the part that was asked for."""
        yield self._body()[start:end]

    def _body(self) -> bytes:
        packed = self.held.packed
        return packed if packed is not None and self.is_packed else self.held.plain


def packed(handler: type[Any]) -> type[Any]:
    """The handler of static files, sending from memory."""
    return type(f"Packed{handler.__name__}", (Packed, handler), {})


def _unpacks(headers: Any) -> bool:
    """Whether who asks can unpack gzip."""
    for told in headers.get("Accept-Encoding", "").lower().split(","):
        name, _, weight = told.strip().partition(";")
        if name.strip() == "gzip":
            return not re.fullmatch(r"q=0(\.0*)?", weight.strip())
    return False
