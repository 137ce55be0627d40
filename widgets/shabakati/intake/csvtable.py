"""Bytes of a CSV file: its header, found by its fields, and its rows with their line numbers."""

from __future__ import annotations

import csv
import sys
from collections import deque
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO, TextIOWrapper
from typing import Generic, NamedTuple, TypeVar

from shabakati.errors import SourceError
from shabakati.intake.encoding import encoding_of

T = TypeVar("T")

_DELIMITERS = ",;\t"  # Excel writes semicolons where commas are decimal points
_HEADER_WITHIN = 50  # lines
_HEADER_LIMIT = 20_000  # characters; a longer line is no header
MOST_ROWS = 1_000_000  # of one file
MOST_LINES = 10 * MOST_ROWS  # a message has several
_ROW_LINES = 50_000  # of one row
_LINE_BYTES = 2 << 20  # of one line: a message is long, and a million cells are no table
_RESTARTS = 20  # how often reading begins again after a quotation mark that nobody closed


class Header(NamedTuple, Generic[T]):
    """Where the header stands, what parts its cells, and what it was found to be."""

    line: int  # from 1
    delimiter: str
    width: int  # cells
    meaning: T


Row = tuple[int, list[str], bool]  # the line on which it begins, cells, are its quotes closed


def find_header(head: bytes, recognise: Callable[[list[str]], T | None]) -> Header[T] | None:
    """The first line whose cells are recognised, among the first fifty, whatever precedes it."""
    text = head.decode(encoding_of(head, whole=False), "replace")
    for number, line in enumerate(StringIO(text, newline=""), 1):
        if number > _HEADER_WITHIN:
            break
        if len(line) > _HEADER_LIMIT:
            continue
        for delimiter in _DELIMITERS:
            cells = next(csv.reader([line], delimiter=delimiter), [])
            meaning = recognise(cells)
            if meaning is not None:
                return Header(number, delimiter, len(cells), meaning)
    return None


def read_rows(data: bytes, header: Header, told: Callable[[int], object]) -> Iterator[Row]:
    """Every row below the header; empty lines are none.

    A quotation mark that is never closed would swallow all that follows: its line alone is given
    as a row that is not closed, and reading begins again on the next.

    Parameters
    ----------
    told : called with the bytes read so far, about once in a thousand rows.

    Raises
    ------
    SourceError : `intake.too_many_rows`, `long_line`.
    """
    _check_lines(data)
    if csv.field_size_limit() < sys.maxsize:
        csv.field_size_limit(sys.maxsize)  # a message may be long; the file's size is bounded
    raw = BytesIO(data)
    stream = TextIOWrapper(raw, encoding_of(data), errors="replace", newline="")
    for _ in range(header.line):
        stream.readline()
    again: deque[str] = deque()  # lines to be read once more
    mine: list[str] = []  # lines of the row that is being read
    number, restarts, more = header.line, 0, True

    def lines() -> Iterator[str]:
        while again and len(mine) < _ROW_LINES:
            mine.append(again.popleft())
            yield mine[-1]
        if not again:
            for line in stream:
                mine.append(line)
                yield line
                if len(mine) >= _ROW_LINES:
                    break

    while more:
        more = False
        for count, cells in enumerate(csv.reader(lines(), delimiter=header.delimiter)):
            if count % 1000 == 0:
                told(raw.tell())
            start = number + 1
            number += len(mine)
            if number > MOST_LINES:
                raise SourceError("intake.too_many_rows", limit=MOST_ROWS)
            # The reader was given no more lines than one row may have: there may be others.
            more = len(mine) >= _ROW_LINES
            if number > start and restarts < _RESTARTS and _swallowed(cells, mine, header.width):
                again.extendleft(reversed(mine[1:]))
                number, restarts, more = start, restarts + 1, True
                cells = next(csv.reader(mine[:1], delimiter=header.delimiter))
                mine.clear()
                yield start, cells, False
                break
            mine.clear()
            if cells:
                yield start, cells, True


def _check_lines(data: bytes) -> None:
    """Refuse a line that would fill the memory when it is cut into cells."""
    start, size = 0, len(data)
    while start + _LINE_BYTES < size:
        within = start, start + _LINE_BYTES
        end = data.rfind(b"\n", *within)
        if end < 0:
            end = data.rfind(b"\r", *within)
        if end < 0:
            raise SourceError("intake.long_line", limit=_LINE_BYTES >> 20)
        start = end + 1


def _swallowed(cells: list[str], lines: list[str], width: int) -> bool:
    """Whether a row of several lines is several rows, taken for one by a stray quotation mark."""
    return len(cells) != width or sum(line.count('"') for line in lines) % 2 == 1
