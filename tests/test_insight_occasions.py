"""Occasions: known days come out, both calendars, only what was chosen, nobody guessed."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook, open_workbook
from shabakati.insight.greeting import occasions, offers
from shabakati.insight.greeting.countries import country_of, national_days
from shabakati.insight.greeting.days import birthdays, easters, hijri_days, shared, yearly
from shabakati.insight.greeting.words import expected_word, occasion_word
from shabakati.language import LANGUAGES, say_hijri, use
from shabakati.vocabulary import Occasion

YEAR = (dt.date(2026, 11, 23), dt.date(2027, 11, 22))
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31))


def book_of(**person):
    book = Workbook.in_memory()
    book.add("people", name="سارة", **person)
    return book


def days_of(book, start=YEAR[0], end=YEAR[1]):
    found = occasions(book.people, book.profile, start, end)
    return list(zip(found["occasion"], found["on"].astype(str), found["variant"], strict=True))


@pytest.mark.parametrize(
    ("occasion", "on", "hijri"),
    [
        ("ramadan", dt.date(2027, 2, 8), "1 رمضان 1448 هـ"),
        ("eid_al_fitr", dt.date(2027, 3, 9), "1 شوال 1448 هـ"),
        ("eid_al_adha", dt.date(2027, 5, 16), "10 ذو الحجة 1448 هـ"),
        ("hijri_new_year", dt.date(2027, 6, 6), "1 محرم 1449 هـ"),
    ],
)
def test_hijri_occasions_fall_on_their_known_days_and_are_only_expected(occasion, on, hijri):
    book = book_of(occasions=[occasion])
    [row] = occasions(book.people, book.profile, *YEAR).to_dict("records")
    assert (row["occasion"], row["on"], row["hijri"], row["expected"]) == (
        occasion,
        on,
        hijri,
        True,
    )


def test_two_ramadans_begin_in_2030_and_both_come():
    book = book_of(occasions=["ramadan"])
    found = days_of(book, dt.date(2030, 1, 1), dt.date(2030, 12, 31))
    assert [on for _, on, _ in found] == ["2030-01-05", "2030-12-26"]


def test_both_christmases_and_both_easters_are_offered_once_where_they_are_one():
    book = book_of(occasions=["christmas", "easter", "new_year"])
    assert days_of(book) == [
        ("christmas", "2026-12-25", "western"),
        ("new_year", "2027-01-01", ""),
        ("christmas", "2027-01-07", "eastern"),
        ("easter", "2027-03-28", "western"),
        ("easter", "2027-05-02", "eastern"),
    ]
    assert [day.variant for day in easters(dt.date(2028, 1, 1), dt.date(2028, 12, 31))] == ["both"]


def test_a_national_day_is_the_persons_countrys_else_their_phones_else_yours():
    here = book_of(occasions=["national_day"], country="sa", phones=["+96522000000"])
    by_phone = book_of(occasions=["national_day"], phones=["0790000000", "+962790000000"])
    by_me = book_of(occasions=["national_day"])
    assert days_of(by_me) == []
    by_me.change("profile", 1, country="eg")
    days = [days_of(book)[0][1] for book in (here, by_phone, by_me)]
    assert days == ["2027-09-23", "2027-05-25", "2027-07-23"]
    assert days_of(book_of(occasions=["national_day"], country="fr")) == []


def test_each_of_the_22_arab_states_has_its_day_and_its_name_in_both_languages():
    assert len(national_days()) == 22
    for language in LANGUAGES:
        use(language)
        names = {occasion_word("national_day", "", code) for code in national_days()}
        assert len(names) == 22


@pytest.mark.parametrize("phone", ["", "+", "911", "+999999", "+1", "+80012345678", "=1+1"])
def test_a_phone_that_names_no_country_gives_none(phone):
    assert country_of(None, [phone], "") in ("", "us")


def test_a_birthday_comes_with_or_without_its_year_and_on_the_28th_in_a_common_february():
    start, end = dt.date(2027, 1, 1), dt.date(2028, 12, 31)
    assert [str(d.on) for d in birthdays("--02-29", start, end)] == ["2027-02-28", "2028-02-29"]
    assert [str(d.on) for d in birthdays("2027-06-01", start, end)] == ["2028-06-01"]
    assert birthdays("--13-45", start, end) == birthdays("", start, end) == []


def test_work_is_remembered_from_its_first_year_on():
    book = book_of(occasions=["work_anniversary"], working_since=dt.date(2026, 12, 1))
    assert days_of(book) == []
    assert days_of(book, YEAR[0], dt.date(2027, 12, 1)) == [("work_anniversary", "2027-12-01", "")]
    assert days_of(book_of(occasions=["work_anniversary", "birthday"])) == []


def test_nobody_is_greeted_whose_answer_is_none_or_of_whom_nothing_was_chosen():
    assert days_of(book_of(occasions=["none", "ramadan"])) == []
    assert days_of(book_of()) == []
    assert days_of(Workbook.in_memory()) == []


def test_offers_come_from_facts_alone_and_never_for_a_feast_of_a_faith():
    book = book_of(birthday="--05-06", phones=["+962790000000"], working_since=dt.date(2020, 1, 1))
    assert offers(book.people) == {
        Occasion.BIRTHDAY: [1],
        Occasion.WORK_ANNIVERSARY: [1],
        Occasion.NATIONAL_DAY: [1],
    }
    book.change("people", 1, occasions=["none"])
    assert offers(book.people) == {}
    demo = open_workbook("demo")
    assert set(offers(demo.people)) <= {
        Occasion.BIRTHDAY,
        Occasion.WORK_ANNIVERSARY,
        Occasion.NATIONAL_DAY,
    }


def test_a_hijri_date_says_that_it_is_expected():
    assert "متوقع" in expected_word(say_hijri(dt.date(2027, 2, 8)))
    use("en")
    assert say_hijri(dt.date(2027, 2, 8)) == "1 Ramadan 1448 AH"
    assert say_hijri(dt.date(1900, 1, 1)) == expected_word("") == ""


@given(DAYS, st.integers(0, 800), st.sampled_from(list(Occasion)))
def test_every_day_lies_between_its_ends_in_order_and_a_longer_span_only_adds(start, n, occasion):
    end = start + dt.timedelta(n)
    found = shared(occasion, start, end)
    assert found == sorted(found)
    assert all(start <= day.on <= end for day in found)
    assert set(found) <= set(shared(occasion, start, end + dt.timedelta(100)))


@given(st.dates(dt.date(1925, 1, 1), dt.date(2076, 1, 1)))
def test_a_hijri_day_comes_once_or_twice_in_a_gregorian_year(start):
    found = list(hijri_days(9, 1, start, start + dt.timedelta(364)))
    assert len(found) in (1, 2)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_of_the_year_comes_every_year(born):
    start, end = dt.date(2021, 1, 1), dt.date(2030, 12, 31)
    assert len(list(yearly(born.month, born.day, start, end))) == 10


def test_thirty_thousand_people_have_their_occasions_in_order():
    people = book_of(occasions=["ramadan", "national_day"]).people.loc[[1] * 30_000]
    people.index = pd.RangeIndex(1, len(people) + 1)
    found = occasions(people, Workbook.in_memory().profile, *YEAR)
    assert len(found) == 30_000
    assert found["person"].is_monotonic_increasing
