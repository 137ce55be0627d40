"""Birthdays as cards write them, with or without their year."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_LEAP = 2000  # a year that has every day
_NO_YEAR = frozenset(("0000", "1604"))  # what Apple writes for a year that is not known
_FULL = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?:[T ].*)?")
_SHORT = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_YEARLESS = re.compile(r"--(\d\d)-?(\d\d)(?:T.*)?")


def read_birthday(text: str, year_omitted: str = "") -> str:
    """`1990-02-10`, or `--02-10` without a year; "" when the text is no such day.

    Parameters
    ----------
    text : `19900210`, `1990-02-10T00:00:00Z`, `--0210`, in any decimal digits.
    year_omitted : the year that stands for none in this card.

    Source
    ------
    RFC 6350 section 4.3.1, ISO 8601:2000.
    """
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text[:40].strip())
    if found := _YEARLESS.fullmatch(text):
        year, month, day = "", *found.groups()
    elif found := _FULL.fullmatch(text) or _SHORT.fullmatch(text):
        year, month, day = found.groups()
    else:
        return ""
    if year in _NO_YEAR or year == year_omitted:
        year = ""
    try:
        date = dt.date(int(year or _LEAP), int(month), int(day))
    except ValueError:
        return ""
    return f"{date:%Y-%m-%d}" if year else f"--{date:%m-%d}"
