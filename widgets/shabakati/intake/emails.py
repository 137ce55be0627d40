"""E-mail addresses as they are stored, or none."""

from __future__ import annotations

import re

from shabakati.intake.cells import line

_LONGEST = 254  # characters, RFC 5321 section 4.5.3.1.3
_BRACKETS = re.compile(r"<([^<>]*)>\s*$")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*")


def read_email(text: str) -> str:
    """One address, its domain in small letters; "" when the text is no address.

    `mailto:` and a name before `<sara@example.org>` are taken off.
    """
    text = line(text)
    if found := _BRACKETS.search(text[-2 * _LONGEST :]):
        text = found.group(1)
    text = text.strip(" '\"<>;,.").removeprefix("mailto:").removeprefix("MAILTO:")
    if len(text) > _LONGEST or not _ADDRESS.fullmatch(text):
        return ""
    name, _, domain = text.rpartition("@")
    return f"{name}@{domain.lower()}"
