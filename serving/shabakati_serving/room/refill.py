"""When another kernel is made to stand ready: seldom while people come, and never too many."""

from __future__ import annotations

from dataclasses import dataclass

_REST = 1.0  # times as long as the last one took, while people come
_LULL = 10.0  # seconds without anybody new, after which it is calm


@dataclass
class Refill:
    """Decides from what it is told; times are seconds of any one clock.

    `ready` kernels should stand, but never more in all than `seats`. One at a time is made, and
    none while somebody waits: whoever waits is given the processor, and a kernel of their own.
    """

    ready: int
    seats: int
    came: float = float("-inf")
    made: float = float("-inf")
    took: float = 0.0

    def arrived(self, now: float) -> None:
        """Somebody has come."""
        self.came = now

    def finished(self, begun: float, now: float) -> None:
        """A kernel was made."""
        self.made, self.took = now, now - begun

    def pause(self, standing: int, taken: int, waiting: int, now: float) -> float | None:
        """Seconds until another is made, 0 for at once; None where none is wanted.

        standing, taken : kernels that stand ready, and that people have.
        waiting : people for whom none stood ready.
        """
        if standing >= min(self.ready, self.seats - taken):
            return None
        if waiting:
            return max(self.took, 0.05)
        if standing == 0 or now - self.came >= _LULL:
            return 0.0
        return max(0.0, self.made + _REST * self.took - now)
