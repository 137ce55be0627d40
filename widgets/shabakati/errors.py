"""What can go wrong, as few classes.

An error carries a key and values; its words are chosen where it is shown, in the reader's
language, and end with what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from shabakati.language import say


class ShabakatiError(Exception):
    """Something a person can do something about."""

    def __init__(self, key: str, **values: Any) -> None:
        self.key = key
        self.values = values
        super().__init__(key)

    def __str__(self) -> str:
        return say(f"errors.{self.key}", **self.values)


class Problem(NamedTuple):
    """One value that was not accepted: its column, what is wrong with it, and the numbers."""

    column: str
    key: str
    values: Mapping[str, Any] = MappingProxyType({})

    def __str__(self) -> str:
        return say(f"errors.value.{self.key}", **self.values)


class InvalidRow(ShabakatiError, ValueError):
    """A row with values that the schema does not allow; carries every problem at once."""

    def __init__(self, table: str, problems: list[Problem]) -> None:
        self.table = table
        self.problems = problems
        super().__init__("invalid_row")

    def __str__(self) -> str:
        told = (f"{say(f'schema.{self.table}.{p.column}')}: {p}" for p in self.problems)
        return "\n".join([say("errors.invalid_row"), *told])


class NotThere(ShabakatiError, LookupError):
    """A table, a column or a row that does not exist."""


class BookFileError(ShabakatiError):
    """A workbook file that cannot be opened or written: newer, foreign, damaged, read-only."""


class SourceError(ShabakatiError, ValueError):
    """A file of contacts that cannot be read."""


class Cancelled(ShabakatiError):
    """Long work that the person stopped."""
