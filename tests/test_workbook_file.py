"""Saved means saved: killed writers, two writers, and files that must be left as they are."""

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import time

import pytest

from shabakati import Workbook
from shabakati.errors import BookFileError
from shabakati.storage.file import VERSION

KILLS = 200

# Writes one person a change and says so only when the book has returned; keeps one process for
# many kills by forking, since starting Python 200 times would measure Python.
WRITER = """
import os, sys
from shabakati import Workbook

def write(path, name):
    with Workbook.open(path) as book:
        n = 0
        while True:
            with book.together("pair"):
                book.add("people", name=f"{name} {n}")
                book.change("profile", 1, role=f"{name} {n}")
            os.write(1, f"{name} {n}\\n".encode())
            n += 1

for line in sys.stdin:
    path, name = line.split()
    child = os.fork()
    if child == 0:
        write(path, name)
    os.write(1, f"child {child}\\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"ended\\n")
"""

TWO_WRITERS = """
import sys
from shabakati import Workbook
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Workbook.open(path) as book:
    for n in range(count):
        book.add("people", name=f"{name} {n}")
    sys.stdin.readline()
    print(len(book.people))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the writer forks")
def test_no_acknowledged_change_is_lost_when_the_writer_is_killed(tmp_path):
    path = tmp_path / "book.sqlite"
    chance = random.Random(7)
    acknowledged = []
    with subprocess.Popen(
        [sys.executable, "-c", WRITER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        for kill in range(KILLS):
            parent.stdin.write(f"{path} kill{kill}\n")
            parent.stdin.flush()
            child = None
            deadline = time.monotonic() + chance.uniform(0.02, 0.12)
            wanted = chance.randrange(4)  # killed while opening too, not only while writing
            seen = 0
            while child is None or (seen < wanted and time.monotonic() < deadline):
                word, number = parent.stdout.readline().split()
                if word == "child":
                    child = int(number)
                else:
                    acknowledged.append(f"{word} {number}")
                    seen += 1
            time.sleep(chance.uniform(0, 0.01))
            os.kill(child, signal.SIGKILL)
            for line in parent.stdout:
                if line == "ended\n":
                    break
                if not line.startswith("child"):
                    acknowledged.append(line.strip())
            if kill % 20 == 0:
                _assert_all_there(path, acknowledged)
        parent.stdin.close()
    _assert_all_there(path, acknowledged)
    assert len(acknowledged) > KILLS


def _assert_all_there(path, acknowledged):
    with Workbook.open(path) as book:
        names = book.people["name"].tolist()
        assert set(acknowledged) <= set(names)
        # Both halves of a change or none of it.
        assert book.profile.loc[1, "role"] == (names[-1] if names else "")


def test_two_processes_lose_nothing_and_see_each_other(tmp_path):
    path, count = tmp_path / "book.sqlite", 60
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", TWO_WRITERS, path, name, str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    with Workbook.open(path) as book:
        told = []
        book.observe(told.append, names=["people"])
        deadline = time.monotonic() + 60
        while len(book.people) < 2 * count and time.monotonic() < deadline:
            time.sleep(0.01)
        assert [w.communicate("\n")[0].strip() for w in writers] == [str(2 * count)] * 2
        assert sorted(book.people["name"]) == sorted(
            f"{name} {n}" for name in ("one", "two") for n in range(count)
        )
        assert len(told[-1].new) == 2 * count


def test_two_books_on_one_file_change_different_columns_of_one_row(tmp_path):
    path = tmp_path / "book.sqlite"
    with Workbook.open(path) as one, Workbook.open(path) as two:
        one.add("people", name="A")
        assert two.people["name"].tolist() == ["A"]
        one.change("people", 1, city="Sur")
        two.change("people", 1, role="Analyst")
        assert one.row("people", 1)["role"] == "Analyst"
        assert one.people.loc[1, ["city", "role"]].tolist() == ["Sur", "Analyst"]
        one.undo()
        assert two.people.loc[1, ["city", "role"]].tolist() == ["Sur", ""]


def _book_bytes(tmp_path):
    with Workbook.open(tmp_path / "whole.sqlite") as book:
        book.add_all("people", [{"name": f"person {n}", "notes": "x" * 500} for n in range(200)])
        return book.to_bytes()


def _newer(data):
    return data[:60] + (VERSION + 1).to_bytes(4, "big") + data[64:]


def _foreign(data):
    return data[:68] + bytes(4) + data[72:]


def _scrambled(data):
    return data[:5000] + random.Random(3).randbytes(9000) + data[14000:]


BAD = {
    "newer": (_newer, "book.newer"),
    "another program's": (_foreign, "book.foreign"),
    "not a database": (lambda data: b"name,phone\nA,1\n" * 50, "book.foreign"),
    "short text": (lambda data: b"hi", "book.foreign"),
    "empty": (lambda data: b"", "book.damaged"),
    "cut in the header": (lambda data: data[:60], "book.damaged"),
    "cut to half": (lambda data: data[: len(data) // 2], "book.damaged"),
    "cut in a page": (lambda data: data[:-100], "book.damaged"),
    "scrambled": (_scrambled, "book.damaged"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_and_left_as_it_was(tmp_path, kind):
    damage, key = BAD[kind]
    bad = damage(_book_bytes(tmp_path))
    path = tmp_path / "bad.sqlite"
    path.write_bytes(bad)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BookFileError) as caught:
        Workbook.open(path)
    assert caught.value.key == key
    assert "bad.sqlite" in str(caught.value)
    assert path.read_bytes() == bad
    assert sorted(tmp_path.iterdir()) == before
    with pytest.raises(BookFileError):
        Workbook.from_bytes(bad)


def test_a_read_only_file_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "book.sqlite"
    data = _book_bytes(tmp_path)
    path.write_bytes(data)
    path.chmod(0o400)
    with pytest.raises(BookFileError) as caught:
        Workbook.open(path)
    assert caught.value.key == "book.read_only"
    assert path.read_bytes() == data


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    with pytest.raises(BookFileError):
        Workbook.open(tmp_path)


def test_a_book_is_for_its_owner_only(tmp_path):
    path = tmp_path / "mine" / "book.sqlite"
    with Workbook.open(path) as book:
        book.add("people", name="A")
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
        book.save_as(path.with_name("copy.sqlite"))
    assert stat.S_IMODE(path.with_name("copy.sqlite").stat().st_mode) == 0o600


def test_an_older_file_moves_forward_with_a_backup_beside_it(tmp_path):
    path = tmp_path / "book.sqlite"
    with Workbook.open(path) as book:
        book.add("people", name="A", city="Taiz")
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE people DROP COLUMN tags")
        db.execute("DROP TABLE answers")
        db.execute("PRAGMA user_version = 0")
    db.close()
    with Workbook.open(path) as book:
        assert book.people.loc[1, "city"] == "Taiz"
        assert book.people.loc[1, "tags"] == []
        book.add("answers", step="00_start_here", question="why")
        assert book.undo()
        assert book.undo()
    with sqlite3.connect(tmp_path / "book.sqlite.v0.bak") as backup:
        columns = [row[1] for row in backup.execute("PRAGMA table_info(people)")]
        assert "tags" not in columns
    backup.close()


def test_a_writer_that_is_kept_waiting_too_long_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("shabakati.storage.file.BUSY_SECONDS", 0.1)
    path = tmp_path / "book.sqlite"
    with Workbook.open(path) as book:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookFileError) as caught:
            book.add("people", name="A")
        assert caught.value.key == "book.busy"
        other.execute("ROLLBACK")
        other.close()
        book.add("people", name="A")
