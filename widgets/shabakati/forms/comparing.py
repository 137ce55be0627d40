"""What a card shows of people who look like one: who wins, what is kept, in words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from shabakati.forms.cards import Press
from shabakati.forms.finding import name_of
from shabakati.forms.listing import cell_text, schema_column
from shabakati.forms.side_by_side import Line, Pair
from shabakati.language import say
from shabakati.people.review import Group, Review
from shabakati.people.uniting import KEPT_IN, Rows, conflicts, winner
from shabakati.schema import Column, columns

MOST = 6  # rows side by side; more of one person come when these are one
_ENTRIES = 8  # of a list that are shown
_REASONS = 8
_BRANDS = {"linkedin": "LinkedIn", "google": "Google", "outlook": "Outlook"}
_TELLING = (
    "name",
    "other_names",
    "organisation",
    "role",
    "city",
    "emails",
    "phones",
    "url",
    "links",
    "birthday",
    "notes",
)


def pair_of(rows: Rows, people: pd.DataFrame, found: Review, group: Group) -> Pair:
    """The card of a group: `rows` are those of its people, in its order."""
    open_ = conflicts(rows)
    lines = [_line(column, rows, open_, people) for column in _ordered(open_)]
    names = dict.fromkeys(row["name"] for row in rows.values())
    several = "several" if len(rows) > 2 else "two"
    acts = (
        Press("merge", say("forms.duplicates.merge"), "primary"),
        Press("apart", say(f"forms.duplicates.apart_{several}")),
        Press("later", say("forms.duplicates.later"), "quiet"),
    )
    return Pair(
        key="-".join(map(str, rows)),
        names=tuple(names),
        reasons=tuple(map(str, found.reasons(group)[:_REASONS])),
        heads=tuple(_source(row["source"]) for row in rows.values()),
        lines=tuple(line for line in lines if any(line.cells)),
        acts=acts,
    )


def _ordered(open_: dict[str, list[int]]) -> list[Column]:
    """The columns: first what is to be chosen, then what tells who it is, then all else."""
    shown = [column for column in columns("people") if column.name != "source"]
    return sorted(
        shown,
        key=lambda c: (c.name not in open_, _TELLING.index(c.name) if c.name in _TELLING else 99),
    )


def _line(column: Column, rows: Rows, open_: dict[str, list[int]], people: pd.DataFrame) -> Line:
    ids = list(rows)
    name = column.name
    drawn = schema_column("people", name)
    lost = KEPT_IN.get(name, "")
    return Line(
        name=name,
        title=drawn.title,
        cells=tuple(_cell(column, row[name], people) for row in rows.values()),
        dir=drawn.dir,
        options=tuple(ids.index(id_) for id_ in open_.get(name, ())),
        best=_place(ids, rows, winner(rows, name), name) if name in open_ else 0,
        kept_in=say(f"schema.people.{lost}") if lost and name in open_ else "",
        folded=name not in open_ and name not in _TELLING,
    )


def _place(ids: list[int], rows: Rows, best: int, name: str) -> int:
    """Where the winning value is offered: at the first row that says it."""
    return next(at for at, id_ in enumerate(ids) if rows[id_][name] == rows[best][name])


def _cell(column: Column, value: Any, people: pd.DataFrame) -> tuple[str, ...]:
    drawn = schema_column("people", column.name)
    if column.reference is not None and value is not None:
        return tuple(filter(None, [name_of(people, value)]))
    if isinstance(value, list):
        more = len(value) - _ENTRIES
        shown = [cell_text(drawn, entry) for entry in value[:_ENTRIES]]
        return (*shown, say("forms.duplicates.more", n=more)) if more > 0 else tuple(shown)
    text = cell_text(drawn, value)
    return (text,) if text else ()


def _source(source: str) -> str:
    if source in ("", "vcard"):
        return say(f"forms.duplicates.from_{source or 'me'}")
    return _BRANDS.get(source, source)
