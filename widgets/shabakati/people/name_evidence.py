"""What the names of two people say about whether they are one.

Two names that fit say the more, the fewer people bear them: how common each part of a name is, is
counted in the list itself, in its own script, and begins with what is known of given names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from shabakati.people.candidates import Ints, ranges
from shabakati.people.cards import Called, Card
from shabakati.people.letters import normalise
from shabakati.people.lexicon import lexicon
from shabakati.people.name_keys import consonants
from shabakati.people.names import SAME_NAME, SURE_NAME, likeness_many
from shabakati.people.spelling import bare, is_arabic, latin_key, same_word

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_SEEN_BEFORE = 500  # people whose names are as known beforehand
_RARE = 0.001  # share of people who bear a name of which nothing is known
_TURNED = 0.1  # share of names of which the family's stands first, at the most
_SUREST = 34.0  # nats that a likeness says at the most
_BY_SOUND = 0.3  # how far the sound of a name tells how common it is
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
    says: float  # nats for the names being spellings of one, whoever bears it
    chance: float  # natural logarithm of how likely another person is to bear it as well
    names: tuple[Called, Called]


class Commonness:
    """How many people bear the parts of a name: as the first of them, and after it."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._words: Counter[tuple[str, bool]] = Counter()
        self._sounds: Counter[tuple[str, bool]] = Counter()
        self._people: Counter[bool] = Counter()
        for card in cards:
            parts = {(part, i == 0) for name in card.names for i, part in enumerate(name.parts)}
            self._people.update({is_arabic(part) for part, _ in parts})
            self._words.update({(_word(part), first) for part, first in parts})
            self._sounds.update({(s, first) for part, first in parts for s in consonants(part)})
        self._all = len(cards)
        self._known: dict[tuple[str, bool], float] = {}

    def part(self, part: str, first: bool) -> float:
        """The logarithm of the share of people who bear a part of a name there, by chance.

        Between the share of those who write it so, in one script, and of those whose consonants
        sound alike, in either.
        """
        if (part, first) not in self._known:
            word = _word(part)
            prior = _SEEN_BEFORE * _given().get(word, _RARE)
            alike = max(self._others(self._sounds, sound, first) for sound in consonants(part))
            share = (self._others(self._words, word, first) + prior) / (
                self._people[is_arabic(part)] + _SEEN_BEFORE
            )
            most = (max(alike, prior) + _SEEN_BEFORE * _RARE) / (self._all + _SEEN_BEFORE)
            self._known[part, first] = (1 - _BY_SOUND) * log(share) + _BY_SOUND * log(most)
        return self._known[part, first]

    @staticmethod
    def _others(counted: Counter[tuple[str, bool]], what: str, first: bool) -> float:
        """How many others bear it there; some names stand the other way round."""
        return max(0, counted[what, first] - 1, _TURNED * (counted[what, not first] - 1))

    def name(self, name: Called) -> float:
        """The same for all parts of a name together; 0 of none."""
        return sum(self.part(part, i == 0) for i, part in enumerate(name.parts))


def compare(
    cards: Sequence[Card], one: Ints, other: Ints, met: Flags, common: Commonness
) -> Iterator[tuple[int, int, NameEvidence]]:
    """What the names of each pair of positions say, `one[i]` with `other[i]`.

    Where `met` is false only whole names that fit are worth anything; others are left out.
    """
    known = _Texts(cards)
    likely, firsts, seconds = known.best(one, other)
    worth = np.flatnonzero((likely >= SURE_NAME) | met)
    rows = zip(*(column[worth].tolist() for column in (one, other, likely)), strict=True)
    unsure: list[tuple[int, int]] = []
    for (i, j, score), a, b in zip(
        rows, firsts[worth].tolist(), seconds[worth].tolist(), strict=True
    ):
        names = (known.names[a], known.names[b]) if score >= SURE_NAME else None
        if names and not _parent(*names):
            chance = max(map(common.name, names))
            yield i, j, NameEvidence(Fit.SAME, _nats(score, names), chance, names)
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


def _nats(likeness: float, names: tuple[Called, Called]) -> float:
    """What a likeness says, in nats: more if every part fits by rule, less within one script."""
    odds = min(_SUREST, 2 * log(likeness / max(1 - likeness, 1e-9)))
    one_script = is_arabic(names[0].parts[0]) == is_arabic(names[1].parts[0])
    return 0.74 * (6.0 + odds) + (1.8 if _by_rule(*names) else 0.0) - (1.0 if one_script else 0.0)


def _parent(one: Called, other: Called) -> bool:
    """Whether one is the other's father by name: حسين المحميد of كريم حسين المحميد."""
    shorter, longer = sorted((one.parts, other.parts), key=len)
    if len(longer) != len(shorter) + 1 or _one_word(shorter[0], longer[0]):
        return False
    return all(map(_one_word, shorter, longer[1:]))


def _by_rule(one: Called, other: Called) -> bool:
    """Whether each part of the shorter name is one in the other by the rules of spelling."""
    shorter, longer = sorted((one.parts, other.parts), key=len)
    left = list(longer)
    for part in shorter:
        like = next((word for word in left if _one_word(part, word)), None)
        if like is None:
            return False
        left.remove(like)
    return True


_one_word = lru_cache(maxsize=100_000)(same_word)


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
            key=lambda found: (_ORDER[found.fit], found.says),
        )
        for one, other in pairs
    ]


_ORDER = {Fit.APART: 0, Fit.UNKNOWN: 1, Fit.PARTLY: 2, Fit.ONE: 3, Fit.SAME: 4}


def _heads(a: Called, b: Called) -> list[tuple[str, str]]:
    """The words to compare of two names: the first ones, and the first of one with the last."""
    if not (a.parts and b.parts):
        return []
    if len(a.parts) == 1 or len(b.parts) == 1:
        ends = [(x, y) for x in {a.parts[0], a.parts[-1]} for y in {b.parts[0], b.parts[-1]}]
        return sorted(ends)
    return [(a.parts[0], b.parts[0]), (a.parts[0], b.parts[-1]), (a.parts[-1], b.parts[0])]


def _fit(
    a: Called, b: Called, wanted: dict[tuple[str, str], int], likely: Floats, common: Commonness
) -> NameEvidence:
    words = _heads(a, b)
    one = len(a.parts) == 1 or len(b.parts) == 1
    if words and not one:
        first, *turned = (likely[wanted[pair]] for pair in words)
        if min(turned) >= SAME_NAME > first:
            chance = max(map(common.name, (a, b)))
            return NameEvidence(Fit.SAME, _nats(float(min(turned)), (a, b)), chance, (a, b))
        words = words[:1]
    score, word = max(((likely[wanted[pair]], pair) for pair in words), default=(0.0, ("", "")))
    if score >= SAME_NAME:
        chance = max(common.part(part, True) for part in word)
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
