"""A person who is being read: numbers, addresses and pages each in one spelling, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.contact import Contact
from shabakati.intake.emails import read_email
from shabakati.intake.phones import is_international, read_phone
from shabakati.schema import Person


@pytest.mark.parametrize(
    ("typed", "country", "stored"),
    [
        ("+966 50 123 4567", None, "+966501234567"),
        ("00966-50-123-4567", None, "+966501234567"),
        ("00966501234567", "sa", "+966501234567"),
        ("٠٥٠١٢٣٤٥٦٧", "SA", "+966501234567"),
        ("۰۵۰۱۲۳۴۵۶۷", "sa", "+966501234567"),
        ("tel:+962-71-000-0102", None, "+962710000102"),
        ("0710000102", "jo", "+962710000102"),
        ("(011) 234-5678 ext. 12", "sa", "+966112345678;ext=12"),
        ("050 123 4567", None, "0501234567"),
        ("937", "sa", "937"),
        ("*100#", "sa", "*100#"),
        ("\u202a+971 50 123 4567\u202c", None, "+971501234567"),
        ("no number", "sa", ""),
        ("", None, ""),
    ],
)
def test_a_number_has_one_spelling(typed, country, stored):
    assert read_phone(typed, country) == stored


def test_a_number_that_says_its_country_is_known_as_such():
    assert is_international(read_phone("+966501234567"))
    assert not is_international(read_phone("0501234567"))


@given(st.text(max_size=80), st.sampled_from([None, "sa", "EG", "xx"]))
def test_reading_a_number_twice_changes_nothing_more(text, country):
    once = read_phone(text, country)
    assert read_phone(once, country) == once


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Sara@Example.ORG", "Sara@example.org"),
        ("mailto:sara@example.org", "sara@example.org"),
        ("Sara Ali <sara@example.org>", "sara@example.org"),
        (" sara@example.org; ", "sara@example.org"),
        ("سارة@مثال.موقع", "سارة@مثال.موقع"),
        ("sara@localhost", ""),
        ("sara at example.org", ""),
        ("a@b@example.org", ""),
        ("", ""),
    ],
)
def test_an_address_is_checked(typed, stored):
    assert read_email(typed) == stored


@given(st.text(max_size=80) | st.emails())
def test_reading_an_address_twice_changes_nothing_more(text):
    assert read_email(read_email(text)) == read_email(text)


def test_what_is_no_address_stands_in_the_notes():
    person = Contact("vcard")
    person.add_email("sara at example.org", "work")
    assert person.row()["notes"] == "work: sara at example.org"


def test_every_number_keeps_what_it_is_called():
    person = Contact("vcard", "sa")
    person.add_phone("0501234567", "جوال")
    person.add_phone("+966501234567", "work")
    row = person.row()
    assert row["phones"] == ["+966501234567"]
    assert row["labels"] == ["جوال: +966501234567", "work: +966501234567"]


def test_the_profile_is_the_page_and_others_are_links():
    person = Contact("google")
    person.add_url("www.example.org/sara", "home")
    person.add_url("https://www.linkedin.com/in/Sara-Ali?trk=x")
    person.add_url("https://example.org/blog")
    row = person.row()
    assert row["url"] == "https://www.linkedin.com/in/sara-ali"
    assert row["links"] == ["https://www.example.org/sara", "https://example.org/blog"]


def test_a_second_employer_stands_in_the_notes():
    person = Contact("vcard")
    person.say("organisation", "Acme")
    person.say("organisation", "Beta")
    assert person.row()["organisation"] == "Acme"
    assert person.row()["notes"] == "Beta"


@given(st.lists(st.tuples(st.sampled_from("peulton"), st.text(max_size=2_000)), max_size=30))
def test_whatever_is_said_is_a_row_that_the_schema_takes(said):
    person = Contact("vcard", "eg")
    acts = {
        "p": person.add_phone,
        "e": person.add_email,
        "u": person.add_url,
        "l": lambda text: person.add_phone("+966501234567", text),
        "t": lambda text: person.add("tags", text),
        "o": lambda text: person.say("organisation", text),
        "n": person.note,
    }
    for kind, text in said:
        acts[kind](text)
    row = person.row()
    row.pop("key")
    Person(**row, name="x")
