"""What passes between a page and its kernel, counted, so that a cut connection loses none of it.

Each side counts the frames that have come, and says so when a connection opens anew; the other
then sends what is missing. Without it, what was written into a connection that had gone but whose
end had not been noticed yet would be lost: a click that never arrives, an answer never shown.
"""

from __future__ import annotations

from collections import deque

Frame = bytes | str
MOST = 1024 * 1024  # bytes kept for a page that has not said that it has them


class Frames:
    """The frames of one page's session: how many came from it, and what it may not have yet."""

    def __init__(self, most: int = MOST) -> None:
        self.got = 0  # frames that came from the page
        self._most = most
        self._kept: deque[Frame] = deque()
        self._size = 0
        self._dropped = 0  # frames sent and no longer kept, which are always the first ones

    def keep(self, frame: Frame) -> None:
        """Remember a frame that is sent; the oldest are let go of when there are too many."""
        self._kept.append(frame)
        self._size += len(frame)
        while self._size > self._most:
            self._drop()

    def seen(self, count: int) -> None:
        """Let go of the first `count` frames of the session: the page has them."""
        while self._kept and self._dropped < count:
            self._drop()

    def after(self, count: int) -> list[Frame] | None:
        """What follows the first `count` frames; None if not all of that is still kept."""
        if not self._dropped <= count <= self._dropped + len(self._kept):
            return None
        return list(self._kept)[count - self._dropped :]

    def _drop(self) -> None:
        self._size -= len(self._kept.popleft())
        self._dropped += 1
