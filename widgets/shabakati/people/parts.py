"""The parts of a name by which it is compared with others."""

from __future__ import annotations

import re
from functools import lru_cache

from shabakati.people.letters import normalise
from shabakati.people.tokens import tokens

MOST = 4  # parts that are compared: the first three and the last
_LONGEST = 500  # characters of a text: no name is longer
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
# Son or daughter of, between two parts: left out as often as written.
_CHILD_OF = re.compile(
    r"(?<=\S\s)\s*(?:[إا]?بن|بنت|[bi]+bn|b[ie]n|ibn|bint)\s+(?=\S)", re.IGNORECASE
)
_KUNYA = ("ابو", "abu", "abou")


@lru_cache(maxsize=200_000)
def parts(name: str) -> tuple[str, ...]:
    """At most `MOST` parts of a name, normalised.

    Titles, credentials and what says "son of" are left out, and a kunya (أبو محمد) that stands
    before two parts or more. One letter before a single part is its initial: م. الحربي.
    """
    text = _CHILD_OF.sub(" ", _MARKS.sub("", name[:_LONGEST]))
    found = tokens(text)
    if len(found) > 2 and found[0].startswith(_KUNYA) and len(found[0]) > 5:
        found = found[1:]
    elif len(found) == 1:
        first, _, rest = normalise(text).partition(" ")
        if len(first) == 1 and rest:
            found = (first, *found)
    return found if len(found) <= MOST else (*found[: MOST - 1], found[-1])
