"""Only who is certainly the same person is known again; who merely looks alike is not."""

import pandas as pd
import pytest

from shabakati import Workbook
from shabakati.intake.intake import make_intake
from shabakati.intake.matching import match_people, match_rows
from shabakati.intake.provenance import fingerprints, records

IN = "https://www.linkedin.com/in/"


def people(*rows):
    return make_intake({"people": [{"source": "vcard", **row} for row in rows]}, (), ()).people


def there(*rows):
    frame = people(*rows)
    return frame.set_index(pd.RangeIndex(1, len(frame) + 1))


SARA = {"name": "Sara Haddad", "phones": ["+96650001"], "emails": ["sara@example.com"]}


@pytest.mark.parametrize(
    "other",
    [
        {"name": "sara  haddad", "phones": ["+96650009", "+96650001"]},
        {"name": "Sara Haddad, PhD", "emails": ["SARA@example.com"]},
        {"name": "S. H.", "emails": ["sara@example.com"]},
        {"name": "سارة", "other_names": ["Sara Haddad"], "phones": ["+96650001"]},
    ],
)
def test_the_same_phone_or_email_and_a_name_that_fits_is_the_same_person(other):
    assert match_people(there(SARA), people(other)) == {0: 1}


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Sara Haddad"},
        {"name": "Sara Haddad", "organisation": "Nile"},
        {"name": "Omar Haddad", "phones": ["+96650001"]},  # the family's telephone
        {"name": "Omar Haddad", "emails": ["sara@example.com"]},
        {"name": "سارة حداد", "emails": ["sara@example.com"]},  # for whoever reads both scripts
    ],
)
def test_who_merely_looks_alike_is_somebody_else(other):
    assert match_people(there(SARA), people(other)) == {}


def test_a_mailbox_of_many_is_nobodys_mark():
    book = there({"name": "Sara", "emails": ["info@nile.example"]})
    assert match_people(book, people({"name": "Sami", "emails": ["info@nile.example"]})) == {}
    two = people(
        {"name": "Sami", "emails": ["sara@example.com"]},
        {"name": "Samar", "emails": ["sara@example.com"]},
    )
    assert match_people(there(SARA), two) == {}


def test_a_page_of_a_company_is_nobodys_mark():
    page = {"url": "https://nile.example"}
    assert match_people(there({"name": "Sara", **page}), people({"name": "Omar", **page})) == {}
    assert match_people(there({"name": "Sara", **page}), people({"name": "Sara", **page})) == {0: 1}


def test_two_profiles_are_two_people_whatever_else_they_share():
    book = there({**SARA, "url": f"{IN}sara"})
    assert match_people(book, people({**SARA, "url": f"{IN}sara-2"})) == {}
    assert match_people(book, people({"name": "Rana", "url": "linkedin.com/in/SARA/"})) == {0: 1}


def test_nobody_is_taken_for_two_people():
    assert match_people(there(SARA), people(SARA, SARA)) == {0: 1}


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": "سارة"}, {"name": "Omar"}])
        yield book


def matches(book, here, keys):
    known = list(records(book.sources))
    return match_rows(lambda: book.people, here, known, keys, fingerprints(here))


def test_the_key_of_the_source_is_stronger_than_all_else(book):
    book.add("sources", person=1, source="vcard", key="uid-1")
    book.add("sources", person=2, source="outlook", key="uid-2")
    found = matches(book, people({"name": "Sara"}, {"name": "Omar"}), ["uid-1", "uid-2"])
    assert found.people == {0: 1}
    assert found.records[0].id == 1


def test_who_comes_in_the_very_words_of_before_is_known_without_a_key(book):
    card = {"name": "Sara", "phones": ["1", "2"]}
    (mark,) = fingerprints(people(card))
    book.add("sources", person=1, source="vcard", fingerprints=["older", mark])
    again = people(card | {"phones": ["2", "1"]}, {"name": "Sara"})
    assert matches(book, again, ["", ""]).people == {0: 1}


def test_who_was_merged_is_known_by_each_of_the_rows_they_came_from(book):
    cards = [{"name": "Sara", "phones": ["1"]}, {"name": "سارة", "phones": ["2"]}]
    for mark in fingerprints(people(*cards)):
        book.add("sources", person=1, source="vcard", fingerprints=[mark])
    book.change("people", 1, phones=["1", "2"])
    assert matches(book, people(*cards), ["", ""]).people == {0: 1, 1: 1}
    cards[1]["phones"] = ["2", "3"]  # one of them says something more
    found = matches(book, people(*cards), ["", ""])
    assert found.people == {0: 1, 1: 1}
    assert {index: record.id for index, record in found.records.items()} == {0: 1, 1: 2}
