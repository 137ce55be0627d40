"""What the names of two people say about whether they are one.

Two names that fit say the more, the fewer people bear them: how common each part of a name is, is
counted in the list itself, in its own script, and begins with what is known of given names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from functools import cache
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from shabakati.people.cards import Called, Card
from shabakati.people.letters import normalise
from shabakati.people.lexicon import lexicon
from shabakati.people.names import SAME_NAME, likeness_many
from shabakati.people.spelling import bare, is_arabic, latin_key, skeletons

Floats = npt.NDArray[np.float64]
_SEEN_BEFORE = 500  # people whose names are as known beforehand
_RARE = 0.001  # share of people who bear a name of which nothing is known
_COMMONEST = 0.12  # the commonest given name, mostly محمد: half of this


class Fit(Enum):
    """How two names go together."""

    SAME = "same"  # both whole, spellings of one name
    ONE = "one"  # one is a single word, and the other has it: أحمد, Ahmed Salem
    PARTLY = "partly"  # the given names are one, what follows is not
    UNKNOWN = "unknown"  # one says no name: عمي, أبو سارة
    APART = "apart"


class NameEvidence(NamedTuple):
    """What the best pair of names of two people says."""

    fit: Fit
    likeness: float
    chance: float  # natural logarithm of how likely another person is to fit as well
    names: tuple[Called, Called]


class Commonness:
    """How many people bear the parts of a name."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._words: Counter[str] = Counter()
        self._sounds: Counter[str] = Counter()
        self._people: Counter[bool] = Counter()
        for card in cards:
            parts = {part for name in card.names for part in name.parts}
            self._people.update({is_arabic(part) for part in parts})
            self._words.update({_word(part) for part in parts})
            self._sounds.update({sound for part in parts for sound in skeletons(part)})
        self._all = len(cards)
        self._known: dict[str, float] = {}

    def part(self, part: str) -> float:
        """The logarithm of the share of people who bear a part of a name, by chance."""
        if part not in self._known:
            word = _word(part)
            prior = _SEEN_BEFORE * _given().get(word, _RARE)
            others = max(0, self._words[word] - 1) + prior
            share = others / (self._people[is_arabic(part)] + _SEEN_BEFORE)
            sounds = max((self._sounds[sound] for sound in skeletons(part)), default=0)
            # A word counted in few people can be common in the other script, but not more so
            # than all words that sound alike.
            most = (sounds + prior) / (self._all + _SEEN_BEFORE)
            self._known[part] = log(min(share, most))
        return self._known[part]

    def name(self, name: Called) -> float:
        """The same for all parts of a name together; 0 of none."""
        return sum(self.part(part) for part in set(name.parts))


def compare(
    pairs: Sequence[tuple[Card, Card]], common: Commonness, single: Sequence[bool]
) -> list[NameEvidence | None]:
    """What the names of each pair say.

    Where `single` is false only whole names that fit are worth anything: all others are None.
    """
    wanted: dict[tuple[str, str], int] = {}
    for one, other in pairs:
        for a, b in _whole(one, other):
            wanted.setdefault((a.text, b.text), len(wanted))
    likely = _likeness(list(wanted))
    found: list[NameEvidence | None] = []
    unsure: list[int] = []
    for at, (one, other) in enumerate(pairs):
        best = max(
            ((likely[wanted[a.text, b.text]], a, b) for a, b in _whole(one, other)),
            key=lambda found: found[0],
            default=None,
        )
        evidence = None
        if best and best[0] >= SAME_NAME:
            score, a, b = best
            chance = max(common.name(a), common.name(b))
            evidence = NameEvidence(Fit.SAME, float(score), chance, (a, b))
        elif single[at]:
            unsure.append(at)
        found.append(evidence)
    for at, partly in zip(unsure, _partly([pairs[at] for at in unsure], common), strict=True):
        found[at] = partly
    return found


def _whole(one: Card, other: Card) -> list[tuple[Called, Called]]:
    return [(a, b) for a in one.names for b in other.names if len(a.parts) > 1 < len(b.parts)]


def _partly(pairs: Sequence[tuple[Card, Card]], common: Commonness) -> list[NameEvidence]:
    """What names say that are not both whole, or not alike as wholes."""
    wanted: dict[tuple[str, str], int] = {}
    for one, other in pairs:
        for a in one.names:
            for b in other.names:
                for words in _heads(a, b):
                    wanted.setdefault(words, len(wanted))
    likely = _likeness(list(wanted))
    return [
        max(
            (_fit(a, b, wanted, likely, common) for a in one.names for b in other.names),
            key=lambda found: (_ORDER[found.fit], found.likeness),
        )
        for one, other in pairs
    ]


_ORDER = {Fit.APART: 0, Fit.UNKNOWN: 1, Fit.PARTLY: 2, Fit.ONE: 3, Fit.SAME: 4}


def _heads(a: Called, b: Called) -> list[tuple[str, str]]:
    """The words to compare of two names: the first ones; of a single one, also the other's last."""
    if not (a.parts and b.parts):
        return []
    if len(a.parts) == 1 or len(b.parts) == 1:
        ends = [(x, y) for x in {a.parts[0], a.parts[-1]} for y in {b.parts[0], b.parts[-1]}]
        return sorted(ends)
    return [(a.parts[0], b.parts[0])]


def _fit(
    a: Called, b: Called, wanted: dict[tuple[str, str], int], likely: Floats, common: Commonness
) -> NameEvidence:
    words = _heads(a, b)
    score, word = max(((likely[wanted[pair]], pair) for pair in words), default=(0.0, ("", "")))
    if score >= SAME_NAME:
        chance = max(map(common.part, word))
        one = len(a.parts) == 1 or len(b.parts) == 1
        return NameEvidence(Fit.ONE if one else Fit.PARTLY, float(score), chance, (a, b))
    called_after_child = bool(a.kunya) != bool(b.kunya)
    fit = Fit.UNKNOWN if not words or called_after_child else Fit.APART
    return NameEvidence(fit, float(score), 0.0, (a, b))


def _likeness(pairs: list[tuple[str, str]]) -> Floats:
    if not pairs:
        return np.zeros(0)
    one, other = zip(*pairs, strict=True)
    return np.asarray(likeness_many(one, other), np.float64)


def _word(part: str) -> str:
    """What the usual spellings of a word have in common within one script."""
    return bare(part) if is_arabic(part) else latin_key(part)


@cache
def _given() -> dict[str, float]:
    """How common the commonest given names are, roughly, by their rank in the lexicon."""
    ranks: Counter[bool] = Counter()
    shares: dict[str, float] = {}
    for name in lexicon("names")["given"]:
        word = _word(normalise(name))
        rank = ranks[is_arabic(word)]
        if word not in shares:
            ranks[is_arabic(word)] += 1
            shares[word] = max(0.004, _COMMONEST / (rank + 2))
    return shares
