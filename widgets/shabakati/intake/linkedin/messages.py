"""`messages.csv`: on which days you wrote to each other. What was written is never read."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from shabakati.intake.address import profile_key
from shabakati.intake.cells import name_key
from shabakati.intake.days import read_days
from shabakati.intake.linkedin.found import Found
from shabakati.intake.linkedin.sheet import FileKind, Sheet
from shabakati.vocabulary import Direction, ExchangeKind

KIND = FileKind(
    name="messages.csv",
    fields={
        "sender": ("from",),
        "sender_url": ("sender profile url",),
        "receivers": ("to",),
        "receiver_urls": ("recipient profile urls",),
        "date": ("date",),
        "draft": ("is message draft",),
        "conversation": ("conversation id",),
    },
    required=frozenset({"sender", "receivers", "date", "conversation"}),
    shown=(),
    private=True,
    text_last=True,
)
_BETWEEN_URLS = re.compile(r"[,;\s]+")
_MOST_RECEIVERS = 1_000  # of one message
_YES = ("yes", "true")


class _Message(NamedTuple):
    line: int
    sender: str  # who it is, by address or name
    sender_person: int | None
    persons: tuple[int, ...]  # receivers who are connections
    date: str
    names: tuple[str, str]  # from and to, to say whose message was left out


def read(sheet: Sheet, found: Found) -> None:
    """Take the day and direction of each message between you and a connection."""
    messages = []
    strangers: Counter[str] = Counter()
    names: dict[str, str] = {}
    everyone: dict[tuple[str, str], tuple[list[str], tuple[int, ...]]] = {}
    for number, cells in sheet.rows():
        sender, sender_url, receivers, receiver_urls, date, draft, _ = cells
        if draft.lower() in _YES:
            sheet.leave_out(number, "draft")
            continue
        who = profile_key(sender_url) or name_key(sender)
        names.setdefault(who, name_key(sender))
        person = found.person(sender, sender_url)
        if (receivers, receiver_urls) not in everyone:
            everyone[receivers, receiver_urls] = _receivers(receivers, receiver_urls, found, names)
        unknown, persons = everyone[receivers, receiver_urls]
        strangers.update(unknown if person is not None else {who, *unknown})
        messages.append(_Message(number, who, person, persons, date, (sender, receivers)))
    owner = _owner(strangers, names, name_key(found.profile.get("name", "")))
    days = read_days((message.date for message in messages), month_first=True)
    for message in messages:
        on = days[message.date]
        if on is None:
            sheet.leave_out(message.line, "no_date")
        elif message.sender_person is not None:
            found.touch(message.sender_person, on, ExchangeKind.WROTE, Direction.RECEIVED)
        elif message.sender == owner and message.persons:
            for person in message.persons:
                found.touch(person, on, ExchangeKind.WROTE, Direction.GIVEN)
        else:
            other = message.names[message.sender == owner]
            sheet.leave_out(message.line, found.unknown(), told=other)


def _receivers(
    names_cell: str, urls_cell: str, found: Found, names: dict[str, str]
) -> tuple[list[str], tuple[int, ...]]:
    """Who received a message: those who are no connections, and those who are."""
    urls = [url for url in _BETWEEN_URLS.split(urls_cell) if url][:_MOST_RECEIVERS]
    called = [names_cell]
    if len(urls) > 1 or (not urls and found.person(names_cell) is None):
        called = [name.strip() for name in names_cell.split(",")][:_MOST_RECEIVERS]
    if len(called) != len(urls):
        called = [""] * len(urls) if urls else called
    pairs = zip(called, urls or [""] * len(called), strict=True)
    unknown, persons = [], []
    for name, url in pairs:
        person = found.person(name, url)
        if person is not None:
            persons.append(person)
        elif who := profile_key(url) or name_key(name):
            names.setdefault(who, name_key(name))
            unknown.append(who)
    return unknown, tuple(dict.fromkeys(persons))


def _owner(strangers: Counter[str], names: dict[str, str], my_name: str) -> str | None:
    """Who you are among those who wrote: you alone take part in every conversation."""
    ranked = strangers.most_common()
    for who, _ in ranked:
        if my_name and my_name in (who, names.get(who)):
            return who
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
