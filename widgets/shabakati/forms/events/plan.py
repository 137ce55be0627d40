"""Events as a list and a form: what for, whom to meet, what to ask; afterwards what it cost."""

from __future__ import annotations

from functools import partial

import ipywidgets as widgets

from shabakati.forms.fields import Section
from shabakati.forms.finding import name_of, people_like
from shabakati.forms.listing import schema_column
from shabakati.forms.records import Kind, Records
from shabakati.forms.root import root
from shabakati.language import say
from shabakati.workbook import Workbook


def kind(book: Workbook) -> Kind:
    """Events as a list and a form."""
    who = ("to_meet", "people")
    return Kind(
        table="events",
        part="events",
        follows=("events", "people"),
        sections=[
            Section(("name", "on", "place", "kind", "aim", "to_meet", "questions")),
            Section(("hours", "cost", "outcome", "people"), say("forms.events.after")),
        ],
        columns=[schema_column("events", n) for n in ("name", "on", "kind", "hours", "cost")],
        frame=lambda book: book.events,
        begin=dict,
        filters=[schema_column("events", n) for n in ("kind", "place")],
        find={n: lambda text: people_like(book.people, text) for n in who},
        labels={n: partial(_name, book) for n in who},
    )


def _name(book: Workbook, person: int) -> str:
    return name_of(book.people, person)


def events(book: Workbook) -> widgets.VBox:
    """Plan events and log them: add, look through, change, remove."""
    return root(Records(book, kind(book)))
