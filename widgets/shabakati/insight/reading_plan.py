"""What the plan shows, in words, and the one thing to do on the next working day."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from shabakati.insight.closing import closing_points
from shabakati.insight.planned import open_actions, proposed
from shabakati.insight.working_days import next_working_day
from shabakati.language import say, say_date
from shabakati.people.zones import today_of
from shabakati.workbook import Workbook


def plan(book: Workbook, today: dt.date | None = None) -> list[str]:
    """Step 10: how many actions are open, overdue, done; what to do on the next working day."""
    today = today or today_of(book.row("profile", 1))
    if book.people.empty and book.actions.empty:
        return [say("insight.plan.nobody"), say("insight.plan.next.people")]
    still = open_actions(book.actions)
    done = len(book.actions) - len(still)
    told = [say("insight.plan.open", n=len(still))] if len(still) else []
    late = sum(pd.notna(day) and day < today for day in still["due"])
    if late:
        told.append(say("insight.plan.late", n=late))
    if done:
        told.append(say("insight.plan.done", n=done))
    on = say_date(next_working_day(today, book.row("profile", 1)["country"]))
    if len(still):
        first = still.iloc[0]
        what, n = str(first["text"]), int(first["minutes"])
        return [*told, say("insight.plan.next.do", on=on, what=what, n=n)]
    found = proposed(book, today, most=1)
    if len(found):
        what = str(found["text"].iloc[0])
        return [*told, say("insight.plan.next.take", on=on, what=what)]
    return [*told, say("insight.plan.next.write")]


def closing(book: Workbook, today: dt.date | None = None) -> list[str]:
    """The article's closing points, a sentence each: what is done, and what is left."""
    today = today or today_of(book.row("profile", 1))
    return [
        say(
            f"insight.closing.{point.code}.{'done' if point.done else 'open'}",
            have=point.have,
            all=point.all,
        )
        for point in closing_points(book, today)
    ]
