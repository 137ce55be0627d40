"""People become one: what each said of them, and everything that points to either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shabakati.errors import InvalidRow, Problem
from shabakati.schema import LIST_LIMIT, TABLES, TEXT_LIMIT, Column, columns
from shabakati.storage.merge_exchanges import move_exchanges
from shabakati.storage.merge_ties import move_ties
from shabakati.storage.rows import decode
from shabakati.storage.store import Store
from shabakati.storage.validation import accepted

Merges = Sequence[tuple[int, int]]  # each (keep, gone)

BESIDE = {"name": "other_names", "url": "links"}  # where a value goes that does not win
_OWN_WAY = ("people", "ties", "exchanges")  # tables whose rows do more than point elsewhere


def merge_people(store: Store, merges: Merges, values: dict[str, Any] | None = None) -> int:
    """Make each `(keep, gone)` one person, one pair after the other; returns how many are gone.

    Who is gone already is whom they became. `values` settle what a single pair says differently;
    without them two that together say more than a row can hold stay two.

    Raises
    ------
    NotThere : a person is not there. InvalidRow : a pair is one person, or `values` do not fit.
    """
    if any(keep == gone for keep, gone in merges):
        raise InvalidRow("people", [Problem("name", "same_person")])
    stored = store.rows("people", [id_ for pair in merges for id_ in pair])
    rows = {row[0]: decode("people", row[1:]) for row in stored}
    keepers = Keepers()
    done = []
    for pair in merges:
        keep, gone = map(keepers.of, pair)
        if keep == gone:
            continue
        mine, theirs = (_introduced(rows[id_], keepers) for id_ in (keep, gone))
        whole = united(mine, theirs, values)
        if values is None and not _fits(whole):
            continue
        if whole["introduced_by"] in (keep, gone):
            whole["introduced_by"] = None  # nobody introduces themselves through themselves
        rows[keep] = whole
        keepers.join(keep, gone)
        done.append((keep, gone))
    if not done:
        return 0
    kept = {keepers.of(keep) for keep, _ in done}
    # Who introduced somebody may be gone in a later pair.
    wholes = {id_: accepted("people", _introduced(rows[id_], keepers)) for id_ in sorted(kept)}
    away = {gone for _, gone in done}
    move_ties(store, done)
    move_exchanges(store, done)
    _repoint(store, keepers, away, kept)
    store.delete("people", [row for row in stored if row[0] in away])
    store.update_each("people", [row for row in stored if row[0] in wholes], [*wholes.values()])
    return len(away)


class Keepers:
    """Whom people have become."""

    def __init__(self) -> None:
        self._into: dict[int, int] = {}

    def of(self, id_: int) -> int:
        """Who this person is by now."""
        end = id_
        while end in self._into:
            end = self._into[end]
        while id_ != end:
            after, self._into[id_] = self._into[id_], end  # the next time it is one step
            id_ = after
        return end

    def join(self, keep: int, gone: int) -> None:
        """From now on `gone` is `keep`."""
        self._into[gone] = keep


def united(
    kept: dict[str, Any], gone: dict[str, Any], values: dict[str, Any] | None = None
) -> dict[str, Any]:
    """What the kept person's row becomes: its own words first, lists united, gaps filled.

    `values` come before both. Names and pages that do not win are kept beside the one that does,
    unless `values` say what stands there.
    """
    values = values or {}
    whole = dict(kept)
    for column in columns("people"):
        mine, theirs = kept[column.name], gone[column.name]
        if isinstance(mine, list):
            whole[column.name] = list(dict.fromkeys(mine + theirs))
        elif mine in (None, ""):
            whole[column.name] = theirs
    if kept["notes"] and gone["notes"] and kept["notes"] != gone["notes"]:
        whole["notes"] = f"{kept['notes']}\n\n{gone['notes']}"
    whole |= values
    for name, beside in BESIDE.items():
        if beside not in values:
            texts = dict.fromkeys([*whole[beside], kept[name], gone[name]])
            whole[beside] = [text for text in texts if text not in ("", whole[name])]
    return whole


def _fits(whole: dict[str, Any]) -> bool:
    """Whether a row can hold what two said; only lists and notes grow."""
    lists = (value for value in whole.values() if isinstance(value, list))
    return len(whole["notes"]) <= TEXT_LIMIT and all(len(value) <= LIST_LIMIT for value in lists)


def _introduced(row: dict[str, Any], keepers: Keepers) -> dict[str, Any]:
    by = row["introduced_by"]
    return row if by is None else row | {"introduced_by": keepers.of(by)}


def _repoint(store: Store, keepers: Keepers, away: set[int], kept: set[int]) -> None:
    """Let events, actions, introductions and the like that point to who is gone point to who is.

    Rows of the kept people themselves are left: they are written whole.
    """
    for table in TABLES:
        for column in columns(table):
            if column.reference is None or column.reference.table != "people":
                continue
            if table in _OWN_WAY and table != "people":
                continue
            rows = store.pointing(table, column, away)
            if table == "people":
                rows = [row for row in rows if row[0] not in kept | away]
            store.update_each(table, rows, [_moved(table, column, row, keepers) for row in rows])


def _moved(table: str, column: Column, row: tuple[Any, ...], keepers: Keepers) -> dict[str, Any]:
    held = decode(table, row[1:])[column.name]
    if isinstance(held, list):
        return {column.name: list(dict.fromkeys(map(keepers.of, held)))}
    return {column.name: keepers.of(held)}
