"""Google Contacts as CSV: with headings of before 2024 (`Given Name`), and since."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from shabakati.intake.birthdays import read_birthdays
from shabakati.intake.cells import line
from shabakati.intake.contact import Contact
from shabakati.intake.contactfile import Format, Plan, Row, read_contact_files
from shabakati.intake.fullname import says_more, whole_name
from shabakati.intake.intake import Intake
from shabakati.intake.reading import Reading
from shabakati.intake.source import File

_JOINED = re.compile(r"\s*:::\s*")
_NUMBERED = re.compile(r"(.+?) (\d{1,3}) - (.+)")
_NAMES = ({"given name", "family name"}, {"first name", "last name"})
_MARKS = {"group membership", "yomi name", "labels", "phonetic first name"}

# What each heading is, in both generations.
_PARTS = {
    "name": ("name",),
    "prefix": ("name prefix",),
    "first": ("given name", "first name"),
    "middle": ("additional name", "middle name"),
    "last": ("family name", "last name"),
    "suffix": ("name suffix",),
    "groups": ("group membership", "labels"),
    "organisation": ("organization name",),
    "role": ("organization title",),
    "birthday": ("birthday",),
    "notes": ("notes",),
}
_OTHER_NAMES = ("nickname", "file as", "maiden name", "short name", "yomi name")
_PHONETIC = (
    ("given name yomi", "additional name yomi", "family name yomi"),
    ("phonetic first name", "phonetic middle name", "phonetic last name"),
)
_OWN_DETAILS = {"initials", "language", "priority", "sensitivity", "gender"}  # of the program
# Groups of the system that somebody put this person into by hand.
_TELLING_GROUPS = {"starred", "friends", "family", "coworkers"}


class _Numbered(NamedTuple):
    """The columns of one `Phone 2`: the place of each part."""

    kind: str  # as the heading has it: Phone, E-mail, Address
    parts: dict[str, int]


def read_google(files: Sequence[File], reading: Reading) -> Intake | None:
    """Everybody in Google's files, or None when none of them is Google's."""
    return read_contact_files(files, reading, _FORMAT)


def _plan(cells: list[str]) -> Plan | None:
    """What each column says; None for another program's header."""
    headings = [line(cell).casefold() for cell in cells]
    known = set(headings)
    numbered = [found for heading in headings if (found := _NUMBERED.fullmatch(heading))]
    google = any(found.group(3) in ("value", "label", "type") for found in numbered)
    if not any(names <= known for names in _NAMES) or not (google or known & _MARKS):
        return None
    return _GooglePlan(cells, headings).plan()


class _GooglePlan:
    """Reads rows under one header."""

    def __init__(self, cells: list[str], headings: list[str]) -> None:
        self._places = {heading: place for place, heading in reversed([*enumerate(headings)])}
        groups: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        self._headings = {place: line(cell) for place, cell in enumerate(cells)}
        for place, heading in self._headings.items():
            if found := _NUMBERED.fullmatch(heading):
                kind, number, part = found.groups()
                groups[kind, number].setdefault(part.casefold(), place)
        self._numbered = [_Numbered(kind, parts) for (kind, _), parts in groups.items()]
        taken = {place for group in self._numbered for place in group.parts.values()}
        named = {name for names in _PARTS.values() for name in names}
        named |= {*_OTHER_NAMES, *(name for names in _PHONETIC for name in names)}
        taken |= {self._places[name] for name in named & self._places.keys()}
        self._others = [place for place in self._headings if place not in taken]
        self._birthdays: dict[str, str] = {}

    def plan(self) -> Plan:
        """What is done with the rows."""
        return Plan(self._read, self._prepare)

    def _prepare(self, rows: list[tuple[int, tuple[str, ...]]]) -> None:
        cells = (self._part(cells, "birthday") for _, cells in rows)
        self._birthdays = read_birthdays(filter(None, cells))

    def _part(self, cells: Sequence[str], part: str) -> str:
        for name in _PARTS[part]:
            if name in self._places and (cell := cells[self._places[name]]):
                return cell
        return ""

    def _cell(self, cells: Sequence[str], heading: str) -> str:
        return cells[self._places[heading]] if heading in self._places else ""

    def _read(self, row: Row) -> None:
        contact, cells = row.contact, row.cells
        contact.note(self._part(cells, "notes"))
        self._say_names(contact, cells)
        contact.say("organisation", self._part(cells, "organisation"))
        contact.say("role", self._part(cells, "role"))
        if birthday := self._part(cells, "birthday"):
            if told := self._birthdays[birthday]:
                contact.say("birthday", told)
            else:
                contact.note(birthday, "Birthday")
        for numbered in self._numbered:
            _READ_NUMBERED.get(numbered.kind.casefold(), _note_numbered)(contact, numbered, cells)
        for group in _split(self._part(cells, "groups")):
            bare = group.lstrip("* ")
            if not group.startswith("*") or bare.casefold() in _TELLING_GROUPS:
                contact.add("tags", bare)
        self._say_others(row)

    def _say_names(self, contact: Contact, cells: Sequence[str]) -> None:
        parts = [self._part(cells, part) for part in ("prefix", "first", "middle", "last")]
        made = whole_name(parts, self._part(cells, "suffix"))
        whole = line(self._part(cells, "name"))
        others = [self._cell(cells, heading) for heading in _OTHER_NAMES if heading in self._places]
        others += [whole_name(self._cell(cells, name) for name in names) for names in _PHONETIC]
        for name in (whole, made, *others):
            if not contact.name:
                contact.say("name", name)
            elif says_more(name, contact.name):
                contact.add("other_names", name)

    def _say_others(self, row: Row) -> None:
        """Columns of no meaning here: kept under their headings, but for the program's own."""
        for place in self._others:
            cell = row.cells[place]
            if not cell:
                continue
            heading = self._headings[place]
            plain = heading.casefold()
            if plain == "occupation":
                row.contact.say("role", cell)
            elif plain == "photo":
                row.skip("intake.skipped.pictures")
            elif plain in _OWN_DETAILS:
                row.skip("intake.skipped.program_details")
            else:
                row.contact.note(cell, heading)


def _split(cell: str) -> list[str]:
    """The values of a cell that joins several."""
    if ":::" not in cell:
        return [cell.strip()] if cell and not cell.isspace() else []
    return [value for value in _JOINED.split(cell.strip()) if value]


def _label(numbered: _Numbered, cells: Sequence[str]) -> str:
    """What the file calls it: `* Work` is one of Google's own words."""
    for part in ("label", "type"):
        if part in numbered.parts and (label := cells[numbered.parts[part]]):
            return label.strip().lstrip("* ").strip()
    return ""


def _values(numbered: _Numbered, cells: Sequence[str]) -> list[tuple[str, str]]:
    """Values with their labels; several in a cell share its label, or have one each."""
    place = numbered.parts.get("value")
    values = _split(cells[place]) if place is not None else []
    label = _label(numbered, cells)
    if len(values) > 1 and len(labels := _split(label)) == len(values):
        return list(zip(values, (each.lstrip("* ") for each in labels), strict=True))
    return [(value, label) for value in values]


def _points(add: Callable[[Contact, str, str], None]) -> _ReadNumbered:
    def read(contact: Contact, numbered: _Numbered, cells: Sequence[str]) -> None:
        for value, label in _values(numbered, cells):
            add(contact, value, label)
        _note_rest(contact, numbered, cells, ("value", "label", "type"))

    return read


def _read_address(contact: Contact, numbered: _Numbered, cells: Sequence[str]) -> None:
    told = {name: line(cells[place]) for name, place in numbered.parts.items()}
    kind = told.pop("label", "") or told.pop("type", "")
    whole = told.pop("formatted", "") or ", ".join(filter(None, told.values()))
    first = not contact.said("city")
    if first:
        contact.say("city", _JOINED.split(told.get("city", ""))[0])
    if whole and not (first and whole == contact.said("city")):
        contact.note(whole, kind.lstrip("* ") or numbered.kind)


def _read_organisation(contact: Contact, numbered: _Numbered, cells: Sequence[str]) -> None:
    said = {part: _split(cells[place]) for part, place in numbered.parts.items()}
    for names, titles in zip_longest(said.get("name", []), said.get("title", []), fillvalue=""):
        contact.say("organisation", names)
        contact.say("role", titles)
    _note_rest(contact, numbered, cells, ("name", "title", "label", "type"))


def _note_numbered(contact: Contact, numbered: _Numbered, cells: Sequence[str]) -> None:
    """A relation, an event, a field of one's own: kept with its label."""
    for value, label in _values(numbered, cells):
        contact.note(value, label or numbered.kind)
    _note_rest(contact, numbered, cells, ("value", "label", "type"))


def _note_rest(
    contact: Contact, numbered: _Numbered, cells: Sequence[str], done: tuple[str, ...]
) -> None:
    for part, place in numbered.parts.items():
        if part not in done and cells[place]:
            contact.note(cells[place], part)


_ReadNumbered = Callable[[Contact, _Numbered, Sequence[str]], None]
_READ_NUMBERED: dict[str, _ReadNumbered] = {
    "phone": _points(Contact.add_phone),
    "e-mail": _points(Contact.add_email),
    "website": _points(Contact.add_url),
    "address": _read_address,
    "organization": _read_organisation,
}
_FORMAT = Format("google", "contacts.csv", _plan)
