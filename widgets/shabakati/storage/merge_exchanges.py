"""The exchanges of people who become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shabakati.schema import column
from shabakati.storage.rows import StoredRow, decode
from shabakati.storage.store import Store

_SAME = ("on", "kind", "direction", "note")  # one touch, told by both
_BESIDES = ("benefit", "event")


def move_exchanges(store: Store, merges: Sequence[tuple[int, int]]) -> None:
    """Let each `keep` have the exchanges of `gone`, one pair after the other.

    A touch that both had becomes one, unless the two say different things of its benefit or
    event.
    """
    involved = {id_ for pair in merges for id_ in pair}
    stored = store.pointing("exchanges", column("exchanges", "person"), involved)
    cells = {row[0]: decode("exchanges", row[1:]) for row in stored}
    touches: dict[int, dict[tuple[Any, ...], list[int]]] = {}
    for id_, told in cells.items():
        key = tuple(told[name] for name in _SAME)
        touches.setdefault(told["person"], {}).setdefault(key, []).append(id_)
    doubled: set[int] = set()
    for keep, gone in merges:
        mine = touches.setdefault(keep, {})
        for key, theirs in touches.pop(gone, {}).items():
            here = mine.get(key, [])
            more = [id_ for id_ in theirs if not _taken(id_, here, cells, doubled)]
            mine[key] = sorted([*here, *more])  # the older touch is asked first in every merge
            for id_ in theirs:
                cells[id_]["person"] = keep
    store.delete("exchanges", [row for row in stored if row[0] in doubled])
    _write(store, [row for row in stored if row[0] not in doubled], cells)


def _taken(id_: int, here: list[int], cells: dict[int, dict[str, Any]], doubled: set[int]) -> bool:
    """Whether one of those that are here is the same touch; it then says what both say."""
    told = cells[id_]
    for other in here:
        mine = cells[other]
        if all(mine[name] in (told[name], None) or told[name] is None for name in _BESIDES):
            for name in _BESIDES:
                mine[name] = told[name] if mine[name] is None else mine[name]
            doubled.add(id_)
            return True
    return False


def _write(store: Store, stored: list[StoredRow], cells: dict[int, dict[str, Any]]) -> None:
    rows, parts = [], []
    for row in stored:
        part = {name: cells[row[0]][name] for name in ("person", *_BESIDES)}
        before = decode("exchanges", row[1:])
        if any(before[name] != value for name, value in part.items()):
            rows.append(row)
            parts.append(part)
    store.update_each("exchanges", rows, parts)
