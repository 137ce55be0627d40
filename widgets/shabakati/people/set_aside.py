"""People who were set aside for a question: declined for an answer, or left for later.

Kept in the book, so that a page that is opened again knows it; each time is one undo.
"""

from __future__ import annotations

from collections.abc import Iterable

from shabakati.schema import TEXT_LIMIT
from shabakati.workbook import Workbook

STEP = "sorting"
_MOST = TEXT_LIMIT // 20  # ids in one row; an id of SQLite has 19 digits at most


def set_aside(book: Workbook, question: str) -> frozenset[int]:
    """The ids that were set aside for a question; also of people who are gone."""
    answers = book.answers
    here = answers[(answers["step"] == STEP) & (answers["question"] == question)]
    return frozenset(int(id_) for text in here["answer"] for id_ in text.split() if _is_id(id_))


def asked_aside(book: Workbook, start: str) -> list[str]:
    """The questions that begin with `start` for which somebody was set aside."""
    answers = book.answers
    asked = answers.loc[answers["step"] == STEP, "question"].unique().tolist()
    return [question for question in asked if question.startswith(start)]


def put_aside(book: Workbook, question: str, ids: Iterable[int]) -> None:
    """Set people aside for a question, as one change."""
    new = sorted({*ids} - set_aside(book, question))
    with book.together("set_aside"):
        for at in range(0, len(new), _MOST):
            text = " ".join(map(str, new[at : at + _MOST]))
            book.add("answers", step=STEP, question=question, answer=text)


def take_up(book: Workbook, question: str, ids: Iterable[int] | None = None) -> None:
    """Set these people, or all, aside no more, as one change."""
    gone = None if ids is None else set(ids)
    with book.together("set_aside"):
        answers = book.answers
        here = answers[(answers["step"] == STEP) & (answers["question"] == question)]
        for row, text in zip(here.index.tolist(), here["answer"], strict=True):
            left = [] if gone is None else [i for i in text.split() if not _in(i, gone)]
            if not left:
                book.remove("answers", row)
            elif len(left) < len(text.split()):
                book.change("answers", row, answer=" ".join(left))


def _in(text: str, ids: set[int]) -> bool:
    return _is_id(text) and int(text) in ids


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20
