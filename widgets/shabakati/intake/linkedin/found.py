"""What the files of one archive say together: people, and what passed between them and you."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from shabakati.intake.address import profile_key
from shabakati.intake.cells import name_key
from shabakati.vocabulary import Direction

Touch = tuple[int, dt.date, str]  # person, day, kind

_BOTH = Direction.BOTH.value  # plain strings: members of an enumeration are slow to look up


@dataclass
class Found:
    """Rows by table, and the ways to find a person again."""

    people: list[dict[str, Any]] = field(default_factory=list)
    touches: dict[Touch, str] = field(default_factory=dict)
    events: dict[tuple[str, dt.date | None], dict[str, Any]] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    _by_key: dict[str, int] = field(default_factory=dict)
    _by_name: dict[str, list[int]] = field(default_factory=dict)
    _by_name_alone: dict[str, list[int]] = field(default_factory=dict)  # whose page is not known
    _asked: dict[tuple[str, str], int | None] = field(default_factory=dict)

    def add_person(self, row: dict[str, Any], key: str) -> None:
        """Take a person; `key` is that of their profile's address, or empty."""
        number = len(self.people)
        self.people.append(row | {"key": key})
        if key:
            self._by_key[key] = number
        name = name_key(row["name"])
        self._by_name.setdefault(name, []).append(number)
        if not row["url"]:
            self._by_name_alone.setdefault(name, []).append(number)

    def has_key(self, key: str) -> bool:
        """Whether a person with this key is there."""
        return key in self._by_key

    def person(self, name: str, url: str = "") -> int | None:
        """Who is meant: by the address, else by a name that only one person bears."""
        asked = (name, url)
        if asked not in self._asked:
            self._asked[asked] = self._look_up(name, profile_key(url))
        return self._asked[asked]

    def _look_up(self, name: str, key: str) -> int | None:
        if key in self._by_key:
            return self._by_key[key]
        # A page that nobody has is somebody else's, unless the namesake's page is not known.
        namesakes = self._by_name_alone if key else self._by_name
        same = namesakes.get(name_key(name), ())
        return same[0] if len(same) == 1 else None

    def unknown(self) -> str:
        """Why somebody was not found: no connection of yours, or no connections were given."""
        return "not_a_connection" if self.people else "no_connections"

    def touch(self, person: int, on: dt.date, kind: str, direction: str) -> None:
        """Note one touch; several of a kind on one day are one, both ways if need be."""
        before = self.touches.setdefault((person, on, kind), direction)
        if before != direction:
            self.touches[person, on, kind] = _BOTH

    def exchanges(self) -> list[dict[str, Any]]:
        """The touches as rows."""
        return [
            {"person": person, "on": on, "kind": kind, "direction": direction}
            for (person, on, kind), direction in self.touches.items()
        ]
