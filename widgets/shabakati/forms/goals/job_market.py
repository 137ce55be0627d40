"""The hidden job market of the goals: for each organisation, whom to ask first."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.finding import name_of
from shabakati.forms.following import Following
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.table import TableView
from shabakati.forms.unfolding import Told, Unfolding
from shabakati.insight import job_market as find_market
from shabakati.insight.job_market import counted
from shabakati.language import say
from shabakati.workbook import Workbook

TABLES = ("people", "ties", "goals", "exchanges", "sources")
CALM = 0.5  # s; one look for a flurry of changes
SHOWN = 10  # people of an organisation at once


class JobMarket(Following):
    """One line for each organisation of the open goals; a press shows all who can be asked."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.lines: Unfolding | None = None
        self._waiting: asyncio.TimerHandle | None = None
        super().__init__([self.note])
        self._draw()
        self.follow(book, self._changed, TABLES)

    def _changed(self, _change: Any) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around us: nothing to wait for
            self._draw()
            return
        if self._waiting is None:
            self._waiting = loop.call_later(CALM, self._draw)

    def _draw(self) -> None:
        self._waiting = None
        if not self._followed and self.lines is not None:
            return  # closed meanwhile
        told = list(_lines(self.book))
        old, self.lines = self.lines, Unfolding(say("forms.market.label"), told)
        self.note.say("" if told else say("forms.market.none"))
        self.children = (self.note, self.lines)
        if old is not None:
            old.close()


def _lines(book: Workbook) -> Iterator[Told]:
    market = find_market(book.people, book.ties, book.goals, book.exchanges, book.sources)
    counts = counted(market)
    still = book.goals[book.goals["state"] == "open"]
    for name in dict.fromkeys(name for names in still["organisations"] for name in names):
        rows = market[market["organisation"] == name]
        if rows.empty:
            yield Told(name, name, say("forms.market.nobody"))
            continue
        top = rows.iloc[0]
        first = say(
            f"forms.market.first.{top['how']}", name=_name(book, top), **_through(book, top)
        )
        if top["how"] == "near":
            told = f"{say('forms.market.nobody')} {first}"
        else:
            found = {key: int(n) for key, n in counts.loc[name].items()}
            told = f"{first} {say('forms.market.counts', **found)}"
        yield Told(name, name, told, say("forms.market.show"), partial(_table, book, rows, name))


def _through(book: Workbook, row: pd.Series) -> dict[str, str]:
    """The name of the one there, if somebody is asked because of them."""
    if row["how"] != "knows":
        return {}
    return {"through": name_of(book.people, int(row["through"]))}


def why(book: Workbook, row: pd.Series) -> str:
    """Why this person can be asked about an organisation, as a sentence."""
    return say(f"forms.market.why.{row['how']}", **_through(book, row))


def _name(book: Workbook, row: pd.Series) -> str:
    return name_of(book.people, int(row["person"]))


def _table(book: Workbook, rows: pd.DataFrame, name: str) -> TableView:
    """All who can be asked, in their order."""
    each = [row for _, row in rows.iterrows()]
    helped = say("forms.market.helped")
    frame = pd.DataFrame(
        {
            "name": [_name(book, row) for row in each],
            "why": [why(book, row) for row in each],
            "closeness": rows["closeness"].tolist(),
            "last": rows["last"].tolist(),
            "helped": [helped if row else "" for row in rows["helped"]],
        },
        index=pd.Index(rows["person"], name="id"),
    )
    return TableView(
        frame,
        [
            schema_column("people", "name"),
            ListColumn("why", say("forms.market.why")),
            schema_column("people", "closeness"),
            ListColumn("last", say("forms.market.last")),
            ListColumn("helped", say("forms.market.help")),
        ],
        say("forms.market.of", name=name),
        searched=("name",),
        page_size=SHOWN,
    )


def job_market(book: Workbook) -> widgets.VBox:
    """For each target organisation of your goals: who is there, who was, who knows somebody."""
    return root(JobMarket(book))
