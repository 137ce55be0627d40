"""`messages.csv`: on which days you wrote to each other. What was written is never read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from shabakati.intake.address import profile_key
from shabakati.intake.cells import line, name_key
from shabakati.intake.days import read_days
from shabakati.intake.linkedin.found import Found
from shabakati.intake.mojibake import repaired
from shabakati.intake.sheet import FileKind, Sheet
from shabakati.vocabulary import Direction, ExchangeKind

KIND = FileKind(
    name="messages.csv",
    fields={
        "date": ("date",),
        "draft": ("is message draft",),
        "sender": ("from",),
        "sender_url": ("sender profile url",),
        "receivers": ("to",),
        "receiver_urls": ("recipient profile urls",),
    },
    required=frozenset({"date", "sender", "receivers"}),
    marks=frozenset({"conversation id"}),
    shown=(),
    private=True,
    text_last=True,
)
_BETWEEN_URLS = re.compile(r"[,;\s]+")
_MOST_RECEIVERS = 1_000  # of one message
_YES = ("yes", "true")
_WROTE = ExchangeKind.WROTE.value
_GIVEN, _RECEIVED = Direction.GIVEN.value, Direction.RECEIVED.value


@dataclass
class _Parties:
    """Who wrote to whom, in any number of messages."""

    sender: str  # who it is, by address or name
    person: int | None  # the sender, if a connection
    strangers: set[str]  # all who take part and are no connections
    persons: tuple[int, ...]  # receivers who are connections
    names: tuple[str, str]  # from and to, to say whose message was left out
    messages: int = 0


def read(sheet: Sheet, found: Found) -> None:
    """Take the day and direction of each message between you and a connection."""
    messages: list[tuple[int, _Parties, str]] = []
    known: dict[tuple[str, ...], _Parties] = {}
    names: dict[str, str] = {}
    for number, cells in sheet.raw_rows():
        date, draft, key = cells[0], cells[1], cells[2:]
        if draft and draft.strip().lower() in _YES:
            sheet.leave_out(number, "draft")
            continue
        if key not in known:
            sender, url, receivers, urls = map(line, map(repaired, key))
            known[key] = _parties(sender, url, receivers, urls, found, names)
        known[key].messages += 1
        messages.append((number, known[key], date))
    me = _me(known.values(), names, name_key(found.profile.get("name", "")))
    days = read_days((date for _, _, date in messages), month_first=True)
    for number, parties, date in messages:
        on = days[date]
        if on is None:
            sheet.leave_out(number, "no_date")
        elif parties.person is not None:
            found.touch(parties.person, on, _WROTE, _RECEIVED)
        elif parties.sender in me and parties.persons:
            for person in parties.persons:
                found.touch(person, on, _WROTE, _GIVEN)
        else:
            other = parties.names[parties.sender in me]
            sheet.leave_out(number, found.unknown(), told=other)


def _parties(
    sender: str, url: str, receivers: str, urls: str, found: Found, names: dict[str, str]
) -> _Parties:
    """Who takes part; `names` learns what they are called."""
    who = profile_key(url) or name_key(sender)
    names[who] = names.get(who) or name_key(sender)
    person = found.person(sender, url)
    unknown, persons = _receivers(receivers, urls, found, names)
    strangers = {*unknown} if person is not None or not who else {who, *unknown}
    return _Parties(who, person, strangers, persons, (sender, receivers))


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
            names[who] = names.get(who) or name_key(name)
            unknown.append(who)
    return unknown, tuple(dict.fromkeys(persons))


def _me(known: Iterable[_Parties], names: dict[str, str], my_name: str) -> set[str]:
    """Who you are among those who wrote: you alone take part in every conversation.

    Your address may have changed over the years: your name says who else is you.
    """
    counts: Counter[str] = Counter()
    for parties in known:
        for who in parties.strangers:
            counts[who] += parties.messages
    mine = {who for who in counts if my_name and names[who] == my_name}
    if mine:
        return mine
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return set()
    me = ranked[0][0]
    return {who for who in counts if who == me or (names[me] and names[who] == names[me])}
