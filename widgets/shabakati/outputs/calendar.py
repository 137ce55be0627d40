"""What is to be done, as a calendar file with alarms."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import icalendar

from shabakati.outputs.records import records
from shabakati.schema import clean_line, clean_text
from shabakati.workbook import Workbook

_ALARM = dt.timedelta(hours=9)  # after midnight of the day
_MADE_BY = "-//Shabakati//AR EN//"
_ANY_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # the same book, the same bytes


def calendar(book: Workbook) -> bytes:
    """Actions that have a day and are not done, each an all-day event with an alarm at nine.

    The same action has the same UID every time: a calendar that has it already updates it.

    Source
    ------
    RFC 5545, by the library icalendar, which escapes and folds every text.
    """
    found = icalendar.Calendar()
    found.add("prodid", _MADE_BY)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    me = book.row("profile", 1)["name"]
    people = book.people["name"]
    for row in records(book.actions):
        if row["due"] is not None and row["done_on"] is None:
            uid = str(uuid5(NAMESPACE_URL, f"{me}/actions/{row['id']}"))
            found.add_component(_event(uid, row, people.get(row["person"], "")))
    return bytes(found.to_ical())


def _event(uid: str, row: dict[str, Any], person: str) -> icalendar.Event:
    event = icalendar.Event()
    title = clean_line(row["text"])
    event.add("uid", uid)
    event.add("dtstamp", _ANY_DAY)
    event.add("dtstart", row["due"])
    event.add("dtend", row["due"] + dt.timedelta(days=1))
    event.add("summary", title)
    if person or "\n" in row["text"]:
        event.add("description", clean_text("\n".join(filter(None, [person, row["text"]]))))
    event.add("transp", "TRANSPARENT")  # a small thing to do does not make the day busy
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _ALARM)
    event.add_component(alarm)
    return event
