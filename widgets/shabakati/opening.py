"""Which book a notebook opens."""

from __future__ import annotations

import os
from pathlib import Path

from shabakati.language import use
from shabakati.workbook import Workbook

ROOM = "SHABAKATI_ROOM"  # set where others are served from here too

_HOME = Path(__file__).parents[2]


def in_a_room() -> bool:
    """Whether one of many is served: their book is in memory and in their browser, nowhere else."""
    return bool(os.environ.get(ROOM))


def open_demo() -> Workbook:
    """The invented network, a copy in memory: what is done with it is kept nowhere."""
    return Workbook.from_bytes((_HOME / "data" / "demo" / "demo.sqlite").read_bytes())


def open_workbook(name: str | None = None, language: str | None = None) -> Workbook:
    """Open your book, or the demo, and speak its language.

    Parameters
    ----------
    name : "demo" for the invented network, of which you get a copy in memory: nothing is written.
        Else the book of `SHABAKATI_WORKBOOK`, or `data/mine/my_network.sqlite`, made if absent;
        in a room, a new book in memory.
    language : "ar" or "en"; else the one the book's profile names, else Arabic.

    Raises
    ------
    BookFileError : the file is newer, foreign, damaged or read-only; it is left as it was.
    """
    if name not in (None, "demo"):
        raise ValueError(f'name must be None or "demo", got {name!r}')
    if name is None and in_a_room():
        use(language or "ar")
        return Workbook.in_memory()
    mine = os.environ.get("SHABAKATI_WORKBOOK") or _HOME / "data" / "mine" / "my_network.sqlite"
    book = open_demo() if name == "demo" else Workbook.open(mine)
    saved = book.profile.loc[1, "language"]
    use(language or (saved if isinstance(saved, str) else "ar"))
    return book
