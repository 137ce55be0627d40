"""A ladder of small steps towards speaking to people, one a week: a way to practise, not a cure."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from shabakati.vocabulary import Comfort

STEP = "07_first_words"  # whose answers hold what happened
WEEK = dt.timedelta(days=7)  # from one rung to the next
_PREFIX = "ladder."


class Rung(StrEnum):
    """The rungs from the lowest: first online and alone, at last in a room and aloud."""

    READ_PROFILE = "read_profile"
    REACT = "react"
    COMMENT = "comment"
    CONNECT = "connect"
    WRITE_TO_KNOWN = "write_to_known"
    ASK_ONLINE = "ask_online"
    WRITE_TO_NEW = "write_to_new"
    CALL = "call"
    SAY_ALOUD = "say_aloud"
    GO_WITH_SOMEBODY = "go_with_somebody"
    ASK_AT_EVENT = "ask_at_event"
    INTRODUCE_SELF = "introduce_self"


FIRST = {
    Comfort.SHY: Rung.READ_PROFILE,
    Comfort.DEPENDS: Rung.CONNECT,
    Comfort.EASY: Rung.WRITE_TO_NEW,
}


class Outcome(StrEnum):
    """How a rung went."""

    GOOD = "good"
    HARD = "hard"
    NOT_YET = "not_yet"


class Tried(NamedTuple):
    """One try at a rung, as the answers hold it."""

    id: int
    rung: Rung
    outcome: Outcome
    note: str
    on: dt.date | None


class Ladder(NamedTuple):
    """Where somebody stands: the rung to try now, from when on, and what happened so far.

    `rung` is None at the top; `waits` says that it begins later than today.
    """

    rung: Rung | None
    begins: dt.date
    waits: bool
    tried: tuple[Tried, ...]
    climbed: frozenset[Rung]


def ladder(answers: pd.DataFrame, comfort: str | None, today: dt.date) -> Ladder:
    """The rung for this week.

    Parameters
    ----------
    answers : frame of the book; those of this step about the ladder are read.
    comfort : how easy it is to speak to somebody new; where nothing is said, the lowest rung.
    today : the day that is asked about.

    Returns
    -------
    Ladder: the first rung from where comfort begins that has not gone well yet; a week after the
    last one, unless that was not tried. What was hard is offered again: nobody is pushed up.
    """
    tried = tries(answers)
    climbed = frozenset(one.rung for one in tried if one.outcome is Outcome.GOOD)
    rungs = list(Rung)
    first = FIRST[Comfort(comfort)] if comfort in set(Comfort) else rungs[0]
    rung = next((r for r in rungs[rungs.index(first) :] if r not in climbed), None)
    done = [one.on for one in tried if one.outcome is not Outcome.NOT_YET and one.on]
    last = max(done, default=dt.date.min)
    begins = last + WEEK if done and last <= today else today  # a date to come is a slip of the pen
    return Ladder(rung, max(begins, today), begins > today, tried, climbed)


def tries(answers: pd.DataFrame) -> tuple[Tried, ...]:
    """What happened so far, the oldest first; answers that do not read as tries are passed over."""
    found = []
    for id_, row in answers.iterrows():
        question, answer = str(row["question"]), str(row["answer"])
        rung = question.removeprefix(_PREFIX)
        outcome, _, note = answer.partition("\n")
        if row["step"] != STEP or question == rung or rung not in set(Rung):
            continue
        if outcome in set(Outcome):
            on = row["on"].date() if isinstance(row["on"], dt.datetime) else row["on"]
            day = on if isinstance(on, dt.date) and not pd.isna(on) else None
            found.append(Tried(int(str(id_)), Rung(rung), Outcome(outcome), note, day))
    return tuple(sorted(found, key=lambda one: (one.on or dt.date.min, one.id)))


def as_answer(rung: Rung, outcome: Outcome, note: str, on: dt.date) -> dict[str, object]:
    """A try as a row of the answers."""
    said = f"{outcome.value}\n{note}".rstrip("\n")
    return {"step": STEP, "question": f"{_PREFIX}{rung.value}", "answer": said, "on": on}
