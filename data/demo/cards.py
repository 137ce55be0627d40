"""The phone's contacts of the demo: one file, cards of vCard 2.1, 3.0 and 4.0 mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from story import read_table

FOLD = 75  # bytes of a line, RFC 6350 section 3.2
QUOTED = 72  # characters of a quoted-printable line


def make_cards() -> bytes:
    """All cards, in the order of the phone."""
    lines = []
    for row in read_table("phone"):
        lines += ["BEGIN:VCARD", f"VERSION:{row['version']}", *_WRITERS[row["version"]](row)]
        lines.append("END:VCARD")
    return "".join(f"{line}\r\n" for line in lines).encode()


def _old(row: dict[str, str]) -> Iterator[str]:
    """Version 2.1 as phones write it: the whole name in the slot of the given name."""
    yield _quoted("N", "", row["name"], "", "", "")
    yield _quoted("FN", row["name"])
    yield f"TEL;CELL:{row['phone']}"
    for name, column in (("ORG", "organisation"), ("TITLE", "role"), ("NOTE", "note")):
        if row[column]:
            yield _quoted(name, row[column])


def _usual(row: dict[str, str]) -> Iterator[str]:
    """Version 3.0: family name and given names apart."""
    given, _, family = row["name"].rpartition(" ")
    yield from _folded(f"N:{_plain(family)};{_plain(given)};;;")
    yield from _folded(f"FN:{_plain(row['name'])}")
    yield f"TEL;TYPE=CELL:{row['phone']}"
    if row["email"]:
        yield f"item1.EMAIL;TYPE=INTERNET:{row['email']}"
        yield "item1.X-ABLabel:_$!<Work>!$_"
    yield from _told(row)


def _new(row: dict[str, str]) -> Iterator[str]:
    """Version 4.0: the number as an address."""
    yield from _folded(f"FN:{_plain(row['name'])}")
    yield f"TEL;VALUE=uri;TYPE=cell:tel:{row['phone']}"
    if row["email"]:
        yield f"EMAIL:{row['email']}"
    yield from _told(row)


_WRITERS = {"2.1": _old, "3.0": _usual, "4.0": _new}


def _told(row: dict[str, str]) -> Iterator[str]:
    for name, column in (("ORG", "organisation"), ("TITLE", "role"), ("NOTE", "note")):
        if row[column]:
            yield from _folded(f"{name}:{_plain(row[column])}")


def _plain(value: str) -> str:
    return value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _folded(line: str) -> Iterator[str]:
    """A line, folded between characters where it is longer than the standard allows."""
    part, size = "", 0
    for char in line:
        if size + len(char.encode()) > FOLD:
            yield part
            part, size = " ", 1
        part, size = part + char, size + len(char.encode())
    yield part


def _quoted(name: str, *parts: str) -> str:
    """A property in quoted-printable; its soft breaks may part the bytes of one character."""
    value = ";".join("".join(f"={byte:02X}" for byte in part.encode()) for part in parts)
    lines = [f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"]
    for token in re.findall("=..|.", value):
        if len(lines[-1] + token) > QUOTED:
            lines.append("")
        lines[-1] += token
    return "=\r\n".join(lines)
