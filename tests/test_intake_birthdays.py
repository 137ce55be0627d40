"""Birthdays as phones and programs write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.birthdays import read_birthday, read_birthdays


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("1990-02-10", "1990-02-10"),
        ("1990-02-10T00:00:00Z", "1990-02-10"),
        ("19900210", "1990-02-10"),
        ("1990/2/10", "1990-02-10"),
        ("--02-10", "--02-10"),
        ("--0210", "--02-10"),
        ("-02-29", "--02-29"),
        ("1604-02-10", "--02-10"),
        ("0000-02-10", "--02-10"),
        ("10.02.1990", ""),
        ("25.12.1990", "1990-12-25"),
        ("12/25/1990", "1990-12-25"),
        ("12/25/90", "1990-12-25"),
        ("12/25/55", "1955-12-25"),
        ("12/25/05", "2005-12-25"),
        ("10 Feb 1990", "1990-02-10"),
        ("February 10, 1990", "1990-02-10"),
        ("10-Feb-55", "1955-02-10"),
        ("١٠ فبراير ١٩٩٠", "1990-02-10"),
        ("١٩٩٠/٠٢/١٠", "1990-02-10"),
        ("10 Feb", "--02-10"),
        ("Feb 10", "--02-10"),
        ("10 فبراير", "--02-10"),
        ("0/0/00", ""),
        ("1990-02-31", ""),
        ("1410-07-15", ""),
        ("Feb 1990", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_birthday_has_one_spelling(text, stored):
    assert read_birthday(text) == stored


def test_numbers_are_read_in_the_order_that_is_said_or_shown():
    assert read_birthday("2/10/1990", month_first=True) == "1990-02-10"
    assert read_birthday("2/10/1990", month_first=False) == "1990-10-02"
    assert read_birthdays(["2/10/1990", "25/12/1990"])["2/10/1990"] == "1990-10-02"
    assert read_birthdays(["2/10/55", "12/25/90"])["2/10/55"] == "1955-02-10"


@given(st.text(max_size=80) | st.dates().map(str) | st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d\d"))
def test_whatever_is_read_is_a_birthday_or_nothing(text):
    assert re.fullmatch(r"((\d{4}|-)-\d\d-\d\d)?", read_birthday(text), re.ASCII)
