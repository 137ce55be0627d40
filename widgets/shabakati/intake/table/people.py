"""The people of a table whose columns are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from shabakati.intake.birthdays import read_birthdays
from shabakati.intake.cells import line, shortened
from shabakati.intake.contact import Contact
from shabakati.intake.contactfile import Collected, shown
from shabakati.intake.days import read_days
from shabakati.intake.fullname import says_more, whole_name
from shabakati.intake.phones import is_international, western
from shabakati.intake.reading import Reading
from shabakati.intake.table.grid import Grid, Line
from shabakati.intake.table.layout import NAMES, Layout
from shabakati.intake.table.numbers import mend_number, read_number
from shabakati.intake.words import is_word

_TOLD_EVERY = 250  # rows
_SHOWN = 300  # characters of a row that is left out
_BETWEEN = re.compile(r"\s*[;,،؛|\n]\s*")
_BETWEEN_NUMBERS = re.compile(r"\s*(?:[;,،؛|\n]|\s/\s|\s(?:or|and|أو|و)\s)\s*")
_SLASH = re.compile(r"\s*/\s*")
_SHORTEST = 7  # digits of a number beside another one in a cell
_LINES = ("organisation", "role", "field", "city")

Repair = tuple[str, int, str, str, str]  # file, row, column, before, after


@dataclass
class TableReader:
    """Reads the rows of one table; counts them and keeps what is left out."""

    grid: Grid
    layout: Layout
    reading: Reading
    collected: Collected
    told: Callable[[float], None]  # the part of the rows that is done
    left_out: list[tuple[str, int, str, str]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    read: int = 0

    def __post_init__(self) -> None:
        fields = enumerate(self.layout.fields)
        self._columns = [(place, name) for place, name in fields if name and name not in NAMES]
        self._names = {
            name: self.layout.fields.index(name) for name in NAMES if name in self.layout.fields
        }
        self._heads = [cell.casefold() for cell in self.layout.headings]
        body = self.grid.lines[self.layout.header + 1 :]
        self._birthdays = read_birthdays(self._cells_of("birthday", body))
        self._days = read_days(map(western, self._cells_of("met_on", body)))

    @property
    def counts(self) -> tuple[str, int, int, int]:
        """File, rows read, taken, left out."""
        return self.grid.name, self.read, self.read - len(self.left_out), len(self.left_out)

    def people(self) -> None:
        """Take every row that names somebody."""
        total = len(self.grid.lines)
        for place, row in enumerate(self.grid.lines):
            if place % _TOLD_EVERY == 0:
                self.told(place / total)
            if place == self.layout.header:
                continue
            self.read += 1
            reason = self._reason(place, row)
            if not reason:
                contact = self._contact(row)
                if contact.name:
                    self.collected.people.append(contact.row())
                    continue
                reason = "no_name"
            text = shortened(shown(row.cells), _SHOWN)
            self.left_out.append((self.grid.name, row.number, f"intake.left_out.{reason}", text))
        self._count_skipped()

    def _reason(self, place: int, row: Line) -> str:
        """Why a row is no person, as far as that shows without reading it."""
        cells = row.cells
        if not any(cell.strip() for cell in cells):
            return "empty_row"
        if not row.closed:
            return "open_quote"
        if place < self.layout.header:
            return "above_heading"
        heads = [line(cell).casefold() for cell in cells[: len(self._heads)]]
        if self.layout.header >= 0 and heads == self._heads[: len(heads)] and any(heads):
            return "heading_again"
        width = self.grid.width or len(self.layout.fields)
        if len(cells) > max(width, len(self.layout.fields)) and any(cells[width:]):
            return "too_many_cells"
        said = [cell for cell in cells if cell.strip()]
        if is_word(said[0], "totals") and len(said) < max(len(cells), 2):
            return "totals"
        if self.collected.is_repeated(map(line, cells)):
            return "repeated"
        return ""

    def _contact(self, row: Line) -> Contact:
        contact = Contact("table", self.reading.country)
        cells = row.cells
        self._say_names(contact, cells)
        for place, name in self._columns:
            if place < len(cells) and (cell := cells[place]) and not cell.isspace():
                self._say(contact, name, cell, self.layout.headings[place], row.number)
        if not contact.name:
            contact.name_by_rest()
        return contact

    def _say_names(self, contact: Contact, cells: Sequence[str]) -> None:
        told = {
            name: line(cells[place]) for name, place in self._names.items() if place < len(cells)
        }
        whole = told.pop("name", "")
        made = whole_name(told.get(name, "") for name in NAMES[1:])
        contact.say("name", whole or made)
        if whole and says_more(made, whole):
            contact.add("other_names", made)

    def _say(self, contact: Contact, name: str, cell: str, heading: str, number: int) -> None:
        """Put one cell where it belongs."""
        if name in _LINES:
            if contact.said(name):
                contact.note(cell, heading)
            else:
                contact.say(name, cell)
        elif name == "email":
            for part in _parts_of(cell, "@"):
                contact.add_email(part, heading)
        elif name == "phone":
            self._say_phone(contact, cell, heading, number)
        elif name == "url":
            contact.add_url(cell, heading)
        elif name in ("tags", "other_names"):
            for part in _BETWEEN.split(cell) if name == "tags" else [cell]:
                contact.add(name, part)
        elif name == "birthday" and (day := self._birthdays.get(cell)):
            contact.say("birthday", day)
        elif name == "met_on" and (on := self._days.get(western(cell))):
            contact.set("met_on", on)
        else:
            contact.note(cell, heading)

    def _say_phone(self, contact: Contact, cell: str, heading: str, number: int) -> None:
        for part in _numbers_of(cell):
            digits = mend_number(part)
            if digits is None:
                contact.note(part, heading)  # its last digits are nowhere in the file
                continue
            phone = read_number(digits, self.reading.country)
            contact.add_phone(phone or digits, heading)
            if phone and (digits != part.strip() or _lost_its_plus(digits, phone)):
                self.repairs.append((self.grid.name, number, "phones", part.strip(), phone))

    def _cells_of(self, name: str, body: Sequence[Line]) -> list[str]:
        places = [place for place, known in enumerate(self.layout.fields) if known == name]
        return [row.cells[place] for row in body for place in places if place < len(row.cells)]

    def _count_skipped(self) -> None:
        """Say of each column that is not read that it is there."""
        body = self.grid.lines[self.layout.header + 1 :]
        for place, name in enumerate(self.layout.fields):
            if not name and any(len(row.cells) > place and row.cells[place] for row in body):
                self.collected.skip(self.grid.name, "intake.skipped.column")


def _lost_its_plus(digits: str, phone: str) -> bool:
    return is_international(phone) and phone == f"+{western(digits)}"


def _parts_of(cell: str, sign: str) -> list[str]:
    """The values of a cell, when each of them has the sign."""
    if cell.count(sign) < 2:
        return [cell]
    parts = [part for part in re.split(r"\s*[;,،؛|\n/]\s*|\s+", cell) if part]
    return parts if all(sign in part for part in parts) else _BETWEEN.split(cell)


def _numbers_of(cell: str) -> list[str]:
    """The phone numbers of a cell."""
    parts = [part for part in _BETWEEN_NUMBERS.split(cell) if part]
    found = []
    for part in parts:
        pieces = _SLASH.split(part)
        several = all(sum(map(str.isdigit, piece)) >= _SHORTEST for piece in pieces)
        found += pieces if several else [part]
    return found
