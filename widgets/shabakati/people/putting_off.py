"""Whom you do not want to write to now: kept in the book until a day, taken back by one undo."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from shabakati.workbook import Workbook

STEP = "09_keeping_warm"
_QUESTION = "later."


def put_off(answers: pd.DataFrame) -> pd.Series:
    """The day until which each person was put off, by id; of several the last one that was said."""
    here = answers[(answers["step"] == STEP) & answers["question"].str.startswith(_QUESTION)]
    found: dict[int, dt.date] = {}
    for question, text in zip(here["question"], here["answer"], strict=True):
        name = question.removeprefix(_QUESTION)
        if name.isascii() and name.isdigit() and len(name) < 19:
            try:
                found[int(name)] = dt.date.fromisoformat(text)
            except ValueError:
                continue
    return pd.Series(found, dtype="object", name="until")


def put_off_until(book: Workbook, person: int, until: dt.date, today: dt.date) -> None:
    """Put a person off until a day, as one change."""
    question = f"{_QUESTION}{person}"
    answers = book.answers
    rows = answers.index[(answers["step"] == STEP) & (answers["question"] == question)].tolist()
    with book.together("put_off"):
        if rows:
            book.change("answers", rows[-1], answer=until.isoformat(), on=today)
        else:
            book.add("answers", step=STEP, question=question, answer=until.isoformat(), on=today)
