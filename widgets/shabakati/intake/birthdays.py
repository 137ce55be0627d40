"""Birthdays in one spelling, with a year or without."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from shabakati.intake.days import read_days, read_month
from shabakati.intake.phones import western

_LONGEST = 60  # characters of a cell that may be a birthday
_OMITTED = 1604  # the year that Apple writes where there is none
_NEXT_CENTURY = 15  # two digits of a year up to here are of this century: nobody is born later yet
_LEAP = 2000
_NO_YEAR = re.compile(r"-{1,2}(\d{1,2})-?(\d{1,2})(?:T.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_SHORT_YEAR = re.compile(r"(.*[^\d])(\d{2})(?:\s+\d{1,2}:\d{2}.*)?")
_DAY_AND_MONTH = re.compile(r"\d{1,2}[\s.\-/]+[^\W\d_]+\.?|[^\W\d_]+\.?[\s.\-]+\d{1,2}")


def read_birthday(text: str, month_first: bool | None = None) -> str:
    """One birthday: `1990-02-10`, or `--02-10` without a year; "" when it is none for certain.

    Parameters
    ----------
    text : as files write it: ISO, `--0210`, `19900210`, `10.2.1990`, `Feb 10`, `١٠ فبراير ١٩٩٠`.
    month_first : how `2/10/1990` is read; None leaves it open, and it is no birthday for certain.
    """
    return read_birthdays([text], month_first)[text]


def read_birthdays(cells: Iterable[str], month_first: bool | None = None) -> dict[str, str]:
    """The birthday that each distinct cell of a column says, "" where it says none.

    A cell such as `25/12/1990` says of the others as well which number is the day.
    """
    said = {cell: western(cell[:_LONGEST]).strip() for cell in dict.fromkeys(cells)}
    whole = {cell: _without_doubt(text) for cell, text in said.items()}
    open_ = {cell: _century(said[cell]) for cell, found in whole.items() if found is None}
    days = read_days(open_.values(), month_first)
    for cell, text in open_.items():
        day = days[text]
        whole[cell] = day.isoformat() if day else _of_any_year(text)
    return {cell: found or "" for cell, found in whole.items()}


def _without_doubt(text: str) -> str | None:
    """A spelling that only a birthday has; None when it is another."""
    if found := _NO_YEAR.fullmatch(text):
        return _spelt(None, *map(int, found.groups()))
    if found := _COMPACT.fullmatch(text) or _ISO.match(text):
        year, month, day = map(int, found.groups())
        return _spelt(None if year in (0, _OMITTED) else year, month, day)
    return None


def _century(text: str) -> str:
    """The text with a year of two digits made whole."""
    if found := _SHORT_YEAR.fullmatch(text):
        begin, year = found.groups()
        if sum(part.isalnum() for part in re.split(r"[\s./\-,]+", begin) if part) == 2:
            return f"{begin}{'20' if int(year) <= _NEXT_CENTURY else '19'}{year}"
    return text


def _of_any_year(text: str) -> str:
    """A day and the name of a month: `10 Feb`."""
    if not _DAY_AND_MONTH.fullmatch(text):
        return ""
    number, name = re.sub(r"\D", "", text), re.sub(r"[\d.\-/]", " ", text).strip()
    month = read_month(f"{name} {_LEAP}")
    return _spelt(None, month.month, int(number)) if month else ""


def _spelt(year: int | None, month: int, day: int) -> str:
    try:
        date = dt.date(year or _LEAP, month, day)
    except ValueError:
        return ""
    if year is not None and not 1800 <= year <= 2100:  # another calendar's, or a slip
        return ""
    return date.isoformat() if year else f"--{date:%m-%d}"
