"""The cards of a file: which properties are one person's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from shabakati.intake.vcard.charset import Charset, as_bytes
from shabakati.intake.vcard.lines import read_lines
from shabakati.intake.vcard.property import Property

MOST_PROPERTIES = 2_000  # of one card
_DEEPEST = 5  # cards within cards


@dataclass(eq=False)
class Card:
    """What stands between BEGIN and END, or the next BEGIN where the END is missing."""

    number: int  # the line on which it begins, from 1
    owner: Card | None = None  # the card in which this one stands, as that of an agent
    properties: list[Property] = field(default_factory=list)
    is_too_long: bool = False
    agents: list[str] = field(default_factory=list)  # names of those whose cards stand in this one

    def add(self, property_: Property) -> None:
        """Take a property, unless there are more than any person has."""
        if len(self.properties) < MOST_PROPERTIES:
            self.properties.append(property_)
        else:
            self.is_too_long = True


class Cards:
    """The cards of a file, in the order in which they end."""

    def __init__(self, data: bytes, told: Callable[[int], None]) -> None:
        self._data = as_bytes(data)
        self._told = told
        self.stray = 0  # lines that stand in no card

    def __iter__(self) -> Iterator[Card]:
        charset = Charset(self._data)
        open_: list[Card] = []
        for line in read_lines(self._data, self._told):
            if line is None:
                self.stray += 1
            elif line.name == "BEGIN" and line.value.strip().upper() == b"VCARD":
                if open_ and not (_is_agent(open_[-1]) and len(open_) < _DEEPEST):
                    yield open_.pop()
                open_.append(Card(line.number, open_[-1] if open_ else None))
            elif line.name == "END" and line.value.strip().upper() == b"VCARD":
                if open_:
                    yield open_.pop()
            elif open_:
                property_ = Property(line, charset)
                if line.name == "AGENT" and property_.text.upper().startswith("BEGIN:VCARD"):
                    yield from self._inside(property_, open_[-1])
                else:
                    open_[-1].add(property_)
            else:
                self.stray += 1
        yield from reversed(open_)

    def _inside(self, property_: Property, owner: Card) -> Iterator[Card]:
        """The card that version 3.0 writes as a value, with its lines' ends escaped.

        How deep that can go is bounded: each level doubles the backslashes of the one inside it.
        """
        for card in Cards(property_.text.encode("utf-8", "replace"), lambda _: None):
            card.number, card.owner = property_.number, card.owner or owner
            yield card


def _is_agent(card: Card) -> bool:
    """Whether a card that begins now is that of the agent of this one."""
    if not card.properties:
        return False
    last = card.properties[-1]
    return last.name == "AGENT" and not last.raw.strip()
