"""The occasions of a time as a calendar is told of them: one entry a day, with whom to greet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from shabakati.insight.greeting import occasions
from shabakati.insight.greeting.words import expected_word, occasion_word
from shabakati.language import say
from shabakati.outputs.calendar_events import Told
from shabakati.schema import clean_line, clean_text
from shabakati.vocabulary import Occasion
from shabakati.workbook import Workbook

MOST_NAMES = 200  # in one entry; programs cut longer descriptions
_OWN = [Occasion.BIRTHDAY.value, Occasion.WORK_ANNIVERSARY.value]


def greetings(book: Workbook, start: dt.date, end: dt.date) -> Iterator[Told]:
    """The occasions from `start` to `end`: one's own day by itself, a shared one for all at once.

    An occasion of a year is known by that year of its own calendar, so that a Ramadan which is
    computed anew a day later moves the entry and adds none.
    """
    found = occasions(book.people, book.profile, start, end)
    names = book.people["name"]
    own = found["occasion"].isin(_OWN)
    rows: Any = found[own].itertuples()
    for row in rows:
        occasion, name = occasion_word(str(row.occasion)), str(names[row.person])
        yield Told(
            f"occasions/{row.occasion}/{row.person}/{row.year}",
            clean_line(say("outputs.calendar.own", occasion=occasion, name=name)),
            "",
            row.on,
        )
    what = ["occasion", "variant", "country", "year", "on", "hijri"]
    kinds: Any = found[~own].groupby(what, sort=False)
    for (occasion, variant, country, year, on, hijri), group in kinds:
        named = occasion_word(occasion, variant, country)
        who = [clean_line(str(name)) for name in names[group["person"]].tolist()]
        more = len(who) - MOST_NAMES
        lines = [expected_word(hijri), *who[:MOST_NAMES]]
        if more > 0:
            lines.append(say("outputs.calendar.more", n=more))
        yield Told(
            f"occasions/{occasion}/{variant}/{country}/{year}",
            clean_line(say("outputs.calendar.shared", occasion=named, n=len(who))),
            clean_text("\n".join(filter(None, lines))),
            on,
        )
