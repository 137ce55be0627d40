"""What the first words come to so far, in words: a few sentences, then one thing to do next."""

from __future__ import annotations

import datetime as dt

from shabakati.coach.introduction import check_introduction
from shabakati.coach.keeping import kinds
from shabakati.coach.ladder import ladder
from shabakati.insight.relevance import relevance
from shabakati.language import say
from shabakati.workbook import Workbook


def first_words(book: Workbook, today: dt.date | None = None) -> list[str]:
    """Step 07: the introduction, the questions kept, the rung of this week, whom to write to."""
    mine = book.row("profile", 1)
    text, asked = mine["introduction"], kinds(book.answers)
    if not text.strip():
        return [say("insight.first.nothing"), say("insight.first.next.introduction")]
    seen = check_introduction(text, None, book.goals, mine)
    told = [say("insight.first.time", n=round(seen.time.seconds))]
    if len(asked):
        opened = int((asked["after"] == "open").sum())
        told.append(say("insight.first.questions", n=len(asked), open=opened))
    stands = ladder(book.answers, mine["comfort"], today or dt.date.today())
    if stands.climbed:
        told.append(say("insight.first.climbed", n=len(stands.climbed)))
    if seen.left:
        first = seen.left[0]
        return [*told, say(f"insight.first.next.{first.check.value}")]
    if not len(asked):
        return [*told, say("insight.first.next.question")]
    if stands.rung is not None and not stands.waits:
        return [*told, say("insight.first.next.rung", rung=say(f"coach.rung.{stands.rung.value}"))]
    fits = relevance(book.people, book.goals)
    if len(fits):
        return [
            *told,
            say("insight.first.next.write", name=str(book.people.at[fits.index[0], "name"])),
        ]
    return [*told, say("insight.first.next.goals")]
