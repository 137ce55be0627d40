"""A page that was made before anybody asked for it: a room's kernels are forked with it."""

from __future__ import annotations

import datetime as dt

import ipywidgets as widgets

from shabakati.opening import in_a_room

_kept: list[tuple[dt.date, widgets.VBox]] = []


def keep(page: widgets.VBox) -> None:
    """Keep a page for whoever asks first; it holds nothing of anybody."""
    _kept.append((dt.date.today(), page))


def taken() -> widgets.VBox | None:
    """The page that was kept: once, in a room, on the day it was made; else None."""
    if not _kept or not in_a_room():
        return None
    day, page = _kept.pop()
    return page if day == dt.date.today() else None
