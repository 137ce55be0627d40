"""`Profile.csv`: who you are."""

from __future__ import annotations

from shabakati.intake.cells import shortened
from shabakati.intake.linkedin.found import Found
from shabakati.intake.sheet import FileKind, Sheet

KIND = FileKind(
    name="Profile.csv",
    fields={
        "first": ("first name",),
        "last": ("last name",),
        "headline": ("headline",),
        "industry": ("industry",),
        "location": ("geo location",),
    },
    required=frozenset({"first", "last", "headline"}),
    shown=("first", "last"),
)


def read(sheet: Sheet, found: Found) -> None:
    """Take your name, field and city; your headline is your role until a position says better."""
    for number, cells in sheet.rows():
        first, last, headline, industry, location = map(shortened, cells)
        if "name" in found.profile:
            sheet.leave_out(number, "other_profile", cells)
        elif not (first or last):
            sheet.leave_out(number, "no_name", cells)
        else:
            found.profile["name"] = shortened(f"{first} {last}".strip())
            found.profile["role"] = headline
            found.profile["field"] = industry
            found.profile["city"] = location.split(",")[0].strip()
