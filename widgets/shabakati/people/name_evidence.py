"""What the names of two people say about whether they are one.

Two names that fit say the more, the fewer people bear them: how common each part of a name is, is
counted in the list itself, in its own script, and begins with what is known of given names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from shabakati.people.candidates import Ints, ranges
from shabakati.people.cards import Called, Card
from shabakati.people.letters import normalise
from shabakati.people.lexicon import lexicon
from shabakati.people.names import SAME_NAME, likeness_many
from shabakati.people.spelling import bare, is_arabic, latin_key, skeletons

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
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
    cards: Sequence[Card], one: Ints, other: Ints, met: Flags, common: Commonness
) -> Iterator[tuple[int, int, NameEvidence]]:
    """What the names of each pair of positions say, `one[i]` with `other[i]`.

    Where `met` is false only whole names that fit are worth anything; others are left out.
    """
    known = _Texts(cards)
    likely, firsts, seconds = known.best(one, other)
    worth = np.flatnonzero((likely >= SAME_NAME) | met)
    rows = zip(*(column[worth].tolist() for column in (one, other, likely)), strict=True)
    unsure: list[tuple[int, int]] = []
    for (i, j, score), a, b in zip(
        rows, firsts[worth].tolist(), seconds[worth].tolist(), strict=True
    ):
        if score >= SAME_NAME:
            names = (known.names[a], known.names[b])
            chance = max(map(common.name, names))
            yield i, j, NameEvidence(Fit.SAME, score, chance, names)
        else:
            unsure.append((i, j))
    said = _partly([(cards[i], cards[j]) for i, j in unsure], common)
    for (i, j), names_say in zip(unsure, said, strict=True):
        yield i, j, names_say


class _Texts:
    """The whole names of all cards, each text once."""

    def __init__(self, cards: Sequence[Card]) -> None:
        ids: dict[Called, int] = {}
        of_card = [
            [ids.setdefault(name, len(ids)) for name in card.names if len(name.parts) > 1]
            for card in cards
        ]
        self.names = list(ids)
        self._counts = np.array([len(several) for several in of_card], np.int64)
        self._starts = np.cumsum(self._counts) - self._counts
        self._flat = np.array([id_ for several in of_card for id_ in several], np.int64)

    def best(self, one: Ints, other: Ints) -> tuple[Floats, Ints, Ints]:
        """For each pair of cards the likeness of the names most alike, and which; -1 of none."""
        mine, theirs = self._counts[one], self._counts[other]
        pair = np.repeat(np.arange(len(one)), mine * theirs)
        turn = ranges(np.zeros_like(mine), mine * theirs)
        width = theirs[pair]
        a = self._flat[self._starts[one][pair] + turn // np.maximum(width, 1)]
        b = self._flat[self._starts[other][pair] + turn % np.maximum(width, 1)]
        codes, back = np.unique((np.minimum(a, b) << 32) | np.maximum(a, b), return_inverse=True)
        texts = [name.text for name in self.names]
        scores = _likeness(
            [(texts[code >> 32], texts[code & 0xFFFFFFFF]) for code in codes.tolist()]
        )
        likely = scores[back] if len(back) else np.zeros(0)
        order = np.lexsort((likely, pair))
        last = order[np.flatnonzero(np.diff(pair[order], append=-1))]  # the best stands last
        found = np.full(len(one), -1.0), np.zeros(len(one), np.int64), np.zeros(len(one), np.int64)
        for column, values in zip(found, (likely, a, b), strict=True):
            column[pair[last]] = values[last]
        return found


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
