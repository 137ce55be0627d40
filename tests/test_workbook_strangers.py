"""A file that is nearly a book is refused, never run, and left as it was."""

import sqlite3
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.errors import BookFileError
from shabakati.schema import TABLES


@cache
def _whole():
    with Workbook.in_memory() as book:
        a, b = book.add_all("people", [{"name": "سارة", "tags": ["a"]}, {"name": "B"}])
        book.add("ties", a=a, b=b, strength=2)
        book.add("exchanges", person=a, on="2026-01-02", kind="met")
        book.add("events", name="Fair", on="2026-02-03", people=[a, b])
        book.change("people", a, relation="friend", met_on="2020-05-06")
        return book.to_bytes()


@pytest.fixture
def whole():
    return _whole()


def _altered(data, *statements):
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(data)
    for statement in statements:
        db.execute(statement)
    altered = db.serialize()
    db.close()
    return altered


def _schema(change):
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET {change} AND type = 'table'",
    )


PEOPLE_IS_A_VIEW = (
    "ALTER TABLE people RENAME TO those",
    "CREATE VIEW people AS SELECT * FROM those",
)
ALTERED = {
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM ties; END",),
    "a trigger called full": ("CREATE TRIGGER full AFTER DELETE ON ties BEGIN SELECT 1; END",),
    "a view in place of a table": PEOPLE_IS_A_VIEW,
    "a view beside the tables": ("CREATE VIEW readonly AS SELECT 1",),
    "a virtual table": ("CREATE VIRTUAL TABLE locked USING fts5(x)",),
    "a cell that is computed": (
        "ALTER TABLE people DROP COLUMN city",
        "ALTER TABLE people ADD COLUMN city TEXT AS (hex(zeroblob(9)))",
    ),
    "a schema that is no SQL": _schema("sql = 'CREATE TABLE busy' WHERE name = 'people'"),
    "a trigger that says it is a table": _schema(
        "sql = 'CREATE TRIGGER people AFTER INSERT ON ties BEGIN SELECT 1; END'"
        " WHERE name = 'people'"
    ),
    **{f"no table {name}": (f"DROP TABLE {name}",) for name in TABLES},
    "no versions": ("DROP TABLE versions",),
    "no history": ("DROP TABLE entries",),
    "a column missing": ("ALTER TABLE people DROP COLUMN tags",),
    "no profile": ("DELETE FROM profile",),
    "two profiles": ("INSERT INTO profile (id) VALUES (2)",),
    "bytes for a name": ("UPDATE people SET name = x'00ff'",),
    "a number for a name": (
        "ALTER TABLE people DROP COLUMN name",
        "ALTER TABLE people ADD COLUMN name INTEGER DEFAULT 7",
    ),
    "nothing for a city": ("UPDATE people SET city = NULL",),
    "letters that are none": ("UPDATE people SET name = CAST(x'41ff41' AS TEXT)",),
    "letters that are none in a list": ("""UPDATE people SET tags = '["\\ud800"]'""",),
    "a list that is no JSON": ("UPDATE people SET tags = '[a'",),
    "a list that is an object": ("UPDATE people SET tags = '{}'",),
    "a list of lists": ("UPDATE people SET tags = '[[]]'",),
    "a list as deep as a well": (f"UPDATE people SET tags = '{'[' * 1500}{']' * 1500}'",),
    "a list of numbers": ("UPDATE people SET tags = '[1]'",),
    "ids that are words": ("""UPDATE events SET people = '["1"]'""",),
    "ids beyond all numbers": (f"UPDATE events SET people = '[{'9' * 5000}]'",),
    "an unknown relation": ("UPDATE people SET relation = 'boss'",),
    "an unknown occasion": ("""UPDATE people SET occasions = '["mayday"]'""",),
    "a day that is not in the calendar": ("UPDATE people SET met_on = '2026-02-30'",),
    "a day with a time": ("UPDATE exchanges SET \"on\" = '2026-01-02 10:00'",),
    "a day before all years": ("UPDATE people SET met_on = '0000-01-01'",),
    "no day where one must be": ('UPDATE exchanges SET "on" = NULL',),
    "text for a number": ("UPDATE ties SET strength = 'strong'",),
    "a number without end": ("UPDATE ties SET strength = 9e999",),
    "an id below one": ("UPDATE people SET id = -1 WHERE id = 1",),
    "a counter that is text": ("UPDATE versions SET n = 'x'",),
    "a last id that is text": ("UPDATE sqlite_sequence SET seq = 'x'",),
    "a last id beyond all numbers": ("UPDATE sqlite_sequence SET seq = 9223372036854775807",),
    "a last id that is not the last": ("UPDATE sqlite_sequence SET seq = 0",),
    "a step neither done nor undone": ("UPDATE steps SET undone = 'x'",),
    "history of another table": ("UPDATE entries SET name = 'sqlite_master'",),
    "history that is no JSON": ("UPDATE entries SET other = '{'",),
    "history that is a list": ("UPDATE entries SET other = '[]'",),
    "history with a list in a cell": ("""UPDATE entries SET other = '{"name": []}'""",),
    "history beyond all numbers": (f"""UPDATE entries SET other = '{{"a": {"9" * 50}}}'""",),
    "history of letters that are none": (r"""UPDATE entries SET other = '{"name": "\uDC00"}'""",),
}


@pytest.mark.parametrize("kind", ALTERED)
def test_a_book_that_was_tampered_with_is_damaged(whole, tmp_path, kind):
    altered = _altered(whole, *ALTERED[kind])
    with pytest.raises(BookFileError) as caught:
        Workbook.from_bytes(altered, "theirs.sqlite")
    assert caught.value.key == "book.damaged"
    path = tmp_path / "theirs.sqlite"
    path.write_bytes(altered)
    with pytest.raises(BookFileError) as caught:
        Workbook.open(path)
    assert caught.value.key == "book.damaged"
    assert path.read_bytes() == altered
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_book_that_was_tampered_with_is_refused_before_it_moves_forward(whole, tmp_path):
    altered = _altered(whole, "UPDATE people SET relation = 'boss'", "PRAGMA user_version = 0")
    path = tmp_path / "old.sqlite"
    path.write_bytes(altered)
    with pytest.raises(BookFileError):
        Workbook.open(path)
    assert path.read_bytes() == altered
    assert list(tmp_path.iterdir()) == [path]


UNDONE = {
    "an unknown relation": """'{"name": "A", "relation": "boss"}'""",
    "a number for a name": """'{"name": 7, "tags": 8}'""",
    "a list that is no JSON": """'{"name": "A", "tags": "x"}'""",
    "no more profile": "NULL, name = 'profile', row = 1",
    "a second profile": "'{}', name = 'profile', row = 2",
}


@pytest.mark.parametrize("kind", UNDONE)
def test_an_undo_that_would_spoil_the_book_changes_nothing(whole, kind):
    last = "WHERE step = (SELECT max(id) FROM steps)"
    altered = _altered(whole, f"UPDATE entries SET other = {UNDONE[kind]} {last}")
    with Workbook.from_bytes(altered, "theirs.sqlite") as book:
        before = {table: getattr(book, table) for table in TABLES}
        with pytest.raises(BookFileError) as caught:
            book.undo()
        assert caught.value.key == "book.damaged"
        for table, frame in before.items():
            assert getattr(book, table).equals(frame), table


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_bytes_that_open_as_a_book_can_be_read_and_undone(data):
    whole = _whole()
    spoiled = bytearray(whole)
    places = st.one_of(st.integers(0, 200), st.integers(0, len(whole) - 1))
    for _ in range(data.draw(st.integers(1, 4))):
        spoiled[data.draw(places)] = data.draw(st.integers(0, 255))
    with suppress(BookFileError), Workbook.from_bytes(bytes(spoiled)) as book:
        while book.undo():
            pass
        for table in TABLES:
            getattr(book, table)
