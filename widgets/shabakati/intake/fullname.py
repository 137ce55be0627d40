"""A whole name from its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shabakati.intake.cells import line

_SIGNS = re.compile("[,،.]")


def whole_name(parts: Iterable[str], suffix: str = "") -> str:
    """The parts that say something, one after the other; a suffix (`PhD`) after a comma."""
    name = " ".join(part for part in map(line, parts) if part)
    suffix = line(suffix)
    return f"{name}, {suffix}" if name and suffix else name or suffix


def says_more(name: str, than: str) -> bool:
    """Whether a name has a word that another has not: `Ali, Sara` says no more than `Sara Ali`."""
    return not _words(name) <= _words(than)


def _words(name: str) -> set[str]:
    return set(_SIGNS.sub(" ", name.casefold()).split())
