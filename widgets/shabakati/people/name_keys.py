"""Numbers by which cards with names that can be alike are found: narrow, for long lists.

Two names of one person nearly always share the beginnings of the consonants of two of their parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from shabakati.people.cards import Card
from shabakati.people.spelling import is_arabic, skeletons

_BEGINNING = 3  # consonants of a part that count
_MOST_PARTS = 6  # of one card
_ARTICLE = "ال"


class NameKeys:
    """The keys of cards, numbered as they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._of_part: dict[str, tuple[int, ...]] = {}

    def parts(self, card: Card) -> list[tuple[int, ...]]:
        """For each part of a card's names the numbers of its consonants, of which it can have several."""
        known = self._of_part
        found = dict.fromkeys(part for name in card.names for part in name.parts)
        return [known.get(part) or self._part(part) for part in list(found)[:_MOST_PARTS]]

    def _part(self, part: str) -> tuple[int, ...]:
        sounds = set(skeletons(part))
        if is_arabic(part) and part.startswith(_ARTICLE):
            # It may be none: إلياس is no "al-yas".
            sounds |= {f"L{sound}" for sound in sounds}
        starts = sorted({sound[:_BEGINNING] for sound in sounds})
        numbers = tuple(self._numbers.setdefault(start, len(self._numbers)) for start in starts)
        return self._of_part.setdefault(part, numbers)


def two_parts(parts: Sequence[tuple[int, ...]]) -> list[int]:
    """A number for each two parts."""
    return list(
        {
            (one << 20) | other if one < other else (other << 20) | one
            for first, second in combinations(parts, 2)
            for one in first
            for other in second
        }
    )


def part_with(parts: Sequence[tuple[int, ...]], more: Sequence[int]) -> list[int]:
    """A number for each part together with each of the card's other keys."""
    return [(key << 20) | one for part in parts for one in part for key in more] if more else []
