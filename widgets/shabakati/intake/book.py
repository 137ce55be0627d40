"""An intake into the book: who is there already is known again, and nothing said is overwritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from shabakati.intake.intake import Intake
from shabakati.intake.matching import Matches, match_rows
from shabakati.intake.one_key import one_a_key
from shabakati.intake.provenance import fingerprints, records
from shabakati.intake.update import Move, Same, move_columns, moved, recorded, updated
from shabakati.intake.workplace import same_spelling
from shabakati.schema import LIST_LIMIT
from shabakati.workbook import Workbook


class Added(NamedTuple):
    """How many rows an intake brought into the book, and who works elsewhere by now."""

    people: int  # new
    known: int  # people who were there already
    filled: int  # of those, people of whom something more, or newer, is known now
    exchanges: int
    events: int
    ties: int
    profile: int  # cells of your own row that are filled now
    moved: tuple[Move, ...] = ()


class _Matched(NamedTuple):
    here: pd.DataFrame  # people of the intake, each once
    keys: list[str]
    first: list[int]  # for each row of the intake, its place in `here`
    marks: list[str]  # the fingerprint of each
    known: Matches


class _Taken(NamedTuple):
    ids: dict[int, int]  # index in the intake → id in the book
    new: int
    filled: int
    moved: tuple[Move, ...]


def add_to_book(
    book: Workbook,
    intake: Intake,
    on: dt.date | None = None,
    same_organisation: Same = same_spelling,
) -> Added:
    """Put an intake into the book as one change; the same intake a second time changes nothing.

    Of people who are there already (`match_rows`), organisation and role become what the same
    source says now, unless somebody else wrote there meanwhile; empty cells are filled and lists
    grow (`updated`). Exchanges, events and ties that the book has are not added again.

    Parameters
    ----------
    on : the day of the import, kept beside who moved. same_organisation : whether two names mean
        one organisation, so that a name told in other words is no move.
    """
    with book.together("import"):
        taken = _take_people(book, intake, on, same_organisation)
        return Added(
            people=taken.new,
            known=len(intake.people) - taken.new,
            filled=taken.filled,
            exchanges=_add_exchanges(book, intake.exchanges, taken.ids),
            events=_add_events(book, intake.events),
            ties=_add_ties(book, intake.ties, taken.ids),
            profile=_fill_profile(book, intake.profile),
            moved=taken.moved,
        )


def known_rows(book: Workbook, intake: Intake) -> tuple[set[int], int]:
    """Which rows of an intake are of people whom `add_to_book` will know, and how many it will add.

    A person whom the file tells twice is added once.
    """
    matched = _match(book, intake)
    known = {row for row, one in enumerate(matched.first) if one in matched.known.people}
    return known, len(matched.here) - len(matched.known.people)


def _match(book: Workbook, intake: Intake) -> _Matched:
    here, keys, first = one_a_key(intake.people, intake.keys)
    marks = fingerprints(here)
    known = match_rows(lambda: book.people, here, list(records(book.sources)), keys, marks)
    return _Matched(here, keys, first, marks, known)


def _take_people(book: Workbook, intake: Intake, on: dt.date | None, same: Same) -> _Taken:
    here, keys, first, marks, known = _match(book, intake)
    rows = _rows(here)
    news = [  # what is not told again in the very same words
        row
        for row, mark in zip(rows, marks, strict=True)
        if (record := known.records.get(row["index"])) is None or mark not in record.fingerprints
    ]
    changes: dict[int, dict[str, Any]] = {}
    said: dict[int, dict[str, Any]] = {}
    more: list[dict[str, Any]] = []
    moves: list[Move] = []
    wanted = {known.people[row["index"]] for row in news if row["index"] in known.people}
    mine = _by_id(book.people.loc[list(wanted)]) if wanted else {}
    for row in news:
        index = row.pop("index")
        if index not in known.people:
            continue
        id_, record = known.people[index], known.records.get(index)
        word = recorded(row, keys[index], marks[index], record)
        if record is None:
            more.append({"person": id_, **word})
        else:
            before = moved(mine[id_], row, record, same)
            said[record.id] = word | move_columns(before, on)
            if before:
                work = {name: word[name] for name in ("organisation", "role")}
                moves.append(Move(person=id_, name=mine[id_]["name"], **before, **work))
        if changed := updated(mine[id_], row, record):
            mine[id_] |= changed
            changes[id_] = changes.get(id_, {}) | changed
    book.change_all("people", changes)
    book.change_all("sources", said)
    fresh = [index for index in range(len(here)) if index not in known.people]
    new = book.add_all("people", [_said(rows[index]) for index in fresh])
    ids = known.people | dict(zip(fresh, new, strict=True))
    more += [
        {"person": ids[index], **recorded(rows[index], keys[index], marks[index], None)}
        for index in fresh
    ]
    book.add_all("sources", more)
    ids = {index: ids[one] for index, one in enumerate(first)}
    return _Taken(ids, len(new), len(changes), tuple(moves))


def _by_id(frame: pd.DataFrame) -> dict[int, dict[str, Any]]:
    return {row.pop("index"): row for row in _rows(frame)}


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
