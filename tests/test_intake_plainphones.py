"""Plain numbers, read without the library: as it reads them."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.plainphones import read_plain

CODES = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
digits = st.text("0123456789", min_size=4, max_size=13)


def by_library(text, country=None):
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@given(st.sampled_from(CODES), digits)
def test_a_number_with_its_country_is_what_the_library_says(code, rest):
    text = f"+{code} {rest[:3]}-{rest[3:]}"
    assert read_plain(text, "") in ("", by_library(text))


@given(st.sampled_from(REGIONS), digits)
def test_a_number_at_home_is_what_the_library_says(country, rest):
    text = f"0{rest}"
    assert read_plain(text, country) in ("", by_library(text, country))


@pytest.mark.parametrize("country", REGIONS)
def test_every_country_has_numbers_that_are_read_as_the_library_reads_them(country):
    kinds = phonenumbers.PhoneNumberType
    for kind in (kinds.MOBILE, kinds.FIXED_LINE):
        number = phonenumbers.example_number_for_type(country, kind)
        if number is None:
            continue
        for form in (0, 1, 2):
            text = phonenumbers.format_number(number, form)
            assert read_plain(text, country) in ("", by_library(text, country)), text


@pytest.mark.parametrize(
    ("text", "country", "phone"),
    [
        ("+966 50 123 4567", "", "+966501234567"),
        ("050 123 4567", "SA", "+966501234567"),
        ("01001234567", "EG", "+201001234567"),
        ("0790000102", "JO", "+962790000102"),
        ("0501234567", "", ""),
        ("0501234567", "XX", ""),
        ("501234567", "SA", ""),
        ("937", "SA", ""),
    ],
)
def test_the_usual_spellings_are_plain(text, country, phone):
    assert read_plain(text, country) == phone
