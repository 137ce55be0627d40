"""The book keeps a day's measures, quietly: no step of the undo, one row a day."""

import datetime as dt

import pytest

from shabakati import Workbook, insight, open_workbook
from shabakati.errors import InvalidRow
from shabakati.forms.note import Note
from shabakati.forms.snapshots import TABLES, Snapshots
from shabakati.forms.undo import say_done
from shabakati.insight.reading_map import mapped
from shabakati.insight.snapshots import MEASURES, is_news, snapshot

DAY = dt.date(2026, 11, 23)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def taken(book, on=DAY):
    return snapshot(*(getattr(book, table) for table in TABLES), on)


def test_a_snapshot_of_the_demo_holds_the_measures_of_their_names():
    with open_workbook("demo") as demo:
        found = taken(demo)
        here = mapped(demo.people, demo.ties)
        assert set(found) == {"on", *MEASURES}
        for name in ("density", "effective_size", "constraint", "hierarchy", "efficiency"):
            assert found[name] == pytest.approx(getattr(insight, name)(*here), abs=1e-6)
        assert (found["people"], found["ties"]) == (len(demo.people), len(demo.ties))
        assert found["iqv"] == pytest.approx(insight.iqv(demo.people), abs=1e-6)
        assert found["exchanges"] == len(demo.exchanges)


def test_what_is_not_defined_is_left_empty_and_an_empty_book_is_no_news(book):
    found = taken(book)
    assert found["density"] is None
    assert found["people"] == 0
    assert not is_news(found, book.snapshots)
    book.keep_snapshot(**found)
    assert book.snapshots["density"].isna().all()


def test_a_day_has_one_row_the_latest(book):
    book.add("people", name="A")
    book.keep_snapshot(**taken(book))
    book.add("people", name="B")
    assert is_news(taken(book), book.snapshots)
    book.keep_snapshot(**taken(book))
    assert not is_news(taken(book), book.snapshots)
    book.keep_snapshot(**taken(book, DAY + dt.timedelta(1)))
    assert book.snapshots["people"].tolist() == [2.0, 2.0]


def test_undo_and_redo_pass_a_snapshot_by(book):
    book.add("people", name="A")
    book.add("people", name="B")
    book.undo()
    book.keep_snapshot(**taken(book))
    assert book.can_redo
    book.redo()
    assert book.people["name"].tolist() == ["A", "B"]
    while book.undo():
        pass
    assert book.people.empty
    assert len(book.snapshots) == 1
    with Workbook.from_bytes(book.to_bytes()) as again:
        assert again.snapshots.equals(book.snapshots)


def test_another_window_sees_the_snapshot(tmp_path):
    with Workbook.open(tmp_path / "a.sqlite") as one, Workbook.open(tmp_path / "a.sqlite") as two:
        seen = []
        two.observe(lambda change: seen.append(len(change.new)), names=["snapshots"])
        one.keep_snapshot(**taken(one))
        two.refresh()
        assert seen == [1]


def test_a_snapshot_that_holds_what_is_no_measure_is_refused(book):
    with pytest.raises(InvalidRow):
        book.keep_snapshot(on=DAY, density="much")
    assert book.snapshots.empty


def test_a_page_keeps_the_day_after_each_change_and_nothing_of_an_empty_book(book):
    days = iter([DAY, DAY, DAY + dt.timedelta(1), DAY + dt.timedelta(2)])
    keeping = Snapshots(book, lambda: next(days))
    assert book.snapshots.empty
    person = book.add("people", name="A")
    book.change("people", person, relation="friend")
    assert len(book.snapshots) == 2
    book.change("people", person, notes="nothing that is measured")
    assert len(book.snapshots) == 2
    keeping.close()
    book.add("people", name="B")
    assert len(book.snapshots) == 2


def test_a_snapshot_takes_no_way_back_from_a_message(book):
    book.add("people", name="A")
    note = Note()
    say_done(book, note, "added")
    book.keep_snapshot(**taken(book))
    assert note.message["action"]
    book.add("people", name="B")
    assert not note.message["action"]
