"""What is not to be proposed again: kept in the book, taken back by one undo or all at once."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from shabakati.workbook import Workbook

STEP = "10_my_plan"
_QUESTION = "not."


def dismissed(answers: pd.DataFrame) -> frozenset[str]:
    """The keys of the proposals that were dismissed."""
    return frozenset(q.removeprefix(_QUESTION) for q in answers.loc[_rows(answers), "question"])


def dismiss(book: Workbook, key: str, today: dt.date) -> None:
    """Propose this no more, as one change."""
    if key not in dismissed(book.answers):
        book.add("answers", step=STEP, question=f"{_QUESTION}{key}", answer="not this", on=today)


def propose_all_again(book: Workbook) -> None:
    """Forget what was dismissed, as one change."""
    book.remove("answers", [int(id_) for id_ in _rows(book.answers)])


def _rows(answers: pd.DataFrame) -> pd.Index:
    here = (answers["step"] == STEP) & answers["question"].str.startswith(_QUESTION)
    return answers.index[here.to_numpy(dtype=bool)]
