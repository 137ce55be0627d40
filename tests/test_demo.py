"""The demo is invented, made the same each time, and its answers are those of the book."""

import datetime as dt
import json
import quopri
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from shabakati import Workbook, open_workbook
from shabakati.intake import add_to_book, read_contacts
from shabakati.schema import TABLES
from shabakati.vocabulary import Group, NetworkType, Place, Relation

DEMO = Path(__file__).parents[1] / "data" / "demo"
ARCHIVE = DEMO / "linkedin_archive.zip"
TODAY = dt.date(2026, 11, 23)
CODES = {"relation": Relation, "place": Place, "network_type": NetworkType}
# Prefixes that Jordan, Saudi Arabia, Egypt and Lebanon have given to nobody.
NOBODYS = re.compile(r"\+(9627100001\d\d|96652000\d{4}|2017000\d{5}|961720001\d\d)")


@pytest.fixture(scope="module")
def book():
    with open_workbook("demo") as book:
        yield book


@pytest.fixture(scope="module")
def answers():
    return json.loads((DEMO / "answers.json").read_text("utf-8"))["people"]


@pytest.fixture(scope="module")
def intake():
    return read_contacts(ARCHIVE)


def all_text():
    """Everything that the demo's files say."""
    with zipfile.ZipFile(ARCHIVE) as archive:
        inside = [archive.read(name).decode() for name in archive.namelist()]
    written = [*DEMO.glob("story/*"), DEMO / "phone.vcf", DEMO / "answers.json"]
    with open_workbook("demo") as book:
        tables = [getattr(book, table).to_csv() for table in TABLES]
    return "\n".join([*inside, *(path.read_text("utf-8") for path in written), *tables])


def card_names():
    """The name of each card of the phone, in the file's order."""
    text = (DEMO / "phone.vcf").read_bytes().replace(b"=\r\n", b"").decode()
    names = re.findall(r"^FN(.*?):(.*)\r$", text.replace("\r\n ", ""), re.MULTILINE)
    return [
        quopri.decodestring(value).decode() if "QUOTED-PRINTABLE" in how else value
        for how, value in names
    ]


def test_made_again_it_is_the_same(tmp_path, book):
    subprocess.run([sys.executable, DEMO / "make.py", tmp_path], check=True)
    for name in ("linkedin_archive.zip", "phone.vcf", "answers.json"):
        assert (tmp_path / name).read_bytes() == (DEMO / name).read_bytes(), name
    with Workbook.open(tmp_path / "demo.sqlite") as again:
        for table in TABLES:
            pd.testing.assert_frame_equal(getattr(again, table), getattr(book, table))


def test_nobody_in_it_can_be_reached():
    text = all_text()
    emails = re.findall(r"[\w.+-]+@([\w.-]+)", text)
    assert emails
    assert {domain.rpartition(".")[2] for domain in emails} == {"example"}
    pages = re.findall(r"linkedin\.com/in/([^\s,\"'/]+)", text)
    assert pages
    assert all(page.endswith("-shabakati-demo") for page in pages)
    hosts = {host.lower() for host in re.findall(r"https?://([^/\s]+)", text)}
    assert hosts == {"www.linkedin.com"}


def test_no_phone_can_be_real(book):
    in_book = [phone for phones in book.people["phones"] for phone in phones]
    cards = (DEMO / "phone.vcf").read_text("utf-8")
    in_cards = re.findall(r"^TEL.*?:(?:tel:)?([+\d ]+)$", cards, re.MULTILINE)
    assert len(in_cards) == cards.count("BEGIN:VCARD")
    dialled = {re.sub(r"^0", "+962", phone.replace(" ", "")) for phone in in_cards}
    assert dialled == set(in_book)
    assert [phone for phone in in_book if not NOBODYS.fullmatch(phone)] == []


def test_every_answer_is_a_code_of_the_vocabulary(answers):
    for person in answers:
        for name, codes in CODES.items():
            assert codes(person[name])


def test_the_book_says_what_the_answers_say_as_far_as_it_is_sorted(book, answers):
    assert [person["id"] for person in answers] == list(book.people.index)
    known = {"fully": list(CODES), "relation": ["relation"], "no": []}
    for person in answers:
        row = book.people.loc[person["id"]]
        assert row["name"] == person["name"]
        for name in CODES:
            told = row[name] if isinstance(row[name], str) else None
            assert told == (person[name] if name in known[person["sorted"]] else None)


def test_three_quarters_are_sorted_and_all_are_found_in_a_file(book, answers):
    fully = [person for person in answers if person["sorted"] == "fully"]
    assert (len(fully), len(answers)) == (48, 62)
    assert book.people[[*CODES, "closeness"]].notna().all(axis=1).sum() == 48
    assert all(person["connection"] or person["cards"] for person in answers)


def test_the_archive_is_read_whole(intake):
    assert (intake.counts["read"] == intake.counts["taken"] + intake.counts["left_out"]).all()
    by_file = intake.counts.set_index("file")
    assert tuple(by_file.loc["Connections.csv", ["read", "taken", "left_out"]]) == (47, 44, 3)
    left = intake.left_out.groupby(["file", "reason"]).size().to_dict()
    assert left == {
        ("Connections.csv", "intake.left_out.hidden_profile"): 3,
        ("messages.csv", "intake.left_out.not_a_connection"): 2,
    }
    assert list(intake.events["on"]) == [
        dt.date(2025, 10, 11),
        dt.date(2026, 2, 18),
        dt.date(2026, 4, 19),
        dt.date(2026, 12, 10),
    ]


def test_every_connection_of_the_archive_is_somebody_in_the_answers(intake, answers):
    told = {
        (person["connection"]["name"], person["connection"]["url"].rsplit("/")[-1])
        for person in answers
        if person["connection"] and "%" not in person["connection"]["url"]
    }
    read = {(row["name"], row["url"].rsplit("/")[-1]) for _, row in intake.people.iterrows()}
    assert len(read) == len(intake.people) == sum(bool(p["connection"]) for p in answers)
    assert told < read


def test_every_card_of_the_phone_is_somebody_in_the_answers(answers):
    told = {card["card"]: card["name"] for person in answers for card in person["cards"]}
    assert card_names() == [told[number] for number in range(len(told))]
    twice = [person for person in answers if person["connection"] and person["cards"]]
    assert (len(told), len(twice)) == (35, 16)
    assert [len(p["cards"]) for p in answers if len(p["cards"]) > 1] == [2]


def test_the_archive_brings_nobody_new_to_the_demo(intake):
    with open_workbook("demo") as book:
        before = book.people.index
        add_to_book(book, intake)
        assert book.people.index.equals(before)


def test_the_grid_has_a_telling_shape(book):
    people = book.people
    groups = people["group"].value_counts(sort=False)
    assert list(groups.index) == [group.value for group in Group]
    assert list(groups) == [22, 12, 2, 7, 8]
    cells = people.groupby(["group", "place"], observed=False).size()
    assert (len(cells), (cells == 0).sum()) == (25, 13)
    assert cells.idxmax() == ("colleagues", "workplace")
    types = people["network_type"].value_counts(sort=False).to_dict()
    assert types == {"personal": 33, "operational": 9, "strategic": 6}


def test_exchanges_are_of_the_last_eighteen_months(book):
    days = book.exchanges["on"]
    assert dt.date(2025, 5, 24) <= days.min()
    assert days.max() <= TODAY
    with_event = book.exchanges.dropna(subset="event")
    held = book.events["on"]
    late = [row for _, row in with_event.iterrows() if row["on"] < held[row["event"]]]
    assert late == []


def test_nobody_is_tied_to_somebody_twice_or_to_nobody(book):
    pairs = book.ties[["a", "b"]]
    assert not pairs.duplicated().any()
    assert (pairs["a"] < pairs["b"]).all()
    assert set(pairs["a"]) | set(pairs["b"]) <= set(book.people.index)


def test_there_is_nothing_to_undo(book):
    assert not book.can_undo
    assert not book.can_redo
