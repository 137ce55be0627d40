"""One sitting of sorting: who comes next, what is answered, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pandas as pd

from shabakati.people.gathering import in_turn
from shabakati.people.set_aside import put_aside, set_aside, take_up
from shabakati.workbook import Workbook

_KEPT = 200  # ways back; the book keeps as many


class Deed(NamedTuple):
    """What was done to a person: `answer` with its value, `skip` or `remove`."""

    what: str
    person: int
    value: str = ""


class Sitting:
    """People without a value in `column`, one after the other.

    Who is open and who was skipped is read from the book at every turn, so a sitting can be left
    and taken up at any moment, here or in another window. Those skipped are left out until
    `again`. Each deed is one change of the book, and undone as such.
    """

    def __init__(
        self, book: Workbook, column: str, suggestions: Callable[[], pd.DataFrame]
    ) -> None:
        self.book = book
        self.column = column
        self.busy = False  # in the middle of a deed of our own
        self._suggestions = suggestions
        self._question = f"skipped.{column}"
        self._turn: list[int] = []
        self._deeds: list[Deed] = []
        self._last = 0  # how many of the deeds, counted from the end, are the book's last changes

    def open(self) -> set[int]:
        """Ids of all without a value."""
        people = self.book.people
        return set(people.index[people[self.column].isna()].tolist())

    def skipped(self) -> set[int]:
        """Ids of those who were left for later, and are still open."""
        return self.open() & set_aside(self.book, self._question)

    def ahead(self, most: int) -> list[int]:
        """Whose turn it is now, and who follows."""
        left = self.open() - self.skipped()
        self._turn = [id_ for id_ in self._turn if id_ in left]
        if len(self._turn) < len(left):
            first = self._turn[:1]  # who is before the reader stays there
            turn = in_turn(self.book.people, self._suggestions(), self.column)
            self._turn = first + [id_ for id_ in turn if id_ in left and id_ not in first]
        return self._turn[:most]

    def reorder(self) -> None:
        """Something else has changed the book: the next turn is made anew, our deeds are older."""
        self._last = 0
        del self._turn[1:]

    def answer(self, person: int, value: str) -> bool:
        """Say the value of a person who is open; False, and nothing done, if they are not."""
        if person not in self.open():
            return False
        with self._deed(Deed("answer", person, value)):
            self.book.change("people", person, **{self.column: value})
        return True

    def skip(self, person: int) -> bool:
        """Leave a person for later."""
        if person not in self.open() - self.skipped():
            return False
        with self._deed(Deed("skip", person)):
            put_aside(self.book, self._question, [person])
        return True

    def remove(self, person: int) -> bool:
        """Take a person who is open out of the network."""
        if person not in self.open():
            return False
        with self._deed(Deed("remove", person)):
            self.book.remove("people", person)
        return True

    def back(self, person: int | None = None) -> bool:
        """Take back the last deed of ours that still stands; of this person, if one is named."""
        self.book.refresh()  # what another window did is no longer ours to undo
        while self._deeds and not self._stands(self._deeds[-1]):
            self._forget()
        if not self._deeds or person not in (None, self._deeds[-1].person):
            return False
        deed = self._deeds[-1]
        with self._own():
            if self._last > 0:
                self.book.undo()
            elif deed.what == "answer":
                self.book.change("people", deed.person, **{self.column: None})
            elif deed.what == "skip":
                take_up(self.book, self._question, [deed.person])
            else:
                return False  # only undo brings a person back, and it is not this one's turn
        self._forget()
        self._turn.insert(0, deed.person)
        return True

    def again(self) -> None:
        """Let those who were skipped have their turn."""
        take_up(self.book, self._question)

    def _stands(self, deed: Deed) -> bool:
        people = self.book.people
        if deed.what == "remove":
            return deed.person not in people.index
        if deed.person not in people.index:
            return False
        if deed.what == "skip":
            return deed.person in self.skipped()
        return bool(people.at[deed.person, self.column] == deed.value)

    def _forget(self) -> None:
        self._deeds.pop()
        self._last = max(0, self._last - 1)

    @contextmanager
    def _deed(self, deed: Deed) -> Iterator[None]:
        with self._own():
            yield
        self._deeds = [*self._deeds, deed][-_KEPT:]
        self._last = min(self._last + 1, _KEPT)

    @contextmanager
    def _own(self) -> Iterator[None]:
        self.busy = True
        try:
            yield
        finally:
            self.busy = False


def counted(people: pd.DataFrame, column: str) -> dict[str, Any]:
    """How many have a value in a column, and how many there are."""
    return {"sorted": int(people[column].notna().sum()), "total": len(people)}
