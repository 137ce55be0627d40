"""What nobody looks at need not be drawn: it hears what it missed when somebody does again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

Act = Callable[[Any], Any]


class Attention:
    """Whether somebody looks at the widgets that were built in it.

    While nobody does, of several changes of a table each handler is told the last one, later.
    """

    def __init__(self) -> None:
        self.awake = True
        self._missed: dict[tuple[Act, str], Any] = {}

    def hear(self, act: Act, change: Any) -> None:
        """Call `act(change)` now, or when somebody looks."""
        if self.awake:
            act(change)
        else:
            self._missed[act, change.name] = change

    def forget(self, act: Act) -> None:
        """Whoever this is for is gone: tell them nothing any more."""
        self._missed = {key: change for key, change in self._missed.items() if key[0] != act}

    def sleep(self) -> None:
        """Nobody looks."""
        self.awake = False

    def wake(self) -> None:
        """Somebody looks: tell what was missed, in its order."""
        self.awake = True
        while self._missed:
            (act, name) = next(iter(self._missed))
            act(self._missed.pop((act, name)))


_building: ContextVar[Attention | None] = ContextVar("building", default=None)


def attention() -> Attention | None:
    """The one in which something is being built, if any."""
    return _building.get()


@contextmanager
def attended() -> Iterator[Attention]:
    """What is built inside follows the book as long as somebody looks at it."""
    found = Attention()
    token = _building.set(found)
    try:
        yield found
    finally:
        _building.reset(token)
