"""The same person twice in a list: found across spellings and scripts, with reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from shabakati._garbage import no_garbage
from shabakati.language import say
from shabakati.people import organisations
from shabakati.people.candidates import Ints, numbered, shared, unique
from shabakati.people.cards import Card, cards
from shabakati.people.keys import keys
from shabakati.people.name_evidence import Commonness, Flags, compare
from shabakati.people.name_keys import NameKeys, two_with
from shabakati.people.overlap import learnt
from shabakati.people.rivals import after_rivals
from shabakati.people.weighing import Piece, Scales

SURE = 0.97  # at and above, both can be made one without a look at each
LEAST = 0.6  # below, a pair is not spoken of
LEAST_BY_NAME = 0.85  # the same where nothing but names speaks for it: namesakes are many
COLUMNS = ("a", "b", "score", "reasons")
_HOPELESS = -3.0  # logarithm of the odds, at and below which a pair counts no more
_NAMESAKES = -0.3  # logarithm of the namesakes to expect, from which a name alone is no hint
_NOBODY_ELSE = -5.0  # logarithm of the namesakes to expect of a name that is all but unique
_WIDE = 8_000  # people, of whom names are compared that have less in common to the ear
_NAMES = ("name", "common_name", "given_name", "one_name")  # codes of reasons
_ABOUT = 200  # characters of a text that a reason names


@dataclass(frozen=True)
class Reason:
    """Why two people may be one, or what speaks against it; its text is the sentence."""

    code: str
    about: str

    def __str__(self) -> str:
        return say(f"people.duplicates.{self.code}", about=self.about)

    def __repr__(self) -> str:
        return str(self)


def find_duplicates(people: pd.DataFrame) -> pd.DataFrame:
    """Pairs of people who are probably one, the surest first.

    Parameters
    ----------
    people : DataFrame, one row per person, with a unique index. Columns that are looked at:
        `name, other_names, phones, emails, url, links, organisation, role, city, source,
        birthday` (`1990-02-10` or `--02-10`); those that are missing count as empty.

    Returns
    -------
    DataFrame with `a`, `b` (labels of the index, `a < b`), `score` (how likely they are one
    person, from `LEAST` to 1; pairs at or above `SURE` may be merged together) and `reasons` (a
    list of `Reason`, those for it first, each in the order of its weight).
    """
    with no_garbage():
        return _found(people)


def _found(people: pd.DataFrame) -> pd.DataFrame:
    listed = cards(people.loc[_ordered(people.index)])
    common = Commonness(listed)
    scales = Scales(listed)
    kept: list[tuple[int, int]] = []
    odds: list[float] = []
    pieces: list[list[Piece]] = []
    for i, j, names in compare(listed, *_candidates(listed, common), common):
        weight, said = scales.weigh(listed[i], listed[j], names)
        if weight > _HOPELESS:
            kept.append((i, j))
            odds.append(weight)
            pieces.append(said)
    rare = [scales.is_rare(card, common) for card in listed]
    scores = after_rivals(kept, learnt(kept, odds, [card.source for card in listed], rare))
    rows = [
        (listed[i].id, listed[j].id, score, _reasons(said))
        for (i, j), score, said in zip(kept, scores, pieces, strict=True)
        if score >= (LEAST_BY_NAME if _by_name(said) else LEAST)
    ]
    rows.sort(key=lambda row: -row[2])
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"score": "float64"})


def _by_name(pieces: Sequence[Piece]) -> bool:
    """Whether nothing but names speaks for a pair."""
    return all(piece.code in _NAMES for piece in pieces if piece.code and piece.weight > 0)


def _ordered(index: pd.Index) -> list[Any]:
    """The labels from the smallest, so that the order of rows makes no difference."""
    labels = index.tolist()
    try:
        return sorted(labels)
    except TypeError:
        return sorted(labels, key=str)


def _candidates(listed: Sequence[Card], common: Commonness) -> tuple[Ints, Ints, Flags]:
    """Pairs worth comparing, and which of them share more than keys of names."""
    distinct = _distinct(listed)
    reached = shared(numbered([_contacts(card) for card in listed]), np.full_like(distinct, -1))
    chance = np.array([max(map(common.name, card.names), default=0) for card in listed], float)
    chance += np.log(max(len(listed), 1))
    narrow = NameKeys()
    two = [narrow.of(card) for card in listed]
    known = numbered([organisations.keys(card.work) | _born(card) for card in listed])
    more = [two_with(own, others) for own, others in zip(two, known, strict=True)]
    rare = (chance < _NAMESAKES).tolist()
    alone = [own if few else [] for own, few in zip(two, rare, strict=True)]
    found = [reached, shared(alone, distinct), shared(more, distinct)]
    if len(listed) <= _WIDE:
        rarest = (chance < _NOBODY_ELSE).tolist()
        wide = [_wide(card) if few else [] for card, few in zip(listed, rarest, strict=True)]
        found.append(shared(numbered(wide), distinct))
    one, other = unique(*(np.concatenate(side) for side in zip(*found, strict=True)))
    return one, other, np.isin((one << 32) | other, (reached[0] << 32) | reached[1])


def _wide(card: Card) -> list[str]:
    """Keys of names that find more, and more that is nothing, than the narrow ones."""
    return [key for name in card.names for key in keys(name.text)]


def _contacts(card: Card) -> list[str]:
    """Keys of the ways to reach a person; those of one way can be found to differ later."""
    return [
        *(f"tel:{digits[-7:]}" for digits, _ in card.phones),
        *(f"mail:{mail}" for mail in card.emails),
        *(f"in:{profile}" for profile in card.profiles),
        *(f"page:{page}" for page in card.pages),
    ]


def _born(card: Card) -> set[str]:
    return {f"born:{card.birthday[1]}"} if card.birthday else set()


def _distinct(listed: Sequence[Card]) -> Ints:
    """A number for each person with a LinkedIn profile, which nobody has two of; else -1."""
    numbers: dict[frozenset[str], int] = {}
    return np.array(
        [
            numbers.setdefault(card.profiles, len(numbers)) if card.profiles else -1
            for card in listed
        ],
        np.int64,
    )


def _reasons(pieces: Sequence[Piece]) -> list[Reason]:
    return [Reason(piece.code, piece.about[:_ABOUT]) for piece in pieces if piece.code]
