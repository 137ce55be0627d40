"""Contacts from a file: drop it, see what is in it, add it; each step can be stopped or undone."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import ipywidgets as widgets

from shabakati.errors import Cancelled, ShabakatiError
from shabakati.forms.files import FileDrop
from shabakati.forms.note import Note
from shabakati.forms.preview import Preview
from shabakati.forms.root import root
from shabakati.forms.undo import say_done
from shabakati.intake import Intake, add_to_book, read_contacts
from shabakati.language import say
from shabakati.workbook import Workbook

ACCEPT = (".zip", ".csv", ".tsv", ".txt")
_NOT_YET = (".vcf", ".xlsx", ".xls", ".ods")  # contacts, but of kinds that nothing reads so far
_OFTEN = 0.1  # s between two reports of progress to the browser


class ImportContacts(widgets.VBox):
    """A place for a file, then what was found in it, then the button that adds it to the book.

    Nothing is in the book before that button is pressed. The file is read in a thread of its own,
    so that the page answers meanwhile; `reading` is the task that waits for it.
    """

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.note = Note()
        self.drop = FileDrop(say("forms.contacts.pick"), say("forms.contacts.hint"), ACCEPT)
        self.drop.on_file(self._read)
        self.drop.on_cancel(self._stop)
        self.drop.on_error(lambda text: self.note.say(text, "error"))
        self.found = widgets.VBox()
        self.reading: asyncio.Task[None] | None = None
        self._stopped = threading.Event()
        super().__init__([self.note, self.drop, self.found])

    def _read(self, name: str, data: bytes) -> None:
        self.note.clear()
        self._show(None)
        if name.lower().endswith(_NOT_YET):
            self.note.say(say("errors.forms.not_yet", name=name), "error")
            return
        self._stopped = threading.Event()
        self.drop.working(0, 0, say("forms.contacts.reading", name=name))
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel around us: nobody waits but the caller
            self._ended(*_outcome(lambda: read_contacts(data, name=name)))
            return
        self.reading = loop.create_task(self._read_aside(name, data, self._stopped))

    async def _read_aside(self, name: str, data: bytes, stopped: threading.Event) -> None:
        loop = asyncio.get_running_loop()
        told = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal told
            if stopped.is_set():
                raise Cancelled("cancelled")
            if time.monotonic() - told >= _OFTEN:
                told = time.monotonic()
                loop.call_soon_threadsafe(self._progress, stopped, name, done, total)

        outcome = await asyncio.to_thread(
            _outcome, lambda: read_contacts(data, name=name, progress=progress)
        )
        if not stopped.is_set():
            self._ended(*outcome)

    def _progress(self, stopped: threading.Event, name: str, done: int, total: int) -> None:
        if not stopped.is_set() and self.drop.state["phase"] == "working":
            self.drop.working(done, total, say("forms.contacts.reading", name=name))

    def _stop(self) -> None:
        self._stopped.set()
        self.drop.idle()
        self.note.say(say("errors.cancelled"))

    def _ended(self, intake: Intake | None, error: ShabakatiError | None) -> None:
        self.drop.idle()
        if error is not None:
            self.note.say(str(error), "error")
        self._show(intake)

    def _show(self, intake: Intake | None) -> None:
        for child in self.found.children:
            child.close()
        self.found.children = ()
        if intake is not None:
            preview = Preview(self.book, intake)
            preview.on_choice(lambda take: self._choose(intake, take))
            self.found.children = (preview,)

    def _choose(self, intake: Intake, take: bool) -> None:
        if not take:
            self._show(None)
            self.note.say(say("forms.contacts.dropped"))
            return
        self.drop.working(0, 0, say("forms.contacts.adding"))
        try:
            added = add_to_book(self.book, intake)
        except ShabakatiError as error:
            self.note.say(str(error), "error")
            return
        finally:
            self.drop.idle()
        self._show(None)
        parts = [say("forms.contacts.added", n=added.people)]
        for what in ("known", "filled", "exchanges", "events", "ties", "profile"):
            count = getattr(added, what)
            if count:
                parts.append(say(f"forms.contacts.added_{what}", n=count))
        say_done(self.book, self.note, "\n".join(parts))


def _outcome(read: Any) -> tuple[Intake | None, ShabakatiError | None]:
    """What was read, or why it could not be: an error of the thread is told, never lost."""
    try:
        return read(), None
    except ShabakatiError as error:
        return None, error


def import_contacts(book: Workbook) -> widgets.VBox:
    """Bring contacts from a file into the book, after a look at what is in it."""
    return root(ImportContacts(book))
