"""The scripts of this room's widgets, each with the few helpers they share put before it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from shabakati.language import say

_HERE = Path(__file__).parent
NAME_LIMIT = 255  # characters of a file's name


@cache
def script(*names: str) -> str:
    """The browser's side of a widget: `dom.js` and the scripts of these names, as one module."""
    return "".join((_HERE / f"{name}.js").read_text("utf-8") for name in ("dom", *names))


def template(key: str, *names: str) -> str:
    """Words whose values the browser fills in: `{name}` stays as it is."""
    return say(key, **{name: f"{{{name}}}" for name in names})


def text_of(content: Any, key: str, limit: int) -> str | None:
    """A text of a browser's message, or None if it is not there, no text, or too long."""
    value = content.get(key) if isinstance(content, dict) else None
    return value if isinstance(value, str) and len(value) <= limit else None


def whole_of(content: Any, key: str) -> int | None:
    """A whole number of a browser's message that is 0 or more, or None."""
    value = content.get(key) if isinstance(content, dict) else None
    whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
    return value if whole else None
