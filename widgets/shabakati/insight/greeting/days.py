"""On which days an occasion falls: Hijri, Christian, of a fixed day, of a person's own day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri

from shabakati.language.dates import HIJRI_FROM, HIJRI_UNTIL
from shabakati.vocabulary import Occasion

HIJRI = {  # month and day
    Occasion.RAMADAN: (9, 1),
    Occasion.EID_AL_FITR: (10, 1),
    Occasion.EID_AL_ADHA: (12, 10),
    Occasion.HIJRI_NEW_YEAR: (1, 1),
}
WESTERN, EASTERN, BOTH = "western", "eastern", "both"
_CHRISTMAS = {WESTERN: (12, 25), EASTERN: (1, 7)}  # 25 December of the Julian calendar, until 2100


class Day(NamedTuple):
    """One day of an occasion: `variant` is the calendar of a church, or ""; `year` names it.

    `year` is that of the calendar in which the occasion is counted: 1448 for a Ramadan.
    """

    on: dt.date
    year: int
    variant: str = ""


def hijri_days(month: int, day: int, start: dt.date, end: dt.date) -> Iterator[Day]:
    """Each time that a day of the Hijri year comes, from `start` to `end`, both included.

    Computed, Umm al-Qura: where the moon is sighted it may be a day earlier or later. Nothing
    outside of the years 1343 to 1500.

    Source
    ------
    Umm al-Qura calendar, by the library hijridate.
    """
    start, end = max(start, HIJRI_FROM), min(end, HIJRI_UNTIL)
    if start > end:
        return
    first = Gregorian.fromdate(start).to_hijri().year
    last = Gregorian.fromdate(end).to_hijri().year
    for year in range(first, last + 1):
        greg = Hijri(year, month, day).to_gregorian()
        on = dt.date(greg.year, greg.month, greg.day)
        if start <= on <= end:
            yield Day(on, year)


def yearly(month: int, day: int, start: dt.date, end: dt.date) -> Iterator[Day]:
    """Each time that a day of the year comes; 29 February in a common year is the 28th."""
    for year in range(start.year, end.year + 1):
        short = (month, day) == (2, 29) and not calendar.isleap(year)
        on = dt.date(year, month, 28 if short else day)
        if start <= on <= end:
            yield Day(on, year)


def christmases(start: dt.date, end: dt.date) -> Iterator[Day]:
    """25 December, and 7 January as Coptic and other Eastern churches keep it: both are offered."""
    for variant, (month, day) in _CHRISTMAS.items():
        yield from (found._replace(variant=variant) for found in yearly(month, day, start, end))


def easters(start: dt.date, end: dt.date) -> Iterator[Day]:
    """Western and Eastern Easter, once where they fall on the same day; years 1583 to 4099.

    Source
    ------
    dateutil.easter.
    """
    for year in range(max(start.year, 1583), min(end.year, 4099) + 1):
        west, east = easter(year, EASTER_WESTERN), easter(year, EASTER_ORTHODOX)
        days = [(west, BOTH)] if west == east else [(west, WESTERN), (east, EASTERN)]
        yield from (Day(on, year, kept) for on, kept in days if start <= on <= end)


def shared(occasion: Occasion, start: dt.date, end: dt.date) -> list[Day]:
    """The days of an occasion that is the same for everybody; none for one that is not."""
    if occasion in HIJRI:
        found = hijri_days(*HIJRI[occasion], start, end)
    elif occasion is Occasion.CHRISTMAS:
        found = christmases(start, end)
    elif occasion is Occasion.EASTER:
        found = easters(start, end)
    elif occasion is Occasion.NEW_YEAR:
        found = yearly(1, 1, start, end)
    else:
        return []
    return sorted(found)


def birthdays(birthday: str, start: dt.date, end: dt.date) -> list[Day]:
    """The birthdays of somebody born on `YYYY-MM-DD` or `--MM-DD`; none if it is no day."""
    year, month, day = birthday[:-6], birthday[-5:-3], birthday[-2:]
    try:
        born = dt.date(int(year) if year.isdigit() else 2000, int(month), int(day))
    except ValueError:
        return []
    known = year.isdigit()
    return [d for d in yearly(born.month, born.day, start, end) if not known or d.on > born]


def anniversaries(since: dt.date, start: dt.date, end: dt.date) -> list[Day]:
    """The days on which somebody has worked at the same place for one year, two, and so on."""
    return [day for day in yearly(since.month, since.day, start, end) if day.on.year > since.year]
