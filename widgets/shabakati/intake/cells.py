"""Cells as the schema takes them: cleaned, of its length, and what was too long kept aside."""

from __future__ import annotations

import re
import unicodedata

from shabakati.schema import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text

_MORE = "…"
_COMMA = re.compile("[,،]")


def line(value: str) -> str:
    """A cell on one line, without unseen characters."""
    # Most cells are printable: they hold nothing that the schema would remove but spaces.
    if value.isprintable() and "  " not in value:
        return value.strip(" ")
    return clean_line(value)


def shortened(value: str, limit: int = LINE_LIMIT) -> str:
    """Text of at most `limit` characters; where it was longer, it ends with an ellipsis."""
    return value if len(value) <= limit else value[: limit - 1].rstrip() + _MORE


def notes(parts: list[str]) -> str:
    """What did not fit elsewhere, one after the other."""
    return shortened(clean_text("\n\n".join(parts)), TEXT_LIMIT) if parts else ""


def name_key(name: str) -> str:
    """A name as it is compared: without credentials after a comma, case and width."""
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
    bare = _COMMA.split(name, maxsplit=1)[0].strip() or name
    return " ".join(bare.casefold().split())
