"""`Endorsement_Received_Info.csv` and `Endorsement_Given_Info.csv`: who vouched for a skill."""

from __future__ import annotations

from shabakati.intake.days import read_days
from shabakati.intake.linkedin.found import Found
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.vocabulary import Direction, ExchangeKind


def _kind(name: str, who: str) -> FileKind:
    return FileKind(
        name=name,
        fields={
            "on": ("endorsement date",),
            "first": (f"{who} first name",),
            "last": (f"{who} last name",),
            "url": (f"{who} public url",),
        },
        required=frozenset({"on", "first", "last"}),
        shown=("first", "last", "on"),
    )


RECEIVED = _kind("Endorsement_Received_Info.csv", "endorser")
GIVEN = _kind("Endorsement_Given_Info.csv", "endorsee")


def read(sheet: Sheet, found: Found) -> None:
    """Take each endorsement as help; several of one day are one."""
    way = Direction.GIVEN.value if sheet.kind is GIVEN else Direction.RECEIVED.value
    rows = list(sheet.rows())
    days = read_days((cells[0] for _, cells in rows), month_first=True)
    for number, cells in rows:
        on = days[cells[0]]
        person = found.person(f"{cells[1]} {cells[2]}", cells[3])
        if on is None:
            sheet.leave_out(number, "no_date", cells)
        elif person is None:
            sheet.leave_out(number, found.unknown(), cells)
        else:
            found.touch(person, on, ExchangeKind.HELPED.value, way)
