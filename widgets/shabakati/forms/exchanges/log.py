"""The log of what passed: every kind, either way, any day, with a benefit, an event and a note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.fields import Found, Section
from shabakati.forms.finding import SHOWN, name_of, people_like, search
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.records import Kind, Records
from shabakati.forms.root import root
from shabakati.language import say, say_date
from shabakati.workbook import Workbook


def kind(book: Workbook, today: Callable[[], dt.date] = dt.date.today) -> Kind:
    """Exchanges as a list and a form; an empty form is of today."""
    shown = [schema_column("exchanges", name) for name in ("on", "kind", "direction", "benefit")]

    def begin() -> dict[str, Any]:
        return {"on": today().isoformat(), "direction": "received"}

    return Kind(
        table="exchanges",
        part="exchanges",
        follows=("exchanges", "people", "events"),
        sections=[
            Section(("person", "kind", "direction", "on")),
            Section(("benefit", "event", "note"), say("forms.exchanges.more"), open=False),
        ],
        columns=[
            ListColumn("who", say("schema.exchanges.person")),
            *shown,
            schema_column("exchanges", "note"),
        ],
        frame=_newest_first,
        begin=begin,
        searched=("who", "note"),
        filters=[schema_column("exchanges", n) for n in ("kind", "direction", "benefit")],
        find={
            "person": lambda text: people_like(book.people, text),
            "event": partial(_events, book),
        },
        labels={
            "person": lambda id_: name_of(book.people, id_),
            "event": lambda id_: _event_name(book, id_),
        },
    )


def _newest_first(book: Workbook) -> pd.DataFrame:
    """The exchanges with the name of the person, the newest first."""
    names = book.exchanges["person"].map(book.people["name"]).fillna("")
    day = pd.Series([on.toordinal() for on in book.exchanges["on"]], book.exchanges.index)
    order = day.sort_values(ascending=False, kind="stable").index
    return book.exchanges.assign(who=names).loc[order]


def _events(book: Workbook, text: str) -> list[Found]:
    """The first few events whose name has these words, each with its day."""
    hits = search(book.events, text, ("name",)).head(SHOWN)
    return [
        Found(int(id_), str(name), say_date(on) if isinstance(on, dt.date) else "")
        for id_, name, on in zip(hits.index, hits["name"], hits["on"], strict=True)
    ]


def _event_name(book: Workbook, event: int) -> str:
    return str(book.events.at[event, "name"]) if event in book.events.index else ""


def exchanges(book: Workbook) -> widgets.VBox:
    """The log of help given and received: add, look through, change, remove."""
    return root(Records(book, kind(book)))
