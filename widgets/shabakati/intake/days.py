"""Dates as exports write them, in the months' names of several languages."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from babel.dates import get_month_names

_LANGUAGES = ("en", "de", "fr", "es", "ar_001", "ar_SY", "ar_MA")
_YEARS = range(1900, 2101)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s.\-/]+([^\W\d_]+)[\s.,\-/]+(\d{4}|\d{2})(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)[\s.]+(\d{1,2}),?\s+(\d{4})(?!\d)")
_MONTH = re.compile(r"([^\W\d_]+)[\s.\-]+(\d{4}|\d{2})(?!\d)")
_LONGEST = 60  # characters of a cell that may be a date


def read_days(cells: Iterable[str], month_first: bool | None = None) -> dict[str, dt.date | None]:
    """The day that each distinct cell of a column says, None where it says none for certain.

    Parameters
    ----------
    month_first : how `1/2/26` is read when no cell of the column tells (`1/29/26` does);
        None leaves it open.
    """
    found: dict[str, dt.date | None] = dict.fromkeys(cells)
    pairs = [match.groups() for cell in found if (match := _NUMBERS.match(cell.lstrip()))]
    day_shown = any(int(first) > 12 for first, _, _ in pairs)
    month_shown = any(int(second) > 12 for _, second, _ in pairs)
    if day_shown != month_shown:
        month_first = month_shown
    said: dict[str, dt.date | None] = {}
    for cell in found:
        text = cell[:10] if cell[4:5] == "-" == cell[7:8] else cell  # its time makes no other day
        if text not in said:
            said[text] = _day(_short(text), month_first)
        found[cell] = said[text]
    return found


def read_month(cell: str) -> dt.date | None:
    """The first day of the month, or of the year, that a cell says: `Jan 2024`, `2024`."""
    text = _short(cell)
    day = _day(text, None)
    if day:
        return day
    found = _MONTH.fullmatch(text)
    if found:
        return _date(found.group(2), _months().get(_bare(found.group(1)), 0), 1)
    return _date(text, 1, 1) if re.fullmatch(r"[0-9]{4}", text) else None


def _day(text: str, month_first: bool | None) -> dt.date | None:
    if found := _ISO.match(text):
        return _date(found.group(1), int(found.group(2)), int(found.group(3)))
    if found := _DAY_FIRST.match(text):
        return _date(found.group(3), _months().get(_bare(found.group(2)), 0), int(found.group(1)))
    if found := _MONTH_FIRST.match(text):
        return _date(found.group(3), _months().get(_bare(found.group(1)), 0), int(found.group(2)))
    if found := _NUMBERS.match(text):
        first, second = int(found.group(1)), int(found.group(2))
        if month_first is None and first != second:
            return None
        month, day = (first, second) if month_first else (second, first)
        return _date(found.group(3), month, day)
    return None


def _date(year: str, month: int, day: int) -> dt.date | None:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 69 else 1900  # as POSIX reads two digits
    try:
        return dt.date(number, month, day) if number in _YEARS else None
    except ValueError:
        return None


def _short(cell: str) -> str:
    return cell[:_LONGEST].strip()


def _bare(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().rstrip(".")


@cache
def _months() -> dict[str, int]:
    """The number of each month by its names."""
    found: dict[str, int] = {"sep": 9, "sept": 9, "mrz": 3}
    for language in _LANGUAGES:
        for width in ("abbreviated", "wide"):
            for number, name in get_month_names(width, locale=language).items():
                found.setdefault(_bare(name), number)
    return found
