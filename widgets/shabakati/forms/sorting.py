"""Suggestions, gathered by their reason: accept all of one reason, or look at each person."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Card, Cards, Press
from shabakati.forms.following import Following
from shabakati.forms.listing import schema_column
from shabakati.forms.note import Note
from shabakati.forms.people import SEARCHED
from shabakati.forms.root import root
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.language import say, word
from shabakati.people.suggest import COLUMNS, accept, suggest
from shabakati.schema import column
from shabakati.workbook import Workbook

SHOWN = 12  # reasons at once
QUICK = 2_000  # people; suggestions for so many take about 0.2 s
_BY = ["column", "value", "reason", "about"]
_READ = ["people", "profile", "exchanges"]
# What a reader declined outlives this widget: a new language builds it anew, the book stays.
_declined: WeakKeyDictionary[Workbook, set[tuple[int, str, str]]] = WeakKeyDictionary()


class Suggestions(Following):
    """What may be said of people, reason by reason; nothing is said before it is accepted.

    What is declined is not suggested again as long as the book is open.
    """

    def __init__(self, book: Workbook, columns: Sequence[str] = COLUMNS) -> None:
        self.book = book
        self.columns = tuple(columns)
        self.declined = _declined.setdefault(book, set())
        self.groups: dict[str, pd.DataFrame] = {}
        self._shown = SHOWN
        self._open: str | None = None
        self.looking: asyncio.Task[None] | None = None
        self._stale = False
        self._found = suggest(book.people.head(0), book.profile, book.exchanges.head(0))
        self.note = Note()
        self.count = Note()
        self.cards = Cards(say("forms.sorting.label"))
        self.cards.on_press(self._pressed)
        self.more = widgets.Button(description=say("forms.sorting.more"))
        self.more.on_click(lambda _: self._show_more())
        self.back = widgets.Button(description=say("forms.sorting.back"))
        self.back.on_click(lambda _: self._show(None))
        self.title = Note()
        self.table = TableView(
            book.people.head(0),
            [schema_column("people", n) for n in ("name", "organisation", "role", "city")],
            say("forms.sorting.people"),
            searched=SEARCHED,
            actions=[
                BulkAction("accept", say("forms.sorting.accept"), tone="primary"),
                BulkAction("decline", say("forms.sorting.decline")),
            ],
        )
        self.table.on_action(self._acted)
        super().__init__()
        self.follow(book, self._changed, _READ)
        self._changed(None)

    def _changed(self, _change: Any) -> None:
        """Show at once what is left of the suggestions; look for new ones, aside if it is long."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around us: nobody waits but the caller
            loop = None
        if loop is None or len(self.book.people) <= QUICK:
            self._found = suggest(*self._read())
            self._group()
            return
        self._stale = True
        self._group()
        if self.looking is None or self.looking.done():
            self.looking = loop.create_task(self._look_aside())

    async def _look_aside(self) -> None:
        """Look for suggestions in a thread; frames never change in place, so it may read them."""
        while self._stale:
            self._stale = False
            found = await asyncio.to_thread(suggest, *self._read())
            if not self._followed:
                return  # closed meanwhile
            self._found = found
            self._group()

    def _read(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        return self.book.people, self.book.profile, self.book.exchanges

    def _group(self) -> None:
        """Gather what was found by its reason, without what is declined or said by now."""
        people = self.book.people
        found = self._found[self._found["column"].isin(self.columns)]
        unsaid = {name: set(people.index[people[name].isna()]) for name in found["column"].unique()}
        cells = zip(found["person"], found["column"], found["value"], strict=True)
        left = [p in unsaid[c] and (p, c, value) not in self.declined for p, c, value in cells]
        found = found[pd.Series(left, index=found.index, dtype=bool)]
        found = found.drop_duplicates(["person", "column"])
        groups = {"|".join(map(str, key)): group for key, group in found.groupby(_BY, sort=False)}
        self.groups = dict(sorted(groups.items(), key=lambda item: -len(item[1])))
        self._show(self._open if self._open in self.groups else None)

    def _show(self, key: str | None) -> None:
        """Show all reasons, or the people of one."""
        self._open = key
        if key is None:
            count = sum(map(len, self.groups.values()))
            looking = self._stale and not count
            counted = say("forms.sorting.count", n=count)
            self.count.say(say("forms.sorting.looking") if looking else counted)
            self.cards.show(
                _card(key, group) for key, group in list(self.groups.items())[: self._shown]
            )
            more = [self.more] if len(self.groups) > self._shown else []
            self.children = (self.note, self.count, self.cards, *more)
            return
        group = self.groups[key]
        self.title.say(_title(group) + "\n" + _reason(group))
        self.table.frame = self.book.people.loc[group["person"]]
        self.children = (self.note, self.back, self.title, self.table)

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._show(None)

    def _pressed(self, key: str, name: str) -> None:
        if key not in self.groups:
            return
        if name == "open":
            self.table.select(())
            self._show(key)
            self.back.focus()
        else:
            self._accept(self.groups[key], list(self.groups[key]["person"]))

    def _acted(self, name: str, _value: str, ids: list[int]) -> None:
        group = self.groups.get(self._open or "")
        if group is None:
            return
        if name == "accept":
            self._accept(group, ids)
            return
        col, value = _what(group)
        self.declined |= {(person, col, value) for person in ids}
        self.note.say(say("forms.sorting.declined", n=len(ids)))
        self._group()

    def _accept(self, group: pd.DataFrame, ids: list[int]) -> None:
        """Say it of these people, in one change, unless something else was said meanwhile."""
        try:
            filled = accept(self.book, group[group["person"].isin(ids)])
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.sorting.accepted", n=filled))


def _what(group: pd.DataFrame) -> tuple[str, str]:
    """The column and the code that a group of suggestions is about."""
    return str(group["column"].iat[0]), str(group["value"].iat[0])


def _title(group: pd.DataFrame) -> str:
    col, value = _what(group)
    code = next(c for c in column("people", col).choices if str(c) == value)
    return say(
        "forms.sorting.title",
        n=len(group),
        column=say(f"schema.people.{col}"),
        value=word(code),
    )


def _reason(group: pd.DataFrame) -> str:
    return say(f"people.suggest.{group['reason'].iat[0]}", about=str(group["about"].iat[0]))


def _card(key: str, group: pd.DataFrame) -> Card:
    _, value = _what(group)
    accept = Press("accept", say("forms.sorting.accept_all", n=len(group)), "primary")
    look = Press("open", say("forms.sorting.look", n=len(group)), open=False)
    return Card(key, _title(group), _reason(group), (accept, look), value)


def suggestions(book: Workbook, columns: Sequence[str] = COLUMNS) -> widgets.VBox:
    """What may be said of people whose relation, place or type is not said, with the reasons.

    `columns` are some of `relation`, `place` and `network_type`: what is asked for here.
    """
    return root(Suggestions(book, columns))
