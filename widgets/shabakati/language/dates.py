"""Dates as they are written: Gregorian by Babel, Hijri by hijridate, with western digits."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date
from hijridate import Gregorian, Hijri

from shabakati.language.catalog import current
from shabakati.language.speech import say

_LOCALES = {"ar": "ar_001", "en": "en_GB"}  # both write western digits
HIJRI_FROM = dt.date(1924, 8, 1)  # 1 Muharram 1343, the first day of hijridate's table
HIJRI_UNTIL = dt.date(2077, 11, 16)  # the last day of 1500, its last


def say_date(day: dt.date) -> str:
    """A day in words: `23 نوفمبر 2026`, `23 November 2026`."""
    return format_date(day, "d MMMM y", locale=_LOCALES[current()])


def say_day(day: dt.date) -> str:
    """A day of a year that is known: `23 نوفمبر`, `23 November`."""
    return format_date(day, "d MMMM", locale=_LOCALES[current()])


def say_month(day: dt.date) -> str:
    """The month of a day, short where the language has it: `نوفمبر`, `Nov`."""
    return format_date(day, "LLL", locale=_LOCALES[current()])


def say_hijri(day: dt.date) -> str:
    """A day of the Hijri calendar in words: `1 رمضان 1448 هـ`, `1 Ramadan 1448 AH`.

    Computed (Umm al-Qura); where the moon is sighted the day may differ by one. "" before 1343
    and after 1500.
    """
    if not HIJRI_FROM <= day <= HIJRI_UNTIL:
        return ""
    hijri = Gregorian.fromdate(day).to_hijri()
    return say("dates.hijri", day=hijri.day, month=_month(hijri), year=str(hijri.year))


def say_hijri_day(day: dt.date) -> str:
    """The same of a year that is known: `1 رمضان`, `1 Ramadan`."""
    if not HIJRI_FROM <= day <= HIJRI_UNTIL:
        return ""
    hijri = Gregorian.fromdate(day).to_hijri()
    return say("dates.hijri_day", day=hijri.day, month=_month(hijri))


def say_hijri_month(day: dt.date) -> str:
    """The Hijri month of a day: `رمضان`, `Ramadan`; "" where `say_hijri` says nothing."""
    if not HIJRI_FROM <= day <= HIJRI_UNTIL:
        return ""
    return _month(Gregorian.fromdate(day).to_hijri())


def _month(hijri: Hijri) -> str:
    return str(hijri.month_name("ar" if current() == "ar" else "en"))
