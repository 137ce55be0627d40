"""Several rows of one person as one row: which value wins, and where the others are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

from shabakati.intake.address import read_profile
from shabakati.language import direction, say
from shabakati.people.letters import normalise
from shabakati.people.names import tokens
from shabakati.people.organisations import has_arabic
from shabakati.schema import columns

Rows = Mapping[int, dict[str, Any]]  # whole rows of `people`, by id

# Where a value goes that does not win; of the other columns one value is all there is.
KEPT_IN = {
    "name": "other_names",
    "url": "links",
    **dict.fromkeys(("organisation", "role", "field", "city", "birthday"), "notes"),
}
_PROFILE = "https://www.linkedin.com/in/"
_NEWER = ("organisation", "role", "field", "city")  # what changes with time


@cache
def chosen_columns() -> tuple[str, ...]:
    """The columns that hold one value, of which one row's wins."""
    lists = ("lines", "choices", "ids", "text")
    named = (column.name for column in columns("people") if column.kind not in lists)
    return tuple(name for name in named if name != "source")


def conflicts(rows: Rows) -> dict[str, list[int]]:
    """The columns of which the rows say different things, and who says each of them first."""
    found = {}
    for name in chosen_columns():
        first: dict[Any, int] = {}
        for id_, row in rows.items():
            if _said(row[name]):
                first.setdefault(row[name], id_)
        if len(first) > 1:
            found[name] = list(first.values())
    return found


def winner(rows: Rows, name: str) -> int:
    """Whose value of a column wins unless somebody chooses; the first if nobody says anything.

    What the person typed (a row without a source) wins over what a file says, and LinkedIn over
    other files, the later row over the earlier where things change with time. Before that: of two
    names the one of more parts, then the one in the script of the language spoken now; of two
    pages the profile on LinkedIn; of two birthdays the one with its year; of two days of meeting
    the earlier. Of what you judged yourself (relation, place, type, closeness) the earlier row's
    wins.
    """
    said = [id_ for id_, row in rows.items() if _said(row[name])] or list(rows)
    if len({rows[id_][name] for id_ in said}) == 1:
        return said[0]
    return max(said, key=lambda id_: _worth(name, id_, rows[id_]))


def _worth(name: str, id_: int, row: dict[str, Any]) -> tuple[float, ...]:
    """What a row's value weighs against another's, the weightiest part first."""
    value = row[name]
    source = (row["source"] == "", row["source"] == "linkedin")
    if name == "name":
        in_script = has_arabic(value) == (direction() == "rtl")
        return (source[0], len(tokens(value)), in_script, -id_)
    if name == "url":
        return (read_profile(value)[1].startswith(_PROFILE), *source, -id_)
    if name == "birthday":
        return (not value.startswith("-"), *source, -id_)
    if isinstance(value, dt.date):
        return (-value.toordinal(), -id_)
    if name in _NEWER:
        return (*source, id_)
    return (-id_,)


def united(rows: Rows, chosen: Mapping[str, int]) -> dict[str, Any]:
    """One row of all that several rows of one person say.

    Lists are united, notes stand below each other. Of each other column the value of the row
    `chosen` for it wins, else `winner`'s; what loses is kept where `KEPT_IN` says.

    Parameters
    ----------
    rows : the person's rows by id, in the order in which lists are united.
    chosen : by column, the id of the row whose value wins.
    """
    whole: dict[str, Any] = {}
    for column in columns("people"):
        cells = [row[column.name] for row in rows.values()]
        if column.kind in ("lines", "choices", "ids"):
            whole[column.name] = list(dict.fromkeys(entry for cell in cells for entry in cell))
        elif column.name in chosen_columns():
            whole[column.name] = rows[chosen.get(column.name) or winner(rows, column.name)][
                column.name
            ]
    whole["source"] = _source([row["source"] for row in rows.values()])
    if whole["introduced_by"] in rows:
        whole["introduced_by"] = None  # nobody introduces themselves through themselves
    for name in ("name", "url"):
        kept = [*whole[KEPT_IN[name]], *(row[name] for row in rows.values() if row[name])]
        whole[KEPT_IN[name]] = [text for text in dict.fromkeys(kept) if text != whole[name]]
    whole["notes"] = _notes(rows, whole)
    return whole


def _notes(rows: Rows, whole: dict[str, Any]) -> str:
    """All notes, and a line for each value that lost and has no list of its own."""
    parts = list(dict.fromkeys(row["notes"] for row in rows.values() if row["notes"]))
    lost = []
    for name in (name for name, kept in KEPT_IN.items() if kept == "notes"):
        seen = {_plain(name, whole[name])}
        for row in rows.values():
            if row[name] and _plain(name, row[name]) not in seen:
                seen.add(_plain(name, row[name]))
                lost.append(f"{say(f'schema.people.{name}')}: {row[name]}")
    written = {line for part in parts for line in part.splitlines()}
    lines = "\n".join(line for line in lost if line not in written)
    return "\n\n".join([*parts, lines] if lines else parts)


def _plain(name: str, value: str) -> str:
    """What must differ for a value to be worth a note: more than its spelling, or its year."""
    return value[-5:] if name == "birthday" else normalise(value)


def _source(sources: list[str]) -> str:
    """The source by which a later file of it knows the person again."""
    return "linkedin" if "linkedin" in sources else next(filter(None, sources), "")


def _said(value: Any) -> bool:
    return value not in (None, "")
