"""People of whom something is not said, gathered so that one answer can be right for many.

Three ways: by the reason of the surest suggestion, by organisation, by your schools.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from shabakati.people.alike import one_name
from shabakati.people.evidence import school_of
from shabakati.people.mine import Mine
from shabakati.people.suggest import known


class Likeliest(NamedTuple):
    """The surest suggestion for one cell of a person."""

    value: str
    reason: str
    about: str
    score: float


class Gathered(NamedTuple):
    """People who have something in common, and the answer that is likeliest for most of them."""

    name: str  # the organisation or the school; "" where they are gathered by reason
    column: str
    likeliest: Likeliest | None
    ids: list[int]  # all of them
    fitting: list[int]  # those for whom that answer is the surest


def likeliest(suggestions: pd.DataFrame, column: str) -> dict[int, Likeliest]:
    """The surest suggestion for each person, by id, of one column."""
    found = suggestions[suggestions["column"] == column].drop_duplicates("person")
    parts = (found[name].tolist() for name in ("person", *Likeliest._fields))
    return {person: Likeliest(*rest) for person, *rest in zip(*parts, strict=True)}


def by_reason(suggestions: pd.DataFrame, column: str) -> list[Gathered]:
    """Those with a suggestion, one entry for each value and reason, the most people first."""
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    first: dict[tuple[str, str, str], Likeliest] = {}
    for person, hint in likeliest(suggestions, column).items():
        alike[hint[:3]].append(person)
        first.setdefault(hint[:3], hint)
    found = [Gathered("", column, first[key], ids, ids) for key, ids in alike.items()]
    return _largest_first(found)


def by_organisation(people: pd.DataFrame, suggestions: pd.DataFrame, column: str) -> list[Gathered]:
    """Those without a value in `column`, one entry an organisation, the most people first.

    Spellings of one organisation are one, under the most used. Who has no organisation is in none.
    """
    names = one_name(people["organisation"])
    open_ = people.loc[people[column].isna(), "organisation"]
    ids = open_.index.tolist()
    pairs = ((names.get(name, ""), id_) for id_, name in zip(ids, open_, strict=True))
    return _gathered(pairs, likeliest(suggestions, column), column)


def by_school(
    people: pd.DataFrame,
    profile: pd.DataFrame,
    exchanges: pd.DataFrame,
    suggestions: pd.DataFrame,
    column: str,
) -> list[Gathered]:
    """Those without a value in `column` who have to do with a school of yours, by school."""
    mine = Mine(profile, people)
    open_ = people[people[column].isna()] if mine.schools.names else people.head(0)
    pairs = ((school_of(one, mine), one.id) for one in known(open_, exchanges, mine))
    return _gathered(pairs, likeliest(suggestions, column), column)


def in_turn(people: pd.DataFrame, suggestions: pd.DataFrame, column: str) -> list[int]:
    """Ids of all without a value in `column`, in the order in which answering tires least.

    An organisation is one thought, so its people come together, and within it those with the same
    likeliest answer: whole runs are one key. The organisations whose answers are surest come
    first, as they empty the list fastest, then the largest, where one answer teaches most. Those
    without an organisation follow, the surest first.
    """
    hints = likeliest(suggestions, column)
    names = one_name(people["organisation"])
    open_ = people.loc[people[column].isna(), "organisation"]
    groups: dict[str, list[int]] = defaultdict(list)
    for id_, name in zip(open_.index.tolist(), open_, strict=True):
        groups[names.get(name, "")].append(id_)
    nobodys = groups.pop("", [])

    def score(id_: int) -> float:
        return hints[id_].score if id_ in hints else 0.0

    def alike(ids: list[int]) -> list[int]:
        best: dict[str, float] = {}
        for id_ in ids:
            value = hints[id_].value if id_ in hints else ""
            best[value] = max(best.get(value, 0.0), score(id_))

        def place(id_: int) -> tuple[float, str, float, int]:
            value = hints[id_].value if id_ in hints else ""
            return -best[value], value, -score(id_), id_

        return sorted(ids, key=place)

    def sure(name: str) -> tuple[float, int, str]:
        ids = groups[name]
        return -round(sum(map(score, ids)) / len(ids), 1), -len(ids), name

    ordered = [id_ for name in sorted(groups, key=sure) for id_ in alike(groups[name])]
    return [*ordered, *sorted(nobodys, key=lambda id_: (-score(id_), id_))]


def _gathered(
    pairs: Iterable[tuple[str, int]], hints: dict[int, Likeliest], column: str
) -> list[Gathered]:
    groups: dict[str, list[int]] = defaultdict(list)
    for name, id_ in pairs:
        if name:
            groups[name].append(id_)
    found = []
    for name, ids in groups.items():
        sure: dict[str, float] = defaultdict(float)
        for id_ in ids:
            if id_ in hints:
                sure[hints[id_].value] += hints[id_].score
        value = max(sure, key=lambda code: sure[code], default="")
        fitting = [id_ for id_ in ids if id_ in hints and hints[id_].value == value]
        best = max((hints[id_] for id_ in fitting), key=lambda hint: hint.score, default=None)
        found.append(Gathered(name, column, best, ids, fitting))
    return _largest_first(found)


def _largest_first(found: list[Gathered]) -> list[Gathered]:
    return sorted(found, key=lambda one: -len(one.ids))
