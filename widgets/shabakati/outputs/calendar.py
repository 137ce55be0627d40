"""What is to be done, who is due and whom to greet, as a calendar file with alarms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

import icalendar

from shabakati.insight.upkeep import waiting
from shabakati.insight.warmth import kept_warm
from shabakati.language import say
from shabakati.outputs.calendar_events import Told, add_zone, event
from shabakati.outputs.calendar_greetings import greetings
from shabakati.outputs.records import records
from shabakati.people.zones import today_of, zone_of
from shabakati.schema import clean_line, clean_text
from shabakati.workbook import Workbook

AT = dt.time(9)  # o'clock, of things to do
YEAR = dt.timedelta(days=365)
A_DAY = 3  # reminders of days that have passed: all of them on one day would be read by nobody
_MADE_BY = "-//Shabakati//AR EN//"
_SINCE = dt.date(2020, 1, 1)  # days are counted from here; before any book


def calendar(book: Workbook, today: dt.date | None = None) -> bytes:
    """Dated actions that are not done, who is due within a year, and the occasions of a year.

    Actions are at nine in your time zone, where it is known (`people.zones`), with an alarm ten
    minutes before; reminders and occasions are of the whole day, with an alarm at nine on the day
    before. Nothing makes a day busy. The same thing has the same UID every time, as long as your
    own name stays, and a `SEQUENCE` that grows with every change of the book and every day: a
    calendar that has it already updates it. What is no longer in the book stays in the calendar.

    Parameters
    ----------
    today : the first day; the one that it is now in your time zone, unless said. The same book
        on the same day gives the same bytes.

    Source
    ------
    RFC 5545, by the library icalendar, which escapes and folds every text.
    """
    profile = book.row("profile", 1)
    today = today or today_of(profile)
    found = icalendar.Calendar()
    found.add("prodid", _MADE_BY)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    zone = zone_of(profile)
    if zone is not None:
        found.add("x-wr-timezone", zone.key)
    sequence = book.changes + max(0, (today - _SINCE).days)
    for told in [*_actions(book), *_reminders(book, today), *greetings(book, today, today + YEAR)]:
        uid = str(uuid5(NAMESPACE_URL, f"{profile['name']}/{told.key}"))
        found.add_component(event(told, uid, sequence, zone))
    if zone is not None:
        dues = [due for due in book.actions["due"] if due is not None]
        add_zone(found, min([today, *dues]) - YEAR, max([today, *dues]) + YEAR)
    return bytes(found.to_ical())


def _actions(book: Workbook) -> Iterator[Told]:
    """Actions that have a day and are not done."""
    people = book.people["name"]
    for row in records(book.actions):
        if row["due"] is None or row["done_on"] is not None:
            continue
        person = people.get(row["person"], "")
        long = "\n" in row["text"]
        about = clean_text("\n".join(filter(None, [person, row["text"] if long else ""])))
        yield Told(
            f"actions/{row['id']}",
            clean_line(row["text"]),
            about,
            dt.datetime.combine(row["due"], AT),
            row["minutes"],
        )


def _reminders(book: Workbook, today: dt.date) -> Iterator[Told]:
    """The next day for each who is kept warm; whose day has passed come first, `A_DAY` a day."""
    kept = kept_warm(book, today)
    late = waiting(kept[kept["days"] > 0]).index
    days = {id_: today + dt.timedelta(at // A_DAY) for at, id_ in enumerate(late)}
    kept = kept[kept["state"].notna()]
    names = book.people.loc[kept.index, "name"]
    for id_, name, due in zip(kept.index, names, kept["due"], strict=True):
        on = days.get(id_, due)
        if on <= today + YEAR:
            title = clean_line(say("outputs.calendar.touch", name=str(name)))
            yield Told(f"upkeep/{id_}", title, "", on)
