"""The whole walk on one page: a bar, what can be done everywhere, and the step that is open."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import ipywidgets as widgets

from shabakati.errors import BookFileError
from shabakati.forms.attention import Attention, attended
from shabakati.forms.following import Following
from shabakati.forms.kept.keeper import Keeper
from shabakati.forms.note import Note
from shabakati.forms.root import root, turn
from shabakati.forms.snapshots import Snapshots
from shabakati.language import current_language, say, use
from shabakati.look.style import Style
from shabakati.opening import in_a_room, open_demo, open_workbook
from shabakati.schema import TABLES
from shabakati.steps import (
    ahead,
    events,
    first_words,
    keeping_warm,
    my_goals,
    my_map,
    my_people,
    my_plan,
    network_types,
    our_places,
    start_here,
    what_we_exchange,
)
from shabakati.steps.bar import Bar
from shabakati.steps.step import Step
from shabakati.steps.tools import Tools
from shabakati.workbook import Workbook

LOOK_AGAIN = 2  # seconds between two looks at what other windows wrote to the same file


class Page(Following):
    """The one page. Steps are built when first opened; a new language builds them anew.

    In a room the book is `kept` in the reader's browser, and becomes what that holds.
    """

    def __init__(self, book: Workbook, kept: bool = False) -> None:
        super().__init__()
        self.mine = book
        self.book = book
        self.bar = Bar()
        self.bar.on_go(self.go)
        self.bar.on_language(self.speak)
        self.bar.on_hello(self._greet)
        self.here = start_here.NAME
        self._opened: dict[str, widgets.Widget] = {}
        self._seen: dict[str, Attention] = {}
        self._tools: list[widgets.Widget] = []
        self._onward: list[widgets.Widget] = []
        self.follow(book, self._changed, TABLES)
        self.snapshots = Snapshots(book)
        self.keeper = Keeper(book, self.begin_anew, self.rest) if kept else None
        self._still = False
        self._build()

    def go(self, name: str) -> None:
        """Open a step; it is built when it is opened for the first time."""
        self.here = name
        if name not in self._opened:
            with attended() as self._seen[name]:
                self._opened[name] = self._step(name).build(self.book)
        for other, opened in self._opened.items():
            opened.layout.display = "" if other == name else "none"
            if other != name:
                self._seen[other].sleep()
        self._seen[name].wake()
        self._lay_out()
        self._show_onward()
        self._show_bar()

    def names(self) -> list[str]:
        """The steps, in their order."""
        return [step.name for step in self._steps()]

    def speak(self, language: str) -> None:
        """Say everything in this language from now on; the work stays as it is."""
        if language == current_language():
            return
        use(language)
        if self.keeper:
            self.keeper.speak()
        self._build()

    def walk(self, book: Workbook) -> None:
        """Go through the steps with this book."""
        self.unfollow()
        left, self.book = self.book, book
        self.follow(book, self._changed, TABLES)
        self._build()
        if left is not self.mine:
            left.close()

    def walk_demo(self) -> None:
        """Go through the steps with the demo, of which nothing is kept."""
        self.walk(open_demo())

    def begin_anew(self) -> None:
        """Go back to the first step, with nothing of what was typed or shown before."""
        self.here = start_here.NAME
        self.walk(self.mine)

    def rest(self, still: bool) -> None:
        """Show no step while another tab goes on with the book."""
        self._still = still
        self._lay_out()

    def close(self) -> None:
        """Let go of the books and of every step."""
        _close_all(self.children)
        self.snapshots.close()
        super().close()

    def look_again(self) -> None:
        """Show what other windows wrote; a file that cannot be read just now is said."""
        try:
            self.mine.refresh()
        except BookFileError as error:
            self.tools.say_error(str(error))

    def _greet(self, language: str, step: str) -> None:
        if step:
            self.here = step
        if language and language != current_language():
            self.speak(language)
        elif step:
            self.go(step)

    def _build(self) -> None:
        old = [*self._tools, *self._opened.values(), *self._onward]
        self._opened = {}
        self.tools = Tools(self.book, self.book is self.mine, self.keeper)
        self._tools = [root(self.tools)]
        if self.book is not self.mine:
            self._tools.append(root(self._back_home()))
        self._next = widgets.Button()
        self._next.on_click(lambda _: self._go_on())
        self._onward = [root(self._next)]
        self.go(self.here)
        _close_all(old)

    def _lay_out(self) -> None:
        if self._still and self.keeper:
            self.children = [self.bar, self.keeper]
        else:
            self.children = [self.bar, *self._tools, *self._opened.values(), *self._onward]

    def _back_home(self) -> widgets.VBox:
        leave = widgets.Button(description=say("steps.bar.leave_demo"))
        leave.add_class("sh-primary")
        leave.on_click(lambda _: self.walk(self.mine))
        box = widgets.VBox([Note(say("steps.bar.demo")), leave])
        box.add_class("sh-card")
        return box

    def _step(self, name: str) -> Step:
        return next(step for step in self._steps() if step.name == name)

    def _steps(self) -> Iterator[Step]:
        walk_demo = self.walk_demo if self.book is self.mine else None
        begin = partial(start_here.start_here, walk_demo=walk_demo)
        yield Step(start_here.NAME, begin, start_here.is_done)
        yield Step(my_goals.NAME, my_goals.my_goals, my_goals.is_done)
        yield Step(my_people.NAME, my_people.my_people, my_people.is_done)
        yield Step(our_places.NAME, our_places.our_places, our_places.is_done)
        yield Step(network_types.NAME, network_types.network_types, network_types.is_done)
        yield Step(my_map.NAME, my_map.my_map, my_map.is_done)
        exchange = what_we_exchange
        yield Step(exchange.NAME, exchange.what_we_exchange, exchange.is_done)
        yield Step(first_words.NAME, first_words.first_words, first_words.is_done)
        yield Step(events.NAME, events.events, events.is_done)
        yield Step(keeping_warm.NAME, keeping_warm.keeping_warm, keeping_warm.is_done)
        yield Step(my_plan.NAME, my_plan.my_plan, my_plan.is_done)

    def _following(self) -> str | None:
        """The step after the one that is open."""
        names = self.names()
        return next(iter(names[names.index(self.here) + 1 :]), None)

    def _go_on(self) -> None:
        following = self._following()
        if following:
            self.go(following)

    def _show_onward(self) -> None:
        """A step ends with the way to the next one: on a phone the bar is far above."""
        following = self._following()
        self._next.layout.display = "" if following else "none"
        if following:
            self._next.description = say("steps.bar.next", name=say(f"steps.{following}.short"))

    def _show_bar(self) -> None:
        shown = []
        for step in self._steps():
            state = "done" if step.is_done(self.book) else "open"
            state = "here" if step.name == self.here else state
            shown.append((step.name, say(f"steps.{step.name}.short"), state))
        self.bar.show(shown, self.here)

    def _changed(self, _change: Any) -> None:
        self._show_bar()


def page(book: Workbook | None = None) -> widgets.VBox:
    """The whole walk on one page, for Voilà and JupyterLab alike; your own book unless given one.

    A book that cannot be opened is said on the page, in words, and left as it is.
    """
    kept = book is None and in_a_room()
    if book is None:
        made = ahead.taken()
        if made is not None:
            return made
        try:
            book = open_workbook()
        except BookFileError as error:
            return root(Note(str(error), "error"))
    shown = Page(book, kept)
    whole = root(shown)
    whole.add_class("sh-page")
    shown.bar.observe(lambda _: turn(whole), names=["direction"])
    with suppress(RuntimeError):  # no kernel: nobody looks at the page while others write
        asyncio.get_running_loop().create_task(_look_again(shown))
    return whole


async def _look_again(shown: Page) -> None:
    """Show what other windows write to the same file, as long as the kernel lives."""
    while shown.mine.path is not None:
        await asyncio.sleep(LOOK_AGAIN)
        shown.look_again()


def _close_all(shown: Any) -> None:
    for widget in shown:
        if not isinstance(widget, (Style, Keeper)):  # one for the whole kernel, one for the page
            _close_all(getattr(widget, "children", ()))
            widget.close()
