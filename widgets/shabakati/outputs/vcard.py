"""People as vCards, which every phone and every address book takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pandas as pd

from shabakati.outputs.content_lines import escaped, folded, listed
from shabakati.outputs.records import records

Version = Literal["3.0", "4.0"]

# What phones and address books call numbers and addresses, and the types of the standard.
_TYPES = {
    "home": "home",
    "work": "work",
    "mobile": "cell",
    "cell": "cell",
    "fax": "fax",
    "pager": "pager",
    "main": "main",
}
_POINTS = (("phones", "TEL"), ("emails", "EMAIL"))


def vcard(people: pd.DataFrame, version: Version = "4.0") -> bytes:
    """One card a person, as UTF-8.

    Parameters
    ----------
    people : frame of the book, or some of its rows.
    version : "4.0" (RFC 6350), or "3.0" (RFC 2426), which older phones want.

    Source
    ------
    RFC 6350, RFC 2426; labels of one's own as Apple writes them (`item1.X-ABLabel`), which Google
    reads too.
    """
    cards = (_card(row, version) for row in records(people))
    return "".join(folded(line) for card in cards for line in card).encode()


def _card(row: dict[str, Any], version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield f"FN:{escaped(row['name'])}"
    given, _, family = row["name"].rpartition(" ")
    yield f"N:{listed([family, given, '', '', ''] if given else ['', family, '', '', ''], ';')}"
    if row["other_names"]:
        yield f"NICKNAME:{listed(row['other_names'])}"
    if row["organisation"]:
        yield f"ORG:{escaped(row['organisation'])}"
    if row["role"]:
        yield f"TITLE:{escaped(row['role'])}"
    yield from _points(row, version)
    if row["city"]:
        yield f"ADR:;;;{escaped(row['city'])};;;"
    if row["birthday"]:
        yield f"BDAY:{_birthday(row['birthday'], version)}"
    if row["tags"]:
        yield f"CATEGORIES:{listed(row['tags'])}"
    if row["notes"]:
        yield f"NOTE:{escaped(row['notes'])}"
    yield "END:VCARD"


def _points(row: dict[str, Any], version: Version) -> Iterator[str]:
    """Numbers, addresses and pages, each with what it is called."""
    called = {point: label for label, point in map(_split, row["labels"])}
    pages = [page for page in (row["url"], *row["links"]) if page]
    points = [(name, point) for column, name in _POINTS for point in row[column]]
    points += [("URL", page) for page in pages]
    item = 0
    for name, point in points:
        label = called.get(point, "")
        kind = _TYPES.get(label.casefold(), "")
        value = _uri(point) if name == "URL" else escaped(point)
        if label and not kind:
            item += 1
            yield f"item{item}.{name}:{value}"
            yield f"item{item}.X-ABLabel:{escaped(label)}"
        else:
            type_ = kind.upper() if version == "3.0" else kind
            yield f"{name};TYPE={type_}:{value}" if kind else f"{name}:{value}"


def _split(entry: str) -> tuple[str, str]:
    """`work: +966501234567` as its label and its point."""
    label, _, point = entry.rpartition(": ")
    return label, point


def _uri(page: str) -> str:
    """An address on one line; unlike a text, it has no escapes."""
    return "".join(page.split())


def _birthday(day: str, version: Version) -> str:
    if version == "4.0":
        return day.replace("-", "") if not day.startswith("--") else f"--{day[2:].replace('-', '')}"
    return day
