"""Lines of a vCard: escaped, so that no text begins a line of its own, and folded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shabakati.schema import clean_text

_FOLD = 75  # bytes of a line without its end; RFC 6350, section 3.2
_SPECIAL = re.compile(r"([\\,;])")


def escaped(text: str) -> str:
    """A text as one value: RFC 6350, section 3.4."""
    return _SPECIAL.sub(r"\\\1", clean_text(text)).replace("\n", "\\n").replace("\t", " ")


def listed(texts: Iterable[str], sign: str = ",") -> str:
    """Several texts as one value."""
    return sign.join(map(escaped, texts))


def folded(line: str) -> str:
    """A line with its end, broken between characters where the standard wants it shorter."""
    parts, size = [""], 0
    for char in line:
        bytes_ = len(char.encode())
        if size + bytes_ > _FOLD:
            parts.append(" ")
            size = 1
        parts[-1] += char
        size += bytes_
    return "\r\n".join(parts) + "\r\n"
