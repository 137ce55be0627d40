"""What the book keeps by itself: one row a day, on disk, told, and nothing to undo."""

import datetime as dt
import os
import signal
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.errors import InvalidRow

DAY, NEXT = dt.date(2026, 11, 22), dt.date(2026, 11, 23)

WRITER = """
import sys
from shabakati import Workbook
with Workbook.open(sys.argv[1]) as book:
    book.add("people", name="A")
    book.keep_snapshot(on="2026-11-23", people=1)
    print("kept", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def test_the_day_has_one_row_and_its_last_one_stays(book):
    book.keep_snapshot(on=DAY, people=1, density=0.5)
    book.keep_snapshot(on=NEXT, people=2)
    book.keep_snapshot(on=NEXT, people=3)
    assert book.snapshots["on"].tolist() == [DAY, NEXT]
    assert book.snapshots["people"].tolist() == [1, 3]


def test_there_is_nothing_to_undo_and_what_could_be_made_again_still_can(book):
    book.keep_snapshot(on=DAY, people=0)
    assert not book.can_undo
    book.add("people", name="A")
    book.undo()
    book.keep_snapshot(on=DAY, people=1)
    assert book.can_redo
    assert book.redo()
    assert book.undo()
    assert book.snapshots["people"].tolist() == [1]


def test_observers_are_told_unless_nothing_is_new(book):
    told = []
    book.observe(told.append, names=["snapshots"])
    book.keep_snapshot(on=DAY, people=1)
    book.keep_snapshot(on=DAY, people=1.0)
    assert len(told) == 1
    assert told[0].new["people"].tolist() == [1]


def test_what_the_schema_does_not_take_is_refused(book):
    with pytest.raises(InvalidRow):
        book.keep_snapshot(on="soon", people=-5)
    with pytest.raises(InvalidRow):
        book.keep_snapshot(people=5)
    assert book.snapshots.empty


def test_in_the_middle_of_a_change_it_is_an_error_that_takes_the_change_back(book):
    with pytest.raises(RuntimeError), book.together("both"):  # noqa: PT012
        book.add("people", name="A")
        book.keep_snapshot(on=DAY, people=1)
    assert book.people.empty
    assert book.snapshots.empty


def test_the_bytes_and_a_restored_book_keep_them(book):
    book.keep_snapshot(on=DAY, people=1)
    with Workbook.from_bytes(book.to_bytes()) as copy, Workbook.in_memory() as other:
        other.keep_snapshot(on=DAY, people=7)
        other.restore(copy)
        assert other.snapshots.equals(book.snapshots)


def test_a_day_that_two_rows_tell_after_an_undone_restoring_becomes_one(book):
    book.keep_snapshot(on=DAY, people=1)
    with Workbook.in_memory() as other:
        other.add("people", name="A")
        book.restore(other)
    book.keep_snapshot(on=DAY, people=5)
    assert book.undo()
    assert len(book.snapshots) == 2
    book.keep_snapshot(on=DAY, people=6)
    assert book.snapshots["people"].tolist() == [6]
    assert book.redo()
    assert book.undo()


def test_another_window_sees_it(tmp_path):
    path = tmp_path / "book.sqlite"
    with Workbook.open(path) as one, Workbook.open(path) as other:
        assert other.snapshots.empty
        one.keep_snapshot(on=DAY, people=1)
        told = []
        other.observe(told.append, names=["snapshots"])
        other.refresh()
        assert len(told) == 1
        other.keep_snapshot(on=DAY, people=2)
        assert one.snapshots["people"].tolist() == [2]


def test_it_is_on_disk_when_the_writer_is_killed(tmp_path):
    path = tmp_path / "book.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout.readline() == "kept\n"
        os.kill(writer.pid, signal.SIGKILL)
    with Workbook.open(path) as book:
        assert book.snapshots["people"].tolist() == [1]
        assert book.undo()
        assert book.snapshots["people"].tolist() == [1]


days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 4))
acts = st.one_of(st.tuples(days, st.integers(0, 9)), st.sampled_from(["add", "undo", "redo"]))


@given(st.lists(acts, max_size=25))
@settings(max_examples=60)
def test_whatever_is_changed_and_undone_between_the_last_word_of_each_day_stays(done):
    with Workbook.in_memory() as book:
        kept, people, back, again = {}, 0, 0, 0
        for act in done:
            if act == "add":
                book.add("people", name="A")
                people, back, again = people + 1, back + 1, 0
            elif act == "undo":
                assert book.undo() is (back > 0)
                if back:
                    people, back, again = people - 1, back - 1, again + 1
            elif act == "redo":
                assert book.redo() is (again > 0)
                if again:
                    people, back, again = people + 1, back + 1, again - 1
            else:
                kept[act[0]] = act[1]
                book.keep_snapshot(on=act[0], people=act[1])
        assert dict(zip(book.snapshots["on"], book.snapshots["people"], strict=True)) == kept
        assert len(book.people) == people
        with Workbook.from_bytes(book.to_bytes()) as again_open:
            assert again_open.snapshots.equals(book.snapshots)
