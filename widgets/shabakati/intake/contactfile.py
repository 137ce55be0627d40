"""A program's CSV of contacts: one row a person, known by its header, read by a plan of columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from shabakati.intake.cells import line
from shabakati.intake.contact import Contact
from shabakati.intake.csvtable import Header, find_header
from shabakati.intake.intake import Intake, make_intake
from shabakati.intake.reading import Reading
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.intake.source import File

_SHOWN = 20  # cells of a row that is left out
_SPLITTING = 0.25  # of the work: the rest is reading what the cells say
_TOLD_EVERY = 250  # rows


class Row(NamedTuple):
    """A row that is being read."""

    contact: Contact
    cells: Sequence[str]
    skip: Callable[[str], None]  # counts what no book keeps, by a key of the catalogs


class Format(NamedTuple):
    """One program's way to write contacts."""

    source: str  # as it is stored of each person
    usual_name: str  # of its file
    plan: Callable[[list[str]], Plan | None]  # of a header; None when it is another program's


@dataclass
class Plan:
    """What is done with a row; made once a file, from its header.

    `prepare` may look at all rows first, such as for the order of days and months.
    """

    read: Callable[[Row], None]
    prepare: Callable[[list[tuple[int, tuple[str, ...]]]], None] = lambda rows: None


@dataclass
class Collected:
    """People of several files, each row once; and what was skipped of them."""

    people: list[dict[str, Any]] = field(default_factory=list)
    skipped: dict[tuple[str, str], int] = field(default_factory=dict)
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def is_repeated(self, cells: Iterable[str]) -> bool:
        """Whether a row with the same text was there before."""
        key = tuple(filter(None, cells))
        known = key in self._seen
        self._seen.add(key)
        return known

    def skip(self, name: str, what: str) -> None:
        """Count one thing that no book keeps."""
        self.skipped[name, what] = self.skipped.get((name, what), 0) + 1

    def skipped_rows(self) -> list[tuple[str, str, int]]:
        """File, what, count."""
        return [(name, what, count) for (name, what), count in self.skipped.items()]


def read_contact_files(files: Sequence[File], reading: Reading, format_: Format) -> Intake | None:
    """All people of the files that this program wrote, or None when it wrote none of them."""
    known = [
        (file, header)
        for file in files
        if (header := find_header(file.head, format_.plan)) is not None
    ]
    if not known:
        return None
    collected, sheets = Collected(), []
    done, total = 0, sum(file.size for file, _ in known)
    for file, header in known:
        told = partial(_tell, reading, done, total)
        sheet = _sheet(file, header, format_, told)
        new = partial(Contact, format_.source, reading.country)
        _read_people(sheet, header.meaning, new, told, collected)
        done = min(done + file.size, total)
        reading.progress(done, total)
        sheets.append(sheet)
    return make_intake(
        {"people": collected.people},
        left_out=[row for sheet in sheets for row in sorted(sheet.left_out, key=lambda r: r[1])],
        counts=[sheet.counts for sheet in sheets],
        skipped=collected.skipped_rows(),
    )


def _sheet(
    file: File, header: Header[Plan], format_: Format, told: Callable[[float], None]
) -> Sheet:
    places = {str(place): place for place in range(header.width)}
    kind = FileKind(
        name=format_.usual_name,
        fields=dict.fromkeys(places, ()),
        required=frozenset({"0"}),
        shown=(),
    )
    places_only = Header(header.line, header.delimiter, header.width, places)
    return Sheet(kind, file, places_only, lambda size: told(_SPLITTING * size))


def _read_people(
    sheet: Sheet,
    plan: Plan,
    new: Callable[[], Contact],
    told: Callable[[float], None],
    collected: Collected,
) -> None:
    rows = list(sheet.raw_rows())
    plan.prepare(rows)
    skip = partial(collected.skip, sheet.name)
    for count, (number, cells) in enumerate(rows):
        if count % _TOLD_EVERY == 0:
            told(sheet.file.size * (_SPLITTING + (1 - _SPLITTING) * count / len(rows)))
        if collected.is_repeated(cells):
            sheet.leave_out(number, "repeated", told=shown(cells))
            continue
        contact = new()
        plan.read(Row(contact, cells, skip))
        if not contact.name:
            contact.name_by_rest()
        if contact.name:
            collected.people.append(contact.row())
        else:
            sheet.leave_out(number, "no_name", told=shown(cells))


def shown(cells: Iterable[str]) -> str:
    """What may be shown of a row that is left out."""
    return ", ".join([line(cell[:300]) for cell in cells if cell.strip()][:_SHOWN])


def _tell(reading: Reading, done: int, total: int, more: float) -> None:
    reading.progress(min(done + int(more), total), total)
