"""Milieus: people of yours who probably know one another, since they share a place in life."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import pandas as pd

from shabakati.people.organisations import organisation_key, same_organisation
from shabakati.vocabulary import Relation

Kind = Literal[
    "organisation", "former_colleagues", "classmates", "professors", "association", "family",
    "friends", "event",
]  # fmt: skip

_BY_RELATION: dict[Relation, Kind] = {
    Relation.FAMILY: "family",
    Relation.CLASSMATE: "classmates",
    Relation.FORMER_COLLEAGUE: "former_colleagues",
    Relation.ASSOCIATION_MEMBER: "association",
    Relation.PROFESSOR: "professors",
    Relation.FRIEND: "friends",
}


class Milieu(NamedTuple):
    """What its members share: `about` names the organisation or the event, if it is one."""

    kind: Kind
    about: str
    members: frozenset[int]

    @property
    def key(self) -> str:
        """What stays the same of it while people come and go."""
        return f"{self.kind}:{organisation_key(self.about) or self.about}"


def milieus(
    people: pd.DataFrame, events: pd.DataFrame | None = None, mine: str = ""
) -> list[Milieu]:
    """The milieus of two people or more, the largest first.

    Parameters
    ----------
    people : DataFrame of those asked about (a few dozen), index `id`, with `relation`,
        `organisation`.
    events : DataFrame of events with `name` and `people` (lists of ids).
    mine : the organisation where you work: current colleagues work there too.

    One that lies within another is left out: who says something of the larger says it of both.
    """
    found = [
        *_at_work(people, mine),
        *_by_relation(people),
        *(_at_events(people.index, events) if events is not None else ()),
    ]
    found.sort(key=lambda milieu: -len(milieu.members))
    kept: list[Milieu] = []
    for milieu in found:
        if not any(milieu.members <= other.members for other in kept):
            kept.append(milieu)
    return kept


def _at_work(people: pd.DataFrame, mine: str) -> Iterator[Milieu]:
    names: dict[str, set[int]] = {}
    works = zip(
        people.index.tolist(), people["organisation"], people["relation"].astype("object"),
        strict=True,
    )  # fmt: skip
    for person, organisation, relation in works:
        if not organisation and relation == Relation.CURRENT_COLLEAGUE:
            organisation = mine
        if organisation:
            names.setdefault(str(organisation), set()).add(person)
    whole: dict[str, set[int]] = {}
    for name, members in names.items():
        same = next((other for other in whole if same_organisation(name, other)), name)
        whole.setdefault(same, set()).update(members)
    return _of_two("organisation", whole.items())


def _by_relation(people: pd.DataFrame) -> Iterator[Milieu]:
    relation = people["relation"].astype("object")
    for code, kind in _BY_RELATION.items():
        yield from _of_two(kind, [("", set(people.index[relation == code.value].tolist()))])


def _at_events(known: pd.Index, events: pd.DataFrame) -> Iterator[Milieu]:
    here = set(known.tolist())
    met: Sequence[list[int]] = events["people"].tolist()
    names = [str(name) for name in events["name"]]
    return _of_two("event", [(n, here & set(ids)) for n, ids in zip(names, met, strict=True)])


def _of_two(kind: Kind, found: Iterable[tuple[str, set[int]]]) -> Iterator[Milieu]:
    return (Milieu(kind, about, frozenset(members)) for about, members in found if len(members) > 1)
