"""What is missing in the network, as things to do: each with a person or place, a day, a size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any, Literal, NamedTuple

import pandas as pd

from shabakati.insight.coverage import coverage, type_counts
from shabakati.insight.days import as_days
from shabakati.insight.job_market import job_market
from shabakati.insight.meeting import to_introduce
from shabakati.insight.reading import FEW, first_to_fill
from shabakati.insight.reading_map import mapped
from shabakati.insight.reciprocity import reciprocity
from shabakati.insight.upkeep import upkeep, waiting
from shabakati.insight.working_days import spread
from shabakati.language import say, word
from shabakati.vocabulary import GoalState, NetworkType, Place

Minutes = Literal[5, 15, 60]
EACH = 2  # proposals of one kind at once
WORDS = ("thanks", "overdue")  # said to a person in five minutes
ONE_SIDED = 2  # times more that somebody helped you than you them

# What each kind of gap takes, the short ones first; between equals the more pressing one.
MINUTES: dict[str, Minutes] = {
    "thanks": 5,
    "overdue": 5,
    "no_way_in": 15,
    "one_sided": 15,
    "introduce": 15,
    "no_event": 60,
    "empty_cell": 60,
    "type_missing": 60,
}
COLUMNS = ("key", "reason", "text", "person", "goal", "event", "place", "minutes", "due")


class Gap(NamedTuple):
    """One thing to do: `about` tells it from others of its kind."""

    reason: str
    text: str
    about: str
    person: int | None = None
    goal: int | None = None
    place: str | None = None


def gaps(
    people: pd.DataFrame,
    ties: pd.DataFrame,
    exchanges: pd.DataFrame,
    events: pd.DataFrame,
    goals: pd.DataFrame,
    actions: pd.DataFrame,
    today: dt.date,
    *,
    country: str | None = None,
    sources: pd.DataFrame | None = None,
    put_off: pd.Series | None = None,
    dismissed: Collection[str] = (),
    most: int | None = None,
) -> pd.DataFrame:
    """Things to do about what is missing, the short ones first, spread over the coming weeks.

    - `thanks`: somebody helped, and heard no thanks since;
    - `overdue`: the day for a word has passed;
    - `no_way_in`: an open goal names an organisation where nobody is, was, or knows anybody;
    - `one_sided`: somebody helped you twice more, or more often, than you them;
    - `introduce`: two who do not know each other have something for one another;
    - `no_event`: no event is planned;
    - `empty_cell`: the nearest empty cell of the grid;
    - `type_missing`: a network type without anybody.

    Parameters
    ----------
    people, ties, exchanges, events, goals, actions : tables of the book.
    today : the day after which the first day is.
    country : whose weekend is kept free (`working_days.weekend`).
    sources : what files told of people, for who was at an organisation before.
    put_off : days by person until which they are left alone.
    dismissed : keys of what is not to be proposed again.
    most : how many are wanted, if not all; only the first so many are looked for.

    Returns
    -------
    DataFrame, one row a proposal, at most two of a kind: key (what it is about; stays the same
    from day to day), reason (one of the codes above), text (in the language spoken now), person,
    goal, event (Int64), place (a code or None), minutes (5, 15 or 60), due (a date: at most three
    a week with what is planned already). What is among the open actions with the same reason and
    person is not proposed, nor a word to whom an action of one's own is about.
    """
    still = actions[actions["done_on"].isna()]
    planned = {
        (reason, None if pd.isna(person) else int(person))
        for own, person in zip(still["reason"], still["person"], strict=True)
        for reason in ([own] if own else WORDS)
    }
    rows: list[tuple[str, Gap]] = []
    if len(people):
        kept = upkeep(people, exchanges, today, put_off)
        passed = reciprocity(people, exchanges)
        found: dict[str, Iterator[Gap]] = {
            "thanks": _thanks(people, passed),
            "overdue": _overdue(people, kept, passed),
            "no_way_in": _no_way_in(people, ties, goals, sources),
            "one_sided": _one_sided(people, passed),
            "introduce": _introduce(people, ties),
            "no_event": _no_event(events, today),
            "empty_cell": _empty_cell(people),
            "type_missing": _type_missing(people),
        }
        for reason in sorted(MINUTES, key=MINUTES.__getitem__):
            if most is None or len(rows) < most:
                rows += _first(found[reason], planned, dismissed)
    rows = rows[:most]
    days = spread(len(rows), today, country, {day for day in still["due"] if pd.notna(day)})
    return _frame(rows, days)


def _first(
    found: Iterator[Gap],
    planned: Collection[tuple[str, int | None]],
    dismissed: Collection[str],
) -> list[tuple[str, Gap]]:
    """The first gaps of one kind that are not planned nor dismissed, each with its key.

    No person is named twice. Nothing after them is looked for.
    """
    here: list[tuple[str, Gap]] = []
    for gap in found:
        key = _key(gap)
        known = (gap.reason, gap.person) in planned or key in dismissed
        twice = gap.person is not None and any(gap.person == g.person for _, g in here)
        if not known and not twice:
            here.append((key, gap))
        if len(here) == EACH:
            break
    return here


def _thanks(people: pd.DataFrame, passed: pd.DataFrame) -> Iterator[Gap]:
    """Thanks owed, the latest help first."""
    owed = passed.loc[passed["owes_thanks"], "last_received"]
    latest = pd.Series(as_days(owed), owed.index).sort_values(ascending=False, kind="stable")
    for id_ in latest.index.tolist():
        yield _to(people, "thanks", id_)


def _overdue(people: pd.DataFrame, kept: pd.DataFrame, passed: pd.DataFrame) -> Iterator[Gap]:
    """Whose day for a word has passed; to whom thanks are owed is told of elsewhere."""
    late = waiting(kept)
    owed = passed.index[passed["owes_thanks"]]
    for id_ in late.index[(late["days"] > 0) & ~late.index.isin(owed)].tolist():
        yield _to(people, "overdue", id_)


def _one_sided(people: pd.DataFrame, passed: pd.DataFrame) -> Iterator[Gap]:
    """Who gave more than they got, the most first."""
    balance = passed.loc[passed["balance"] <= -ONE_SIDED, "balance"]
    for id_ in balance.sort_values(kind="stable").index.tolist():
        yield _to(people, "one_sided", id_)


def _no_way_in(
    people: pd.DataFrame, ties: pd.DataFrame, goals: pd.DataFrame, sources: pd.DataFrame | None
) -> Iterator[Gap]:
    """Organisations of goals where nobody is near: whom to ask, if anybody is likely to know."""
    market = job_market(people, ties, goals, sources=sources)
    placed = set(market.loc[market["how"] != "near", "organisation"])
    nearest = market.drop_duplicates("organisation").set_index("organisation")["person"]
    still = goals[goals["state"] == GoalState.OPEN.value]
    for goal, names in zip(still.index.tolist(), still["organisations"], strict=True):
        for name in names:
            if name in placed:
                continue
            if name in nearest.index:
                id_ = int(nearest[name])
                text = say("insight.gaps.no_way_in", name=_name(people, id_), organisation=name)
                yield Gap("no_way_in", text, name, id_, goal)
            else:
                text = say("insight.gaps.nobody_near", organisation=name)
                yield Gap("no_way_in", text, name, None, goal)


def _introduce(people: pd.DataFrame, ties: pd.DataFrame) -> Iterator[Gap]:
    for pair in to_introduce(*mapped(people, ties)):
        names = {"a": _name(people, pair.a), "b": _name(people, pair.b)}
        text = say("insight.gaps.introduce", about=pair.about, **names)
        yield Gap("introduce", text, f"{pair.a}-{pair.b}", pair.a)


def _no_event(events: pd.DataFrame, today: dt.date) -> Iterator[Gap]:
    """No event to come."""
    if not any(day >= today for day in events["on"] if pd.notna(day)):
        yield Gap("no_event", say("insight.gaps.no_event"), "", place=Place.EVENT.value)


def _empty_cell(people: pd.DataFrame) -> Iterator[Gap]:
    """The empty cell that is nearest."""
    grid = coverage(people)
    cell = first_to_fill(grid) if grid["people"].any() else None
    if cell is not None:
        group, place = cell
        text = say("insight.gaps.empty_cell", group=word(group), place=word(place))
        yield Gap("empty_cell", text, f"{group}.{place}", place=place.value)


def _type_missing(people: pd.DataFrame) -> Iterator[Gap]:
    """Types without anybody."""
    counts = type_counts(people)["people"].astype(int).tolist()[:-1]
    for code, count in zip(NetworkType, counts, strict=True):
        if not count and sum(counts) >= FEW:
            yield Gap("type_missing", say(f"insight.gaps.type_missing.{code}"), code.value)


def _to(people: pd.DataFrame, reason: str, id_: int) -> Gap:
    text = say(f"insight.gaps.{reason}", name=_name(people, id_))
    return Gap(reason, text, "", int(id_))


def _name(people: pd.DataFrame, id_: int) -> str:
    return str(people.at[id_, "name"])


def _key(gap: Gap) -> str:
    """What a proposal is about, the same from day to day: reason, person, and what tells it."""
    return f"{gap.reason}/{'' if gap.person is None else gap.person}/{gap.about}"[:300]


def _frame(rows: list[tuple[str, Gap]], days: list[dt.date]) -> pd.DataFrame:
    cells: list[dict[str, Any]] = [
        {**gap._asdict(), "key": key, "event": None, "minutes": MINUTES[gap.reason], "due": day}
        for (key, gap), day in zip(rows, days, strict=True)
    ]
    found = pd.DataFrame(cells, columns=list(COLUMNS)).astype({"place": "object"})
    found["place"] = found["place"].where(found["place"].notna(), None)
    kinds = {"person": "Int64", "goal": "Int64", "event": "Int64", "minutes": "int64"}
    return found.astype(kinds)
