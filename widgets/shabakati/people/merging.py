"""Rows of one person made one in the book, with all that was said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from shabakati.errors import InvalidRow
from shabakati.people.kept_apart import carry_over, keep_apart
from shabakati.people.uniting import united
from shabakati.storage.validation import accepted
from shabakati.workbook import Workbook


class Merge(NamedTuple):
    """Rows that are one person; `chosen` says by column whose value wins, if not the default's."""

    people: tuple[int, ...]
    chosen: Mapping[str, int] = {}
    others: tuple[int, ...] = ()  # who is none of them, to be remembered


def merge(book: Workbook, merges: Iterable[Merge]) -> int:
    """Make the people of each merge one, the first of each staying, all as one change.

    Ties, exchanges, events, actions and introductions move along; so does what was said of who
    is not one. Those that together say more than one row can hold stay as they are. Nobody may
    stand in two of the merges.

    Returns
    -------
    int, how many rows are gone.
    """
    wholes: dict[int, dict[str, Any]] = {}
    became: dict[int, int] = {}
    with book.together("merge"):
        for people, chosen, others in merges:
            rows = {id_: book.row("people", id_) for id_ in people}
            try:
                whole = accepted("people", united(rows, chosen))
            except InvalidRow:
                continue
            wholes[people[0]] = whole
            became |= dict.fromkeys(people[1:], people[0])
            for other in others:
                keep_apart(book, (people[0], other))
        away = book.merge_all((keep, gone) for gone, keep in became.items())
        if away < len(became):  # the notes of some were too long before equal ones became one
            for gone in became.keys() & set(book.people.index):
                wholes.pop(became.pop(gone), None)
        for keep, whole in wholes.items():
            by = whole["introduced_by"]
            whole["introduced_by"] = became.get(by, by)
            if whole["introduced_by"] == keep:
                whole["introduced_by"] = None
        book.change_all("people", wholes)
        carry_over(book, became)
    return len(became)
