"""Which book a notebook opens."""

from __future__ import annotations

import os
from pathlib import Path

from shabakati.language import use
from shabakati.workbook import Workbook

_HOME = Path(__file__).parents[2]


def open_workbook(name: str | None = None, language: str | None = None) -> Workbook:
    """Open your book, or the demo, and speak its language.

    Parameters
    ----------
    name : "demo" for the invented network, of which you get a copy in memory: nothing is written.
        Else the book of `SHABAKATI_WORKBOOK`, or `data/mine/my_network.sqlite`, made if absent.
    language : "ar" or "en"; else the one the book was last read in, else Arabic.

    Raises
    ------
    BookFileError : the file is newer, foreign, damaged or read-only; it is left as it was.
    """
    if name not in (None, "demo"):
        raise ValueError(f'name must be None or "demo", got {name!r}')
    if name == "demo":
        book = Workbook.from_bytes((_HOME / "data" / "demo" / "demo.sqlite").read_bytes())
    else:
        mine = _HOME / "data" / "mine" / "my_network.sqlite"
        book = Workbook.open(os.environ.get("SHABAKATI_WORKBOOK") or mine)
    saved = book.profile.loc[1, "language"]
    use(language or (saved if isinstance(saved, str) else "ar"))
    return book
