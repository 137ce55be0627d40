"""An intake into the book: who is there already is known again, and nothing said is overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from shabakati.intake.intake import Intake
from shabakati.intake.matching import match_people
from shabakati.schema import LIST_LIMIT
from shabakati.workbook import Workbook


class Added(NamedTuple):
    """How many rows an intake brought into the book."""

    people: int  # new
    known: int  # people who were there already
    filled: int  # of those, people of whom something more is known now
    exchanges: int
    events: int
    ties: int
    profile: int  # cells of your own row that are filled now


def add_to_book(book: Workbook, intake: Intake) -> Added:
    """Put an intake into the book as one change; the same intake a second time changes nothing.

    People who are there already (`match_people`) get only what their empty cells lack.
    Exchanges, events and ties that the book has are not added again.
    """
    with book.together("import"):
        known = match_people(book.people, intake.people)
        filled = _fill(book, intake.people, known)
        fresh = [row for row in _rows(intake.people) if row["index"] not in known]
        ids = dict(known)
        new = book.add_all("people", [_said(row) for row in fresh])
        ids.update(zip((row["index"] for row in fresh), new, strict=True))
        return Added(
            people=len(new),
            known=len(known),
            filled=filled,
            exchanges=_add_exchanges(book, intake.exchanges, ids),
            events=_add_events(book, intake.events),
            ties=_add_ties(book, intake.ties, ids),
            profile=_fill_profile(book, intake.profile),
        )


def _fill(book: Workbook, people: pd.DataFrame, known: dict[int, int]) -> int:
    """Fill empty cells of people who are there; returns of how many."""
    names = [name for name in people.columns if name not in ("name", "source")]
    there = book.people.loc[list(known.values()), names].to_dict("list")
    here = people.loc[list(known), names].to_dict("list")
    wanted: dict[int, dict[str, Any]] = {}
    for name in names:
        for id_, old, new in zip(known.values(), there[name], here[name], strict=True):
            if _empty(old) and not _empty(new):
                wanted.setdefault(id_, {})[name] = new
    for id_, values in wanted.items():
        book.change("people", id_, **values)
    return len(wanted)


def _add_exchanges(book: Workbook, exchanges: pd.DataFrame, ids: dict[int, int]) -> int:
    names = ["person", "on", "kind", "direction"]
    there = set(book.exchanges[names].itertuples(index=False, name=None))
    rows = []
    for row in _rows(exchanges):
        row["person"] = ids[row["person"]]
        key = tuple(row[name] for name in names)
        if key not in there:
            there.add(key)
            rows.append(_said(row))
    return len(book.add_all("exchanges", rows))


def _add_events(book: Workbook, events: pd.DataFrame) -> int:
    there = {(name.casefold(), on) for name, on in _pairs(book.events, "name", "on")}
    rows = []
    for row in _rows(events):
        key = (row["name"].casefold(), row["on"])
        if key not in there:
            there.add(key)
            rows.append(_said(row))
    return len(book.add_all("events", rows))


def _add_ties(book: Workbook, ties: pd.DataFrame, ids: dict[int, int]) -> int:
    there = set(_pairs(book.ties, "a", "b"))
    rows = []
    for a, b in _pairs(ties, "a", "b"):
        pair = (min(ids[a], ids[b]), max(ids[a], ids[b]))
        if pair[0] != pair[1] and pair not in there:
            there.add(pair)
            rows.append({"a": pair[0], "b": pair[1]})
    return len(book.add_all("ties", rows))


def _fill_profile(book: Workbook, profile: pd.DataFrame) -> int:
    """Fill empty cells of your row; lists become the union of both."""
    if profile.empty:
        return 0
    there, wanted = book.row("profile", 1), {}
    for name, new in _rows(profile)[0].items():
        if isinstance(new, list):
            old = there[name]
            seen = {entry.casefold() for entry in old}
            more = [entry for entry in new if entry.casefold() not in seen]
            if more and len(old) < LIST_LIMIT:
                wanted[name] = [*old, *more][:LIST_LIMIT]
        elif name in there and _empty(there[name]) and not _empty(new):
            wanted[name] = new
    if wanted:
        book.change("profile", 1, **wanted)
    return len(wanted)


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, with the `index` that others refer to."""
    names = ["index", *frame.columns]
    cells = [frame.index.tolist(), *(frame[name].tolist() for name in frame.columns)]
    return [dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)]


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """What a row says, without its index: empty cells need no checking."""
    return {name: value for name, value in row.items() if name != "index" and not _empty(value)}


def _pairs(frame: pd.DataFrame, one: str, other: str) -> Iterable[tuple[Any, Any]]:
    return zip(frame[one].tolist(), frame[other].tolist(), strict=True)


def _empty(value: Any) -> bool:
    return value is None or value in ("", [])
