"""How likely two cards are one person, from everything that they say.

Each piece of evidence adds to the logarithm of the odds what it is worth: how much more often it
is seen in two cards of one person than in two people's (Fellegi & Sunter 1969, A theory for record
linkage, JASA 64). Agreement in what many share adds little, contradictions take away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

import numpy as np

from shabakati.people.cards import Card, is_shared_address, same_number
from shabakati.people.letters import normalise
from shabakati.people.name_evidence import Commonness, Fit, NameEvidence
from shabakati.people.organisations import has_arabic, same_organisation
from shabakati.people.overlap import TWICE
from shabakati.people.roles import work_fields

_LEFT_TO_RIGHT = "\u200e"  # else the plus would stand behind the number in Arabic
_AROUND = 300  # people whom everybody knows, at the least: a short list is not all of them
_COUSINS = 0.01  # people in a list who bear one's name and are somebody else, at the least
_WRITTEN_ALIKE = 0.5  # nats that names say of which another than the true one is written alike
_HARDLY = 0.2  # namesakes to expect, up to which a name tells a person
_NEARLY = 0.2  # likeness of given names that are not the same, but nearly
_FITS = 0.8  # nats: names of one person fit better than the measure of it says
_FEW = 0.3  # namesakes to expect, up to which a name is rare


class Piece(NamedTuple):
    """One piece of evidence: its code, what it is about, and what it adds."""

    code: str  # "" if it is not worth saying
    about: str
    weight: float


class Scales:
    """Weighs pairs of the cards of one list."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._count = max(len(cards), _AROUND)
        self._prior = log(TWICE / self._count)
        self._phones = Counter(digits[-7:] for card in cards for digits, _ in card.phones)
        self._emails = Counter(email for card in cards for email in card.emails)
        self._pages = Counter(page for card in cards for page in card.pages)
        self._works = Counter(card.work_key for card in cards if card.work_key)
        self._cities = Counter(card.city for card in cards if card.city)
        self._employed = sum(self._works.values())
        self._housed = sum(self._cities.values())

    def is_rare(self, card: Card, common: Commonness) -> bool:
        """Whether hardly anybody else in the list can be expected to bear one of the names."""
        chance = max(map(common.name, card.names), default=0.0)
        return chance + log(self._count) < log(_HARDLY)

    def weigh(self, one: Card, other: Card, names: NameEvidence) -> tuple[float, list[Piece]]:
        """The logarithm of the odds, and its pieces, the weightiest first."""
        reached = sorted(self._reached(one, other), key=lambda piece: -piece.weight)
        # A second way to reach both adds little: who shares a phone can share an address too.
        reached[1:] = [piece._replace(weight=2.0) for piece in reached[1:]]
        pieces = [*reached, *self._named(names), *self._told(one, other)]
        pieces += _apart(one, other, reached)
        pieces.sort(key=lambda piece: -piece.weight)
        return self._prior + sum(piece.weight for piece in pieces), pieces

    def _reached(self, one: Card, other: Card) -> Iterator[Piece]:
        """Ways to reach both."""
        if one.profiles & other.profiles:
            yield Piece("profile", min(one.profiles & other.profiles), 10 - self._prior)
        for mine in one.phones:
            if any(same_number(mine, theirs) for theirs in other.phones):
                yield Piece("phone", _shown(mine), self._held(self._phones[mine[0][-7:]], 7.0))
                break
        mails = set(one.emails) & set(other.emails)
        if mails:
            mail = min(mails, key=lambda mail: (self._emails[mail], mail))
            owners = 0.5 if is_shared_address(mail) else 8.0
            yield Piece("email", mail, self._held(self._emails[mail], owners))
        pages = set(one.pages) & set(other.pages)
        if pages:
            page = min(pages, key=lambda page: (self._pages[page], page))
            yield Piece("page", page, self._held(self._pages[page], 1.0))

    def _held(self, bearers: int, odds: float) -> float:
        """What sharing is worth by which two of so many bearers are one with these odds."""
        return log(odds / max(1, bearers - 1) ** 1.5) - self._prior

    def _named(self, names: NameEvidence) -> Iterator[Piece]:
        """What the names say: the rarer they are here, the more."""
        # Somebody may have a namesake in the list however rare the name: cousins, families.
        rarity = -np.logaddexp(names.chance, log(_COUSINS / self._count))
        if names.fit is Fit.SAME:
            # Another person's name can be the same, or another that is written alike.
            alike = names.says - _WRITTEN_ALIKE
            rare = names.chance + log(self._count) < log(_FEW)
            yield Piece(
                "name" if rare else "common_name", "", _FITS - np.logaddexp(-rarity, -alike)
            )
        elif names.fit is Fit.ONE:
            yield Piece("one_name", "", min(4.0, rarity - 1.4))
        elif names.fit is Fit.PARTLY:
            yield Piece("given_name", "", min(2.0, rarity - 3.0))
        elif names.fit is Fit.APART:
            # A given name that is nearly the same can be a slip of the pen.
            yield Piece("other_name", "", -2.0 if names.says > _NEARLY else -4.6)

    def _told(self, one: Card, other: Card) -> Iterator[Piece]:
        """Where they work, as what, where they live, when they were born."""
        if one.organisation and other.organisation:
            if same_organisation(one.work, other.work):
                crowd = max(self._works[one.work_key], self._works[other.work_key])
                weight = log(0.6 / (crowd / max(self._employed, 1) + 0.006))
                yield Piece("organisation", one.organisation, min(4.5, max(0.5, weight)))
            elif one.work_key and other.work_key:
                across = has_arabic(one.work) != has_arabic(other.work)
                yield Piece("other_organisation", "", -0.8 if across else -1.2)
        if one.role and other.role:
            yield from _worked(one.role, other.role)
        if one.city and other.city:
            if one.city == other.city:
                weight = log(0.7 * self._housed / self._cities[one.city])
                yield Piece("city", one.city_shown, min(2.0, max(0.2, weight)))
            else:
                yield Piece("other_city", "", -0.7)
        if one.birthday and other.birthday:
            yield _born(one.birthday, other.birthday)


def _worked(one: str, other: str) -> Iterator[Piece]:
    if normalise(one) == normalise(other):
        yield Piece("role", one, 2.0)
        return
    mine, theirs = work_fields(one), work_fields(other)
    if mine and theirs:
        yield Piece("field", one, 1.2) if mine & theirs else Piece("", "", -0.8)


def _born(one: tuple[str, str], other: tuple[str, str]) -> Piece:
    years = one[0] and other[0]
    same_day = one[1] == other[1]
    if same_day and (one[0] == other[0] or not years):
        return Piece("birthday", "", 7.0 if years else 5.5)
    turned = one[0] == other[0] and one[1] == other[1][2:] + other[1][:2]
    return Piece("other_birthday", "", -3.0 if turned else -7.0)


def _apart(one: Card, other: Card, reached: Sequence[Piece]) -> Iterator[Piece]:
    """What one person seldom has two of."""
    if one.profiles and other.profiles and not one.profiles & other.profiles:
        yield Piece("other_profile", "", -9.0)
    codes = {piece.code for piece in reached}
    if one.phones and other.phones and "phone" not in codes:
        yield Piece("", "", -0.8)
    if one.emails and other.emails and "email" not in codes:
        yield Piece("", "", -0.5)


def _shown(number: tuple[str, bool]) -> str:
    return f"{_LEFT_TO_RIGHT}+{number[0]}" if number[1] else number[0]


def contradict(one: Card, other: Card) -> bool:
    """Whether two cards say what one person cannot: another profile, or another birthday."""
    if one.profiles and other.profiles and not one.profiles & other.profiles:
        return True
    if one.birthday and other.birthday:
        return _born(one.birthday, other.birthday).weight < 0
    return False
