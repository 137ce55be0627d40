"""Postal addresses of cards: the city, and all of it on one line."""

from __future__ import annotations

_CITY = 3  # place among the parts, RFC 6350 section 6.3.1
_IN_READING_ORDER = (2, 1, 0, 3, 4, 5, 6)  # street, more of it, box, city, region, code, country


def read_address(parts: list[str]) -> tuple[str, str]:
    """The city, or "", and the whole address; a text without parts is an address without a city."""
    lines = [" ".join(part.split()) for part in parts]
    if len(lines) <= _CITY:
        return "", ", ".join(filter(None, lines))
    places = (*_IN_READING_ORDER, *range(len(_IN_READING_ORDER), len(lines)))
    told = [lines[place] for place in places if place < len(lines)]
    return lines[_CITY], ", ".join(filter(None, told))
