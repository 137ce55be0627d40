"""The ties of people who become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shabakati.schema import column
from shabakati.storage.store import Store


def move_ties(store: Store, merges: Sequence[tuple[int, int]]) -> None:
    """Let each `keep` have the ties of `gone`, one pair after the other.

    Of two ties to the same person the one of `keep` stays, as strong as the stronger; a tie
    between the two goes.
    """
    involved = {id_ for pair in merges for id_ in pair}
    ends = [store.pointing("ties", column("ties", end), involved) for end in ("a", "b")]
    stored = {row[0]: row for rows in ends for row in rows}
    strength = {id_: row[3] for id_, row in stored.items()}
    place = {id_: (row[1], row[2]) for id_, row in stored.items()}
    ties: dict[int, dict[int, int]] = {}  # of a person: the tie's id by the other person
    for id_, (a, b) in place.items():
        ties.setdefault(a, {})[b] = id_
        ties.setdefault(b, {})[a] = id_
    for keep, gone in merges:
        mine = ties.setdefault(keep, {})
        for other, tie in ties.pop(gone, {}).items():
            ties.get(other, {}).pop(gone, None)
            there = mine.get(other)
            if other in (keep, gone):
                del place[tie]
            elif there is None:
                mine[other] = ties[other][keep] = tie
                place[tie] = (min(keep, other), max(keep, other))
            else:
                strengths = (strength[there], strength[tie])
                strength[there] = max((s for s in strengths if s is not None), default=None)
                del place[tie]
    store.delete("ties", [row for id_, row in stored.items() if id_ not in place])
    rows, parts = [], []
    for id_, (a, b) in place.items():
        if stored[id_][1:4] != (a, b, strength[id_]):
            part: dict[str, Any] = {"a": a, "b": b, "strength": strength[id_]}
            rows.append(stored[id_])
            parts.append(part)
    store.update_each("ties", rows, parts)
