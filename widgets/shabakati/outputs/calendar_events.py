"""One thing of a calendar, of the whole day or of an hour, and the zone that hours are of."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

import icalendar

# The reminder of a whole day rings at nine on the day before: Outlook and Google know alarms
# before a beginning only, and a greeting is written before its day.
_DAY_BEFORE = dt.timedelta(hours=-15)
_BEFORE = dt.timedelta(minutes=-10)
_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # a second later with each change: no clock


class Told(NamedTuple):
    """What a calendar is told; `key` is what it is known by, `minutes` count for a time of day."""

    key: str
    title: str
    about: str
    at: dt.date | dt.datetime
    minutes: int = 0


def event(told: Told, uid: str, sequence: int, zone: ZoneInfo | None) -> icalendar.Event:
    """The event: in `zone` if it has a time of day (floating without one), with one alarm.

    `sequence` must not shrink from one file to the next; the stamps follow it, so that the same
    book gives the same bytes.
    """
    found = icalendar.Event()
    stamp = _STAMP + dt.timedelta(seconds=sequence)
    found.add("uid", uid)
    found.add("dtstamp", stamp)
    found.add("last-modified", stamp)
    found.add("sequence", sequence)
    if isinstance(told.at, dt.datetime):
        begins = told.at.replace(tzinfo=zone)
        found.add("dtstart", begins)
        found.add("dtend", begins + dt.timedelta(minutes=told.minutes))
    else:
        found.add("dtstart", told.at)
        found.add("dtend", told.at + dt.timedelta(days=1))
    found.add("summary", told.title)
    if told.about:
        found.add("description", told.about)
    found.add("transp", "TRANSPARENT")  # a small thing to do does not make the day busy
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", told.title)
    alarm.add("trigger", _BEFORE if isinstance(told.at, dt.datetime) else _DAY_BEFORE)
    found.add_component(alarm)
    return found


def add_zone(calendar: icalendar.Calendar, first: dt.date, last: dt.date) -> None:
    """Say in the file what each zone that it names is, for the days from `first` to `last`.

    Each change of the clock stands for itself: a list of them (`RDATE`) is read wrongly by vobject,
    and so perhaps by others.
    """
    calendar.add_missing_timezones(first, last)
    for zone in calendar.walk("VTIMEZONE"):
        for change in list(zone.subcomponents):
            again = change.pop("RDATE", None)
            for on in again.dts if again else ():
                other = type(change)()
                for name, value in change.property_items(recursive=False):
                    if name not in ("BEGIN", "END"):
                        other[name] = value
                other["DTSTART"] = icalendar.vDatetime(on.dt)
                zone.add_component(other)
