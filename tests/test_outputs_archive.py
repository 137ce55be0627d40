"""Everything leaves as open files, and comes back as an equal book."""

import csv
import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati import Workbook, open_workbook, outputs
from shabakati.errors import BookFileError, InvalidRow
from shabakati.forms.open_file import OpenFile
from shabakati.outputs.archive import read_archive
from shabakati.schema import TABLES
from test_workbook_soundness import rows


def equal(one, other):
    return all(getattr(one, table).equals(getattr(other, table)) for table in TABLES)


def opened(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in files.items():
            file.writestr(name.replace("_json", ".json"), text)
    return read_archive(out.getvalue(), "mine.zip")


def test_the_demo_comes_back_as_it_was():
    with open_workbook("demo") as demo, read_archive(outputs.archive(demo)) as again:
        assert equal(demo, again)
        assert outputs.archive(demo) == outputs.archive(again)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_the_schema_takes_comes_back_as_it_was(data):
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": "A"}, {"name": "B"}])
        book.add_all("events", [{"name": "A"}, {"name": "B"}])
        book.add_all("goals", [{"benefit": "advice", "text": name} for name in "AB"])
        for table in TABLES:
            for row in data.draw(st.lists(rows(table), max_size=2)):
                try:
                    if table == "profile":
                        book.change("profile", 1, **row)
                    else:
                        book.add(table, **row)
                except InvalidRow:
                    continue
        with read_archive(outputs.archive(book)) as again:
            assert equal(book, again)


def test_ids_stay_so_that_whatever_points_to_them_still_does():
    with Workbook.in_memory() as book:
        first = book.add("people", name="gone")
        book.add("people", name="A")
        book.add("people", name="B", introduced_by=2)
        book.remove("people", first)
        book.add("ties", a=3, b=2)
        with read_archive(outputs.archive(book)) as again:
            assert again.people.index.tolist() == [2, 3]
            assert again.people["introduced_by"].tolist()[1] == 2
            assert again.add("people", name="C") == 4


def test_csv_is_read_by_others_and_computes_nothing():
    with Workbook.in_memory() as book:
        book.add("people", name="=1+1", notes="-2\nسطر", tags=["@a", "b"], organisation="'x")
        with zipfile.ZipFile(io.BytesIO(outputs.archive(book))) as file:
            assert sorted(n for n in file.namelist() if n.startswith("csv/")) == sorted(
                f"csv/{table}.csv" for table in TABLES
            )
            text = file.read("csv/people.csv").decode("utf-8-sig")
            assert "| `name` |" in file.read("README.md").decode()
        (row,) = csv.DictReader(io.StringIO(text, newline=""))
        assert (row["id"], row["name"], row["organisation"]) == ("1", "'=1+1", "''x")
        assert row["notes"] == "'-2\nسطر"
        assert row["tags"] == "'@a\nb"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "book.foreign"),
        (b"PK\x03\x04 nothing", "book.foreign"),
        (b"name,organisation\n", "book.foreign"),
    ],
)
def test_what_is_no_archive_is_refused(data, key):
    with pytest.raises(BookFileError) as refused:
        read_archive(data, "x.zip")
    assert refused.value.key == key
    assert "x.zip" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{", "book.damaged"),
        ("[" * 200_000, "book.damaged"),
        ("[]", "book.foreign"),
        ('{"format": "other", "tables": {}}', "book.foreign"),
        ('{"format": "shabakati-book", "tables": {"people": {}}}', "book.damaged"),
        ('{"format": "shabakati-book", "tables": {"people": [1]}}', "book.damaged"),
        ('{"format": "shabakati-book", "tables": {"people": [{"name": "A"}]}}', "book.damaged"),
        (
            '{"format": "shabakati-book", "tables": {"people": [{"id": 1, "name": "A"},'
            ' {"id": 1, "name": "B"}]}}',
            "book.damaged",
        ),
        ('{"format": "shabakati-book", "tables": {"people": [{"id": -1, "name": "A"}]}}',
         "book.damaged"),
    ],
)  # fmt: skip
def test_a_damaged_book_is_refused(text, key):
    with pytest.raises(BookFileError) as refused:
        opened(book_json=text)
    assert refused.value.key == key


def test_a_row_that_points_to_nobody_is_refused():
    told = {"format": "shabakati-book", "tables": {"ties": [{"id": 1, "a": 1, "b": 2}]}}
    with pytest.raises(InvalidRow):
        opened(book_json=json.dumps(told))


def test_a_row_that_the_schema_does_not_take_says_why():
    told = {"format": "shabakati-book", "tables": {"people": [{"id": 1, "name": "", "x": 1}]}}
    with pytest.raises(InvalidRow) as refused:
        opened(book_json=json.dumps(told))
    assert {problem.column for problem in refused.value.problems} == {"name", "x"}


def test_the_archive_is_opened_where_a_book_is_opened_and_can_be_taken_back():
    with Workbook.in_memory() as mine, open_workbook("demo") as demo:
        mine.add("people", name="before")
        form = OpenFile(mine)
        form._open("everything.zip", outputs.archive(demo))
        assert equal(mine, demo)
        mine.undo()
        assert mine.people["name"].tolist() == ["before"]
        form._open("other.zip", b"PK\x03\x04")
        assert form.note.message["tone"] == "error"
        assert mine.people["name"].tolist() == ["before"]
