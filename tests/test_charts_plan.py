"""The plan on a line of time: size, shape and words tell what, when, how long and whether done."""

import datetime as dt

import pytest

from shabakati import Workbook, charts, open_workbook
from shabakati.language import LANGUAGES, use

TODAY = dt.date(2026, 11, 23)


def drawn(book, today=TODAY):
    return charts.plan(book.actions, book.people, today).to_dict()["datasets"]


@pytest.fixture
def book():
    book = Workbook.in_memory()
    book.add("people", name="سارة")
    book.add("actions", text="لاحق", due=dt.date(2026, 12, 1), minutes=60, person=1)
    book.add("actions", text="فات", due=dt.date(2026, 11, 20), minutes=5)
    book.add("actions", text="تم", due=dt.date(2026, 11, 1), done_on=TODAY, minutes=15)
    book.add("actions", text="بلا موعد")
    return book


def test_each_dated_action_is_a_row_by_day_with_its_state(book):
    rows = drawn(book)["actions"]
    assert [(row["action"], row["state"]) for row in rows] == [
        ("فات", "overdue"),
        ("تم", "done"),
        ("لاحق", "open"),
    ]
    assert rows[2]["who"] == "سارة"


def test_size_grows_with_the_minutes_and_the_label_says_them(book):
    use("en")
    rows = {row["state"]: row for row in drawn(book)["actions"]}
    assert rows["overdue"]["size"] < rows["done"]["size"] < rows["open"]["size"]
    assert "5 minutes" in rows["overdue"]["label"]
    assert "overdue" in rows["overdue"]["label"]
    assert "done" in rows["done"]["label"]


def test_states_differ_by_shape_not_by_colour_alone(book):
    layers = charts.plan(book.actions, book.people, TODAY).to_dict()["layer"]
    shapes = [
        layer["encoding"]["shape"]["scale"] for layer in layers if "shape" in layer["encoding"]
    ]
    assert len(set(shapes[0]["range"])) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_time_runs_the_way_the_language_is_read(book, language):
    use(language)
    chart = charts.plan(book.actions, book.people, TODAY).to_dict()
    scale = next(
        layer["encoding"]["x"]["scale"] for layer in chart["layer"] if "shape" in layer["encoding"]
    )
    assert scale["reverse"] is (language == "ar")
    assert chart["description"]


def test_an_action_of_long_ago_does_not_stretch_the_line():
    book = open_workbook("demo")
    ats = [row["at"] for row in drawn(book)["actions"]]
    assert min(ats) == 0
    assert max(ats) < 160


def test_no_more_rows_than_fit_and_those_not_done_first(book):
    book.add_all("actions", [{"text": f"{n}", "due": dt.date(2027, 1, 1)} for n in range(30)])
    rows = drawn(book)["actions"]
    assert len(rows) == 14
    assert "done" not in {row["state"] for row in rows}


def test_an_empty_plan_is_drawn_and_says_so():
    book = Workbook.in_memory()
    chart = charts.plan(book.actions, book.people, TODAY).to_dict()
    assert chart["datasets"]["actions"] == []
    assert chart["description"]
