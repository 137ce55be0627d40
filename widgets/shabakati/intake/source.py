"""What a person hands in: a path or bytes, one file or an archive of files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from shabakati.errors import SourceError
from shabakati.intake.archive import is_archive, is_workbook, members
from shabakati.intake.cells import line, shortened

HEAD = 1 << 15  # bytes of a file that must be enough to recognise it
LARGEST = 256 << 20  # bytes of a file handed in
_NAME_LIMIT = 100  # characters of a file's name that are shown


class File(NamedTuple):
    """A file to be recognised by its head, and read whole only then."""

    name: str
    size: int  # bytes
    head: bytes
    read: Callable[[], bytes]


def open_source(
    source: str | Path | bytes | bytearray | memoryview, name: str | None = None
) -> list[File]:
    """The files of a source: those inside a zip, else the file itself, such as a workbook.

    Raises
    ------
    SourceError : `intake.no_file`, `empty`, `too_large`, `not_zip`, and those of `archive`.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        data, called = bytes(source), file_name(name or "")
    else:
        path = Path(source)
        called = file_name(name or path.name)
        data = _read(path, called)
    if not data.strip():
        raise SourceError("intake.empty", name=called)
    if len(data) > LARGEST:
        raise SourceError("intake.too_large", name=called, limit=LARGEST >> 20)
    if is_archive(data):
        found = members(data, called)
        if not is_workbook(found):
            return [
                File(file_name(member.path), member.size, member.head(HEAD), member.read)
                for member in found
            ]
    elif called.lower().endswith(".zip"):
        raise SourceError("intake.not_zip", name=called)
    return [File(called, len(data), data[:HEAD], lambda: data)]


def file_name(path: str) -> str:
    """The last part of a path, as it may be shown."""
    return shortened(line(PurePosixPath(path.replace("\\", "/")).name), _NAME_LIMIT)


def _read(path: Path, called: str) -> bytes:
    try:
        if not path.is_file():  # a folder, a device, a pipe: none of them ends by itself
            raise SourceError("intake.no_file", name=called)
        if path.stat().st_size > LARGEST:
            raise SourceError("intake.too_large", name=called, limit=LARGEST >> 20)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError("intake.no_file", name=called) from error
