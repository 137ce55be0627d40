"""What an intake would change in the book, without changing it."""

from __future__ import annotations

from shabakati.intake.book import Added, add_to_book
from shabakati.intake.intake import Intake
from shabakati.intake.update import Same
from shabakati.intake.workplace import same_spelling
from shabakati.workbook import Workbook


def changes(added: Added) -> bool:
    """Whether anything is other than before; people who are known are not a change."""
    counts = [len(part) if hasattr(part, "__len__") else part for part in added]
    return any(n for what, n in zip(added._fields, counts, strict=True) if what != "known")


class _EnoughError(Exception):
    """Ends the rehearsal, so that nothing of it is kept."""


def rehearse(book: Workbook, intake: Intake, same_organisation: Same = same_spelling) -> Added:
    """Add the intake, say what came of it, and take all of it back; nobody is told of a change."""
    added: Added | None = None
    try:
        with book.together("import"):
            added = add_to_book(book, intake, same_organisation=same_organisation)
            raise _EnoughError
    except _EnoughError:
        assert added is not None
        return added
