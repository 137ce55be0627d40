"""Keys by which to find the names that are worth comparing: two spellings of one share a key."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, product

from shabakati.people.parts import parts
from shabakati.people.spelling import skeletons

_LONG = 4  # consonants: a part with so many is a key of its own


def keys(name: str) -> frozenset[str]:
    """Keys of a name in either script, of which two spellings of it nearly always share one.

    One for each two parts, of the beginnings of their consonants, whatever their order; one for
    each part with many consonants; one for a part that is the whole name. Empty without letters.
    """
    found = parts(name)
    sides = [_keys(part) for part in found]
    if len(found) == 1:
        return frozenset(f"={key}" for key in sides[0])
    pairs = {
        "+".join(sorted(ends))
        for first, second in combinations(sides, 2)
        for one in first
        for other in second
        for ends in product(_ends(one), _ends(other))
    }
    return frozenset(pairs | {key for side in sides for key in side if len(key) >= _LONG})


@lru_cache(maxsize=100_000)
def _keys(part: str) -> tuple[str, ...]:
    """The consonants of a part, in the ways it can be read."""
    read = skeletons(part)
    for letter, spoken in (("j", "y"), ("w", "v")):  # of Jovan, يوفان; of Weber, فيبر
        if letter in part:
            read |= skeletons(part.replace(letter, spoken))
    return tuple(sorted(read))


def _ends(consonants: str) -> tuple[str, ...]:
    """The first two consonants, and the first with the last: one of them can be spelt otherwise."""
    return consonants[:2], consonants[:1] + "-" + consonants[-1:]
