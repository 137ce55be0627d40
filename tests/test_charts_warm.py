"""The charts of keeping warm: who is due against their cadence, a year in both calendars."""

import datetime as dt

import pytest

from shabakati import Workbook, charts, insight, open_workbook
from shabakati.charts.upkeep_bars import LONGEST, MOST
from shabakati.language import LANGUAGES, say, use

TODAY = dt.date(2026, 11, 23)
END = dt.date(2027, 11, 22)
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "datum.x",
    "' + alert(1) + '",
    "\u202egnp.exe",
    "ن" * 500,
]


def book_of(*names):
    book = Workbook.in_memory()
    for name in names:
        person = book.add("people", name=name, closeness="close", met_on=dt.date(2026, 9, 1))
        book.change("people", person, occasions=["ramadan", "birthday"], birthday="--03-04")
    return book


def silence(book):
    kept = insight.upkeep(book.people, book.exchanges, TODAY)
    return charts.upkeep(book.people, kept).to_dict(validate=True)


def year(book):
    found = insight.occasions(book.people, book.profile, TODAY, END)
    return charts.occasions(found, TODAY, END).to_dict(validate=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", [silence, year])
def test_each_chart_is_valid_and_says_what_it_shows(draw, language):
    use(language)
    for book in (book_of(), book_of("سارة"), open_workbook("demo", language=language)):
        spec = draw(book)
        assert len(spec["description"]) > 15
        assert spec["usermeta"]["shabakati"]["tables"]


def test_the_most_pressing_are_drawn_and_the_description_counts_all():
    spec = silence(open_workbook("demo", language="en"))
    rows = spec["datasets"]["rows"]
    assert len(rows) == MOST
    assert rows[0]["name"] == "\u2068ديمة قعوار\u2069"
    assert (rows[0]["label"], rows[0]["share"]) == ("232 / 30", LONGEST)
    assert "48 people" in spec["description"]
    assert "cooling: 15" in spec["description"]


def test_who_is_not_due_fills_what_room_is_left_and_who_was_never_met_has_no_bar():
    book = book_of("سارة")
    book.add("people", name="ريم", closeness="close", met_on=TODAY)
    book.add("people", name="عمر", closeness="close")
    rows = silence(book)["datasets"]["rows"]
    assert [row["state"] for row in rows] == ["cooling", "due", "fresh"]
    assert (rows[1]["share"], rows[1]["label"]) == (0, say("charts.upkeep.never"))


def test_each_occasion_is_a_row_with_its_day_in_both_calendars():
    use("en")
    spec = year(book_of("Sara", "Reem"))
    ramadan, birthday = spec["datasets"]["days"]
    assert (ramadan["at"], ramadan["people"]) == ((dt.date(2027, 2, 8) - TODAY).days, 2)
    assert "8 February · 1 Ramadan" in ramadan["date"]
    assert "expected" in ramadan["hijri"]
    assert (birthday["row"], birthday["date"], birthday["hijri"]) == (1, "\u20684 March\u2069", "")
    months = spec["datasets"]["months"]
    assert [m["word"] for m in months if m["at"] == ramadan["at"]] == ["Ramadan"]
    assert sum(not m["hijri"] for m in months) == 12


def test_two_ramadans_of_a_year_stand_in_one_row():
    book = book_of("سارة")
    start, end = dt.date(2030, 1, 1), dt.date(2030, 12, 31)
    found = insight.occasions(book.people, book.profile, start, end)
    days = charts.occasions(found, start, end).to_dict()["datasets"]["days"]
    ramadans = [day for day in days if "رمضان" in day["occasion"]]
    assert [(day["row"], day["first"]) for day in ramadans] == [(0, True), (0, False)]


@pytest.mark.parametrize("draw", [silence, year])
def test_no_name_leaves_the_data(draw):
    hostile, plain = draw(book_of(*HOSTILE)), draw(book_of(*"abcde"))
    for spec in (hostile, plain):
        del spec["datasets"]
    assert hostile == plain


def test_time_runs_from_the_right_in_arabic_alone():
    book = book_of("سارة")
    use("ar")
    assert year(book)["config"]["scale"]["xReverse"] is True
    use("en")
    assert year(book)["config"]["scale"]["xReverse"] is False
