"""Names, numbers and cities in the form in which people are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.cards import called, city_key, number, same_number, without_city


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("سيرين دوام", ("سيرين",)),
        ("عمر حداد المدير", ("عمر", "حداد")),
        ("د. خالد المستشفى", ("خالد",)),
        ("عمي نبيل", ("نبيل",)),
        ("لينا الرفاعي أختي", ("لينا", "الرفاعي")),
        ("Ahmed work", ("ahmed",)),
        ("عمتي", ()),
    ],
)
def test_what_stands_beside_a_name_is_none_of_it(written, parts):
    assert called(written).parts == parts


def test_who_is_called_after_a_child_says_so():
    assert called("أبو سارة").kunya
    assert called("أم عمر").kunya
    assert not called("أمل").kunya


def test_one_number_is_known_with_and_without_its_country():
    whole, abroad = number("+966 50 123 4567"), number("00966501234567")
    assert whole == abroad
    assert same_number(whole, number("0501234567"))
    assert not same_number(whole, number("0551234567"))
    assert not same_number(whole, number("+971501234567"))


@pytest.mark.parametrize("short", ["", "911", "000 0000", "call me"])
def test_what_is_too_short_is_no_number(short):
    assert number(short) is None


def test_a_branch_is_its_organisation():
    assert without_city("بنك النور عمّان") == "بنك النور"
    assert without_city("Noor Bank Amman, HQ") == "noor bank, HQ"
    assert without_city("Amman") == "Amman"


def test_a_city_is_one_in_both_languages():
    assert city_key("القاهرة، مصر") == city_key("Cairo")
    assert city_key("Oslo") != city_key("Cairo")


@given(st.text())
def test_any_text_is_read_as_a_name_a_number_and_a_place(text):
    called(text), number(text), city_key(text), without_city(text)
