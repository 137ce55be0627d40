"""What the schema says of values that somebody wants to write, in our own errors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from shabakati.errors import InvalidRow, NotThere, Problem
from shabakati.language import say_list, word
from shabakati.schema import TABLES, Column, columns

_KEYS = {
    "missing": "required",
    "string_too_short": "required",
    "string_too_long": "too_long",
    "too_long": "too_many",
    "enum": "choice",
    "literal_error": "choice",
    "string_type": "text",
    "extra_forbidden": "unknown_column",
    "string_pattern_mismatch": "birthday",  # the one column that has a pattern
}
_SHOWN = 80  # characters of a refused value that an error repeats
_TOLD = 12  # choices that an error names


def check_table(table: str) -> None:
    """Raise `NotThere` unless the schema has the table."""
    if table not in TABLES:
        raise NotThere("no_table", got=str(table), allowed=", ".join(TABLES))


def accepted(table: str, values: dict[str, Any]) -> dict[str, Any]:
    """A whole row as the schema has it, defaults filled in; raises `InvalidRow`."""
    try:
        row = TABLES[table].model_validate(values)
    except ValidationError as error:
        raise InvalidRow(table, _problems(table, error.errors())) from error
    found = row.model_dump()
    if table == "ties":
        found["a"], found["b"] = sorted((found["a"], found["b"]))
        if found["a"] == found["b"]:
            raise InvalidRow(table, [Problem("b", "same_person")])
    return found


def accepted_part(table: str, values: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """The given values as the schema has them, beside the row that they change."""
    whole = accepted(table, row | values)
    # A tie's ends may have changed places.
    wanted = {"a", "b", *values} if table == "ties" and {"a", "b"} & values.keys() else values
    return {name: whole[name] for name in wanted}


def referenced(table: str, rows: Iterable[dict[str, Any]]) -> dict[tuple[str, str], set[int]]:
    """The ids that rows point to, by (column, table pointed to)."""
    found: dict[tuple[str, str], set[int]] = {}
    pointing = [column for column in columns(table) if column.reference]
    for row in rows if pointing else ():
        for column in pointing:
            value = row.get(column.name)
            if value and column.reference:
                ids = value if isinstance(value, list) else [value]
                found.setdefault((column.name, column.reference.table), set()).update(ids)
    return found


def _problems(table: str, errors: list[ErrorDetails]) -> list[Problem]:
    """One problem a column, the first that pydantic found."""
    found: dict[str, Problem] = {}
    known = {column.name: column for column in columns(table)}
    for error in errors:
        name = str(error["loc"][0]) if error["loc"] else ""
        found.setdefault(name, _problem(name, known.get(name), error))
    return list(found.values())


def _problem(name: str, column: Column | None, error: ErrorDetails) -> Problem:
    kind, context = error["type"], error.get("ctx", {})
    key = _KEYS.get(kind, "other")
    if kind.startswith(("date_", "date")):
        key = "date"
    elif kind.startswith(("int_", "float_", "finite_")):
        key = "number"
    elif kind.startswith(("greater_than", "less_than")):
        key = "range"
    values: dict[str, Any] = {}
    if key in ("too_long", "too_many"):
        values["limit"] = context["max_length"]
    elif key == "choice":
        values["got"] = str(error["input"])[:_SHOWN]
        values["allowed"] = say_list(_choices(column), "or")
    elif key == "range":
        sign = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
        values["allowed"] = " ".join(f"{sign[k]} {v}" for k, v in context.items() if k in sign)
    return Problem(name, key, values)


def _choices(column: Column | None) -> list[str]:
    """The choices in the reader's words; codes where there are no words (5, 15, 60)."""
    if column is None:
        return []
    told = [word(c) if column.vocabulary else str(c) for c in column.choices[:_TOLD]]
    return [*told, "…"] if len(column.choices) > _TOLD else told
