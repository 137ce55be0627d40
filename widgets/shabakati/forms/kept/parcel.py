"""A book as it travels: packed, in pieces that a message can carry, put together again."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from shabakati.errors import BookFileError

LIMIT = 64 * 1024 * 1024  # bytes of a book, packed and unpacked
PIECE = 4 * 1024 * 1024  # bytes of one message


def pack(data: bytes) -> bytes:
    """A book, smaller: an empty one by a factor of forty."""
    return zlib.compress(data, 1)


def unpack(packed: bytes, limit: int = LIMIT) -> bytes:
    """What `pack` was given; raises `BookFileError` if it is no such thing, or larger than that."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, limit)
    except zlib.error as error:
        raise BookFileError("book.damaged", name="") from error
    if not unpacking.eof:  # cut short, or a little that would become very much
        raise BookFileError("book.damaged", name="")
    return data


def pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The pieces of at most `PIECE` bytes, each with where it begins."""
    for at in range(0, len(data), PIECE):
        yield at, data[at : at + PIECE]


class Parcel:
    """Pieces of announced size that come in their order."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._got = bytearray()

    def take(self, at: int | None, buffers: Any) -> bool:
        """Take one message's piece; False if it is not the one that comes next."""
        one = isinstance(buffers, list) and len(buffers) == 1
        piece = bytes(buffers[0]) if one else b""
        room = min(PIECE, self.size - len(self._got))
        if at != len(self._got) or not 0 < len(piece) <= room:
            return False
        self._got += piece
        return True

    @property
    def at(self) -> int:
        """Where the next piece begins, in bytes."""
        return len(self._got)

    @property
    def whole(self) -> bytes | None:
        """All of it, once it is there."""
        return bytes(self._got) if len(self._got) == self.size else None
