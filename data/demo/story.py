"""The story as it was written by hand: the tables of `story/`, nothing computed."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import quote

STORY = Path(__file__).parent / "story"

Rows = list[dict[str, str]]


def read_table(name: str) -> Rows:
    """The rows of one table, every cell as text."""
    with (STORY / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_people() -> dict[str, dict[str, str]]:
    """The people by their key, in the order of the book: the first has id 1."""
    return {row["key"]: row for row in read_table("people")}


def read_connections() -> dict[str, dict[str, str]]:
    """Those of them who are on LinkedIn, by key, newest connection first as LinkedIn has them."""
    rows = sorted(read_table("linkedin"), key=lambda row: row["connected_on"], reverse=True)
    return {row["key"]: row | {"url": _page(row)} for row in rows}


def read_owner() -> dict[str, Any]:
    """The owner: her LinkedIn pages, profile, events, goals and actions."""
    return tomllib.loads((STORY / "owner.toml").read_text(encoding="utf-8"))


def _page(row: dict[str, str]) -> str:
    """The address of a profile; the ending is one that no real page has."""
    return f"https://www.linkedin.com/in/{quote(row['slug'] or row['key'])}-shabakati-demo"
