"""Between a row and a form: what a cell looks like as typed text, and back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from shabakati.schema import LIST_LIMIT, TEXT_LIMIT, Column

NAMES = (
    "other_names",
    "past_organisations",
    "schools",
    "links",
    "labels",
)  # may hold commas: one a line only
LTR = ("emails", "phones", "url", "links", "birthday")  # read from the left in any language
_COMMAS = re.compile("[,،;؛\n]")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")


def is_reference(column: Column) -> bool:
    """Whether the column holds ids of another table's rows: one of them, or several."""
    return column.reference is not None


def to_form(column: Column, value: Any, label: Callable[[int], str]) -> Any:
    """A cell as the form shows it: text, a list of codes, or `[{"id": …, "label": …}]`."""
    if column.kind in ("ids", "choices", "lines"):
        entries = list(value) if isinstance(value, (list, tuple)) else []
        if column.kind == "lines":
            return "\n".join(entries)
        if column.kind == "choices":
            return [str(code) for code in entries]
        return [{"id": int(i), "label": label(int(i))} for i in entries]
    missing = value is None or value is pd.NA or (isinstance(value, float) and value != value)
    if is_reference(column):
        return [] if missing else [{"id": int(value), "label": label(int(value))}]
    if missing:
        return ""
    if column.kind == "number":
        return f"{value:g}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def empty(column: Column) -> Any:
    """What the form shows of a cell in which nothing is said."""
    return [] if is_reference(column) or column.kind == "choices" else ""


def clean(column: Column, raw: Any) -> Any:
    """What came from the browser, if it has the shape that the form sends; else as if empty."""
    if is_reference(column) or column.kind == "choices":
        entries = raw[:LIST_LIMIT] if isinstance(raw, list) else []
        if column.kind == "choices":
            allowed = {str(choice) for choice in column.choices}
            return [code for code in entries if isinstance(code, str) and code in allowed]
        return [entry for entry in entries if _is_person(entry)]
    # A little beyond the limit stays, so that the form can say that it is too long.
    return raw[: TEXT_LIMIT * 2] if isinstance(raw, str) else ""


def _is_person(entry: Any) -> bool:
    """Whether an entry is `{"id": a whole number, "label": text}`."""
    return (
        isinstance(entry, dict)
        and set(entry) == {"id", "label"}
        and type(entry["id"]) is int
        and 0 <= entry["id"] < 2**53
        and isinstance(entry["label"], str)
        and len(entry["label"]) <= TEXT_LIMIT
    )


def from_form(column: Column, shown: Any) -> Any:
    """The cell for what a form shows; text that is no number or date stays: the book refuses it."""
    if column.kind == "ids":
        return [entry["id"] for entry in shown]
    if is_reference(column):
        return shown[0]["id"] if shown else None
    if column.kind == "choices":
        return list(shown)
    if column.kind == "lines":
        one_a_line = "\n" in shown.strip() or column.name in NAMES
        return shown.splitlines() if one_a_line else _COMMAS.split(shown)
    text = shown.strip()
    if column.kind in ("line", "text"):
        return shown
    if not text:
        return None
    if column.kind == "choice":
        return next((choice for choice in column.choices if str(choice) == text), text)
    convert: dict[str, Callable[[str], Any]] = {
        "integer": int,
        "number": float,
        "date": dt.date.fromisoformat,
    }
    try:
        return convert[column.kind](text.translate(_DIGITS).replace(",", ""))
    except (ValueError, OverflowError):
        return shown
