"""One file of rows while it is read: its rows by field, and those that are left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from shabakati.errors import SourceError
from shabakati.intake.cells import line, shortened
from shabakati.intake.csvtable import MOST_ROWS, Header, read_rows
from shabakati.intake.mojibake import repaired
from shabakati.intake.source import File

_SHOWN = 300  # characters of a row that is left out


@dataclass(frozen=True)
class FileKind:
    """What tells one kind of file from the others, and which of its fields are read."""

    name: str  # as it is usually called
    fields: Mapping[str, tuple[str, ...]]  # each field's name in the headers of several languages
    required: frozenset[str]  # fields that a header, and a row, must reach
    shown: tuple[str, ...]  # fields that may be repeated of a row that is left out
    marks: frozenset[str] = frozenset()  # what else a header has, of which nothing is read
    private: bool = False  # a row out of shape may hold what somebody wrote: none of it is shown
    text_last: bool = False  # what is read stands before the text, whose commas harm nothing

    def positions(self, cells: list[str]) -> dict[str, int] | None:
        """Where each field stands in a header; None when the header is another file's."""
        places = {_plain(cell): place for place, cell in reversed(list(enumerate(cells)))}
        found = {
            name: places[spelling]
            for name, spellings in self.fields.items()
            for spelling in reversed(spellings)
            if spelling in places
        }
        known = self.required <= found.keys() and self.marks <= places.keys()
        return found if known else None


@dataclass
class Sheet:
    """A recognised file; counts what is read and keeps what is left out."""

    kind: FileKind
    file: File
    header: Header[dict[str, int]]
    told: Callable[[int], None]
    read: int = 0
    left_out: list[tuple[str, int, str, str]] = field(default_factory=list)

    @cached_property
    def name(self) -> str:
        """The file's name, or the usual one where it came without."""
        return self.file.name or self.kind.name

    @property
    def counts(self) -> tuple[str, int, int, int]:
        """File, rows read, taken, left out."""
        return self.name, self.read, self.read - len(self.left_out), len(self.left_out)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that can be read: its line, and its cells in the order of the kind's fields.

        Cells are on one line each, and repaired where a wrong encoding damaged them.
        """
        for number, cells in self.raw_rows():
            if "".join(cells).isascii():
                yield number, [line(cell) if cell else "" for cell in cells]
            else:
                yield number, [line(repaired(cell)) for cell in cells]

    def raw_rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The same with cells as they came, for those who clean each distinct one once."""
        places = self.header.meaning
        width = self.header.width
        least = 1 + max(places[name] for name in self.kind.required)
        wanted = itemgetter(*(places.get(name, width) for name in self.kind.fields))
        for number, cells, closed in read_rows(self.file.read(), self.header, self.told):
            self.read += 1
            if self.read > MOST_ROWS:
                raise SourceError("intake.too_many_rows", limit=MOST_ROWS)
            size = len(cells)
            if not closed and not self.kind.text_last:
                self._leave_out_whole(number, "open_quote", cells)
            elif not any(map(str.strip, cells)):
                self.leave_out(number, "empty_row")
            elif size < least:
                self._leave_out_whole(number, "too_few_cells", cells)
            elif size > width and not self.kind.text_last and any(cells[width:]):
                self._leave_out_whole(number, "too_many_cells", cells)
            else:
                if size <= width:
                    cells += [""] * (width + 1 - size)
                else:
                    cells[width] = ""  # where fields point that the header has not
                yield number, wanted(cells)

    def leave_out(
        self, number: int, reason: str, cells: list[str] | None = None, told: str = ""
    ) -> None:
        """Count a row as left out; of its cells, only fields that may be shown are kept."""
        if cells:
            fields = list(self.kind.fields)
            told = ", ".join(
                cell for name in self.kind.shown if (cell := cells[fields.index(name)])
            )
        self._leave(number, reason, told)

    def _leave_out_whole(self, number: int, reason: str, cells: list[str]) -> None:
        told = "" if self.kind.private else ", ".join(cells[:20])[: 4 * _SHOWN]
        self._leave(number, reason, told)

    def _leave(self, number: int, reason: str, told: str) -> None:
        text = shortened(line(told), _SHOWN)
        self.left_out.append((self.name, number, f"intake.left_out.{reason}", text))


def _plain(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell.strip("\ufeff \t\r\n\"'")).casefold().split())
