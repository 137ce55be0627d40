"""A table before anybody knows what it is: its rows as text, from a CSV or from a sheet."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from io import StringIO
from itertools import islice
from typing import NamedTuple

from shabakati.errors import SourceError
from shabakati.intake.csvtable import MOST_ROWS, Header, read_rows
from shabakati.intake.encoding import encoding_of
from shabakati.intake.source import File
from shabakati.intake.table.apart import MOST_COLUMNS

_DELIMITERS = "\t;,|"
_LOOKED_AT = 200  # rows that are enough to find the delimiter
_AGREE = 0.5  # of the rows have as many cells as the others, in a table
_CONTROLS = b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f"


class Line(NamedTuple):
    """One row as it stands in the file."""

    number: int  # of the line, from 1
    cells: list[str]
    closed: bool = True  # are its quotation marks closed


class Grid(NamedTuple):
    """All rows of one table."""

    name: str  # of the file, and of the sheet where there are several
    lines: Sequence[Line]
    agreement: float = 1.0  # the part of its rows that have as many cells as the others
    width: int = 0  # cells that most rows have; 0 in a sheet, which has no such limit

    @property
    def is_sheet(self) -> bool:
        """Whether it comes from a workbook."""
        return not self.width


def grid_of_text(file: File, alive: Callable[[], object]) -> Grid | None:
    """The table of a CSV with any delimiter; None when the text is in no columns.

    Raises
    ------
    SourceError : `intake.too_many_columns`, `too_many_rows`, `long_line`.
    """
    if file.head.translate(None, _CONTROLS) != file.head and encoding_of(
        file.head, whole=False
    ) in ("utf-8", "cp1252", "cp1256"):
        return None  # pictures and programs hold such bytes, texts hardly
    found = _delimiter(file.head, len(file.head) < file.size)
    if found is None:
        return None
    delimiter, width, agreement = found
    if width > MOST_COLUMNS:
        raise SourceError("intake.too_many_columns", name=file.name, limit=MOST_COLUMNS)
    lines: list[Line] = []
    for row in read_rows(file.read(), Header(0, delimiter, width, None), lambda _: alive()):
        if len(lines) >= MOST_ROWS:
            raise SourceError("intake.too_many_rows", limit=MOST_ROWS)
        lines.append(Line(*row))
    if lines:
        lines[0].cells[0] = lines[0].cells[0].removeprefix("\ufeff")
        if lines[0].cells[0].startswith("sep=") and len(lines[0].cells) <= 2:
            del lines[0]
    return Grid(file.name, lines, agreement, width)


def _delimiter(head: bytes, cut: bool) -> tuple[str, int, float] | None:
    """What parts the cells, how many most rows have, and how many rows agree in that."""
    text = head.decode(encoding_of(head, whole=False), "replace")
    best = None
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT))
        if cut and 1 < len(rows) < _LOOKED_AT:
            rows.pop()
        widths = Counter(len(row) for row in rows if any(map(str.strip, row)))
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
        agreement = count / widths.total()
        if width > 1 and agreement >= _AGREE and (best is None or agreement > best[2] + 0.1):
            best = delimiter, width, agreement
    return best
