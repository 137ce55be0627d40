"""A small act for each person who is due: thank, congratulate, greet, help, ask, or say hello."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable
from enum import StrEnum
from typing import Any, NamedTuple

import pandas as pd

from shabakati.insight.greeting.words import occasion_word
from shabakati.language import say, say_date
from shabakati.vocabulary import Direction, ExchangeKind

HELP = (
    ExchangeKind.HELPED,
    ExchangeKind.ADVISED,
    ExchangeKind.REFERRED,
    ExchangeKind.OPPORTUNITY,
    ExchangeKind.INTRODUCED,
)
SOON = dt.timedelta(days=14)  # until an occasion, for a greeting to be the act
NEW_JOB = dt.timedelta(days=180)  # after it became known, for congratulations
LONGEST = 120  # characters of a note or an offer that an act repeats


class Act(StrEnum):
    """What one may do for somebody in a few minutes, the most owed first."""

    THANK = "thank"
    CONGRATULATE = "congratulate"
    GREET = "greet"
    HELP = "help"
    ASK = "ask"
    HELLO = "hello"


# The exchange that an act becomes when it is done: what was asked is no help yet.
BECOMES = {
    Act.THANK: (ExchangeKind.THANKED, Direction.GIVEN),
    Act.CONGRATULATE: (ExchangeKind.GREETED, Direction.GIVEN),
    Act.GREET: (ExchangeKind.GREETED, Direction.GIVEN),
    Act.HELP: (ExchangeKind.HELPED, Direction.GIVEN),
    Act.ASK: (ExchangeKind.WROTE, Direction.BOTH),
    Act.HELLO: (ExchangeKind.WROTE, Direction.BOTH),
}


class _Found(NamedTuple):
    act: Act
    reason: str
    about: str = ""
    on: dt.date | None = None
    occasion: str = ""


def small_acts(
    people: pd.DataFrame,
    exchanges: pd.DataFrame,
    today: dt.date,
    who: Iterable[Hashable],
    moved: pd.DataFrame | None = None,
    greetings: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One small act for each of `who`, with the reason for it.

    The first that applies:

    1. thank: they helped, and no thanks were recorded since (`unthanked`);
    2. congratulate: another employer is known for at most 180 days, and you were not in touch
       since (`new_job`);
    3. greet: an occasion that was chosen for them is within two weeks (`occasion`);
    4. help: they gave more often than you, and you said what you can offer them (`one_sided`);
    5. ask: you said what they can help with, and they did not give more than you (`can_help`);
    6. help: you said what you can offer them (`can_offer`);
    7. say hello (`silent`).

    Parameters
    ----------
    people, exchanges : tables of the book.
    who : ids of people; those who are not there are left out.
    moved : optional, as `people.moves.moves` gives it.
    greetings : optional, as `insight.occasions` gives it.

    Returns
    -------
    DataFrame, index the ids in the order of `who`: act, reason (codes), about (what it is about:
    the note of the help, an organisation, an occasion, an offer), on (its date, or None), occasion
    (the code of the occasion, or "").

    Source
    ------
    The article's four ways to keep a network alive: help, thank, follow up, greet. Their order is
    our choice.
    """
    ids = [id_ for id_ in who if id_ in people.index]
    touches = _touches(exchanges, ids, today)
    jobs = _jobs(moved, today)
    soon = _soon(greetings, today)
    rows = {}
    cells: Any = zip(ids, people.loc[ids, "can_offer"], people.loc[ids, "can_help"], strict=True)
    for id_, offers, helps in cells:
        mine = touches.get(id_, [])
        rows[id_] = (
            _thanks(mine)
            or _new_job(jobs.get(id_), mine)
            or soon.get(id_)
            or _give_and_take(mine, offers, helps)
        )
    columns = list(_Found._fields)
    found = pd.DataFrame(rows.values(), index=pd.Index(ids, name="id"), columns=columns)
    return found.astype({"act": "str", "reason": "str", "about": "str", "occasion": "str"})


def act_says(found: Any) -> str:
    """The act and its reason in one sentence, of a row of `small_acts`."""
    on = say_date(found.on) if found.on else ""
    about = say(f"insight.acts.plain.{found.act}") if not found.about else found.about
    return say(f"insight.acts.{found.reason}", about=about, on=on)


def _touches(
    exchanges: pd.DataFrame, ids: list[Any], today: dt.date
) -> dict[Any, list[tuple[dt.date, str, str, str]]]:
    """The exchanges of these people until today, in the order of their days."""
    here = exchanges[exchanges["person"].isin(ids)]
    cells = zip(*(here[n] for n in ("person", "on", "kind", "direction", "note")), strict=True)
    found: dict[Any, list[tuple[dt.date, str, str, str]]] = {}
    for person, on, kind, direction, note in cells:
        if on <= today:
            found.setdefault(int(person), []).append((on, kind, direction, note))
    return {person: sorted(rows, key=lambda row: row[0]) for person, rows in found.items()}


def _thanks(touches: list[tuple[dt.date, str, str, str]]) -> _Found | None:
    """Thanks for the last help, unless they were said on that day or since."""
    helped = [t for t in touches if t[1] in HELP and t[2] == Direction.RECEIVED]
    if not helped:
        return None
    on, _, _, note = helped[-1]
    thanked = [t for t in touches if t[1] == ExchangeKind.THANKED and t[0] >= on]
    if any(t[2] != Direction.RECEIVED for t in thanked):
        return None
    return _Found(Act.THANK, "unthanked", note[:LONGEST], on)


def _new_job(
    job: tuple[str, dt.date] | None, touches: list[tuple[dt.date, str, str, str]]
) -> _Found | None:
    if job is None or any(t[0] >= job[1] for t in touches):
        return None
    return _Found(Act.CONGRATULATE, "new_job", job[0][:LONGEST], job[1])


def _give_and_take(
    touches: list[tuple[dt.date, str, str, str]], offers: list[str], helps: list[str]
) -> _Found:
    given = sum(t[1] in HELP and t[2] == Direction.GIVEN for t in touches)
    received = sum(t[1] in HELP and t[2] == Direction.RECEIVED for t in touches)
    if received > given and offers:
        return _Found(Act.HELP, "one_sided", offers[0][:LONGEST])
    if helps and received <= given:
        return _Found(Act.ASK, "can_help", helps[0][:LONGEST])
    if offers:
        return _Found(Act.HELP, "can_offer", offers[0][:LONGEST])
    return _Found(Act.HELLO, "silent")


def _jobs(moved: pd.DataFrame | None, today: dt.date) -> dict[Any, tuple[str, dt.date]]:
    """The new employer of those of whom it became known lately, and the day of it."""
    if moved is None or moved.empty:
        return {}
    here = moved[moved["job"] & moved["moved_on"].notna() & (moved["organisation"] != "")]
    return {
        id_: (name, on)
        for id_, name, on in zip(here.index, here["organisation"], here["moved_on"], strict=True)
        if today - NEW_JOB <= on <= today
    }


def _soon(greetings: pd.DataFrame | None, today: dt.date) -> dict[Any, _Found]:
    """The next occasion of each person, if it is within two weeks."""
    if greetings is None or greetings.empty:
        return {}
    here = greetings[(greetings["on"] >= today) & (greetings["on"] <= today + SOON)]
    found: dict[Any, _Found] = {}
    rows: Any = here.itertuples()
    for row in rows:
        named = occasion_word(str(row.occasion), str(row.variant), str(row.country))
        found.setdefault(row.person, _Found(Act.GREET, "occasion", named, row.on, row.occasion))
    return found
