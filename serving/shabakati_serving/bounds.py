"""How much of anything somebody may have in a while; all times are given, none is looked up."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

_FORGIVEN = 5  # wrong guesses, for a right one from the same place


@dataclass
class Bucket:
    """Holds `size` at most and fills by `rate` a second; what is not in it cannot be taken."""

    size: float
    rate: float
    left: float = field(init=False)
    at: float = field(default=float("-inf"), init=False)

    def __post_init__(self) -> None:
        self.left = self.size

    def take(self, amount: float, now: float) -> bool:
        """Whether as much was in it, and is now taken; `now` in seconds."""
        passed = max(0.0, now - self.at)
        self.left = min(self.size, self.left + passed * self.rate)
        self.at = max(self.at, now)
        if amount > self.left:
            return False
        self.left -= amount
        return True


class Buckets:
    """A bucket for each of many; who was not seen for longest is forgotten when they are too many.

    Forgetting gives a full bucket back, so `most` is far above what a room needs.
    """

    def __init__(self, size: float, rate: float, most: int = 10_000) -> None:
        self.size, self.rate, self.most = size, rate, most
        self._of: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, who: str, amount: float, now: float) -> bool:
        """Whether `who` had as much left."""
        bucket = self._of.setdefault(who, Bucket(self.size, self.rate))
        self._of.move_to_end(who)
        while len(self._of) > self.most:
            self._of.popitem(last=False)
        return bucket.take(amount, now)


class Attempts:
    """Guesses at a secret: a few are free, then each wrong one doubles the wait for the next.

    A guess within the wait is not looked at, right or wrong, and does not lengthen it. What was
    counted is halved for each `calm` seconds without a guess.
    """

    def __init__(
        self, free: int, longest: float = 60, calm: float = 120, most: int = 10_000
    ) -> None:
        self.free, self.longest, self.calm, self.most = free, longest, calm, most
        self._wrong: OrderedDict[str, tuple[float, float]] = OrderedDict()  # how many, when

    def wait(self, who: str, now: float) -> float:
        """Seconds until `who` may guess again; 0 for at once."""
        count, at = self._wrong.get(who, (0.0, now))
        if count < self.free:
            return 0.0
        pause = min(self.longest, 2.0 ** min(count - self.free, 30))
        return max(0.0, at + pause - now)

    def wrong(self, who: str, now: float) -> None:
        """`who` guessed wrong."""
        count, at = self._wrong.get(who, (0.0, now))
        count *= 0.5 ** int(max(0.0, now - at) / self.calm)
        self._wrong[who] = (count + 1, now)
        self._wrong.move_to_end(who)
        while len(self._wrong) > self.most:
            self._wrong.popitem(last=False)

    def right(self, who: str) -> None:
        """`who` knew it: where one does, others may who only mistyped. A few are forgiven."""
        if who in self._wrong:
            count, at = self._wrong[who]
            self._wrong[who] = (max(0.0, count - _FORGIVEN), at)
