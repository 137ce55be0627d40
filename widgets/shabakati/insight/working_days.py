"""On which days people work where you live, and how things to do are spread over them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError

A_WEEK = 3  # things to do in one week, at most
APART = 2  # days from one thing to do to the next, at least
FRIDAY, SATURDAY = 4, 5
NOT_IN_CLDR = ("dj", "ps")  # rest on Friday and Saturday; CLDR does not say so yet
DAY = dt.timedelta(days=1)


@cache
def weekend(country: str | None) -> frozenset[int]:
    """The days of the weekend of a country, by its code: 0 for Monday to 6 for Sunday.

    Friday and Saturday where no country is said, as in most Arab states.

    Source
    ------
    Unicode CLDR, by Babel.
    """
    known = country and country not in NOT_IN_CLDR
    try:
        here = Locale.parse(f"und_{country.upper()}") if country and known else None
    except (UnknownLocaleError, ValueError):
        here = None
    if here is None:
        return frozenset((FRIDAY, SATURDAY))
    first, last = here.weekend_start, here.weekend_end
    return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))


def next_working_day(today: dt.date, country: str | None) -> dt.date:
    """The first day after `today` on which people work."""
    day = today + DAY
    while day.weekday() in weekend(country):
        day += DAY
    return day


def spread(
    n: int, today: dt.date, country: str | None, taken: Iterable[dt.date] = ()
) -> list[dt.date]:
    """`n` working days after `today`: at most three a week, a day between two of them.

    Parameters
    ----------
    country : whose weekend is kept free, by its code; the week begins after it.
    taken : days on which something is to be done already; they count for their weeks, and
        nothing is put on the same day.
    """
    start = (max(weekend(country), key=lambda day: (day + 1) % 7 not in weekend(country)) + 1) % 7
    busy = set(taken)
    weeks = Counter(_week(day, start) for day in busy)
    found: list[dt.date] = []
    day = today
    while len(found) < n:
        day = next_working_day(day, country)
        near = found and (day - found[-1]).days < APART
        if day in busy or near or weeks[_week(day, start)] >= A_WEEK:
            continue
        found.append(day)
        weeks[_week(day, start)] += 1
    return found


def _week(day: dt.date, start: int) -> int:
    """Which week a day is in, counted from the weekday `start`."""
    return (day.toordinal() - 1 - start) // 7
