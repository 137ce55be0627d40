"""Who waits before a full room: first come, first served."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Waiting:
    """Somebody in the line."""

    address: str
    seen: float  # when they last asked


class Line:
    """People in the order in which they came; each asks again and again whether it is their turn.

    Who has not asked for `present` seconds is passed over, and takes their place again when they
    ask; who has not for `kept` seconds has left. At most `most` stand in it.
    """

    def __init__(self, most: int, present: float = 70, kept: float = 600) -> None:
        self.most, self.present, self.kept = most, present, kept
        self._waiting: dict[str, Waiting] = {}

    def ask(self, visitor: str, address: str, now: float) -> int:
        """The visitor's place from 1, which they take if they had none; 0 if the line is full."""
        self._forget(now)
        if visitor not in self._waiting and len(self._waiting) >= self.most:
            return 0
        mine = self._waiting.setdefault(visitor, Waiting(address, now))
        mine.seen = now
        return 1 + self.ahead(visitor, now)

    def ahead(self, visitor: str, now: float) -> int:
        """How many are before the visitor, all of them if the visitor does not stand in line."""
        count = 0
        for other, waiting in self._waiting.items():
            if other == visitor:
                break
            count += now - waiting.seen <= self.present
        return count

    def leave(self, visitor: str) -> None:
        """The visitor's turn has come."""
        self._waiting.pop(visitor, None)

    def from_address(self, address: str) -> int:
        """How many wait who come from one address."""
        return sum(waiting.address == address for waiting in self._waiting.values())

    def __contains__(self, visitor: str) -> bool:
        return visitor in self._waiting

    def __len__(self) -> int:
        return len(self._waiting)

    def _forget(self, now: float) -> None:
        gone = [who for who, one in self._waiting.items() if now - one.seen > self.kept]
        for who in gone:
            del self._waiting[who]
