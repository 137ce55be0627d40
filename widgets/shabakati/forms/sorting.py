"""Suggestions, gathered by reason, organisation or school: say one thing of many, or of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import ShabakatiError
from shabakati.forms.cards import Cards
from shabakati.forms.chips import Chips
from shabakati.forms.following import Following
from shabakati.forms.gathered import WAYS, card, gather, nothing, reason, rows, title
from shabakati.forms.listing import schema_column
from shabakati.forms.note import Note
from shabakati.forms.people import SEARCHED, choice_options
from shabakati.forms.root import root
from shabakati.forms.suggested import suggested_in
from shabakati.forms.table import BulkAction, TableView
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.people.declining import decline
from shabakati.people.gathering import Gathered
from shabakati.people.suggest import COLUMNS, accept
from shabakati.workbook import Workbook

SHOWN = 12  # cards at once


class Suggestions(Following):
    """What may be said of people, of many at once; nothing is said before it is accepted.

    What is declined is kept in the book and not suggested again.
    """

    def __init__(self, book: Workbook, columns: Sequence[str] = COLUMNS) -> None:
        self.book = book
        self.columns = tuple(columns)
        self.groups: dict[str, Gathered] = {}
        self._shown = SHOWN
        self._open: str | None = None
        self.found = suggested_in(book)
        self.note = Note()
        self.count = Note()
        ways = [(way, say(f"forms.gather.by.{way}")) for way in WAYS]
        self.ways = Chips(say("forms.gather.by"), ways)
        self.ways.on_choose(lambda _: self._gather_anew())
        self.cards = Cards(say("forms.sorting.label"))
        self.cards.on_press(self._pressed)
        self.cards.on_choose(self._chosen)
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
        )
        self.table.on_action(self._acted)
        super().__init__()
        self.found.listen(self._group)
        self._group()

    def close(self) -> None:
        """Let go of the book, and close all that is inside."""
        self.found.leave(self._group)
        super().close()

    def _actions(self, gathered: Gathered) -> tuple[BulkAction, ...]:
        """What can be said of those selected."""
        actions = []
        if gathered.likeliest:
            actions += [
                BulkAction("accept", say("forms.sorting.accept"), tone="primary"),
                BulkAction("decline", say("forms.sorting.decline")),
            ]
        if gathered.name:
            label, options = say("forms.gather.give_selected"), choice_options(gathered.column)
            actions.append(BulkAction("give", label, "buttons", options))
        return tuple(actions)

    def _gather_anew(self) -> None:
        self._open, self._shown = None, SHOWN
        self.note.clear()
        self._group()

    def _group(self) -> None:
        """Gather those who are open now."""
        self.groups = gather(self.book, self.ways.chosen, self.found.suggestions, self.columns)
        self._show(self._open if self._open in self.groups else None)

    def _show(self, key: str | None) -> None:
        """Show all cards, or the people of one."""
        self._open = key
        if key is None:
            self.count.say(self._counted())
            few = islice(self.groups.items(), self._shown)
            self.cards.show(card(key, gathered) for key, gathered in few)
            more = [self.more] if len(self.groups) > self._shown else []
            self.children = (self.note, self.ways, self.count, self.cards, *more)
            return
        gathered = self.groups[key]
        self.title.say(title(gathered) + "\n" + reason(gathered))
        self.table.actions = self._actions(gathered)
        self.table.frame = self.book.people.loc[gathered.ids]
        self.children = (self.note, self.back, self.title, self.table)

    def _counted(self) -> str:
        way = self.ways.chosen
        if not self.groups and self.found.newest.waiting:
            return say("forms.sorting.looking")
        if way == "reason":
            return say("forms.sorting.count", n=sum(len(g.ids) for g in self.groups.values()))
        return "" if self.groups else nothing(way, self.book)

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._show(None)

    def _pressed(self, key: str, name: str) -> None:
        gathered = self.groups.get(key)
        if gathered is None:
            return
        if name == "open":
            self.table.select(())
            self._show(key)
            self.back.focus()
        else:
            self._accept(rows(gathered, gathered.fitting))

    def _chosen(self, key: str, code: str) -> None:
        gathered = self.groups.get(key)
        if gathered is not None:
            self._accept(rows(gathered, gathered.ids, code))

    def _acted(self, name: str, value: str, ids: list[int]) -> None:
        gathered = self.groups.get(self._open or "")
        if gathered is None:
            return
        if name == "accept":
            self._accept(rows(gathered, ids))
        elif name == "give":
            self._accept(rows(gathered, ids, value))
        elif gathered.likeliest:
            decline(self.book, gathered.column, gathered.likeliest.value, ids)
            say_done(self.book, self.note, say("forms.sorting.declined", n=len(ids)))

    def _accept(self, said: pd.DataFrame) -> None:
        """Say it of these people, in one change, unless something else was said meanwhile."""
        try:
            filled = accept(self.book, said)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.sorting.accepted", n=filled))


def suggestions(book: Workbook, columns: Sequence[str] = COLUMNS) -> widgets.VBox:
    """What may be said of people whose relation, place or type is not said, with the reasons.

    `columns` are some of `relation`, `place` and `network_type`: what is asked for here.
    """
    return root(Suggestions(book, columns))
