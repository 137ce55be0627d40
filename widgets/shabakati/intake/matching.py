"""Who of an intake is in the book already."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, NamedTuple

import pandas as pd

from shabakati.intake.address import profile_key
from shabakati.intake.cells import name_key

_MOST_NAMESAKES = 100  # candidates that are looked at


class _Person(NamedTuple):
    id: int
    key: str  # of the profile's address, or ""
    emails: tuple[str, ...]
    name: str
    met_on: Any
    source: str
    work: tuple[str, str]


_Keys = Callable[[_Person], list[Hashable]]


def match_people(there: pd.DataFrame, here: pd.DataFrame) -> dict[int, int]:
    """The id, in the book, of each person of an intake who is there already.

    The same profile address is the same person. Where one side has no address, the same e-mail
    is, and then the same name met on the same day. Nobody in the book is taken for two people.

    Parameters
    ----------
    there : `people` of the book, index `id`.
    here : `people` of an intake, index 0 … n-1.

    Returns
    -------
    dict from index in `here` to id in `there`.
    """
    mine, theirs = list(_people(there)), list(_people(here))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for keys in _PASSES:
        known: dict[Hashable, list[_Person]] = {}
        for person in mine:
            if person.id not in taken:
                for key in keys(person):
                    known.setdefault(key, []).append(person)
        for person in theirs:
            if person.id in found:
                continue
            other = _first_free(person, keys(person), known, taken)
            if other is not None:
                found[person.id] = other
                taken.add(other)
    return found


def _by_address(person: _Person) -> list[Hashable]:
    return [person.key] if person.key else []


def _by_email_and_name(person: _Person) -> list[Hashable]:
    return [(email, person.name) for email in person.emails]


def _by_email(person: _Person) -> list[Hashable]:
    return list(person.emails)


def _by_meeting(person: _Person) -> list[Hashable]:
    return [(person.name, person.met_on, person.source)]


def _by_everything(person: _Person) -> list[Hashable]:
    return [person[1:]]


def _by_meeting_and_work(person: _Person) -> list[Hashable]:
    return [(person.name, person.met_on, person.source, person.work)]


# Who came of the same row of an earlier file goes first, so that a file's second time is quiet.
_PASSES: tuple[_Keys, ...] = (
    _by_everything,
    _by_address,
    _by_email_and_name,
    _by_email,
    _by_meeting_and_work,
    _by_meeting,
)


def _first_free(
    person: _Person,
    keys: list[Hashable],
    known: dict[Hashable, list[_Person]],
    taken: set[int],
) -> int | None:
    """The first of those with a common key who is nobody else's match and no other page's."""
    for key in keys:
        others = known.get(key, [])
        while others and others[0].id in taken:
            others.pop(0)
        for other in others[:_MOST_NAMESAKES]:
            if other.id not in taken and not (other.key and person.key and other.key != person.key):
                return other.id
    return None


def _people(frame: pd.DataFrame) -> Iterator[_Person]:
    for id_, url, emails, name, met_on, source, organisation, role in zip(
        frame.index.tolist(),
        frame["url"].tolist(),
        frame["emails"].tolist(),
        frame["name"].tolist(),
        frame["met_on"].tolist(),
        frame["source"].tolist(),
        frame["organisation"].tolist(),
        frame["role"].tolist(),
        strict=True,
    ):
        yield _Person(
            id_,
            profile_key(url),
            tuple(email.casefold() for email in emails),
            name_key(name),
            met_on,
            source,
            (organisation, role),
        )
