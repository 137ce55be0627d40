"""Whatever the schema takes is sound: a book that we wrote is never called damaged."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.errors import InvalidRow
from shabakati.schema import ME, TABLES, columns

text = st.text(max_size=30) | st.sampled_from([r"\ud800", r"C:\udder", "'", "\x00", "🧕🏽", "null"])
VALUES = {
    "line": text,
    "text": text,
    "lines": st.lists(text, max_size=3),
    "integer": st.integers(ME, 9999),
    "number": st.floats(allow_nan=False) | st.integers(0, 10),
    "date": st.dates() | st.sampled_from([dt.date.min, dt.date.max]),
    "ids": st.lists(st.sampled_from([1, 2]), max_size=3),
}


def cells(column):
    if column.kind == "choice":
        return st.sampled_from(column.choices)
    if column.kind == "choices":
        return st.lists(st.sampled_from(column.choices), max_size=3)
    return (
        st.sampled_from([1, 2])
        if column.reference and column.kind == "integer"
        else (VALUES[column.kind])
    )


def rows(table):
    required = {c.name: cells(c) for c in columns(table) if c.required}
    free = {c.name: cells(c) for c in columns(table) if not c.required}
    return st.fixed_dictionaries(required, optional=free)


@pytest.mark.parametrize("table", TABLES)
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_whatever_the_schema_takes_opens_again_as_it_was(table, data):
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": "A"}, {"name": "B"}])
        book.add_all("events", [{"name": "A"}, {"name": "B"}])
        book.add_all("goals", [{"benefit": "advice", "text": name} for name in "AB"])
        for row in data.draw(st.lists(rows(table), min_size=1, max_size=4)):
            try:
                if table == "profile":
                    book.change("profile", 1, **row)
                else:
                    book.change(table, book.add(table, **row), **row)
            except InvalidRow:
                continue
        with Workbook.from_bytes(book.to_bytes()) as again:
            for name in TABLES:
                assert getattr(again, name).equals(getattr(book, name)), name
            while again.undo():
                pass
            with Workbook.from_bytes(again.to_bytes()) as undone:
                assert undone.people.empty
                while undone.redo():
                    pass
                assert getattr(undone, table).equals(getattr(book, table))
