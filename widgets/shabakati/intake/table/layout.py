"""Where a table's header stands, and what each column is taken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shabakati.intake.cells import line, shortened
from shabakati.intake.table.content import SAMPLE, content_of, is_phone
from shabakati.intake.table.grid import Grid, Line
from shabakati.intake.words import field_of

FIELDS = (
    "name",
    "first_name",
    "middle_name",
    "last_name",
    "other_names",
    "organisation",
    "role",
    "field",
    "city",
    "email",
    "phone",
    "url",
    "birthday",
    "met_on",
    "tags",
    "notes",
    "",
)
NAMES = ("name", "first_name", "middle_name", "last_name")
_HEADER_WITHIN = 50  # rows
_SAMPLES = 5  # cells of a column that are shown
_SAMPLE_LIMIT = 80  # characters of each
_FEW = 3  # rows that tell whether words beside each other are the parts of names
_SURE = ("email", "phone", "url")  # content that no heading can deny
_OF_CONTENT = {"birthday": "birthday", "date": "notes", "serial": "", "": ""}


@dataclass(frozen=True)
class Layout:
    """What is known of a table's columns."""

    header: int  # its place among the lines, -1 without
    headings: tuple[str, ...]
    fields: tuple[str, ...]  # what each column is taken for
    known: int  # how many headings are of contacts
    samples: tuple[tuple[str, ...], ...] = field(default=())

    @property
    def has_people(self) -> bool:
        """Whether people can be read: somebody is named, or has an address."""
        return any(name in self.fields for name in (*NAMES, "email"))

    @property
    def is_contacts(self) -> bool:
        """Whether it is sure to be a table of contacts, and no other one."""
        points = "email" in self.fields or "phone" in self.fields
        return self.has_people and (
            points or self.known > 1 or (self.known == 1 and self.one_column)
        )

    @property
    def one_column(self) -> bool:
        """Whether it is a mere list."""
        return len(self.headings) == 1

    def corrected(self, columns: Mapping[int, str]) -> Layout:
        """The same with the columns that somebody chose; what they did not name is not read."""
        chosen = (columns.get(place, "") for place in range(len(self.fields)))
        return replace(self, fields=tuple(name if name in FIELDS else "" for name in chosen))

    def proposal(self) -> list[tuple[str, str, list[str]]]:
        """Heading, field and samples of each column."""
        columns = zip(self.headings, self.fields, self.samples, strict=True)
        return [(heading, name, list(told)) for heading, name, told in columns]


def find_layout(grid: Grid, country: str | None) -> Layout:
    """Where the header stands, and the likeliest field of each column, by heading and content."""
    header, known = _header(grid.lines, country)
    body = grid.lines[header + 1 :][: 5 * SAMPLE]
    widths = [len(row.cells) for row in body]
    top = [line(cell) for cell in grid.lines[header].cells] if header >= 0 else []
    while top and not top[-1]:
        top.pop()
    width = max([len(top), grid.width, *(widths if grid.is_sheet else [])])
    headings = [*top, *[""] * (width - len(top))][:width]
    columns = [[line(cell) for cell in _column(body, place)] for place in range(width)]
    fields = [
        _field(heading, cells, country) for heading, cells in zip(headings, columns, strict=True)
    ]
    samples = tuple(
        tuple(shortened(cell, _SAMPLE_LIMIT) for cell in dict.fromkeys(filter(None, cells)))[
            :_SAMPLES
        ]
        for cells in columns
    )
    return Layout(header, tuple(headings), tuple(_settled(fields, columns)), known, samples)


def _column(body: Sequence[Line], place: int) -> Iterator[str]:
    return (row.cells[place] if place < len(row.cells) else "" for row in body)


def _header(lines: Sequence[Line], country: str | None) -> tuple[int, int]:
    """The place of the header and how many of its headings are of contacts; -1 without one."""
    best, place = 0, -1
    for number, row in enumerate(lines[:_HEADER_WITHIN]):
        cells = [text for cell in row.cells if (text := line(cell[:200]))]
        if any("@" in cell or is_phone(cell, country) for cell in cells):
            continue
        count = len({name for cell in cells if (name := field_of(cell))})
        if count > best and 2 * count >= min(len(cells), 4):
            best, place = count, number
    return place, best


def _field(heading: str, cells: list[str], country: str | None) -> str:
    """What one column is, before it is seen beside the others."""
    content = content_of(cells, country)
    named = field_of(heading) if heading else None
    if content in _SURE and named not in ("email", "phone", "url", "notes", "tags"):
        return content
    if named is not None:
        return named
    if content in ("names", "word", "organisation", "role") and not heading:
        return f"?{content}"
    return _OF_CONTENT.get(content, "notes")


def _settled(fields: list[str], columns: list[list[str]]) -> list[str]:
    """Each column beside the others: one name, or its parts."""
    named = any(name in fields for name in NAMES)
    guesses = {"?organisation": "organisation", "?role": "role"}
    points = "email" in fields or "phone" in fields
    people = points or not guesses.keys().isdisjoint(fields)
    words = [place for place, name in enumerate(fields) if name == "?word"]
    if not named and people and "?names" in fields:
        fields[fields.index("?names")] = "name"
    elif not named and points and words:
        first, second = words[0], words[0] + 1
        fields[first] = "name"
        if second in words and sum(map(bool, columns[first])) >= _FEW:
            fields[first : second + 1] = ["first_name", "last_name"]
    settled: list[str] = []
    for name in fields:
        name = guesses.get(name, "notes" if name.startswith("?") else name)
        twice = name in NAMES and name in settled
        settled.append("other_names" if twice else name)
    return _parts(settled, columns)


def _parts(fields: list[str], columns: list[list[str]]) -> list[str]:
    """A column called `name` beside one for the first names holds the last ones, and so on."""
    if "name" not in fields or ("first_name" in fields) == ("last_name" in fields):
        return fields
    part = "first_name" if "first_name" in fields else "last_name"
    whole, piece = columns[fields.index("name")], columns[fields.index(part)]
    pairs = [(a, b) for a, b in zip(whole, piece, strict=True) if a and b]
    if 2 * sum(b.casefold() in a.casefold() for a, b in pairs) < len(pairs):
        other = "last_name" if part == "first_name" else "first_name"
        return [other if name == "name" else name for name in fields]
    return fields
