"""What the browser says was done on a chart: taken only if it can be true of this chart."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, NamedTuple

from shabakati.vocabulary import Closeness

_RINGS = [*(code.value for code in Closeness), None]


class Click(NamedTuple):
    """A person was pressed."""

    person: int


class Place(NamedTuple):
    """A person was put on a ring; `closeness` is None on that of those not set."""

    person: int
    closeness: str | None


class Link(NamedTuple):
    """Two people were said to know each other."""

    a: int
    b: int


def heard(content: Any, ids: Container[int]) -> Click | Place | Link | None:
    """The deed of a message, or None if it is none, or not about people of the chart.

    Messages are `{kind: "click", id}`, `{kind: "place", id, ring}` with a ring from 0, the
    nearest, to 4, not set, and `{kind: "link", a, b}`.
    """

    def person(key: str) -> int | None:
        value = content.get(key)
        return value if type(value) is int and value in ids else None

    if not isinstance(content, dict):
        return None
    kind = content.get("kind")
    if kind == "link":
        a, b = person("a"), person("b")
        return Link(a, b) if a is not None and b is not None and a != b else None
    found = person("id")
    if found is None:
        return None
    if kind == "click":
        return Click(found)
    ring = content.get("ring")
    if kind == "place" and type(ring) is int and 0 <= ring < len(_RINGS):
        return Place(found, _RINGS[ring])
    return None
