"""`Education.csv`: where you studied."""

from __future__ import annotations

from shabakati.intake.cells import shortened
from shabakati.intake.linkedin.found import Found
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.schema import LIST_LIMIT

KIND = FileKind(
    name="Education.csv",
    fields={"school": ("school name",), "started": ("start date",)},
    required=frozenset({"school", "started"}),
    shown=("school", "started"),
)


def read(sheet: Sheet, found: Found) -> None:
    """Take each school once."""
    schools = found.profile.setdefault("schools", [])
    for number, cells in sheet.rows():
        school = shortened(cells[0])
        if not school:
            sheet.leave_out(number, "no_name", cells)
        elif school not in schools and len(schools) >= LIST_LIMIT:
            sheet.leave_out(number, "too_many", cells)
        elif school not in schools:
            schools.append(school)
