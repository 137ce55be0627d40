"""Two rows of one person become one: what each said, and everything that points to either."""

from __future__ import annotations

from typing import Any

from shabakati.schema import TABLES, columns
from shabakati.storage.rows import decode
from shabakati.storage.store import Store


def united(kept: dict[str, Any], gone: dict[str, Any]) -> dict[str, Any]:
    """What the kept person's row becomes: its own words first, lists united, gaps filled."""
    whole = dict(kept)
    for column in columns("people"):
        mine, theirs = kept[column.name], gone[column.name]
        if isinstance(mine, list):
            whole[column.name] = list(dict.fromkeys(mine + theirs))
        elif mine in (None, ""):
            whole[column.name] = theirs
    if gone["name"] != kept["name"]:
        whole["other_names"] = list(dict.fromkeys([*whole["other_names"], gone["name"]]))
    if kept["notes"] and gone["notes"] and kept["notes"] != gone["notes"]:
        whole["notes"] = f"{kept['notes']}\n\n{gone['notes']}"
    return whole


def repoint(store: Store, keep: int, gone: int) -> None:
    """Let exchanges, events, actions and introductions that point to `gone` point to `keep`."""
    for table in TABLES:
        for column in columns(table):
            if table == "ties" or column.reference is None or column.reference.table != "people":
                continue
            for row in store.pointing(table, column, {gone}):
                value: Any = keep
                if column.kind == "ids":
                    held = decode(table, row[1:])[column.name]
                    value = list(dict.fromkeys(keep if id_ == gone else id_ for id_ in held))
                elif table == "people" and row[0] == keep:
                    value = None  # nobody introduces themselves to you through themselves
                store.update(table, [row], {column.name: value})


def move_ties(store: Store, keep: int, gone: int) -> None:
    """Let `keep` have the ties of `gone`; of two to the same person the stronger stays."""
    for row in store.ties_of(gone):
        other = row[1] if row[2] == gone else row[2]
        if other == keep:
            continue
        a, b = sorted((keep, other))
        there = store.tie_between(a, b)
        if there is None:
            store.update("ties", [row], {"a": a, "b": b})
            continue
        (mine,) = store.rows("ties", [there])
        strength = max((s for s in (row[3], mine[3]) if s is not None), default=None)
        store.update("ties", [mine], {"strength": strength})
