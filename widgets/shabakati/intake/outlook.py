"""Outlook's contacts as CSV, from the program or from the web: the same headings, two orders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shabakati.intake.birthdays import read_birthdays
from shabakati.intake.cells import line
from shabakati.intake.contact import Contact
from shabakati.intake.contactfile import Format, Plan, Row, read_contact_files
from shabakati.intake.fullname import says_more, whole_name
from shabakati.intake.intake import Intake
from shabakati.intake.reading import Reading
from shabakati.intake.source import File

_NAMES = {"first name", "last name"}
# Headings that other programs do not write; two of them are enough.
_MARKS = {
    "e-mail address",
    "e-mail type",
    "e-mail display name",
    "e-mail 2 address",
    "business phone",
    "business fax",
    "business street",
    "home street",
    "company main phone",
    "tty/tdd phone",
    "directory server",
}
_NAME_PARTS = ("title", "first name", "middle name", "last name")
_OTHER_NAMES = ("nickname", "file as", "maiden name")
_PHONETIC = ("given yomi", "surname yomi")
_LINES = {
    "company": "organisation",
    "job title": "role",
    "profession": "field",
}
_PAGES = {"web page": "", "personal web page": "personal"}
_PHONE = re.compile(r"(.*?)\s*\bphone\b\s*(.*)")
_PHONES_TOO = re.compile(r"(?:\w+ )?fax|pager|callback|isdn|mobile")
_EMAIL = re.compile(r"e-mail( \d)? address")
_ADDRESS = re.compile(r"(business|home|other) (?!phone|fax)(.+)")
_DISPLAYED = re.compile(r"\s*\([^()]*@[^()]*\)\s*$")  # the address after a name
_OWN_DETAILS = {"initials", "language", "internet free busy"}  # of the program
_UNSAID = re.compile(r"normal|false|unspecified|0?0/0?0/0?000|0?0/0?0/00|\W*", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"[;\n]")


def read_outlook(files: Sequence[File], reading: Reading) -> Intake | None:
    """Everybody in Outlook's files, or None when none of them is Outlook's."""
    return read_contact_files(files, reading, _FORMAT)


def _plan(cells: list[str]) -> Plan | None:
    """What each column says; None for another program's header."""
    headings = [line(cell).casefold() for cell in cells]
    if not headings or not set(headings) >= _NAMES or len(_MARKS & set(headings)) < 2:
        return None
    plan = _OutlookPlan([line(cell) for cell in cells], headings)
    return Plan(plan.read, plan.prepare)


class _OutlookPlan:
    """Reads rows under one header."""

    def __init__(self, titles: list[str], headings: list[str]) -> None:
        self._titles = titles  # as they are written
        self._headings = headings  # in small letters
        self._places = {heading: place for place, heading in reversed([*enumerate(headings)])}
        self._phones: dict[int, str] = {}  # with their labels
        self._emails: dict[int, tuple[int | None, int | None]] = {}  # of type and name shown
        self._addresses: dict[str, list[int]] = {}
        self._cities: list[int] = []
        done = {*_NAME_PARTS, "suffix", *_OTHER_NAMES, *_PHONETIC, *_LINES, *_PAGES}
        done |= {"birthday", "notes", "categories"}
        self._others = [
            place
            for place, heading in enumerate(headings)
            if not self._find_point(place, heading)
            and (heading not in done or self._places[heading] != place)
        ]
        shown = {place for pair in self._emails.values() for place in pair}
        self._others = [place for place in self._others if place not in shown]
        self._birthdays: dict[str, str] = {}

    def _find_point(self, place: int, heading: str) -> bool:
        """Whether a column is one of many: a number, an address."""
        if found := _PHONE.fullmatch(heading):
            self._phones[place] = " ".join(filter(None, found.groups()))
        elif _PHONES_TOO.fullmatch(heading):
            self._phones[place] = heading
        elif found := _EMAIL.fullmatch(heading):
            stem = f"e-mail{found.group(1) or ''}"
            beside = (self._places.get(f"{stem} {name}") for name in ("type", "display name"))
            self._emails[place] = (next(beside), next(beside))
        elif found := _ADDRESS.fullmatch(heading):
            self._addresses.setdefault(found.group(1), []).append(place)
            if found.group(2) == "city":
                self._cities.append(place)
        else:
            return False
        return True

    def prepare(self, rows: list[tuple[int, tuple[str, ...]]]) -> None:
        """Read all birthdays at once: one of them tells the order of day and month."""
        cells = (self._cell(cells, "birthday") for _, cells in rows)
        self._birthdays = read_birthdays(cell for cell in cells if not _UNSAID.fullmatch(cell))

    def read(self, row: Row) -> None:
        """Take one person."""
        contact, cells = row.contact, row.cells
        contact.note(self._cell(cells, "notes"))
        self._say_names(contact, cells)
        for heading, column in _LINES.items():
            contact.say(column, self._cell(cells, heading))
        for place, label in self._phones.items():
            if cells[place]:
                contact.add_phone(cells[place], label)
        self._say_emails(contact, cells)
        for heading, label in _PAGES.items():
            if cell := self._cell(cells, heading):
                contact.add_url(cell, label)
        self._say_addresses(contact, cells)
        birthday = self._cell(cells, "birthday")
        if told := self._birthdays.get(birthday, ""):
            contact.say("birthday", told)
        elif not _UNSAID.fullmatch(birthday):
            contact.note(birthday, "Birthday")
        for tag in _BETWEEN_TAGS.split(self._cell(cells, "categories")):
            contact.add("tags", tag)
        self._say_others(row)

    def _cell(self, cells: Sequence[str], heading: str) -> str:
        return cells[self._places[heading]] if heading in self._places else ""

    def _say_names(self, contact: Contact, cells: Sequence[str]) -> None:
        parts = (self._cell(cells, name) for name in _NAME_PARTS)
        others = [self._cell(cells, name) for name in _OTHER_NAMES]
        phonetic = whole_name(self._cell(cells, name) for name in _PHONETIC)
        made = whole_name(parts, self._cell(cells, "suffix"))
        # A title alone is no name.
        if made != line(self._cell(cells, "title")):
            contact.say("name", made)
        else:
            contact.note(made, "Title")
        for name in map(line, [*others, phonetic]):
            if not contact.name:
                contact.say("name", name)
            elif says_more(name, contact.name):
                contact.add("other_names", name)

    def _say_emails(self, contact: Contact, cells: Sequence[str]) -> None:
        for place, (type_, shown) in self._emails.items():
            address = cells[place]
            name = _DISPLAYED.sub("", line(cells[shown])) if shown is not None else ""
            if type_ is not None and cells[type_].strip().upper() == "EX":
                contact.note(address, "EX")  # it means something inside one company only
            elif address:
                contact.add_email(address)
            if name and "@" not in name and says_more(name, contact.name):
                if contact.name:
                    contact.add("other_names", name)
                else:
                    contact.say("name", name)

    def _say_addresses(self, contact: Contact, cells: Sequence[str]) -> None:
        city = next((cells[place] for place in self._cities if cells[place].strip()), "")
        contact.say("city", city)
        for kind, places in self._addresses.items():
            told = ", ".join(filter(None, (line(cells[place]) for place in places)))
            if told and told != contact.said("city"):
                contact.note(told, self._titles[places[0]].split()[0] or kind)

    def _say_others(self, row: Row) -> None:
        """Columns of no meaning here: kept under their headings, but for the program's own."""
        for place in self._others:
            cell = row.cells[place]
            if not cell or _UNSAID.fullmatch(cell):
                continue
            if self._headings[place] in _OWN_DETAILS:
                row.skip("intake.skipped.program_details")
            else:
                row.contact.note(cell, self._titles[place])


_FORMAT = Format("outlook", "contacts.csv", _plan)
