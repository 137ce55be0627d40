"""Who of an intake is in the book already: only those of whom it is certain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from shabakati.intake.address import is_profile, profile_key
from shabakati.intake.cells import name_key
from shabakati.intake.provenance import Record

_MOST_NAMESAKES = 100  # candidates that are looked at

# Mailboxes that several people of one organisation read.
_SHARED = re.compile(
    "info|contact|office|admin|sales|support|hello|hr|jobs|mail|team|(en|in)quir.*"
)


class _Person(NamedTuple):
    id: int
    key: str  # of the page's address, or ""
    profile: bool  # whether the page is that of one person alone
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    name: str
    names: tuple[str, ...]
    met_on: Any
    source: str
    work: tuple[str, str]


class Matches(NamedTuple):
    """Who is known, and by which word of the source."""

    people: dict[int, int]  # index in the intake → id in the book
    records: dict[int, Record]  # index in the intake → what the source said of them last


_Keys = Callable[[_Person], list[Hashable]]


def match_people(there: pd.DataFrame, here: pd.DataFrame) -> dict[int, int]:
    """The id, in the book, of each person of an intake who is there by `match_rows`' evidence."""
    return match_rows(lambda: there, here).people


def match_rows(
    there: Callable[[], pd.DataFrame],
    here: pd.DataFrame,
    records: Sequence[Record] = (),
    keys: Sequence[str] = (),
    fingerprints: Sequence[str] = (),
) -> Matches:
    """Who of an intake is in the book already.

    Who has the same key in the same source is the same person, and so is who comes with the very
    words that the source said before. Of the others, one who has the same profile; the same e-mail
    and name, or an e-mail that nobody else has and a name that begins alike; the same phone and
    name; the same name met on the same day. Nobody in the book is taken for two people, unless the
    source itself had them twice before they were merged.

    Parameters
    ----------
    there : gives `people` of the book, index `id`; asked only if the source's own words are not
        enough, which makes the same file again quick.
    here : `people` of an intake, index 0 … n-1.
    records : rows of the book's `sources`.
    keys, fingerprints : of each person of the intake; may be left out.
    """
    source = here["source"].tolist()
    known = _Known(records)
    known.by_key(source, keys)
    known.by_fingerprint(source, fingerprints, keys)
    if len(known.people) < len(here):
        _by_evidence(there(), here, known)
        known.by_person(source, keys)
    return Matches(known.people, known.records)


class _Known:
    """Who was found so far, and which rows of `sources` speak of somebody found."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.people: dict[int, int] = {}
        self.records: dict[int, Record] = {}
        self._all = records
        self._used: set[int] = set()
        self._places = Counter((record.person, record.source) for record in records)

    def found(self, index: int, person: int, source: str, record: Record | None = None) -> None:
        self.people[index] = person
        self._places[person, source] = self._places.get((person, source), 1) - 1
        if record:
            self.records[index] = record
            self._used.add(record.id)

    def is_free(self, person: int, source: str) -> bool:
        """Whether the source may still mean this person."""
        return self._places.get((person, source), 1) > 0

    def by_key(self, source: Sequence[str], keys: Sequence[str]) -> None:
        rows = {(record.source, record.key): record for record in self._all if record.key}
        for index, key in enumerate(keys):
            record = rows.get((source[index], key))
            if record and key:
                self.found(index, record.person, source[index], record)

    def by_fingerprint(
        self, source: Sequence[str], fingerprints: Sequence[str], keys: Sequence[str]
    ) -> None:
        if len(self.people) == len(source):
            return
        rows: dict[tuple[str, str], list[Record]] = {}
        for record in self._all:
            for mark in record.fingerprints:
                rows.setdefault((record.source, mark), []).append(record)
        for index, mark in enumerate(fingerprints):
            same = rows.get((source[index], mark), ())
            if index in self.people or not same:
                continue
            free = [record for record in same if record.id not in self._used]
            # A card that has a key of its own and says the same as another one is another card.
            if free or not keys[index]:
                record = (free or same)[0]
                self.found(index, record.person, source[index], record)

    def by_person(self, source: Sequence[str], keys: Sequence[str]) -> None:
        """For who was found by evidence: the row of `sources` that their row is a newer word of."""
        unkeyed: dict[tuple[int, str], list[Record]] = {}
        for record in self._all:
            if not record.key or not all(keys):
                unkeyed.setdefault((record.person, record.source), []).append(record)
        for index, person in self.people.items():
            if index in self.records:
                continue
            key = keys[index] if keys else ""
            for record in unkeyed.get((person, source[index]), ()):
                if record.id not in self._used and (not record.key or not key):
                    self.records[index] = record
                    self._used.add(record.id)
                    break


def _by_evidence(there: pd.DataFrame, here: pd.DataFrame, known: _Known) -> None:
    if there.empty:
        return
    mine, theirs = list(_people(there)), list(_people(here))
    for keys, alone in _PASSES:
        candidates: dict[Hashable, list[_Person]] = {}
        for person in mine:
            for key in keys(person):
                candidates.setdefault(key, []).append(person)
        asking = Counter(key for person in theirs for key in keys(person)) if alone else {}
        for person in theirs:
            if person.id in known.people:
                continue
            for key in keys(person):
                others = candidates.get(key, [])
                if alone and (asking[key] > 1 or len(others) > 1):
                    continue
                other = _first_free(person, others, known)
                if other is not None:
                    known.found(person.id, other, person.source)
                    break


def _by_everything(person: _Person) -> list[Hashable]:
    certain = person.key or person.emails or person.phones or person.met_on
    return [person[1:]] if certain else []


def _by_address(person: _Person) -> list[Hashable]:
    if not person.key:
        return []
    # A page of a company is everybody's there.
    return [person.key] if person.profile else [(person.key, name) for name in person.names]


def _by_email_and_name(person: _Person) -> list[Hashable]:
    return [(email, name) for email in person.emails for name in person.names]


def _by_email(person: _Person) -> list[Hashable]:
    return [
        (email, person.name[:1])
        for email in person.emails
        if not _SHARED.fullmatch(email.partition("@")[0])
    ]


def _by_phone_and_name(person: _Person) -> list[Hashable]:
    return [(phone, name) for phone in person.phones for name in person.names]


def _by_meeting_and_work(person: _Person) -> list[Hashable]:
    return [(person.name, person.met_on, person.source, person.work)] if person.met_on else []


def _by_meeting(person: _Person) -> list[Hashable]:
    return [(person.name, person.met_on, person.source)] if person.met_on else []


# Who came of the same row of an earlier file goes first, so that a file's second time is quiet.
# The second of each: whether it is evidence only if nobody else has the same.
_PASSES: tuple[tuple[_Keys, bool], ...] = (
    (_by_everything, False),
    (_by_address, False),
    (_by_email_and_name, False),
    (_by_email, True),
    (_by_phone_and_name, False),
    (_by_meeting_and_work, False),
    (_by_meeting, False),
)


def _first_free(person: _Person, others: list[_Person], known: _Known) -> int | None:
    """The first of them who is nobody else's match and has no other profile."""
    while others and not known.is_free(others[0].id, person.source):
        others.pop(0)
    for other in others[:_MOST_NAMESAKES]:
        two_pages = person.profile and other.profile and other.key != person.key
        if not two_pages and known.is_free(other.id, person.source):
            return other.id
    return None


def _people(frame: pd.DataFrame) -> Iterator[_Person]:
    names = ("url", "emails", "phones", "name", "other_names", "met_on", "source")
    cells = (frame[name].tolist() for name in (*names, "organisation", "role"))
    for id_, url, emails, phones, name, others, met_on, source, organisation, role in zip(
        frame.index.tolist(), *cells, strict=True
    ):
        key = profile_key(url)
        name = name_key(name)
        yield _Person(
            id_,
            key,
            bool(key) and is_profile(url),
            tuple(email.casefold() for email in emails),
            tuple(phones),
            name,
            tuple(dict.fromkeys([name, *map(name_key, others)])) if others else (name,),
            met_on,
            source,
            (organisation, role),
        )
