"""What a cell may hold: lines, texts, lists and references, each cleaned before it is checked."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, StringConstraints

LINE_LIMIT = 1_000  # characters
TEXT_LIMIT = 20_000  # characters
LIST_LIMIT = 200  # entries of one cell
ME = 0  # stands for you where a person's id is expected: "I introduced myself"

# Controls (but tab and newline), bidi overrides and isolates, and lone surrogates:
# no name needs them, and they can hide or turn around what stands after them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def clean_text(value: Any) -> Any:
    """Text without unseen characters and with one kind of line break; anything else as it came."""
    if not isinstance(value, str):
        return value
    return _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n")).strip()


def clean_line(value: Any) -> Any:
    """Text on one line: runs of white space become one space; anything else as it came."""
    return " ".join(clean_text(value).split()) if isinstance(value, str) else value


def _split_lines(value: Any) -> Any:
    """A list of lines from a list, or from text with one entry a line; empty ones go."""
    entries = value.splitlines() if isinstance(value, str) else value
    if not isinstance(entries, (list, tuple)):
        return value
    lines = (clean_line(entry) for entry in entries)
    return list(dict.fromkeys(line for line in lines if line != ""))


class Reference(NamedTuple):
    """The column holds ids of `table`; `on_remove` is what happens when such a row goes."""

    table: str
    on_remove: Literal["cascade", "unset"]


Line = Annotated[str, StringConstraints(max_length=LINE_LIMIT), BeforeValidator(clean_line)]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=LINE_LIMIT), BeforeValidator(clean_line)
]
Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), BeforeValidator(clean_text)]
SomeText = Annotated[
    str, StringConstraints(min_length=1, max_length=TEXT_LIMIT), BeforeValidator(clean_text)
]
Birthday = Annotated[
    str,
    StringConstraints(max_length=10, pattern=r"^(([0-9]{4}|-)-[0-9]{2}-[0-9]{2})?$"),
    BeforeValidator(clean_line),
]
Lines = Annotated[list[Line], Field(max_length=LIST_LIMIT), BeforeValidator(_split_lines)]
PersonId = Annotated[int, Field(ge=1), Reference("people", "cascade")]
MaybePerson = Annotated[Annotated[int, Field(ge=ME)] | None, Reference("people", "unset")]
MaybeEvent = Annotated[Annotated[int, Field(ge=1)] | None, Reference("events", "unset")]
MaybeGoal = Annotated[Annotated[int, Field(ge=1)] | None, Reference("goals", "unset")]
PeopleIds = Annotated[list[Annotated[int, Field(ge=1)]], Reference("people", "unset")]
