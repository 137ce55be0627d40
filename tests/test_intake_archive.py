"""Zip archives, honest and hostile ones."""

import contextlib
import io
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.errors import SourceError
from shabakati.intake import archive, read_contacts, source

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
SARA = "Sara,Haddad,https://www.linkedin.com/in/sara,,Nile,Head,08 Feb 2026\n"
OMAR = "Omar,Saleh,https://www.linkedin.com/in/omar,,Nile,Head,08 Feb 2026\n"


def zipped(*files, compression=zipfile.ZIP_DEFLATED):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as made:
        for name, text in files:
            made.writestr(name, text)
    return data.getvalue()


GOOD = zipped(("Connections.csv", CONNECTIONS + SARA))


def refusal(data, name="export.zip"):
    with pytest.raises(SourceError) as refused:
        read_contacts(data, name)
    assert str(refused.value)
    return refused.value.key.removeprefix("intake.")


def test_an_archive_is_read_from_a_path_and_from_bytes(tmp_path):
    path = tmp_path / "export.zip"
    path.write_bytes(GOOD)
    for given_ in (path, str(path), GOOD):
        assert read_contacts(given_).people["name"].tolist() == ["Sara Haddad"]


def test_a_file_is_known_by_its_content_whatever_it_and_its_folder_are_called():
    data = zipped(("Export/ملفي/a.txt", CONNECTIONS + SARA), ("Export/pic.jpg", b"\xff\xd8" * 99))
    intake = read_contacts(data, "whatever")
    assert intake.people["name"].tolist() == ["Sara Haddad"]
    assert intake.counts["file"].tolist() == ["a.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_files_of_the_same_name_are_all_read_and_their_repeats_counted():
    data = zipped(
        ("Connections.csv", CONNECTIONS + SARA), ("Connections.csv", CONNECTIONS + SARA + OMAR)
    )
    intake = read_contacts(data)
    assert intake.people["name"].tolist() == ["Sara Haddad", "Omar Saleh"]
    assert intake.counts[["read", "taken", "left_out"]].sum().tolist() == [3, 2, 1]


@pytest.mark.parametrize(
    "path",
    ["../Connections.csv", "a/../../b.csv", "/etc/b.csv", "C:\\b.csv", "C:b.csv", "..\\b.csv"],
)
def test_paths_that_lead_outside_are_refused(path):
    info = zipfile.ZipInfo("x")
    info.filename = path
    assert refusal(zipped((info, CONNECTIONS + SARA))) == "unsafe_path"


def test_windows_folders_are_folders():
    info = zipfile.ZipInfo("x")
    info.filename = "export\\Connections.csv"
    assert len(read_contacts(zipped((info, CONNECTIONS + SARA))).people) == 1


def test_an_archive_with_a_password_is_refused():
    data = bytearray(GOOD)
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, 6, 1)
    struct.pack_into("<H", data, entry + 8, 1)
    assert refusal(bytes(data)) == "encrypted"


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.99])
def test_an_archive_that_was_cut_short_is_refused(kept):
    assert refusal(GOOD[: int(len(GOOD) * kept)]) == "damaged_zip"


def test_an_archive_whose_content_was_changed_is_refused():
    data = bytearray(zipped(("Connections.csv", CONNECTIONS + SARA), compression=0))
    data[data.index(b"Sara")] ^= 1
    assert refusal(bytes(data)) == "damaged_zip"


def test_what_is_no_archive_is_refused_though_it_is_called_one():
    assert refusal(b"hello there") == "not_zip"
    assert refusal(b"PK\x03\x04hello") == "damaged_zip"


def test_an_empty_archive_is_refused():
    assert refusal(zipped()) == "empty"
    assert refusal(zipped(("folder/", ""))) == "empty"


def test_a_member_without_a_name_is_read_like_any_other():
    """A name ends at its first NUL; the library fails on one that is empty."""
    data = GOOD.replace(b"Connections.csv", b"\0onnections.csv")
    assert read_contacts(data).people["name"].tolist() == ["Sara Haddad"]


def test_an_archive_without_a_known_file_is_refused():
    assert refusal(zipped(("a.csv", "Name\nx\n"), ("b/c.html", "<p>"))) == "nothing_known"


def test_an_archive_inside_an_archive_is_not_opened():
    assert refusal(zipped(("inner.zip", GOOD))) == "nothing_known"


@pytest.mark.parametrize("name", ["Connections.csv", "other.bin"])
def test_a_bomb_is_refused_before_it_goes_off(name):
    bomb = zipped((name, CONNECTIONS + "\n" * (64 << 20)))
    tracemalloc.start()
    assert refusal(bomb) == "bomb"
    assert tracemalloc.get_traced_memory()[1] < 8 << 20
    tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_refused():
    data = bytearray(zipped(("Connections.csv", CONNECTIONS + "\n" * (64 << 20))))
    entry = data.rindex(b"PK\x01\x02")
    for place in (22, entry + 24):
        struct.pack_into("<L", data, place, 5_000_000)
    assert refusal(bytes(data)) in ("damaged_zip", "bomb")


def test_what_really_unpacks_counts_not_what_is_declared(monkeypatch):
    data = bytearray(zipped(("Connections.csv", CONNECTIONS + SARA * 100)))
    monkeypatch.setattr(archive, "LARGEST_FILE", 1000)
    assert refusal(bytes(data)) == "too_large"


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    assert refusal(zipped(*((f"{n}.csv", "x") for n in range(4)))) == "too_many_files"


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "LARGEST", 1 << 20)
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2 << 20)
    for given_ in (path, b"a" * (2 << 20)):
        assert refusal(given_, None) == "too_large"


def test_what_is_not_there_or_is_no_file_is_refused(tmp_path):
    assert refusal(tmp_path / "missing.zip", None) == "no_file"
    assert refusal(tmp_path, None) == "no_file"
    assert refusal("/dev/zero", None) == "no_file"
    assert refusal("a\0b", None) == "no_file"


@given(st.binary(max_size=200))
def test_bytes_that_only_begin_like_an_archive_are_a_source_error(data):
    assert refusal(b"PK\x03\x04" + data) in ("damaged_zip", "empty", "nothing_known")


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_an_archive_with_damaged_bytes_is_read_or_is_a_source_error(damage):
    data = bytearray(GOOD)
    for place, value in damage:
        data[place] = value
    with contextlib.suppress(SourceError):
        counts = read_contacts(bytes(data)).counts
        assert (counts["read"] == counts["taken"] + counts["left_out"]).all()
