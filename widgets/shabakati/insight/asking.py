"""What is still to be asked of who knows whom, so that few answers tell of all pairs.

A pair is decided by a tie, or by a set of people of whom it is said that nobody else in it knows
another (`apart`). Milieus are asked first: one answer may decide all their pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from shabakati.people.milieus import Milieu

STEP = "05_my_map"
APART = "apart"  # the question under which such a set is kept among the answers
Pair = tuple[int, int]


class Asked(NamedTuple):
    """A milieu to ask about: those of its members of whom some pair is open; whether anew."""

    milieu: Milieu
    people: tuple[int, ...]
    again: bool


def pairs_of(people: Iterable[int]) -> set[Pair]:
    """Every pair of these people, the smaller id first."""
    return set(combinations(sorted(people), 2))


def ties_of(ties: pd.DataFrame) -> set[Pair]:
    """The pairs who know each other."""
    return set(zip(ties["a"].tolist(), ties["b"].tolist(), strict=True))


def apart_of(answers: pd.DataFrame) -> list[frozenset[int]]:
    """The sets of people of whom it was said that nobody else in them knows another."""
    rows = answers[(answers["step"] == STEP) & (answers["question"] == APART)]
    return [frozenset(map(int, filter(str.isdigit, text.split()))) for text in rows["answer"]]


def apart_text(people: Iterable[int]) -> str:
    """Such a set as it is kept."""
    return " ".join(map(str, sorted(people)))


def open_pairs(
    people: Collection[int], ties: set[Pair], apart: Iterable[Collection[int]]
) -> set[Pair]:
    """The pairs of whom nothing is said yet."""
    here = set(people)
    left = pairs_of(here) - ties
    for some in apart:
        left -= pairs_of(here & set(some))
    return left


def to_ask(milieus: Iterable[Milieu], left: set[Pair]) -> list[Asked]:
    """The milieus in which a pair is open, those that settle the most first."""
    found = []
    for milieu in milieus:
        mine = {pair for pair in left if milieu.members.issuperset(pair)}
        people = sorted({person for pair in mine for person in pair})
        if mine:
            whole = len(milieu.members) * (len(milieu.members) - 1) // 2
            found.append((len(mine), Asked(milieu, tuple(people), len(mine) < whole)))
    found.sort(key=lambda counted: -counted[0])
    return [asked for _, asked in found]


def others_of(left: set[Pair]) -> dict[int, list[int]]:
    """For each person the others of whom it is open whether they know them; most open first."""
    others: dict[int, list[int]] = {}
    for a, b in sorted(left):
        others.setdefault(a, []).append(b)
        others.setdefault(b, []).append(a)
    return dict(sorted(others.items(), key=lambda item: (-len(item[1]), item[0])))
