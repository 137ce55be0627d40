"""What the cards of all files say together: people, groups that are tags, and who knows whom."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from shabakati.intake.cells import line, name_key, notes, shortened
from shabakati.intake.vcard.cards import Card
from shabakati.intake.vcard.person import Person, read_person, uid
from shabakati.schema import LIST_LIMIT

_SHOWN = 300  # characters of a card that is left out


@dataclass
class Found:
    """Rows of people, and what must wait until every card is read."""

    country: str | None
    rows: list[dict[str, Any]] = field(default_factory=list)
    left_out: list[tuple[str, int, str, str]] = field(default_factory=list)
    skipped: Counter[tuple[str, str]] = field(default_factory=Counter)  # by file and what
    _by_key: dict[str, int] = field(default_factory=dict)
    _taken: set[bytes] = field(default_factory=set)  # digests of rows
    _waiting: dict[int, Person] = field(default_factory=dict)  # relations, by row
    _groups: list[tuple[str, list[str]]] = field(default_factory=list)  # name, keys of members

    def take(self, file: str, card: Card) -> None:
        """Take the person of a card, or leave it out for a reason."""
        person = read_person(card, self.country)
        for what, count in person.skipped.items():
            self.skipped[file, what] += count
        contact = person.contact
        person.related += [("agent", name) for name in card.agents]
        for label, name in person.related:
            if not _is_uid(name):
                contact.note(name, label)
        row = contact.row()
        if card.owner and contact.name:
            card.owner.agents.append(contact.name)
        said = _digest(row)
        if person.is_group:
            self._groups.append((contact.name, person.members))
            self._leave(file, card, "group", row)
        elif card.is_too_long:
            self._leave(file, card, "too_long", row)
        elif not contact.name:
            self._leave(file, card, "card_without_name", row)
        elif said in self._taken:
            self._leave(file, card, "repeated", row)
        else:
            self._taken.add(said)
            number = len(self.rows)
            if row["key"] in self._by_key:
                row["key"] = ""  # one card keeps it: it tells people apart
            elif row["key"]:
                self._by_key[row["key"]] = number
            if person.related:
                self._waiting[number] = person
            self.rows.append(row)

    def tag_members(self) -> None:
        """The name of a group becomes a tag of its members."""
        for name, keys in self._groups:
            for key in keys:
                number = self._by_key.get(key)
                if name and number is not None:
                    tags = self.rows[number].get("tags", [])
                    self.rows[number]["tags"] = list(dict.fromkeys([*tags, name]))[:LIST_LIMIT]

    def ties(self) -> list[dict[str, int]]:
        """Who is named as somebody's relative or manager, where one card alone bears that name."""
        by_name: dict[str, list[int]] = {}
        for number, row in enumerate(self.rows):
            by_name.setdefault(name_key(row["name"]), []).append(number)
        pairs: dict[tuple[int, int], None] = {}
        for number, person in self._waiting.items():
            for label, name in person.related:
                namesakes = by_name.get(name_key(line(name)), [])
                other = self._by_key.get(uid(name), namesakes[0] if len(namesakes) == 1 else number)
                if other != number:
                    pairs[min(number, other), max(number, other)] = None
                    if _is_uid(name):  # only now is it known whose that is
                        told = f"{label}: {self.rows[other]['name']}"
                        row = self.rows[number]
                        row["notes"] = notes(list(filter(None, [row["notes"], told])))
        return [{"a": a, "b": b} for a, b in pairs]

    def _leave(self, file: str, card: Card, reason: str, row: dict[str, Any]) -> None:
        told = [row.get("name", ""), *row.get("phones", ()), *row.get("emails", ()), row["notes"]]
        text = shortened(line(", ".join(filter(None, told))), _SHOWN)
        self.left_out.append((file, card.number, f"intake.left_out.{reason}", text))


def _is_uid(name: str) -> bool:
    return name.lower().startswith("urn:")


def _digest(row: dict[str, Any]) -> bytes:
    """What a row says, short; its key and the way it was repaired say nothing of the person."""
    said = [(name, value) for name, value in row.items() if name != "key"]
    return hashlib.blake2b(repr(said).encode("utf-8", "replace"), digest_size=16).digest()
