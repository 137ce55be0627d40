"""The book as an Excel file: a sheet a table, in the reader's words and direction."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from shabakati.language import direction, say, word
from shabakati.outputs.records import records
from shabakati.schema import ME, TABLES, Column, clean_text, columns
from shabakati.workbook import Workbook

_CELL_LIMIT = 32_767  # characters that Excel holds in a cell
_NAME_LIMIT = 31  # characters of a sheet's name
_WIDTH = (10, 48)  # of a column, in characters
_JOIN = "\n"  # between the entries of a list
_NAMES = {"people": "name", "events": "name", "goals": "text"}  # what a reference is shown as


def excel(book: Workbook) -> bytes:
    """All tables that hold something, one a sheet; people always.

    Codes are shown in words, references as names, lists one entry a line. Dates and numbers are
    typed; every text is written as text, whatever it begins with: Excel computes none of it.
    """
    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "remove_timezone": True,
    }
    with xlsxwriter.Workbook(out, options) as file:
        file.set_properties({"created": dt.datetime(2000, 1, 1)})  # the same book, the same bytes
        looks = {
            "head": file.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "text": file.add_format({"text_wrap": True, "valign": "top"}),
            "date": file.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        }
        names = {table: _names(book, table) for table in _NAMES}
        for table in TABLES:
            frame: pd.DataFrame = getattr(book, table)
            if len(frame) or table == "people":
                sheet = file.add_worksheet(say(f"schema.{table}")[:_NAME_LIMIT])
                _fill(sheet, table, frame, names, looks)
    return out.getvalue()


def _fill(
    sheet: Any,
    table: str,
    frame: pd.DataFrame,
    names: dict[str, dict[int, str]],
    looks: dict[str, Any],
) -> None:
    if direction() == "rtl":
        sheet.right_to_left()
    sheet.freeze_panes(1, 1)
    wanted, rows = columns(table), records(frame)
    for place, column in enumerate(wanted):
        title = say(f"schema.{table}.{column.name}")
        sheet.write_string(0, place, title, looks["head"])
        longest = len(title)
        for line, row in enumerate(rows, 1):
            value = _shown(column, row[column.name], names)
            longest = max(longest, _write(sheet, line, place, value, looks))
        sheet.set_column(place, place, min(max(longest + 2, _WIDTH[0]), _WIDTH[1]))
    sheet.autofilter(0, 0, len(frame), len(wanted) - 1)


def _write(sheet: Any, line: int, place: int, value: Any, looks: dict[str, Any]) -> int:
    """Write one cell by its type; returns how many characters wide it is."""
    if value is None:
        return 0
    if isinstance(value, dt.date):
        sheet.write_datetime(line, place, dt.datetime(*value.timetuple()[:3]), looks["date"])
        return 10
    if isinstance(value, int | float):
        sheet.write_number(line, place, value)
        return len(str(value))
    text = clean_text(value)[:_CELL_LIMIT]
    if text:
        sheet.write_string(line, place, text, looks["text"])
    return max(map(len, text.split("\n")))


def _shown(column: Column, value: Any, names: dict[str, dict[int, str]]) -> Any:
    """A cell as Excel shows it: words for codes, names for references; None where nothing is."""
    if isinstance(value, list):
        return _JOIN.join(str(_shown_one(column, entry, names)) for entry in value)
    return None if value is None else _shown_one(column, value, names)


def _shown_one(column: Column, value: Any, names: dict[str, dict[int, str]]) -> Any:
    if column.reference:
        me = value == ME and column.reference.table == "people"
        return say("outputs.me") if me else names[column.reference.table].get(int(value), "")
    if column.vocabulary:
        return word(column.vocabulary(value))
    return int(value) if column.kind == "integer" else value


def _names(book: Workbook, table: str) -> dict[int, str]:
    found: pd.Series = getattr(book, table)[_NAMES[table]]
    return dict(zip(found.index.tolist(), found.tolist(), strict=True))
