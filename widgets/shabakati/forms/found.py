"""One source while it is looked at: what was found, and what is corrected of how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from shabakati.errors import ShabakatiError
from shabakati.forms.aside import Aside
from shabakati.forms.columns import Columns
from shabakati.forms.country import AskCountry, unplaced
from shabakati.forms.following import Following
from shabakati.forms.preview import Preview
from shabakati.forms.repairs import Repairs, unrepaired
from shabakati.intake import Intake
from shabakati.intake.reading import Progress
from shabakati.language import say
from shabakati.workbook import Workbook

YOU = 1  # the id of your own row


class _Reads(Protocol):
    def __call__(
        self, progress: Progress, country: str | None, columns: Mapping[int, str] | None
    ) -> Intake: ...


class Source(NamedTuple):
    """Something that can be read again: what it is called, and how it is read."""

    name: str
    read: _Reads


class Found(Following):
    """The columns of a table, the country of phones, the repairs, then the preview of it all.

    A correction reads the source again, beside the page; the preview then follows.
    `again.task` is what waits for that.
    """

    def __init__(self, book: Workbook, source: Source, intake: Intake) -> None:
        self.book, self.source = book, source
        self._read = intake
        self._chosen: Callable[[bool], Any] = lambda take: None
        self.again = Aside(lambda done, total: None, self._ended)
        self.columns = Columns()
        self.columns.on_change(lambda _: self._read_again())
        self._is_table = len(intake.proposal) > 0
        self.columns.show(intake.proposal)
        self.ask: AskCountry | None = None
        self.repairs: Repairs | None = None
        self.preview: Preview | None = None
        super().__init__([])
        self.add_class("sh-card")
        self._show()

    @property
    def intake(self) -> Intake:
        """What is to be taken, as it is shown."""
        wanted = self.repairs is None or self.repairs.wanted
        return self._read if wanted else unrepaired(self._read)

    @property
    def home(self) -> str | None:
        """The country to be kept in the profile, if one was chosen for that."""
        return self.ask.to_keep if self.ask else None

    def on_choice(self, act: Callable[[bool], Any]) -> None:
        """Call `act(take)` when the person has chosen."""
        self._chosen = act

    def close(self) -> None:
        """Stop reading and close what is inside."""
        self.again.stop()
        super().close()

    def _show(self) -> None:
        """Show what was read; questions that are answered stay as they are."""
        numbers = unplaced(self._read.people)
        if self.ask is not None:
            self.ask.tell(numbers)
        elif numbers and not self.book.row("profile", YOU)["country"]:
            self.ask = AskCountry(numbers)
            self.ask.on_change(self._read_again)
        if self.repairs is None and len(self._read.repairs):
            self.repairs = Repairs(self._read)
            self.repairs.on_change(self._preview)
        self._preview()

    def _preview(self) -> None:
        old = self.preview
        self.preview = Preview(self.book, self.intake, more=bool(self.home))
        self.preview.on_choice(lambda take: self._chosen(take))
        asked = (self.columns if self._is_table else None, self.ask, self.repairs)
        self.children = [*(part for part in asked if part is not None), self.preview]
        if old is not None:
            old.close()

    def _read_again(self) -> None:
        columns = dict(self.columns.fields) if self._is_table else None
        if self.preview is not None:
            self.preview.wait()
        if columns == {}:
            self.again.stop()
            self._fail(say("forms.import.no_name"))
            return
        country = self.ask.country if self.ask else self.book.row("profile", YOU)["country"]
        read = self.source.read
        self.again.begin(lambda progress: read(progress, country, columns))

    def _ended(self, intake: Intake | None, error: ShabakatiError | None) -> None:
        if intake is None:
            self._fail(str(error))
            return
        self._read = intake
        self._show()

    def _fail(self, problem: str) -> None:
        """Say why it could not be read as it was chosen; another choice is still open."""
        if self.preview is not None:
            self.preview.fail(problem)
