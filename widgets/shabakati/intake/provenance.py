"""What a source said of a person: told apart from what it said before, and from what you typed."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, NamedTuple

import pandas as pd

from shabakati.intake.cells import shortened
from shabakati.schema import LIST_LIMIT, clean_line

_OWN = ("organisation", "role", "source")  # columns of `sources` themselves


class Record(NamedTuple):
    """A row of `sources`, as far as it is compared."""

    id: int
    person: int
    source: str
    key: str
    fingerprints: list[str]
    organisation: str
    role: str
    said: list[str]


def records(sources: pd.DataFrame) -> Iterator[Record]:
    """The rows of `sources`."""
    names = Record._fields[1:]
    cells = (sources[name].tolist() for name in names)
    return map(Record._make, zip(sources.index.tolist(), *cells, strict=True))


def fingerprints(people: pd.DataFrame) -> list[str]:
    """A short mark of each row of an intake: equal for rows that say the same, in any order."""
    columns = []
    for name in people.columns:
        cells = people[name].tolist()
        if name == "met_on":
            cells = [None if cell is None else cell.isoformat() for cell in cells]
        elif people[name].dtype == "object":
            cells = [sorted(cell) if cell else None for cell in cells]
        columns.append(cells)
    return [
        blake2b(repr(row).encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
        for row in zip(*columns, strict=True)
    ]


def said(row: dict[str, Any]) -> list[str]:
    """All that a row of an intake says beside organisation and role, one entry a value."""
    found: list[str] = []
    for name, value in row.items():
        if name in _OWN or value is None or value == "":
            continue
        entries = value if isinstance(value, list) else [value]
        found += [mark(entry) for entry in entries]
    return list(dict.fromkeys(found))[:LIST_LIMIT]


def mark(value: Any) -> str:
    """A value as it stands in `said`: one line, cut where it is longer than a line may be."""
    return shortened(str(clean_line(value if isinstance(value, str) else value.isoformat())))
