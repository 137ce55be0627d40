"""What goes wrong while a book is in use: others write, the disk is full, a handler fails."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from shabakati import Workbook
from shabakati.errors import BookFileError, NotThere
from shabakati.schema import TABLES

AT_ONCE = 6


@pytest.fixture
def path(tmp_path):
    return tmp_path / "book.sqlite"


def test_after_a_change_that_failed_what_others_wrote_is_still_seen(path):
    with Workbook.open(path) as one, Workbook.open(path) as two:
        told = []
        two.observe(told.append, names=["people"])
        assert len(two.people) == 0
        one.add("people", name="A")
        with pytest.raises(NotThere):
            two.change("people", 99, name="Z")
        assert two.people["name"].tolist() == ["A"]
        assert [len(change.new) for change in told] == [1]


def test_a_name_given_in_a_change_that_failed_is_not_shown_as_anothers(path):
    with Workbook.open(path) as one, Workbook.open(path) as two:
        assert len(two.people) == 0
        with pytest.raises(NotThere), two.together("import"):  # noqa: PT012
            two.add("people", name="mine")
            two.remove("people", 99)
        one.add("people", name="theirs")
        assert two.people["name"].tolist() == ["theirs"]


def _open_at_once(path):
    barrier = Barrier(AT_ONCE)

    def opened(n):
        barrier.wait()
        with Workbook.open(path) as book:
            return book.add("people", name=f"person {n}")

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(opened, range(AT_ONCE)))


def test_many_who_make_one_book_at_the_same_time_share_it(tmp_path):
    for n in range(5):
        path = tmp_path / str(n) / "book.sqlite"
        assert sorted(_open_at_once(path)) == list(range(1, AT_ONCE + 1))
        with Workbook.open(path) as book:
            assert len(book.people) == AT_ONCE


def test_of_many_who_open_an_older_book_one_moves_it_and_the_backup_is_as_it_was(tmp_path):
    for n in range(5):
        path = tmp_path / str(n) / "book.sqlite"
        Workbook.open(path).close()
        with sqlite3.connect(path) as db:
            db.execute("ALTER TABLE people DROP COLUMN tags")
            db.execute("PRAGMA user_version = 0")
        db.close()
        _open_at_once(path)
        with Workbook.open(path) as book:
            assert len(book.people) == AT_ONCE
        with sqlite3.connect(path.with_name("book.sqlite.v0.bak")) as backup:
            assert backup.execute("PRAGMA user_version").fetchone() == (0,)
            assert "tags" not in [row[1] for row in backup.execute("PRAGMA table_info(people)")]
            assert backup.execute("SELECT count(*) FROM people").fetchone() == (0,)
        backup.close()


def test_a_full_disk_is_told_and_takes_nothing_that_was_saved(path):
    with Workbook.open(path) as book:
        book.add("people", name="A")
        before = {table: getattr(book, table) for table in TABLES}
        pages = book._store.db.execute("PRAGMA page_count").fetchone()[0]
        book._store.db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(BookFileError) as caught:
            book.add_all("people", [{"name": "B", "notes": "x" * 9_000}] * 9)
        assert caught.value.key == "book.full"
        for table, frame in before.items():
            assert getattr(book, table).equals(frame), table
        book._store.db.execute(f"PRAGMA max_page_count = {pages + 100}")
        book.add("people", name="C", notes="x" * 9_000)
        assert book.people["name"].tolist() == ["A", "C"]


def test_a_handler_that_fails_leaves_the_change_made_and_the_book_in_use(path):
    def fail(change):
        raise RuntimeError("the view is gone")

    with Workbook.open(path) as book:
        book.observe(fail, names=["people"])
        with pytest.raises(RuntimeError, match="gone"):
            book.add("people", name="A")
        book.unobserve(fail, names=["people"])
        book.add("people", name="B")
        assert book.people["name"].tolist() == ["A", "B"]
        assert book.undo()
        assert book.undo()
        assert not book.undo()


def test_a_handler_may_change_the_book(path):
    def tag(change):
        if change.new["tags"].map(len).eq(0).any():
            book.change("people", change.new.index, tags=["seen"])

    with Workbook.open(path) as book:
        book.observe(tag, names=["people"])
        book.add("people", name="A")
        assert book.people.loc[1, "tags"] == ["seen"]


def test_undo_in_the_middle_of_a_change_is_an_error_that_takes_the_change_back(path):
    with Workbook.open(path) as book:
        book.add("people", name="A")
        with pytest.raises(RuntimeError), book.together("import"):  # noqa: PT012
            book.add("people", name="B")
            book.undo()
        assert book.people["name"].tolist() == ["A"]
        assert book.undo()


def test_the_bytes_of_a_book_can_be_taken_in_the_middle_of_a_change(path):
    with Workbook.open(path) as book, book.together("import"):
        book.add("people", name="A")
        with Workbook.from_bytes(book.to_bytes()) as copy:
            assert copy.people["name"].tolist() == ["A"]


def test_bytes_hold_what_another_process_wrote(path):
    with Workbook.open(path) as one, Workbook.open(path) as two:
        one.add("people", name="A")
        with Workbook.from_bytes(two.to_bytes()) as copy:
            assert copy.people["name"].tolist() == ["A"]


@pytest.mark.parametrize("name", ["a b.sqlite", "a?b#c.sqlite", "100%20.sqlite", "شبكة سارة 'x'"])
def test_a_book_may_have_any_name(tmp_path, name):
    path = tmp_path / f"folder {name}" / name
    for n in range(2):
        with Workbook.open(path) as book:
            book.add("people", name=f"person {n}")
    assert [file.name for file in path.parent.iterdir()] == [name]
    with Workbook.open(path) as book:
        assert len(book.people) == 2


def test_a_link_to_a_book_is_the_book(tmp_path, path):
    link = tmp_path / "elsewhere" / "link.sqlite"
    link.parent.mkdir()
    link.symlink_to(path)
    with Workbook.open(link) as one, Workbook.open(path) as two:
        one.add("people", name="A")
        assert two.people["name"].tolist() == ["A"]
    assert list(link.parent.iterdir()) == [link]


def test_a_link_that_leads_round_in_a_ring_is_refused(tmp_path):
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / name).symlink_to(tmp_path / other)
    with pytest.raises(BookFileError):
        Workbook.open(tmp_path / "one")


def test_a_copy_is_not_laid_over_a_book_that_is_open(tmp_path, path):
    with Workbook.open(path) as book, Workbook.open(tmp_path / "other.sqlite") as other:
        book.add("people", name="A")
        other.add("people", name="B")
        for target in (path, tmp_path / "other.sqlite"):
            with pytest.raises(BookFileError) as caught:
                book.save_as(target)
            assert caught.value.key == "book.busy"
        assert other.people["name"].tolist() == ["B"]
    with Workbook.open(path) as book:
        book.save_as(tmp_path / "other.sqlite")
        assert book.people["name"].tolist() == ["A"]


def test_restoring_from_itself_changes_nothing(path):
    with Workbook.open(path) as book:
        a, b = book.add_all("people", [{"name": "A"}, {"name": "B"}])
        book.add("ties", a=a, b=b)
        before = {table: getattr(book, table) for table in TABLES}
        book.restore(book)
        for _ in range(2):
            for table, frame in before.items():
                assert getattr(book, table).equals(frame), table
            book.undo()


def test_undo_and_redo_after_a_merge_go_all_the_way_back_and_forth(path):
    with Workbook.open(path) as book, Workbook.in_memory() as other:
        other.add("people", name="other")
        states = [_state(book)]

        def then(change):
            change()
            states.append(_state(book))

        then(lambda: book.add_all("people", [{"name": name} for name in "ABC"]))
        then(lambda: book.change("people", [2, 3], introduced_by=1))
        then(lambda: book.add("ties", a=1, b=2))
        then(lambda: book.add("ties", a=2, b=3))
        then(lambda: book.add("events", name="Fair", people=[1, 2, 3]))
        then(lambda: book.add("actions", text="write", person=2, event=1))
        then(lambda: book.merge(3, 2))
        then(lambda: book.remove("people", [1, 3]))
        then(lambda: book.restore(other))
        then(lambda: book.remove("people", 1))
        for _ in range(2):
            for state in reversed(states[:-1]):
                assert book.undo()
                assert _state(book) == state
            assert not book.undo()
            for state in states[1:]:
                assert book.redo()
                assert _state(book) == state
            assert not book.redo()


def _state(book):
    return {
        table: [(id_, book.row(table, id_)) for id_ in getattr(book, table).index]
        for table in TABLES
    }
