"""The archive that LinkedIn gives its members, or any single file of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from shabakati.intake.csvtable import Header, find_header
from shabakati.intake.intake import Intake, make_intake
from shabakati.intake.linkedin import (
    connections,
    education,
    endorsements,
    events,
    invitations,
    messages,
    positions,
    profile,
    recommendations,
)
from shabakati.intake.linkedin.found import Found
from shabakati.intake.reading import Progress, Reading
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.intake.source import File


class _Reader(NamedTuple):
    kind: FileKind
    read: Callable[[Sheet, Found], None]


# In the order of reading: who people are comes before what passed between you.
_READERS = (
    _Reader(connections.KIND, connections.read),
    _Reader(profile.KIND, profile.read),
    _Reader(positions.KIND, positions.read),
    _Reader(education.KIND, education.read),
    _Reader(events.KIND, events.read),
    _Reader(messages.KIND, messages.read),
    _Reader(invitations.KIND, invitations.read),
    _Reader(recommendations.KIND, recommendations.read),
    _Reader(endorsements.RECEIVED, endorsements.read),
    _Reader(endorsements.GIVEN, endorsements.read),
)


def read_linkedin(files: Sequence[File], reading: Reading) -> Intake | None:
    """Everything the files say, or None when none of them is LinkedIn's.

    Each file is known by its header, whatever it is called and whatever folder it lies in.
    """
    known = [
        (number, file, header)
        for file in files
        if (header := find_header(file.head, _which)) is not None
        for number, _ in [header.meaning]
    ]
    if not known:
        return None
    found, sheets = Found(), []
    done, total = 0, sum(file.size for _, file, _ in known)
    for number, file, header in sorted(known, key=lambda entry: entry[0]):
        told = partial(_tell, reading.progress, done, total)
        columns = Header(header.line, header.delimiter, header.width, header.meaning[1])
        sheet = Sheet(_READERS[number].kind, file, columns, told)
        _READERS[number].read(sheet, found)
        done = min(done + file.size, total)
        reading.progress(done, total)
        sheets.append(sheet)
    return make_intake(
        {
            "people": found.people,
            "exchanges": found.exchanges(),
            "events": list(found.events.values()),
            "profile": [found.profile] if any(found.profile.values()) else [],
        },
        left_out=[row for sheet in sheets for row in sorted(sheet.left_out, key=_line)],
        counts=[sheet.counts for sheet in sheets],
    )


def _which(cells: list[str]) -> tuple[int, dict[str, int]] | None:
    """Which of the files has this header, and where its fields stand."""
    for number, reader in enumerate(_READERS):
        positions_ = reader.kind.positions(cells)
        if positions_ is not None:
            return number, positions_
    return None


def _tell(progress: Progress, done: int, total: int, more: int) -> None:
    progress(min(done + more, total), total)


def _line(row: tuple[str, int, str, str]) -> int:
    return row[1]
