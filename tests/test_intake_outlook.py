"""Outlook's contacts as CSV: from the program, and from the web."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabled import checked, csv_text, one, read_table

PROGRAM = [
    "Title",
    "First Name",
    "Middle Name",
    "Last Name",
    "Suffix",
    "Company",
    "Department",
    "Job Title",
    "Business Street",
    "Business Street 2",
    "Business Street 3",
    "Business City",
    "Business State",
    "Business Postal Code",
    "Business Country/Region",
    "Home Street",
    "Home City",
    "Other City",
    "Assistant's Phone",
    "Business Fax",
    "Business Phone",
    "Business Phone 2",
    "Callback",
    "Car Phone",
    "Company Main Phone",
    "Home Fax",
    "Home Phone",
    "Home Phone 2",
    "ISDN",
    "Mobile Phone",
    "Other Fax",
    "Other Phone",
    "Pager",
    "Primary Phone",
    "Radio Phone",
    "TTY/TDD Phone",
    "Telex",
    "Account",
    "Anniversary",
    "Assistant's Name",
    "Birthday",
    "Categories",
    "Children",
    "E-mail Address",
    "E-mail Type",
    "E-mail Display Name",
    "E-mail 2 Address",
    "E-mail 2 Type",
    "E-mail 2 Display Name",
    "Gender",
    "Initials",
    "Keywords",
    "Language",
    "Manager's Name",
    "Notes",
    "Priority",
    "Private",
    "Profession",
    "Sensitivity",
    "Spouse",
    "User 1",
    "Web Page",
]
WEB = [
    "First Name",
    "Middle Name",
    "Last Name",
    "Title",
    "Suffix",
    "Initials",
    "Web Page",
    "Gender",
    "Birthday",
    "Anniversary",
    "Location",
    "Language",
    "Internet Free Busy",
    "Notes",
    "E-mail Address",
    "E-mail 2 Address",
    "E-mail 3 Address",
    "Primary Phone",
    "Home Phone",
    "Home Phone 2",
    "Mobile Phone",
    "Pager",
    "Home Fax",
    "Home Street",
    "Home City",
    "Business Phone",
    "Business Fax",
    "Business City",
    "Company",
    "Job Title",
    "Department",
    "Nickname",
    "Categories",
]


def outlook(header, *people, **told):
    rows = [[person.get(heading, "") for heading in header] for person in people]
    return read_table(header, *rows, **told)


def test_a_person_of_the_program_is_whole():
    row = one(
        outlook(
            PROGRAM,
            {
                "Title": "Dr.",
                "First Name": "Sara",
                "Last Name": "Ali",
                "Suffix": "PhD",
                "Company": "Nile",
                "Department": "Sales",
                "Job Title": "Head",
                "Business Street": "1 Corniche",
                "Business City": "Cairo",
                "Home City": "Giza",
                "Business Phone": "(02) 2577-0000",
                "Business Fax": "+20 2 25770001",
                "Mobile Phone": "0100 123 4567",
                "Company Main Phone": "19000",
                "Anniversary": "6/1/2015",
                "Birthday": "12/25/1990",
                "Categories": "Alumni;عائلة",
                "E-mail Address": "sara@example.org",
                "E-mail Type": "SMTP",
                "E-mail Display Name": "Sara Ali (sara@example.org)",
                "E-mail 2 Address": "/o=Nile/ou=x/cn=sara",
                "E-mail 2 Type": "EX",
                "E-mail 2 Display Name": "سارة علي",
                "Gender": "Unspecified",
                "Initials": "S.A.",
                "Manager's Name": "Omar",
                "Notes": "one\ntwo",
                "Priority": "Normal",
                "Private": "False",
                "Profession": "Retail",
                "Sensitivity": "Normal",
                "Spouse": "Khalid",
                "User 1": "x7",
                "Web Page": "https://example.org/sara",
            },
            country="eg",
        )
    )
    assert row["name"] == "Dr. Sara Ali, PhD"
    assert row["other_names"] == ["سارة علي"]
    assert (row["organisation"], row["role"], row["field"]) == ("Nile", "Head", "Retail")
    assert row["city"] == "Cairo"
    assert row["birthday"] == "1990-12-25"
    assert row["tags"] == ["Alumni", "عائلة"]
    assert row["emails"] == ["sara@example.org"]
    assert set(row["labels"]) == {
        "business: +20225770000",
        "business fax: +20225770001",
        "mobile: +201001234567",
        "company main: 19000",
    }
    assert row["url"] == "https://example.org/sara"
    assert row["source"] == "outlook"
    assert row["notes"].split("\n\n")[0] == "one\ntwo"
    assert set(row["notes"].split("\n\n")[1:]) == {
        "EX: /o=Nile/ou=x/cn=sara",
        "Business: 1 Corniche, Cairo",
        "Home: Giza",
        "Department: Sales",
        "Anniversary: 6/1/2015",
        "Manager's Name: Omar",
        "Spouse: Khalid",
        "User 1: x7",
    }


def test_a_person_of_the_web_is_whole():
    row = one(
        outlook(
            WEB,
            {
                "First Name": "Sara",
                "Last Name": "Ali",
                "Nickname": "Susu",
                "Birthday": "0/0/00",
                "Anniversary": "0/0/00",
                "E-mail Address": "sara@example.org",
                "E-mail 3 Address": "s@example.org",
                "Home City": "Giza",
                "Mobile Phone": "+201001234567",
                "Company": "Nile",
            },
        )
    )
    assert (row["name"], row["other_names"]) == ("Sara Ali", ["Susu"])
    assert row["emails"] == ["sara@example.org", "s@example.org"]
    assert row["labels"] == ["mobile: +201001234567"]
    assert (row["city"], row["organisation"]) == ("Giza", "Nile")
    assert (row["birthday"], row["notes"]) == ("", "")


def test_every_column_of_numbers_is_read_with_its_label():
    headings = [h for h in PROGRAM if h.endswith(("Phone", "Phone 2", "Fax", "Pager", "Callback"))]
    numbers = {heading: f"+2010012345{n:02d}" for n, heading in enumerate(headings, 10)}
    row = one(outlook(PROGRAM, {"First Name": "Sara"} | numbers))
    assert row["phones"] == list(numbers.values())
    assert len(set(row["labels"])) == len(headings) == 17
    assert "tty/tdd: " in " ".join(row["labels"])
    assert "home 2: " in " ".join(row["labels"])


def test_arabic_windows_saves_it_with_semicolons_in_its_own_encoding():
    people = [{"First Name": "فاطمة", "Last Name": "العلي", "Company": "جامعة القاهرة"}]
    people += [{"First Name": "خالد", "Last Name": "حسن", "Company": "شركة النور"}]
    rows = [[person.get(heading, "") for heading in WEB] for person in people]
    text = csv_text(WEB, *rows, delimiter=";").replace("\n", "\r\n")
    intake = checked(text.encode("cp1256"))
    assert intake.people["name"].tolist() == ["فاطمة العلي", "خالد حسن"]
    assert intake.people["organisation"].tolist() == ["جامعة القاهرة", "شركة النور"]


def test_who_has_no_name_is_called_by_name_shown_organisation_or_address():
    intake = outlook(
        PROGRAM,
        {"E-mail Address": "s@example.org", "E-mail Display Name": "Sara Ali"},
        {"Company": "Nile", "E-mail Address": "info@example.org"},
        {"E-mail Address": "info@example.com", "E-mail Display Name": "info@example.com"},
        {"Title": "Mr.", "Home Phone": "+201001234567"},
    )
    assert intake.people["name"].tolist() == ["Sara Ali", "Nile", "info@example.com"]
    assert intake.left_out["reason"].tolist() == ["intake.left_out.no_name"]


def test_the_order_of_day_and_month_is_learnt_from_the_column():
    people = [
        {"First Name": "A", "Birthday": "2/10/1990"},
        {"First Name": "B", "Birthday": "25/12/1990"},
    ]
    assert outlook(WEB, *people).people["birthday"].tolist() == ["1990-10-02", "1990-12-25"]
    row = one(outlook(WEB, people[0]))
    assert (row["birthday"], row["notes"]) == ("", "Birthday: 2/10/1990")


@pytest.mark.parametrize("header", [PROGRAM, WEB])
def test_it_is_known_after_a_preamble_and_with_empty_columns_behind(header):
    rows = [["sep=,"], [*header, "", ""], ["Sara"] * len(header) + ["", ""]]
    assert outlook(header).counts["file"].tolist() == ["contacts.csv"]
    assert read_table(*rows).people["source"].tolist() == ["outlook"]


@given(st.data())
def test_whatever_stands_in_the_cells_it_is_read_and_counted(data):
    header = data.draw(st.permutations(WEB))
    row = st.lists(st.text(max_size=8), min_size=len(WEB), max_size=len(WEB))
    rows = data.draw(st.lists(row, max_size=3))
    intake = read_table(header, *rows)
    assert len(intake.people) + len(intake.left_out) == intake.counts["read"].sum()
