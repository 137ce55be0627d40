"""What the exchanges show, in words, and whom to thank or help next."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.matching_needs import matching_needs
from shabakati.insight.reciprocity import reciprocity
from shabakati.language import say, say_date, say_list
from shabakati.workbook import Workbook

NAMED = 3  # people who are named in a sentence


def exchanges(book: Workbook) -> list[str]:
    """Step 06: the balance of all, who is owed thanks, who can help with a goal, what is next."""
    people = book.people
    if people.empty:
        return [say("insight.exchanges.none"), say("insight.exchanges.next.people")]
    found = reciprocity(people, book.exchanges)
    given, received = int(found["given"].sum()), int(found["received"].sum())
    if not given + received:
        told = [say("insight.exchanges.none")]
        if len(book.exchanges):
            told.append(say("insight.exchanges.contact", n=len(book.exchanges)))
        return [*told, say("insight.exchanges.next.log")]
    way = "even" if given == received else "more_given" if given > received else "more_received"
    told = [say(f"insight.exchanges.{way}", given=given, received=received)]
    told += _owed(people, found)
    helpers = matching_needs(people, book.goals)["person"].nunique()
    if helpers:
        told.append(say("insight.exchanges.needs", n=int(helpers)))
    return [*told, _next(people, found)]


def _owed(people: pd.DataFrame, found: pd.DataFrame) -> list[str]:
    owed = int(found["owes_thanks"].sum())
    if not owed:
        return [say("insight.exchanges.clear")]
    told = [say("insight.exchanges.owed", n=owed)]
    silent = found.index[found["unheard"]]
    if len(silent):
        which = say_list(str(people.at[id_, "name"]) for id_ in silent[:NAMED])
        told.append(say("insight.exchanges.unheard", which=which))
    return told


def _next(people: pd.DataFrame, found: pd.DataFrame) -> str:
    """Thank whoever heard nothing, then whoever is owed thanks; else give back; else keep on."""
    owed = found[found["owes_thanks"]]
    if len(owed):
        day = owed["last_received"].map(lambda on: on.toordinal())
        order = owed.assign(day=day).sort_values(["unheard", "day"], ascending=False)
        name = str(people.at[order.index[0], "name"])
        date = say_date(order["last_received"].iloc[0])
        return say("insight.exchanges.next.thank", name=name, date=date)
    if found["balance"].min() < 0:
        name = str(people.at[found["balance"].idxmin(), "name"])
        return say("insight.exchanges.next.offer", name=name)
    return say("insight.exchanges.next.keep")
