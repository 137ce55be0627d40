"""`Recommendations_Given.csv` and `Recommendations_Received.csv`: who spoke for whom."""

from __future__ import annotations

from shabakati.intake.days import read_days
from shabakati.intake.linkedin.found import Found
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.vocabulary import Direction, ExchangeKind

KIND = FileKind(
    name="Recommendations.csv",
    fields={
        "first": ("first name",),
        "last": ("last name",),
        "organisation": ("company",),
        "title": ("job title",),
        "created": ("creation date",),
    },
    required=frozenset({"first", "last", "created"}),
    shown=("first", "last", "organisation", "title"),
    private=True,
)


def read(sheet: Sheet, found: Found) -> None:
    """Take each recommendation; only the file's name tells which way it went."""
    name = sheet.name.lower()
    way = ""
    if "given" in name:
        way = Direction.GIVEN.value
    elif "received" in name:
        way = Direction.RECEIVED.value
    rows = list(sheet.rows())
    days = read_days((cells[4] for _, cells in rows), month_first=True)
    for number, cells in rows:
        on = days[cells[4]]
        person = found.person(f"{cells[0]} {cells[1]}")
        if on is None:
            sheet.leave_out(number, "no_date")
        elif not way:
            sheet.leave_out(number, "no_direction", cells)
        elif person is None:
            sheet.leave_out(number, found.unknown(), cells)
        else:
            found.touch(person, on, ExchangeKind.REFERRED.value, way)
