"""What keeping warm shows for this network, in words, then one thing to do next."""

from __future__ import annotations

import datetime as dt

from shabakati.insight.greeting import occasions
from shabakati.insight.greeting.words import expected_word, occasion_word
from shabakati.insight.small_acts import act_says
from shabakati.insight.upkeep import State, waiting
from shabakati.insight.warmth import due_acts, kept_warm
from shabakati.language import say, say_date
from shabakati.people.zones import today_of
from shabakati.workbook import Workbook

YEAR = dt.timedelta(days=365)


def warm(book: Workbook, today: dt.date | None = None) -> list[str]:
    """Step 09: who is due, who is cooling, the next occasion, and with whom to begin."""
    today = today or today_of(book.row("profile", 1))
    if book.people.empty:
        return [say("insight.warm.nobody"), say("insight.warm.next.people")]
    kept = kept_warm(book, today)
    followed = int(kept["state"].notna().sum())
    if not followed:
        return [say("insight.warm.none_followed"), say("insight.warm.next.closeness")]
    late, cooling = len(waiting(kept)), int((kept["state"] == State.COOLING).sum())
    told = [say("insight.warm.followed", n=followed, due=late)]
    if cooling:
        told.append(say("insight.warm.cooling", n=cooling))
    told += _next_occasion(book, today)
    first = due_acts(book, today, kept, 1)
    if len(first):
        [row] = first.itertuples()
        name = str(book.people.at[row.Index, "name"])
        return [*told, say("insight.warm.next.begin", name=name), act_says(row)]
    if not book.people["occasions"].map(bool).any():
        return [*told, say("insight.warm.next.occasions")]
    return [*told, say("insight.warm.next.calendar")]


def _next_occasion(book: Workbook, today: dt.date) -> list[str]:
    """The first day on which somebody is to be greeted, in one sentence, if there is one."""
    found = occasions(book.people, book.profile, today, today + YEAR)
    if found.empty:
        return []
    first = found.iloc[0]
    columns = ["on", "occasion", "variant", "country"]
    n = int((found[columns] == first[columns]).all(axis=1).sum())
    named = occasion_word(first["occasion"], first["variant"], first["country"])
    sentences = [say("insight.warm.occasion", n=n, occasion=named, on=say_date(first["on"]))]
    return sentences + [text for text in [expected_word(first["hijri"])] if text]
