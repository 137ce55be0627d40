"""Who should meet whom: two of yours whom you could introduce, and who could introduce you."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

import pandas as pd

from shabakati.insight.asking import ties_of
from shabakati.insight.clusters import clusters
from shabakati.insight.relevance import relevance
from shabakati.people.letters import normalise
from shabakati.vocabulary import Closeness

MOST = 60  # people who are compared with each other
_NEAR = {code.value: rank for rank, code in enumerate(Closeness)}  # 0 the nearest
_WORTH = {"help": 3, "topic": 2, "field": 1}


class Meeting(NamedTuple):
    """Two people who do not know each other, and what they have for one another."""

    a: int
    b: int
    reason: Literal["help", "topic", "field"]
    about: str


class Way(NamedTuple):
    """Somebody who fits a goal, and who of yours, nearer to you, knows them."""

    person: int
    through: int
    goal: int
    reason: str
    about: str


def to_introduce(people: pd.DataFrame, ties: pd.DataFrame, most: int = 5) -> list[Meeting]:
    """The pairs of yours who should meet, those with most for each other first.

    They do not know each other and stand in different clusters; one can help with what the other
    knows or works in (`help`), both know about the same (`topic`) or work in one field (`field`).
    Nobody is in more than one of the pairs.

    Parameters
    ----------
    people : DataFrame of a circle, index `id`, with `topics`, `can_help`, `field`.
    ties : DataFrame, one row per unordered pair (`a`, `b`).
    """
    people = people.iloc[:MOST]
    known, circle = ties_of(ties), clusters(people, ties).to_dict()
    tells = {int(id_): _Tells.of(row) for id_, row in zip(people.index, _rows(people), strict=True)}
    found = [
        Meeting(a, b, *shared)
        for a, b in combinations(sorted(tells), 2)
        if (a, b) not in known and circle[a] != circle[b]
        for shared in _shared(tells[a], tells[b])
    ]
    found.sort(key=lambda meeting: -_WORTH[meeting.reason])
    chosen: list[Meeting] = []
    taken: set[int] = set()
    for meeting in found:
        if not taken & {meeting.a, meeting.b}:
            chosen.append(meeting)
            taken |= {meeting.a, meeting.b}
    return chosen[:most]


def ways_in(people: pd.DataFrame, ties: pd.DataFrame, goals: pd.DataFrame) -> list[Way]:
    """For each person who fits an open goal and is not near to you: who could introduce you anew.

    The one who is nearest to you among those who know them, and nearer than they are. The best
    fit first.
    """
    fits = relevance(people, goals)
    ring = people["closeness"].astype("object").map(_NEAR).fillna(len(_NEAR)).astype(int)
    knows: dict[int, list[int]] = {}
    for a, b in ties_of(ties):
        knows.setdefault(a, []).append(b)
        knows.setdefault(b, []).append(a)
    found = []
    for id_, goal, reason, about in zip(
        fits.index.tolist(), fits["goal"], fits["reason"], fits["about"], strict=True
    ):
        near = [p for p in knows.get(id_, []) if p in ring.index and ring[p] < ring[id_]]
        if near:
            through = min(near, key=lambda p: (ring[p], p))
            found.append(Way(id_, through, int(goal), str(reason), str(about)))
    return found


class _Tells(NamedTuple):
    """What somebody knows about, can help with and works in, as it was written and compared."""

    topics: dict[str, str]
    helps: dict[str, str]
    field: dict[str, str]

    @classmethod
    def of(cls, row: tuple[list[str], list[str], str]) -> _Tells:
        topics, helps, field = row
        return cls(_compared(topics), _compared(helps), _compared([field] if field else []))


def _rows(people: pd.DataFrame) -> Iterator[tuple[list[str], list[str], str]]:
    return zip(people["topics"], people["can_help"], people["field"], strict=True)


def _compared(texts: list[str]) -> dict[str, str]:
    return {normalise(text): text for text in texts if normalise(text)}


def _shared(one: _Tells, other: _Tells) -> Iterator[tuple[Literal["help", "topic", "field"], str]]:
    """The best that two have for each other, if anything."""
    helps = (
        text
        for giver, taker in ((one, other), (other, one))
        for plain, text in giver.helps.items()
        if plain in taker.topics or plain in taker.field
    )
    topics = (one.topics[plain] for plain in one.topics if plain in other.topics)
    fields = (one.field[plain] for plain in one.field if plain in other.field)
    if (text := next(helps, None)) is not None:
        yield "help", text
    elif (text := next(topics, None)) is not None:
        yield "topic", text
    elif (text := next(fields, None)) is not None:
        yield "field", text
