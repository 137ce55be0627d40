"""All actions: typed by oneself, looked through, changed, removed."""

from __future__ import annotations

from functools import partial

import ipywidgets as widgets
import pandas as pd

from shabakati.forms.fields import Found, Section
from shabakati.forms.finding import SHOWN, name_of, people_like, search
from shabakati.forms.listing import ListColumn, schema_column
from shabakati.forms.records import Kind, Records
from shabakati.forms.root import root
from shabakati.insight.planned import open_actions
from shabakati.language import say
from shabakati.workbook import Workbook

NAMED = {"events": "name", "goals": "text"}


def kind(book: Workbook) -> Kind:
    """Actions as a list and a form."""
    shown = [schema_column("actions", name) for name in ("text", "due", "minutes", "done_on")]
    tables = {"event": "events", "goal": "goals"}
    return Kind(
        table="actions",
        part="actions",
        follows=("actions", "people", "events", "goals"),
        sections=[
            Section(("text", "minutes", "due", "person")),
            Section(("goal", "event", "place", "done_on"), say("forms.actions.more"), open=False),
        ],
        columns=[*shown, ListColumn("who", say("schema.actions.person"))],
        frame=_open_first,
        begin=lambda: {"minutes": "15"},
        searched=("text", "who"),
        filters=[schema_column("actions", "place")],
        find={
            "person": lambda text: people_like(book.people, text),
            **{name: partial(_like, book, table) for name, table in tables.items()},
        },
        labels={
            "person": lambda id_: name_of(book.people, id_),
            **{name: partial(_label, book, table) for name, table in tables.items()},
        },
    )


def _open_first(book: Workbook) -> pd.DataFrame:
    """The open actions by day, then those that are done; with the name of the person."""
    still = open_actions(book.actions).index
    order = [*still, *book.actions.index.difference(still)]
    names = book.actions["person"].map(book.people["name"]).fillna("")
    return book.actions.assign(who=names).loc[order]


def _like(book: Workbook, table: str, text: str) -> list[Found]:
    column = NAMED[table]
    hits = search(getattr(book, table), text, (column,)).head(SHOWN)
    return [Found(int(id_), str(name)) for id_, name in zip(hits.index, hits[column], strict=True)]


def _label(book: Workbook, table: str, id_: int) -> str:
    frame = getattr(book, table)
    return str(frame.at[id_, NAMED[table]]) if id_ in frame.index else ""


def actions(book: Workbook) -> widgets.VBox:
    """Your actions: add, look through, change, remove."""
    return root(Records(book, kind(book)))
