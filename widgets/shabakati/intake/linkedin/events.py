"""`Events.csv`: events you went to, or said you would."""

from __future__ import annotations

from shabakati.intake.cells import shortened
from shabakati.intake.days import read_days
from shabakati.intake.linkedin.found import Found
from shabakati.intake.sheet import FileKind, Sheet

KIND = FileKind(
    name="Events.csv",
    fields={"name": ("event name",), "time": ("event time",)},
    required=frozenset({"name", "time"}),
    shown=("name", "time"),
)


def read(sheet: Sheet, found: Found) -> None:
    """Take each event once; a time that cannot be read leaves its day open."""
    rows = list(sheet.rows())
    days = read_days((cells[1] for _, cells in rows), month_first=True)
    for number, cells in rows:
        name, on = shortened(cells[0]), days[cells[1]]
        if not name:
            sheet.leave_out(number, "no_name", cells)
        elif (name, on) in found.events:
            sheet.leave_out(number, "repeated", cells)
        else:
            found.events[name, on] = {"name": name, "on": on}
