"""Files in: `read_contacts` finds out what a file is, `add_to_book` puts it into the book.

A format is one reader: it looks at the files and gives an `Intake`, or None when none is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from shabakati._garbage import no_garbage
from shabakati.errors import SourceError
from shabakati.intake.book import Added, add_to_book
from shabakati.intake.google import read_google
from shabakati.intake.intake import Intake
from shabakati.intake.linkedin import read_linkedin
from shabakati.intake.outlook import read_outlook
from shabakati.intake.pasted import LARGEST, read_lines, read_pasted_file
from shabakati.intake.reading import Progress, Reading
from shabakati.intake.source import HEAD, File, file_name, open_source
from shabakati.intake.table import FIELDS as TABLE_FIELDS
from shabakati.intake.table import read_any_table, read_table
from shabakati.intake.vcard import read_vcard

__all__ = ["TABLE_FIELDS", "Added", "Intake", "add_to_book", "read_contacts", "read_pasted"]

_READERS = (
    read_linkedin,
    read_vcard,
    read_google,
    read_outlook,
    read_table,
    read_pasted_file,
    read_any_table,
)
_PASTED = (read_google, read_outlook, read_table)  # tables that somebody copied


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
        with no_garbage():
            intake = reader(files, reading)
        if intake is not None:
            return intake
    called = name or (str(source) if isinstance(source, str | Path) else "")
    raise SourceError("intake.nothing_known", name=file_name(called))


def read_pasted(
    text: str,
    country: str | None = None,
    progress: Progress | None = None,
    columns: Mapping[int, str] | None = None,
) -> Intake:
    """Read contacts from text that somebody typed or pasted: one person a line, or a table.

    Parameters
    ----------
    text : lines such as `سارة العلي - النور - 0501234567`, receivers of an e-mail, cells copied
        from a sheet.
    country, progress, columns : as of `read_contacts`.

    Raises
    ------
    SourceError : `intake.empty`, `too_large`, `too_many_rows`, `too_many_columns`.
    """
    if not text.strip():
        raise SourceError("intake.empty", name="")
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST:
        raise SourceError("intake.too_large", name="", limit=LARGEST >> 20)
    reading = Reading(progress or _silent, country, columns)
    files = [File("", len(data), data[:HEAD], lambda: data)]
    with no_garbage():
        for reader in _PASTED:
            if (intake := reader(files, reading)) is not None:
                return intake
        lines = read_lines(data.decode(), "", reading)
        asks = read_any_table(files, reading) if lines.people.empty else None
        return asks or lines


def _silent(done: int, total: int) -> None:
    """Tell nobody."""
