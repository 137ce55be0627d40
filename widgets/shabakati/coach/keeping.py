"""What the answers of this step hold: questions to take along, and versions of the introduction."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pandas as pd

from shabakati.coach.ladder import STEP
from shabakati.coach.questions import check_question

_QUESTION, _INTRODUCTION = "question", "introduction"


class Kept(NamedTuple):
    """A question to take along: as it is, as it was before, for whom or for which event."""

    id: int
    text: str
    before: str
    person: int | None
    event: int | None


class Version(NamedTuple):
    """An introduction as it was saved, and when; None where that is not known."""

    id: int
    text: str
    on: dt.date | None


def kept(answers: pd.DataFrame) -> tuple[Kept, ...]:
    """The questions that were kept, the oldest first."""
    found = []
    for id_, row in _of_step(answers).iterrows():
        what, _, whom = str(row["question"]).partition(".")
        kind, _, number = whom.partition(".")
        if what != _QUESTION or (whom and not (kind in ("person", "event") and number.isdecimal())):
            continue
        text, _, before = str(row["answer"]).partition("\n")
        ids = {kind: int(number)} if whom and len(number) < 16 else {}
        if text:
            where = ids.get("person"), ids.get("event")
            found.append(Kept(int(str(id_)), text, before or text, *where))
    return tuple(found)


def kinds(answers: pd.DataFrame) -> pd.DataFrame:
    """The kind of each question that was kept, as first typed and as kept.

    Returns
    -------
    DataFrame, one row a question, the oldest first: `before`, `after`, codes of `Kind`.
    """
    rows = [
        (check_question(one.before).kind.value, check_question(one.text).kind.value)
        for one in kept(answers)
    ]
    return pd.DataFrame(rows, columns=["before", "after"], dtype="object")


def as_kept(
    text: str, before: str, on: dt.date, person: int | None = None, event: int | None = None
) -> dict[str, object]:
    """A question as a row of the answers; `before` is what it was made from."""
    whom = f".person.{person}" if person else f".event.{event}" if event else ""
    lines = [" ".join(text.split()), " ".join(before.split())]
    said = lines[0] if lines[1] in ("", lines[0]) else "\n".join(lines)
    return {"step": STEP, "question": f"{_QUESTION}{whom}", "answer": said, "on": on}


def versions(answers: pd.DataFrame) -> tuple[Version, ...]:
    """The introductions that were saved, the newest first."""
    rows = _of_step(answers)
    rows = rows[rows["question"].astype("object") == _INTRODUCTION] if len(rows) else rows
    found = []
    for id_, row in rows.iterrows():
        on = row["on"]
        day = on.date() if isinstance(on, dt.datetime) else on
        known = isinstance(day, dt.date) and not pd.isna(on)
        found.append(Version(int(str(id_)), str(row["answer"]), day if known else None))
    return tuple(sorted(found, key=lambda v: (v.on or dt.date.min, v.id), reverse=True))


def as_version(text: str, on: dt.date | None) -> dict[str, object]:
    """An introduction as a row of the answers."""
    return {"step": STEP, "question": _INTRODUCTION, "answer": text, "on": on}


def _of_step(answers: pd.DataFrame) -> pd.DataFrame:
    return answers[answers["step"].astype("object") == STEP] if len(answers) else answers
