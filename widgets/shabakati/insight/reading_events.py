"""Step 08 in words: what events cost, what came of them, and one thing to do next."""

from __future__ import annotations

import datetime as dt

from shabakati.insight.effort import effort
from shabakati.language import say, word
from shabakati.vocabulary import EventKind
from shabakati.workbook import Workbook


def events(book: Workbook, today: dt.date) -> list[str]:
    """How many events were held, what followed, which kind brings most; what to do next."""
    found = effort(book.events, book.exchanges, book.people, today=today)
    planned = [event for event in book.events.index if event not in found.index]
    told = [say("insight.events.held", n=len(found))]
    if len(found):
        told.append(say("insight.events.followed", n=int(found["followed"].sum())))
        told.append(_compared(book, today))
    if not planned:
        return [*told, say("insight.events.next.plan")]
    if not all(map(len, book.events.loc[planned, "questions"])):
        return [*told, say("insight.events.next.ask")]
    return [*told, say("insight.events.next.go")]


def _compared(book: Workbook, today: dt.date) -> str:
    kinds = effort(book.events, book.exchanges, book.people, by="kind", today=today)
    rates = kinds.loc[kinds["enough"].astype(bool), "met_per_hour"].dropna().sort_values()
    if len(rates) < 2 or rates.iloc[0] == rates.iloc[-1]:
        return say("insight.events.few")
    most, least = (word(EventKind(rates.index[at])) for at in (-1, 0))
    return say("insight.events.compared", most=most, least=least)
