"""The columns of the tables, read from their models: what is stored, drawn and asked for."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from shabakati.schema.cells import TEXT_LIMIT, Reference
from shabakati.schema.tables import TABLES

Kind = Literal["line", "text", "lines", "choice", "choices", "integer", "number", "date", "ids"]


class Column(NamedTuple):
    """What is known of a column: enough to store it, draw it and ask for it."""

    name: str
    kind: Kind
    required: bool
    default: Any
    choices: tuple[Any, ...] = ()
    vocabulary: type[StrEnum] | None = None
    reference: Reference | None = None
    limit: int | None = None  # characters


def _parts(hint: Any) -> tuple[list[Any], list[Any]]:
    """The plain types inside a hint, and the metadata around them."""
    if get_origin(hint) is Annotated:
        inner, *metadata = get_args(hint)
        types, deeper = _parts(inner)
        return types, deeper + metadata
    if get_origin(hint) in (Union, UnionType):
        found = [_parts(arm) for arm in get_args(hint) if arm is not type(None)]
        return [k for kinds, _ in found for k in kinds], [m for _, meta in found for m in meta]
    return [hint], []


def _kind(hint: Any, limit: int | None) -> tuple[Kind, tuple[Any, ...], type[StrEnum] | None]:
    """The kind, choices and vocabulary of a plain type."""
    if get_origin(hint) is Literal:
        return "choice", get_args(hint), None
    if get_origin(hint) is list:
        inner = _parts(get_args(hint)[0])[0][0]
        if inner is int:
            return "ids", (), None
        if issubclass(inner, StrEnum):
            return "choices", tuple(inner), inner
        return "lines", (), None
    if issubclass(hint, StrEnum):
        return "choice", tuple(hint), hint
    if hint is str:
        return ("text" if limit == TEXT_LIMIT else "line"), (), None
    kinds: dict[type, Kind] = {int: "integer", float: "number", dt.date: "date"}
    return kinds[hint], (), None


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table beside `id`, in their order."""
    found = []
    for name, field in TABLES[table].model_fields.items():
        (hint, *_), metadata = _parts(field.annotation)
        metadata += field.metadata
        lengths = [m.max_length for m in metadata if getattr(m, "max_length", None)]
        kind, choices, words = _kind(hint, lengths[0] if lengths else None)
        found.append(
            Column(
                name=name,
                kind=kind,
                required=field.is_required(),
                default=None if field.is_required() else field.default,
                choices=choices,
                vocabulary=words,
                reference=next((m for m in metadata if isinstance(m, Reference)), None),
                limit=lengths[0] if lengths and kind in ("line", "text") else None,
            )
        )
    return tuple(found)


def column(table: str, name: str) -> Column:
    """One column of a table."""
    return next(c for c in columns(table) if c.name == name)
