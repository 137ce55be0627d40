"""On which days each person is glad of a greeting, as was chosen for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pandas as pd

from shabakati.insight.greeting.countries import country_of, national_days
from shabakati.insight.greeting.days import (
    HIJRI,
    Day,
    anniversaries,
    birthdays,
    shared,
    yearly,
)
from shabakati.language import say_hijri
from shabakati.vocabulary import Occasion

_READ = ("occasions", "country", "phones", "birthday", "working_since")
COLUMNS = ("person", "occasion", "on", "variant", "country", "year", "expected", "hijri")


def occasions(
    people: pd.DataFrame, profile: pd.DataFrame, start: dt.date, end: dt.date
) -> pd.DataFrame:
    """The days from `start` to `end`, both included, on which each person is greeted.

    Only what was chosen for a person counts: nobody's faith is guessed, neither from a name nor
    from a country. Who is to have no greeting (`none`) has none.

    Parameters
    ----------
    people, profile : tables of the book; of the profile, `country` stands in for a person's.

    Returns
    -------
    DataFrame, ordered by day, one row a person and day: person, occasion (a code), on (a date),
    variant (`western`, `eastern` or `both` for Christmas and Easter, else ""), country (whose
    national day, else ""), year (of the calendar that counts it), expected (whether the moon
    decides: the day is computed and may differ by one), hijri (that day in words, else "").
    """
    home = _home(profile)
    cells = zip(people.index, *(people[name] for name in _READ), strict=True)
    known: dict[Occasion, list[Day]] = {}
    rows: list[tuple[Any, ...]] = []
    for person, chosen, country, phones, birthday, since in cells:
        if Occasion.NONE in chosen:
            continue
        for code in dict.fromkeys(chosen):
            occasion = Occasion(code)
            if occasion is Occasion.NATIONAL_DAY:
                state = country_of(country, phones, home)
                days = list(_national(state, start, end))
            elif occasion is Occasion.BIRTHDAY:
                state, days = "", birthdays(birthday, start, end)
            elif occasion is Occasion.WORK_ANNIVERSARY:
                state, days = "", anniversaries(since, start, end) if since else []
            else:
                state = ""
                if occasion not in known:
                    known[occasion] = shared(occasion, start, end)
                days = known[occasion]
            rows += (
                (int(person), occasion.value, day.on, day.variant, state, day.year) for day in days
            )
    found = pd.DataFrame(rows, columns=list(COLUMNS[:6]))
    lunar = {occasion.value for occasion in HIJRI}
    found["expected"] = found["occasion"].isin(lunar).astype(bool)
    said = {on: say_hijri(on) for on in found.loc[found["expected"], "on"].unique()}
    found["hijri"] = found["on"].map(said).where(found["expected"], "").astype("str")
    return found.sort_values(["on", "person"], kind="stable", ignore_index=True)


def _home(profile: pd.DataFrame) -> str:
    country = profile["country"].iat[0] if len(profile) else None
    return country.lower() if isinstance(country, str) else ""


def _national(state: str, start: dt.date, end: dt.date) -> Iterator[Day]:
    if state in national_days():
        yield from yearly(*national_days()[state], start, end)
