"""Contacts from any file, or pasted: see what is in it, correct it, add it; all can be undone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import ipywidgets as widgets

from shabakati.errors import ShabakatiError
from shabakati.forms.aside import Aside
from shabakati.forms.files import FileDrop
from shabakati.forms.following import Following
from shabakati.forms.found import YOU, Found, Source
from shabakati.forms.kinds import ACCEPT
from shabakati.forms.moves import Moves
from shabakati.forms.note import Note
from shabakati.forms.pasting import Pasting
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.intake import Added, Intake, add_to_book, read_contacts, read_pasted
from shabakati.intake.rehearsal import changes
from shabakati.language import say
from shabakati.people.moves import moves
from shabakati.people.organisations import same_organisation
from shabakati.workbook import Workbook

_COUNTED = ("known", "filled", "exchanges", "events", "ties", "profile")


class ImportContacts(Following):
    """A place for a file or for text, what was found in it, the button that adds it to the book.

    Nothing is in the book before that button is pressed. The file is read in a thread of its own,
    so that the page answers meanwhile; `aside.task` is what waits for it. One file is looked at
    after another: each has its own columns, its own country, and its own undo.
    """

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.drop = FileDrop(say("forms.contacts.pick"), say("forms.contacts.hint"), ACCEPT)
        self.drop.on_file(self._file)
        self.drop.on_cancel(self._stop)
        self.drop.on_error(lambda text: self.note.say(text, "error"))
        self.pasting = Pasting()
        self.pasting.on_paste(self._pasted)
        self.found = widgets.VBox()
        self.after = widgets.VBox()
        self._source = Source("", lambda progress, country, columns: read_pasted(""))
        self.aside = Aside(self._progress, self._ended)
        super().__init__([self.note, self.drop, self.pasting, self.found, self.after])
        self._show_moves()

    def close(self) -> None:
        """Stop reading and close what is inside."""
        self.aside.stop()
        _fill(self.found)
        _fill(self.after)
        super().close()

    def _file(self, name: str, data: bytes) -> None:
        self._begin(
            Source(
                name,
                lambda progress, country, columns: read_contacts(
                    data, name=name, progress=progress, country=country, columns=columns
                ),
            )
        )

    def _pasted(self, text: str) -> None:
        self._begin(
            Source(
                say("forms.import.pasted"),
                lambda progress, country, columns: read_pasted(
                    text, country=country, progress=progress, columns=columns
                ),
            )
        )

    def _begin(self, source: Source) -> None:
        self.note.clear()
        self._look_at()
        _fill(self.after)
        self._source = source
        self.drop.working(0, 0, say("forms.contacts.reading", name=source.name))
        country = self.book.row("profile", YOU)["country"]
        self.aside.begin(lambda progress: source.read(progress, country, None))

    def _progress(self, done: int, total: int) -> None:
        if self.drop.state["phase"] == "working":
            self.drop.working(done, total, say("forms.contacts.reading", name=self._source.name))

    def _stop(self) -> None:
        self.aside.stop()
        self.drop.idle()
        self.note.say(say("errors.cancelled"))

    def _ended(self, intake: Intake | None, error: ShabakatiError | None) -> None:
        self.drop.idle()
        if intake is None:
            self.note.say(str(error), "error")
            return
        found = Found(self.book, self._source, intake)
        found.on_choice(lambda take: self._choose(found, take))
        self._look_at(found)
        self.note.say(say("forms.import.looking", name=self._source.name), "good")

    def _look_at(self, *found: Found) -> None:
        """Show what was found in the place of where files come in, or that place again."""
        _fill(self.found, *found)
        for way_in in (self.drop, self.pasting):
            way_in.layout.display = "none" if found else ""

    def _choose(self, found: Found, take: bool) -> None:
        if not take:
            self._look_at()
            self.drop.focus()
            self.note.say(say("forms.contacts.dropped"))
            return
        self.note.say(say("forms.contacts.adding"), "good")
        try:
            with self.book.together("import"):
                added = add_to_book(self.book, found.intake, dt.date.today(), same_organisation)
                home = found.home if not self.book.row("profile", YOU)["country"] else None
                if home:
                    self.book.change("profile", YOU, country=home)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        self._look_at()
        self.pasting.clear()
        self.drop.focus()
        self._say(added, home)

    def _say(self, added: Added, home: str | None) -> None:
        """What changed, with the way back; where nothing did, there is none."""
        parts = [say("forms.contacts.added", n=added.people)] if added.people else []
        for what in _COUNTED:
            if count := getattr(added, what):
                parts.append(say(f"forms.contacts.added_{what}", n=count))
        if moved := sum(move.job for move in added.moved):
            parts.append(say("forms.import.moved", n=moved))
        if home:
            parts.append(say("forms.import.country_kept"))
        if not home and not changes(added):
            self.note.say(say("forms.import.nothing_new"))
            return
        say_done(self.book, self.note, "\n".join(parts))
        self._show_moves()

    def _show_moves(self) -> None:
        """Who works elsewhere by now, as long as the book knows it: also when it is opened anew."""
        found = moves(self.book.sources, self.book.people)
        there = Moves(self.book, found[found["job"]].reset_index(names="person"))
        _fill(self.after, there)


def _fill(box: widgets.VBox, *children: Any) -> None:
    """Show these in the box, and close what was in it."""
    old, box.children = box.children, children
    for child in old:
        child.close()


def import_contacts(book: Workbook) -> widgets.VBox:
    """Bring contacts from a file, or pasted, into the book, after a look at what is in it."""
    return root(ImportContacts(book))
