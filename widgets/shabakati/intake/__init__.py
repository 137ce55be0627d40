"""Files in: `read_contacts` finds out what a file is, `add_to_book` puts it into the book.

A format is one reader: it looks at the files and gives an `Intake`, or None when none is its own.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from shabakati.errors import SourceError
from shabakati.intake.book import Added, add_to_book
from shabakati.intake.google import read_google
from shabakati.intake.intake import Intake
from shabakati.intake.linkedin import read_linkedin
from shabakati.intake.outlook import read_outlook
from shabakati.intake.reading import Progress, Reading
from shabakati.intake.source import file_name, open_source
from shabakati.intake.vcard import read_vcard

__all__ = ["Added", "Intake", "add_to_book", "read_contacts"]

_READERS = (read_linkedin, read_vcard, read_google, read_outlook)


def read_contacts(
    source: str | Path | bytes | bytearray | memoryview,
    name: str | None = None,
    progress: Progress | None = None,
    country: str | None = None,
    columns: Mapping[int, str] | None = None,
) -> Intake:
    """Read contacts from a file, or an archive of files, whatever they are called.

    Parameters
    ----------
    source : a path, or the bytes of the file.
    name : what the file is called, where it came as bytes.
    progress : called often as `progress(done, total)`, in bytes; what it raises ends the reading,
        which leaves nothing behind.
    country : two letters of ISO 3166-1; where phone numbers without a country code are at home.
    columns : of somebody's own table, what each column is, by its place from 0; without it that
        is found out, and `Intake.proposal` says what was taken for what.

    Returns
    -------
    Intake : frames `people`, `exchanges`, `events`, `ties`, `profile`, `left_out`, `counts`,
        `repairs`.

    Raises
    ------
    SourceError : the file cannot be read, is not safe to read, or is of no known format.
    """
    files = open_source(source, name)
    reading = Reading(progress or _silent, country, columns)
    for reader in _READERS:
        with _no_garbage():
            intake = reader(files, reading)
        if intake is not None:
            return intake
    called = name or (str(source) if isinstance(source, str | Path) else "")
    raise SourceError("intake.nothing_known", name=file_name(called))


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Look for no garbage meanwhile: rows hold no cycles, and the search costs a fifth of the time.

    It is the whole process that pauses, so this must not be held for long.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _silent(done: int, total: int) -> None:
    """Tell nobody."""
