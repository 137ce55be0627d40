"""How the network grew, from the snapshots that the book keeps."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import charts
from shabakati.forms.live import live
from shabakati.language import say
from shabakati.workbook import Workbook


def history(book: Workbook) -> widgets.VBox:
    """The measures from day to day; what will stand here while there is no snapshot yet."""

    def draw(book: Workbook) -> object:
        return charts.history(book.snapshots) if len(book.snapshots) else None

    return live(book, ["snapshots"], draw, say("forms.history.empty"))
