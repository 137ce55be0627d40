"""Phone numbers that a spreadsheet took for amounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.table.numbers import mend_number, read_number


@pytest.mark.parametrize(
    ("cell", "digits"),
    [
        ("501234567.0", "501234567"),
        ("9.66501234567E+11", "966501234567"),
        ("9,66501234567e+11", "966501234567"),
        ("9.66501E+11", None),
        ("9.6650123456E+11", None),
        ("+966 50 123 4567", "+966 50 123 4567"),
        ("0501234567", "0501234567"),
        ("12.0", "12.0"),
    ],
)
def test_digits_come_back_where_they_are_all_there(cell, digits):
    assert mend_number(cell) == digits


@given(st.integers(10**8, 10**14))
def test_no_digit_is_made_up(number):
    text = f"{number:.14E}"
    assert mend_number(text) in (str(number), None)
    assert mend_number(f"{number:.5E}") in (str(number), None)


@pytest.mark.parametrize(
    ("cell", "country", "phone"),
    [
        ("501234567", "sa", "+966501234567"),
        ("966501234567", "sa", "+966501234567"),
        ("966501234567", None, "+966501234567"),
        ("201001234567", "sa", "+201001234567"),
        ("501234567", None, "501234567"),
        ("00201001234567", "sa", "+201001234567"),
        ("99999999999999", None, "99999999999999"),
    ],
)
def test_a_number_that_lost_its_plus_or_its_zero_is_whole(cell, country, phone):
    assert read_number(cell, country) == phone
