"""`Positions.csv`: where you work and worked."""

from __future__ import annotations

import datetime as dt

from shabakati.intake.cells import shortened
from shabakati.intake.days import read_month
from shabakati.intake.linkedin.found import Found
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.schema import LIST_LIMIT

KIND = FileKind(
    name="Positions.csv",
    fields={
        "organisation": ("company name",),
        "title": ("title",),
        "started": ("started on",),
        "finished": ("finished on",),
    },
    required=frozenset({"organisation", "title", "started"}),
    shown=("organisation", "title", "started", "finished"),
)


def read(sheet: Sheet, found: Found) -> None:
    """Take the open position that began last as yours; organisations of closed ones are past."""
    rows = []
    for number, cells in sheet.rows():
        if cells[0]:
            rows.append((number, cells))
        else:
            sheet.leave_out(number, "no_name", cells)
    still_open = [row for row in rows if not row[1][3]]
    current = max(still_open, key=lambda row: read_month(row[1][2]) or dt.date.min, default=None)
    if current:
        found.profile["organisation"] = shortened(current[1][0])
        found.profile["role"] = shortened(current[1][1]) or found.profile.get("role", "")
    past = found.profile.setdefault("past_organisations", [])
    for number, cells in rows:
        organisation = shortened(cells[0])
        if organisation in past or organisation == found.profile.get("organisation"):
            continue
        if not cells[3]:
            sheet.leave_out(number, "other_position", cells)
        elif len(past) >= LIST_LIMIT:
            sheet.leave_out(number, "too_many", cells)
        else:
            past.append(organisation)
