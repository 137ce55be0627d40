"""What a reader is told beside the files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

Progress = Callable[[int, int], object]


class Reading(NamedTuple):
    """How files are read."""

    progress: Progress  # called as `progress(done, total)`, in bytes; may raise to stop
    country: str | None = None  # ISO 3166-1: where numbers without a country code are at home
    columns: Mapping[int, str] | None = None  # of a table: what each column is, by its place
