"""What the goals and the job market show, in words, and whom to ask next."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.job_market import counted, job_market
from shabakati.language import say, say_list, word
from shabakati.people.organisation_search import names_meaning
from shabakati.vocabulary import Benefit, GoalState
from shabakati.workbook import Workbook


def goals(book: Workbook) -> list[str]:
    """Step 01: open goals, benefits without one, organisations within reach, whom to ask next."""
    if book.goals.empty:
        return [say("insight.goals.none"), say("insight.goals.next.write")]
    still = book.goals[book.goals["state"] == GoalState.OPEN.value]
    told = [say("insight.goals.open", n=len(still))]
    if still.empty:
        return [*told, say("insight.goals.next.reopen")]
    missing = [word(code) for code in Benefit if code.value not in set(still["benefit"])]
    if missing:
        told.append(say("insight.goals.missing", which=say_list(missing)))
    targets = list(dict.fromkeys(name for names in still["organisations"] for name in names))
    if not targets:
        return [*told, say("insight.goals.next.organisation")]
    if book.people.empty:
        return [*told, say("insight.goals.next.people", organisation=targets[0])]
    market = job_market(book.people, book.ties, book.goals, book.exchanges, book.sources)
    counts = counted(market)
    there = int((counts["now"] > 0).sum())
    step = int(((counts["now"] == 0) & (counts[["was", "knows"]].sum(axis=1) > 0)).sum())
    told.append(say("insight.goals.market", n=len(targets), there=there, step=step))
    return [*told, _next(book, market, targets)]


def _next(book: Workbook, market: pd.DataFrame, targets: list[str]) -> str:
    """Whom to ask: of all organisations but one's own the one who comes first."""
    mine = str(book.row("profile", 1)["organisation"])
    home = {name for name, same in names_meaning(targets, [mine]).items() if same}
    others = [name for name in targets if name not in home] or targets
    first = market[market["organisation"].isin(others)].drop_duplicates("organisation")
    bare = [name for name in others if name not in set(first["organisation"])]
    if first.empty:
        return say("insight.goals.next.nobody", organisation=bare[0])
    best = first.sort_values("score", ascending=False, kind="stable").iloc[0]
    named = {"name": str(book.people.at[best["person"], "name"])}
    if best["how"] == "knows":
        named["through"] = str(book.people.at[best["through"], "name"])
    return say(f"insight.goals.next.{best['how']}", organisation=best["organisation"], **named)
