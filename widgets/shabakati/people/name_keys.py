"""Numbers by which cards are found whose names can be alike: narrow ones, for long lists.

Two names of one person nearly always have the first consonants of the given name and of another
part in common, whatever the script. A letter that is written in several ways gives a key for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product

from shabakati.people.cards import Card
from shabakati.people.spelling import bare, is_arabic


def _ways(signs: str) -> dict[str, str]:
    return dict(sign.split("=") for sign in signs.split())


_BEGINNING = 3  # consonants of a part that count
_MOST_PARTS = 6  # of one name
_MOST_WAYS = 8  # keys of one part
_LONGEST = 12  # consonants of a part that are looked at
_BITS = 20  # of a number of one part: more than there are beginnings
# The ways to hear a letter, one sign each; "-" for none. ج and غ are both a g.
_ARABIC = _ways(
    "ب=b ت=t تش=sk ث=ts ج=g خ=k د=d ذ=dzt ر=r ز=z س=s ش=s ص=s ض=dz ط=t ظ=zdt غ=g "
    "ف=f ق=kg ك=k ل=l م=m ن=n"
)
_LATIN = _ways(
    "sch=s tch=sk sh=s ch=sk kh=k gh=g dj=g dg=g ck=k ce=s ci=s cy=s th=ts dh=dz ph=f x=k b=b p=b "
    "f=f v=f- t=t d=d s=s z=z c=k g=g k=k q=kg j=g l=l m=m n=n r=r"
)
_SIGNS = re.compile("|".join(sorted({**_LATIN, **_ARABIC}, key=len, reverse=True)))
_INSIDE = re.compile(
    "(?<=^abd)[aeiou]l(?=..)|(?<=^عبد)ال(?=..)|(?<=..)(?:ال|[aeu]l)(?=دين$|d[ie]+n$)"
)
_REPEATED = re.compile(r"(.)\1+")


class NameKeys:
    """The keys of cards, numbered as they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._of_part: dict[str, tuple[int, ...]] = {}

    def of(self, card: Card) -> list[int]:
        """A number for the first part of each name with each of the others, in either order."""
        known = self._of_part
        found: set[int] = set()
        for name in card.names:
            first, *others = [known.get(p) or self._part(p) for p in name.parts[:_MOST_PARTS]] or [
                ()
            ]
            for one, other in product(first, (key for keys in others for key in keys)):
                found.add((one << _BITS) | other if one < other else (other << _BITS) | one)
        return list(found)

    def _part(self, part: str) -> tuple[int, ...]:
        starts = sorted({sounds[:_BEGINNING] for sounds in consonants(part)})
        numbers = tuple(self._numbers.setdefault(start, len(self._numbers)) for start in starts)
        return self._of_part.setdefault(part, numbers)


@lru_cache(maxsize=50_000)
def consonants(part: str) -> frozenset[str]:
    """The consonants of a part of a name, in each way in which they can be written.

    With and without what looks like an article, for it can be none: إلياس, Elias.
    """
    found: set[str] = set()
    for form in {part, bare(part)}:
        plain = _INSIDE.sub("", form)
        heard = _ARABIC if is_arabic(plain) else _LATIN
        ways = [heard[sign] for sign in _SIGNS.findall(plain)[:_LONGEST] if sign in heard]
        for way in islice(product(*ways), _MOST_WAYS):
            found.add(_REPEATED.sub(r"\1", "".join(way).replace("-", "")))
    return frozenset(found)


def two_with(two: Sequence[int], more: Sequence[int]) -> list[int]:
    """A number for each two parts together with each of the card's other keys."""
    return [hash((one, key)) for one in two for key in more] if more else []
