"""Take what is in the book as files that other programs open."""

from __future__ import annotations

import ipywidgets as widgets

from shabakati import outputs
from shabakati.forms.download import Download
from shabakati.forms.note import Note
from shabakati.forms.root import root
from shabakati.language import say
from shabakati.workbook import Workbook


def take(book: Workbook) -> widgets.VBox:
    """A button each for Excel, for vCards (of phones new and old), and for the calendar."""
    files = {
        "excel": lambda: ("my_network.xlsx", outputs.excel(book)),
        "vcard": lambda: ("my_people.vcf", outputs.vcard(book.people, "3.0")),
        "vcard_new": lambda: ("my_people.vcf", outputs.vcard(book.people, "4.0")),
        "calendar": lambda: ("my_plan.ics", outputs.calendar(book)),
    }
    buttons = widgets.HBox([Download(say(f"forms.take.{n}"), make) for n, make in files.items()])
    return root(Note(say("forms.take.what")), buttons)
