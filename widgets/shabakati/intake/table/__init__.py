"""Somebody's own table: a spreadsheet or a CSV, whose columns are proposed and can be corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from shabakati.intake.contactfile import Collected
from shabakati.intake.intake import Intake, make_intake
from shabakati.intake.reading import Reading
from shabakati.intake.source import File
from shabakati.intake.table.grid import Grid, Line, grid_of_text
from shabakati.intake.table.layout import FIELDS, Layout, find_layout
from shabakati.intake.table.people import TableReader
from shabakati.intake.table.spreadsheet import can_be_workbook, read_workbook

__all__ = ["FIELDS", "read_table"]

_ORDERLY = 0.9  # of the rows have as many cells as the others, where nothing else says a table


class _Found(NamedTuple):
    """A table and what its columns are."""

    file: File
    grid: Grid
    layout: Layout


def read_table(files: Sequence[File], reading: Reading) -> Intake | None:
    """Everybody in the tables, or None when there is none.

    A table in which nobody can be found gives an intake without people and with a proposal, so
    that somebody can say what its columns are. Every sheet of a workbook that holds contacts is
    read; `Reading.columns` and the proposal are of the one with the most of them.
    """
    found = list(_tables(files, reading))  # nothing is told of how far this is: it is fast
    best = max(found, key=_likeness, default=None)
    if best is None:
        return None
    if reading.columns is not None:
        chosen = best.layout.corrected(reading.columns)
        same = best.layout.headings
        found = [
            table._replace(layout=table.layout.corrected(reading.columns))
            if table.layout.headings == same
            else table
            for table in found
        ]
    else:
        chosen = best.layout
    read = [table for table in found if table.layout.has_people or table.grid is best.grid]
    collected, readers = Collected(), []
    done, total = 0, sum({id(table.file): table.file.size for table in read}.values())
    for table in read:
        size = table.file.size // sum(other.file is table.file for other in read)
        told = partial(_tell, reading, done, size, total)
        reader = TableReader(table.grid, table.layout, reading, collected, told)
        reader.people()
        done = min(done + size, total)
        readers.append(reader)
    reading.progress(total, total)
    return make_intake(
        {"people": collected.people},
        left_out=[row for reader in readers for row in reader.left_out],
        counts=[reader.counts for reader in readers],
        skipped=collected.skipped_rows(),
        repairs=[repair for reader in readers for repair in reader.repairs],
        proposal=chosen.proposal(),
    )


def _tables(files: Sequence[File], reading: Reading) -> Iterator[_Found]:
    """The tables of the files: all that hold contacts, and what somebody handed in by itself."""
    alone = len(files) == 1
    alive = partial(reading.progress, 0, sum(file.size for file in files))
    for file in files:
        for grid in _grids(file, alive):
            layout = find_layout(grid, reading.country)
            orderly = grid.agreement > _ORDERLY and len(grid.lines) > 1  # one line is no table
            contacts = layout.is_contacts and (layout.known > 1 or orderly)
            if contacts or (alone and (grid.is_sheet or reading.columns or _is_orderly(grid))):
                yield _Found(file, grid, layout)


def _grids(file: File, alive: Callable[[], object]) -> Iterator[Grid]:
    if can_be_workbook(file):
        sheets = read_workbook(file, alive)
        filled = [(name, rows) for name, rows in sheets if rows]
        for name, rows in filled:
            called = f"{file.name} · {name}" if len(filled) > 1 else file.name
            lines = [Line(n, [_text(cell) for cell in row]) for n, row in enumerate(rows, 1)]
            yield Grid(called, lines)
        return
    grid = grid_of_text(file, alive)
    if grid is not None:
        yield grid


def _is_orderly(grid: Grid) -> bool:
    """Whether rows of which nothing is known are a table and no prose with commas in it."""
    return grid.agreement > _ORDERLY and grid.width > 2 and len(grid.lines) > 2


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else str(cell)


def _likeness(found: _Found) -> tuple[bool, int, int]:
    """How much a table is one of contacts."""
    layout = found.layout
    return layout.is_contacts, len({*layout.fields} - {"", "notes"}), len(found.grid.lines)


def _tell(reading: Reading, done: int, size: int, total: int, part: float) -> None:
    reading.progress(min(done + int(size * part), total), total)
