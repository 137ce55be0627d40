"""Zip archives from strangers: read in memory, never unpacked, with every size checked."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath

from shabakati.errors import SourceError

LARGEST_FILE = 256 << 20  # bytes of one file, unpacked
LARGEST_TOTAL = 2 << 30  # bytes of all files, unpacked: archives hold pictures and films too
MOST_FILES = 20_000
_BOMB_RATIO = 200  # unpacked to packed; exports reach 10 to 20, repeated bytes 1,030
_BOMB_FROM = 8 << 20  # bytes unpacked below which a ratio harms nobody
_PIECE = 1 << 20  # bytes unpacked at a time
_ENCRYPTED = 0x1  # bit of a member's flags
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_DIRECTORY_LIMIT = 8 << 20  # bytes of the list of members

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,  # also NotImplementedError: an unknown way of packing
    ValueError,
    OverflowError,
)


@dataclass(frozen=True)
class Member:
    """A file inside the archive."""

    path: str
    size: int  # bytes, as the archive declares
    _archive: zipfile.ZipFile
    _info: zipfile.ZipInfo
    _name: str

    def head(self, size: int) -> bytes:
        """Its first bytes, `size` at most."""
        with _as_source_errors(self._name), self._archive.open(self._info) as file:
            return file.read(size)

    def read(self) -> bytes:
        """All of it; what it really unpacks to is checked, not what it declares."""
        pieces, size = [], 0
        with _as_source_errors(self._name), self._archive.open(self._info) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                _check_size(size, self._info.compress_size, self._name)
                pieces.append(piece)
        return b"".join(pieces)


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a zip does, an empty one too."""
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def is_workbook(found: list[Member]) -> bool:
    """Whether the files of an archive are one workbook: `.xlsx`, `.xlsm`, `.xlsb`, `.ods`."""
    paths = {member.path: member for member in found}
    if "[Content_Types].xml" in paths:
        return any(path.startswith("xl/workbook.") for path in paths)
    kind = paths.get("mimetype")
    return kind is not None and kind.head(len(_OPEN_DOCUMENT)) == _OPEN_DOCUMENT


def members(data: bytes, name: str) -> list[Member]:
    """The files of an archive, checked before any of them is unpacked.

    Raises
    ------
    SourceError : `intake.damaged_zip`, `unsafe_path`, `encrypted`, `too_many_files`, `bomb`,
        `empty`.
    """
    with _as_source_errors(name):
        _check_directory(data, name)
        archive = zipfile.ZipFile(BytesIO(data))
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise SourceError("intake.too_many_files", name=name, limit=MOST_FILES)
    for info in infos:
        _check_path(info.orig_filename, name)
        if info.flag_bits & _ENCRYPTED:
            raise SourceError("intake.encrypted", name=name)
    if sum(info.file_size for info in infos) > LARGEST_TOTAL:
        raise SourceError("intake.bomb", name=name)
    found = [info for info in infos if not info.is_dir()]
    if not found:
        raise SourceError("intake.empty", name=name)
    for info in found:
        if info.file_size > _BOMB_FROM:
            _check_ratio(info.file_size, info.compress_size, name)
    return [Member(info.filename, info.file_size, archive, info, name) for info in found]


def _check_directory(data: bytes, name: str) -> None:
    """Refuse a list of members that would take minutes to read."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - (1 << 16) - 22))
    if end < 0:
        raise SourceError("intake.damaged_zip", name=name)
    (size,) = struct.unpack("<L", data[end + 12 : end + 16])
    if _DIRECTORY_LIMIT < size < 0xFFFFFFFF:
        raise SourceError("intake.too_many_files", name=name, limit=MOST_FILES)


def _check_path(path: str, name: str) -> None:
    """Refuse paths that lead outside the archive, on any system."""
    parts = PurePosixPath(path.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or PureWindowsPath(path).drive:
        raise SourceError("intake.unsafe_path", name=name)


def _check_size(size: int, packed: int, name: str) -> None:
    if size > LARGEST_FILE:
        raise SourceError("intake.too_large", name=name, limit=LARGEST_FILE >> 20)
    if size > _BOMB_FROM:
        _check_ratio(size, packed, name)


def _check_ratio(size: int, packed: int, name: str) -> None:
    if size > _BOMB_RATIO * max(packed, 1):
        raise SourceError("intake.bomb", name=name)


@contextmanager
def _as_source_errors(name: str) -> Iterator[None]:
    """Whatever a broken archive makes the library say, as one error."""
    try:
        yield
    except SourceError:
        raise
    except _BROKEN as error:
        raise SourceError("intake.damaged_zip", name=name) from error
