"""Dates as they are written: Gregorian by Babel, with western digits in both languages."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from shabakati.language.catalog import current

_LOCALES = {"ar": "ar_001", "en": "en_GB"}  # both write western digits


def say_date(day: dt.date) -> str:
    """A day in words: `23 نوفمبر 2026`, `23 November 2026`."""
    return format_date(day, "d MMMM y", locale=_LOCALES[current()])
