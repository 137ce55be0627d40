"""`Connections.csv`: the people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shabakati.intake.address import read_profile
from shabakati.intake.cells import line, notes, shortened
from shabakati.intake.days import read_days
from shabakati.intake.linkedin.found import Found
from shabakati.intake.mojibake import repaired
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.schema import LINE_LIMIT, TEXT_LIMIT

KIND = FileKind(
    name="Connections.csv",
    fields={
        "first": ("first name", "vorname", "prénom"),
        "last": ("last name", "nachname", "nom"),
        "url": ("url",),
        "email": ("email address", "e-mail-adresse", "adresse e-mail"),
        "organisation": ("company", "unternehmen", "société", "entreprise"),
        "role": ("position", "poste"),
        "on": ("connected on", "verbunden am", "connecté le"),
    },
    required=frozenset({"first", "last", "on"}),
    shown=("first", "last", "url", "email", "organisation", "role", "on"),
)

# Columns of people that are called otherwise here.
_COLUMN = {"first": "name", "last": "name", "email": "emails", "on": "met_on"}


def read(sheet: Sheet, found: Found) -> None:
    """Take each person once; rows of hidden profiles, which hold only a date, are left out."""
    rows = [(number, *_whole(cells)) for number, cells in sheet.raw_rows()]
    days = read_days(cells[-1] for _, cells, _ in rows)
    seen: set[tuple[str, ...]] = set()
    for number, cells, repairs in rows:
        first, last, url, email, organisation, role, on = cells
        key, address = read_profile(url)
        if not (first or last):
            hidden = not (url or email or organisation or role)
            sheet.leave_out(number, "hidden_profile" if hidden else "no_name", cells)
        elif sum(map(len, cells)) > TEXT_LIMIT:
            sheet.leave_out(number, "too_long", cells)
        elif found.has_key(key) if key else tuple(cells) in seen:
            sheet.leave_out(number, "repeated", cells)
        else:
            seen.add(tuple(cells))
            name = f"{first} {last}" if first and last else first or last
            person: dict[str, Any] = {
                "name": name,
                "organisation": organisation,
                "role": role,
                "url": address,
                "source": "linkedin",
                "met_on": days[on],
            }
            aside = [] if address or not url else [url]
            if "@" in email and len(email) <= LINE_LIMIT:
                person["emails"] = [email]
            elif email:
                aside.append(email)
            if on and days[on] is None:
                aside.append(on)
            for column in ("name", "organisation", "role"):
                if len(person[column]) > LINE_LIMIT:
                    aside.append(person[column])
                    person[column] = shortened(person[column])
            person["notes"] = notes(aside)
            if repairs:
                person["repairs"] = [(sheet.name, number, *repair) for repair in repairs]
            found.add_person(person, key)


def _whole(cells: Sequence[str]) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The cells on one line each, and what had to be repaired: column, before, after.

    LinkedIn says itself that its CSV does not support all characters.
    """
    if "".join(cells).isascii():
        return [line(cell) if cell else "" for cell in cells], []
    better = [repaired(cell) for cell in cells]
    fields = zip(KIND.fields, cells, better, strict=True)
    repairs = [(_COLUMN.get(field, field), old, new) for field, old, new in fields if old != new]
    return [line(cell) for cell in better], repairs
