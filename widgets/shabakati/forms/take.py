"""Take what is in the book as files that other programs open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from shabakati import charts, insight, outputs
from shabakati.forms.download import Download
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.forms.slow_download import SlowDownload
from shabakati.intake.reading import Progress
from shabakati.language import say
from shabakati.workbook import Workbook

_DRAWN: dict[str, Callable[[Workbook, dt.date], Any]] = {
    "groups": lambda book, today: charts.groups(book.people),
    "coverage": lambda book, today: charts.coverage(book.people),
    "types": lambda book, today: charts.types(book.people),
    "map": lambda book, today: charts.map(book.people, book.ties),
    "exchanges": lambda book, today: charts.exchanges(book.people, book.exchanges),
    "upkeep": lambda book, today: charts.upkeep(
        book.people, insight.upkeep(book.people, book.exchanges, today)
    ),
    "history": lambda book, today: charts.history(book.snapshots),
}


def make_report(data: bytes, progress: Progress, today: dt.date | None = None) -> bytes:
    """The report of a book given as `to_bytes` gives it, its pictures drawn.

    `progress(done, total)` is told before each picture; it may raise to stop.
    """
    today = today or dt.date.today()
    drawn: dict[str, tuple[str, str]] = {}
    with Workbook.from_bytes(data) as book:
        for done, (name, draw) in enumerate(_DRAWN.items()):
            progress(done, len(_DRAWN) + 1)
            chart = draw(book, today)
            if chart is not None:
                drawn[name] = charts.svg(chart), str(chart.to_dict()["description"])
        progress(len(_DRAWN), len(_DRAWN) + 1)
        return outputs.report(book, drawn, today)


def take(book: Workbook) -> widgets.VBox:
    """A button each: the report, Excel, vCards of phones new and old, the calendar, everything."""
    report = SlowDownload(
        say("forms.take.report"),
        book.to_bytes,  # the book belongs to the page's own thread: a copy is read beside it
        lambda data, progress: ("my_network.pdf", make_report(data, progress)),
        tone="primary",
    )
    files = {
        "excel": lambda: ("my_network.xlsx", outputs.excel(book)),
        "vcard": lambda: ("my_people.vcf", outputs.vcard(book.people, "3.0")),
        "vcard_new": lambda: ("my_people.vcf", outputs.vcard(book.people, "4.0")),
        "calendar": lambda: ("my_plan.ics", outputs.calendar(book)),
        "archive": lambda: ("my_network.zip", outputs.archive(book)),
    }
    others = [Download(say(f"forms.take.{name}"), make) for name, make in files.items()]
    return root(Note(say("forms.take.what")), widgets.HBox([report, *others]))
