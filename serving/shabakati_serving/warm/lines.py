"""Messages between the server and the nursery: one object of JSON a line."""

from __future__ import annotations

import json
from typing import Any


def line(message: dict[str, Any]) -> bytes:
    """A message as it travels."""
    return json.dumps(message).encode() + b"\n"


def split(heard: bytes) -> tuple[list[dict[str, Any]], bytes]:
    """The messages that are whole, and what is left of the next one."""
    *whole, rest = heard.split(b"\n")
    return [json.loads(one) for one in whole if one], rest
