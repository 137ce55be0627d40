"""Suggestions, gathered by their reason: accept all of one reason, or look at each person."""

from __future__ import annotations

from typing import Any

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
from shabakati.people.suggest import suggest
from shabakati.schema import column
from shabakati.workbook import Workbook

SHOWN = 12  # reasons at once
_BY = ["column", "value", "reason", "about"]
_READ = ["people", "profile", "exchanges"]


class Suggestions(Following):
    """What may be said of people, reason by reason; nothing is said before it is accepted.

    What is declined is not suggested again as long as this widget lives.
    """

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.declined: set[tuple[int, str, str]] = set()
        self.groups: dict[str, pd.DataFrame] = {}
        self._shown = SHOWN
        self._open: str | None = None
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
        self._suggest()
        self.follow(book, self._changed, _READ)

    def _changed(self, _change: Any) -> None:
        self._suggest()

    def _suggest(self) -> None:
        found = suggest(self.book.people, self.book.profile, self.book.exchanges)
        declined = [
            (int(p), str(c), str(val)) in self.declined
            for p, c, val in zip(found["person"], found["column"], found["value"], strict=True)
        ]
        found = found[[not d for d in declined]].drop_duplicates(["person", "column"])
        found = found.assign(about=found["about"].fillna("").astype("str"))
        groups = {"|".join(map(str, key)): group for key, group in found.groupby(_BY, sort=False)}
        self.groups = dict(sorted(groups.items(), key=lambda item: -len(item[1])))
        self._show(self._open if self._open in self.groups else None)

    def _show(self, key: str | None) -> None:
        """Show all reasons, or the people of one."""
        self._open = key
        if key is None:
            self.count.say(say("forms.sorting.count", n=sum(map(len, self.groups.values()))))
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
        self._suggest()

    def _accept(self, group: pd.DataFrame, ids: list[int]) -> None:
        """Say it of these people, in one change, unless something else was said meanwhile."""
        col, value = _what(group)
        cells = self.book.people[col]
        ids = [int(i) for i in ids if i in cells.index and pd.isna(cells.at[i])]
        try:
            if ids:
                self.book.change("people", ids, **{col: value})
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.sorting.accepted", n=len(ids)))


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
    look = Press("open", say("forms.sorting.look"), open=False)
    return Card(key, _title(group), _reason(group), (accept, look), value)


def suggestions(book: Workbook) -> widgets.VBox:
    """What may be said of people whose relation, place or type is not said, with the reasons."""
    return root(Suggestions(book))
