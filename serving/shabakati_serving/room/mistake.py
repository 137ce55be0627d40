"""What is wrong with how a room was asked for."""

from __future__ import annotations

from typing import Any

from shabakati.language import say


class Mistake(Exception):
    """Something that the command was given cannot be; its words say what to do."""

    def __init__(self, kind: str, **values: Any) -> None:
        super().__init__(kind)
        self.kind, self.values = kind, values

    def words(self) -> str:
        """The mistake in the reader's language."""
        return say(f"room.mistake.{self.kind}", **self.values)
