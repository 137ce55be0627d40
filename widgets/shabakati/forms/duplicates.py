"""The same person twice: the sure ones made one with a press, the others side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

import ipywidgets as widgets
import pandas as pd

from shabakati.errors import NotThere, ShabakatiError
from shabakati.forms.comparing import MOST, pair_of
from shabakati.forms.following import Following
from shabakati.forms.newest import Newest
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.side_by_side import Decided, Pair, SideBySide
from shabakati.forms.undo import say_done
from shabakati.language import say
from shabakati.people.duplicates import COLUMNS, find_duplicates
from shabakati.people.kept_apart import keep_apart, kept_apart
from shabakati.people.merging import Merge, merge
from shabakati.people.review import Group, Review, review
from shabakati.workbook import Workbook

PAGE = 5  # cards
QUIET, QUIET_EACH = 0.5, 1e-4  # s, and s a person, without a change before we look again
QUICK = 300  # people; to look through so many takes about 0.1 s
# What must change before it is worth looking again: sorting people changes none of it.
_TELLING = (
    "name",
    "other_names",
    "phones",
    "emails",
    "url",
    "links",
    "organisation",
    "role",
    "city",
    "birthday",
)
Find = Callable[[pd.DataFrame], pd.DataFrame]
# What is put off outlives this widget: a new language builds it anew, the book stays.
_put_off: WeakKeyDictionary[Workbook, list[frozenset[int]]] = WeakKeyDictionary()


class Duplicates(Following):
    """Who seems to be in the book more than once; nobody is made one before it is asked for.

    `find` looks for pairs in the people of the book, again whenever what tells people apart has
    changed, in a thread of its own if they are many. Until it is back, what is left of the last
    look is shown.
    """

    def __init__(self, book: Workbook, find: Find = find_duplicates) -> None:
        self.book = book
        self.put_off = _put_off.setdefault(book, [])
        self.aside = Newest(lambda: (book.people,), partial(_review, find), self._see)
        self._seen: pd.DataFrame | None = None
        self._found = self._left = Review([], [], pd.DataFrame(columns=list(COLUMNS)))
        self._shown: dict[str, Group] = {}
        self._sure_first = False
        self._page = 0
        self.note = Note()
        self.note.add_class("sh-follows")
        self.count = Note()
        self.merge_sure = widgets.Button()
        self.merge_sure.add_class("sh-primary")
        self.merge_sure.on_click(lambda _: self._merge_sure())
        self.look = widgets.Button()
        self.look.on_click(lambda _: self._look())
        self.buttons = widgets.HBox([self.merge_sure, self.look])
        self.pairs = SideBySide(say("forms.duplicates.label"))
        self.pairs.on_act(self._decided)
        self.pairs.on_page(self._turn)
        super().__init__([self.count, self.buttons, self.pairs, self.note])
        self.add_class("sh-duplicates")
        self.follow(book, self._changed, ["people", "answers"])
        self._changed(None)

    def close(self) -> None:
        """Look no more."""
        self.aside.close()
        super().close()

    def _changed(self, _change: Any) -> None:
        """Show at once what is left of what was found; look again, aside if they are many."""
        people = self.book.people
        if self._seen is None or not _alike(self._seen, people):
            self._seen = people
            many = len(people) > QUICK
            self.aside.ask(QUIET + QUIET_EACH * len(people) if many else 0)
        self._regroup()

    def _see(self, found: Review) -> None:
        self._found = found
        self._regroup()

    def _regroup(self, focus: bool = False) -> None:
        self._left = self._found.left(self.book.people, kept_apart(self.book.answers))
        self._show(focus)

    @property
    def _sure_shown(self) -> bool:
        """Whether the sure ones are shown: they were asked for, or are all there is."""
        return bool(self._left.sure) and (self._sure_first or not self._left.unsure)

    def _groups(self) -> list[Group]:
        """What is shown side by side, what was put off last."""
        shown = self._left.sure if self._sure_shown else self._left.unsure
        order = {group: at for at, group in enumerate(self.put_off)}
        return sorted(shown, key=lambda group: order.get(frozenset(group), -1))

    def _show(self, focus: bool = False) -> None:
        groups = self._groups()
        pages = max(1, -(-len(groups) // PAGE))
        self._page = min(self._page, pages - 1)
        here = groups[self._page * PAGE : (self._page + 1) * PAGE]
        pairs = [(group, pair) for group in here if (pair := self._pair(group)) is not None]
        self._shown = {pair.key: group for group, pair in pairs}
        sure, unsure = len(self._left.sure), len(self._left.unsure)
        self.count.say(_counted(sure, unsure))
        self.merge_sure.description = say("forms.duplicates.merge_sure", n=sure)
        self.look.description = say(
            "forms.duplicates.look_unsure" if self._sure_shown else "forms.duplicates.look_sure"
        )
        self.look.layout.display = "" if sure and unsure else "none"
        self.buttons.layout.display = "" if sure else "none"
        self.pairs.show(
            (pair for _, pair in pairs),
            say("forms.duplicates.looking" if self.aside.waiting else "forms.duplicates.none"),
            self._page,
            pages,
            focus,
        )

    def _pair(self, group: Group) -> Pair | None:
        """The card of a group, unless somebody of it was removed elsewhere just now."""
        try:
            rows = {id_: self.book.row("people", id_) for id_ in group[:MOST]}
        except NotThere:
            return None
        return pair_of(rows, self.book.people, self._left, group)

    def _turn(self, page: int) -> None:
        self._page = page
        self._show()

    def _look(self) -> None:
        """Show the sure ones, or those that need a look."""
        self._sure_first = not self._sure_first
        self._page = 0
        self._show(focus=True)

    def _decided(self, decided: Decided) -> None:
        group = self._shown.get(decided.key)
        if group is None:
            return
        if decided.act == "later":
            asked = frozenset(group)
            self.put_off[:] = [*(g for g in self.put_off if g != asked), asked]
            self.note.say(say("forms.duplicates.put_off"))
            self._show()
        elif decided.act == "apart":
            self._keep_apart(group[:MOST])
        else:
            self._merge(group[:MOST], decided)

    def _keep_apart(self, people: list[int]) -> None:
        try:
            keep_apart(self.book, people)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        say_done(self.book, self.note, say("forms.duplicates.kept_apart", n=len(people)))

    def _merge(self, people: list[int], decided: Decided) -> None:
        same = tuple(people[place] for place in decided.same)
        if len(same) < 2:
            self.note.say(say("forms.duplicates.tick"), "error")
            return
        chosen = {name: people[place] for name, place in decided.chosen.items()}
        chosen = {name: id_ for name, id_ in chosen.items() if id_ in same}
        others = tuple(id_ for id_ in people if id_ not in same)
        name = self.book.row("people", same[0])["name"]
        if self._make_one([Merge(same, chosen, others)]):
            name = self.book.row("people", same[0])["name"]
            told = say("forms.duplicates.merged", n=len(same), name=name)
            say_done(self.book, self.note, told)

    def _merge_sure(self) -> None:
        """Make all sure ones one; before it begins the page says so."""
        sure = [Merge(tuple(group)) for group in self._left.sure]
        self.note.say(say("forms.duplicates.merging", n=len(sure)))
        try:
            asyncio.get_running_loop().call_later(0.05, self._make_sure_one, sure)
        except RuntimeError:  # no kernel around us
            self._make_sure_one(sure)

    def _make_sure_one(self, sure: list[Merge]) -> None:
        there = self.book.people.index
        sure = [asked for asked in sure if all(id_ in there for id_ in asked.people)]
        if sure and self._make_one(sure):
            say_done(self.book, self.note, say("forms.duplicates.merged_sure", n=len(sure)))
            self._regroup(focus=True)

    def _make_one(self, merges: list[Merge]) -> int:
        try:
            gone = merge(self.book, merges)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return 0
        if not gone:
            self.note.say(say("forms.duplicates.too_much"), "error")
        return gone


def _review(find: Find, people: pd.DataFrame) -> Review:
    return review(find(people), people)


def _alike(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two frames say the same of who people are."""
    return one is other or (
        one.index.equals(other.index)
        and all(one[name].tolist() == other[name].tolist() for name in _TELLING)
    )


def _counted(sure: int, unsure: int) -> str:
    if not sure + unsure:
        return ""
    told = [say("forms.duplicates.count", n=sure + unsure)]
    if sure:
        told.append(say("forms.duplicates.count_sure", n=sure))
    return "\n".join(told)


def duplicates(book: Workbook) -> widgets.VBox:
    """Who seems to be in the book more than once, and whether they are made one."""
    return root(Duplicates(book))
