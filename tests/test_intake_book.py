"""An intake goes into the book once, and overwrites nothing that somebody said."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati.intake import add_to_book, read_contacts
from shabakati.workbook import Workbook
from test_intake_archive import zipped

IN = "https://www.linkedin.com/in/"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
SARA = f"Sara,Haddad,{IN}sara,sara@example.com,Nile,Head,08 Feb 2026"
OMAR = "Omar,Saleh,,,Atlas,Engineer,07 Feb 2026"
ARCHIVE = zipped(
    ("Connections.csv", "\n".join([HEADER, SARA, OMAR])),
    (
        "Invitations.csv",
        'From,To,Sent At,Message,Direction\nMe,Sara Haddad,"1/29/26, 2:37 PM",,OUTGOING',
    ),
    ("Events.csv", "Event Name,Event Time,Status,External Url\nملتقى,2025-03-04 10:00,,"),
    ("Education.csv", "School Name,Start Date\nجامعة القاهرة,2010"),
    ("Positions.csv", "Company Name,Title,Started On,Finished On\nBank,Analyst,Jan 2024,"),
)
TABLES = ("people", "exchanges", "events", "ties", "profile", "sources")


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def connections(*rows):
    return read_contacts("\n".join([HEADER, *rows]).encode())


def contents(book):
    return {table: getattr(book, table).to_csv() for table in TABLES}


def test_an_intake_is_one_change_that_can_be_undone(book):
    before = contents(book)
    seen = []
    book.observe(lambda change: seen.append(len(change.new)), names=["people"])
    added = add_to_book(book, read_contacts(ARCHIVE))
    assert (added.people, added.exchanges, added.events, added.profile) == (2, 1, 1, 3)
    assert seen == [2]
    assert book.people["name"].tolist() == ["Sara Haddad", "Omar Saleh"]
    assert book.people["met_on"].tolist() == [dt.date(2026, 2, 8), dt.date(2026, 2, 7)]
    assert book.people["place"].isna().all()
    assert book.exchanges["person"].tolist() == [book.people.index[0]]
    assert book.profile["schools"][1] == ["جامعة القاهرة"]
    assert book.undo()
    assert contents(book) == before
    assert not book.can_undo


def test_the_same_file_twice_changes_nothing_and_is_no_step(book):
    add_to_book(book, read_contacts(ARCHIVE))
    before = contents(book)
    added = add_to_book(book, read_contacts(ARCHIVE))
    assert added == (0, 2, 0, 0, 0, 0, 0, ())
    assert contents(book) == before
    book.undo()
    assert len(book.people) == 0
    assert not book.can_undo


def test_only_empty_cells_of_who_is_there_are_filled(book):
    mine = book.add("people", name="سارة", url="linkedin.com/in/Sara/", role="My mentor")
    added = add_to_book(book, connections(SARA))
    assert (added.people, added.known, added.filled) == (0, 1, 1)
    row = book.row("people", mine)
    assert (row["name"], row["role"], row["source"]) == ("سارة", "My mentor", "")
    assert (row["organisation"], row["emails"]) == ("Nile", ["sara@example.com"])
    assert row["url"] == "linkedin.com/in/Sara/"


def test_the_same_email_is_the_same_person_unless_the_addresses_differ(book):
    book.add("people", name="S. H.", emails=["SARA@example.com"])
    assert add_to_book(book, connections(SARA)).known == 1
    assert book.people["url"].tolist() == [f"{IN}sara"]
    assert add_to_book(book, connections(SARA.replace("in/sara", "in/rana"))).people == 1


def test_a_namesake_that_was_written_by_hand_is_not_taken_for_the_connection(book):
    book.add("people", name="Omar Saleh")
    assert add_to_book(book, connections(OMAR)).people == 1


def test_an_older_file_without_addresses_and_a_newer_one_with_them_meet(book):
    older = "First Name,Last Name,Email Address,Company,Position,Connected On"
    add_to_book(book, read_contacts(f"{older}\nOmar,Saleh,,Atlas,,07 Feb 2026".encode()))
    newer = f"Omar,Saleh,{IN}omar,,Atlas,Engineer,07 Feb 2026"
    added = add_to_book(book, connections(newer))
    assert (added.people, added.filled) == (0, 1)
    assert book.people[["url", "role"]].values.tolist() == [[f"{IN}omar", "Engineer"]]


def test_two_people_of_one_name_and_day_stay_two(book):
    twins = ["Omar,Saleh,,,Atlas,,07 Feb 2026", "Omar,Saleh,,,Nile,,07 Feb 2026"]
    add_to_book(book, connections(*twins))
    assert add_to_book(book, connections(*twins[::-1])).people == 0
    assert book.people["organisation"].tolist() == ["Atlas", "Nile"]


def test_what_you_said_of_yourself_stays_and_lists_are_united(book):
    book.change("profile", 1, organisation="Mine", schools=["جامعة القاهرة", "MIT"])
    added = add_to_book(book, read_contacts(ARCHIVE))
    assert added.profile == 1
    row = book.row("profile", 1)
    assert (row["organisation"], row["role"]) == ("Mine", "Analyst")
    assert row["schools"] == ["جامعة القاهرة", "MIT"]


def test_nothing_is_left_behind_when_the_book_refuses(book):
    intake = read_contacts(ARCHIVE)
    intake.events.loc[0, "name"] = ""
    with pytest.raises(ValueError):
        add_to_book(book, intake)
    assert len(book.people) == 0
    assert not book.can_undo


first = st.sampled_from(["Sara", "Omar", "سارة"])
row = st.builds(
    lambda *cells: ",".join(cells),
    first,
    st.sampled_from(["Haddad", "Saleh", ""]),
    st.sampled_from(["", f"{IN}a", f"{IN}b", f"{IN}B?x"]),
    st.sampled_from(["", "a@x.com", "b@x.com"]),
    st.sampled_from(["", "Nile"]),
    st.sampled_from(["", "Head"]),
    st.sampled_from(["08 Feb 2026", "09 Feb 2026", "?"]),
)
files = st.lists(row, max_size=6)


@settings(max_examples=60, deadline=None)
@given(files, files)
def test_whatever_was_imported_before_a_file_imported_again_changes_nothing(earlier, later):
    with Workbook.in_memory() as book:
        add_to_book(book, connections(*earlier))
        people = len(book.people)
        intake = connections(*later)
        added = add_to_book(book, intake)
        assert added.people + added.known == len(intake.people)
        assert len(book.people) == people + added.people
        before = contents(book)
        assert add_to_book(book, intake) == (0, len(intake.people), 0, 0, 0, 0, 0, ())
        assert contents(book) == before
