"""The calendar: other programs read it, taking it again updates, each thing on its own day."""

import datetime as dt
import time

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook, open_workbook, outputs
from shabakati.insight import upkeep
from shabakati.insight.greeting.countries import national_days
from shabakati.people.zones import zone_of, zone_of_country, zones
from shabakati.schema import clean_line

TODAY = dt.date(2026, 11, 23)
HOSTILE = "a,b;c\\n=HYPERLINK(1)\r\nEND:VEVENT\nBEGIN:VALARM\nATTACH:file:///etc/passwd"


def book_of(*names, **person):
    book = Workbook.in_memory()
    book.change("profile", 1, name="هالة", country="jo")
    for name in names:
        book.add("people", name=name, **person)
    return book


def events(book, today=TODAY):
    found = icalendar.Calendar.from_ical(outputs.calendar(book, today))
    return {str(event["uid"]): event for event in found.walk("VEVENT")}


def only(book, today=TODAY):
    [event] = events(book, today).values()
    return event


def test_an_action_is_at_nine_where_you_are_with_the_zone_in_the_file():
    book = book_of()
    book.add("actions", text="ask", due=dt.date(2026, 12, 1), minutes=60)
    event = only(book)
    begins = event["dtstart"].dt
    assert (begins.hour, begins.tzinfo.key) == (9, "Asia/Amman")
    assert event["dtend"].dt - begins == dt.timedelta(minutes=60)
    assert b"BEGIN:VTIMEZONE" in outputs.calendar(book, TODAY)
    book.change("profile", 1, country=None)
    assert only(book)["dtstart"].dt.tzinfo is None
    assert b"VTIMEZONE" not in outputs.calendar(book, TODAY)


@pytest.mark.parametrize("zone", ["Africa/Cairo", "Africa/Casablanca", "Asia/Beirut", "Asia/Gaza"])
@pytest.mark.parametrize("month", [1, 4, 8])
def test_a_second_library_finds_the_same_moment_from_the_file_alone(zone, month):
    book = book_of()
    book.change("profile", 1, time_zone=zone)
    book.add("actions", text="ask", due=dt.date(2028, month, 15))
    [event] = vobject.readOne(outputs.calendar(book, TODAY).decode()).vevent_list
    ours = only(book)["dtstart"].dt
    assert event.dtstart.value.astimezone(dt.UTC) == ours.astimezone(dt.UTC)


def test_who_is_kept_warm_has_a_whole_day_with_an_alarm_before_it():
    book = book_of("سارة", closeness="close", met_on=TODAY)
    event = only(book)
    assert event["dtstart"].dt == TODAY + dt.timedelta(30)
    assert str(event["summary"]) == "تواصل مع سارة"
    [alarm] = event.walk("VALARM")
    assert alarm["trigger"].dt == dt.timedelta(hours=-15)


def test_days_that_have_passed_are_spread_three_a_day_the_most_pressing_first():
    book = book_of(*"abcdefg", closeness="close", met_on=dt.date(2020, 1, 1))
    days = sorted(event["dtstart"].dt for event in events(book).values())
    assert [(day - TODAY).days for day in days] == [0, 0, 0, 1, 1, 1, 2]


def test_an_occasion_that_many_share_is_one_entry_that_names_them_and_says_expected():
    book = book_of("سارة", "ريم", occasions=["eid_al_fitr"])
    event = only(book)
    assert event["dtstart"].dt == dt.date(2027, 3, 9)
    assert "متوقع" in event["description"]
    assert {"سارة", "ريم"} <= set(str(event["description"]).splitlines())
    many = book_of(*map(str, range(300)), occasions=["new_year"])
    assert "100" in str(only(many)["description"]).splitlines()[-1]


def test_ones_own_day_is_an_entry_of_ones_own():
    book = book_of("سارة", "ريم", occasions=["birthday"], birthday="--05-06")
    assert sorted(str(e["summary"]) for e in events(book).values()) == [
        "يوم الميلاد: ريم",
        "يوم الميلاد: سارة",
    ]


def test_taking_it_again_updates_and_does_not_copy():
    book = open_workbook("demo")
    first = events(book)
    again = events(book, TODAY + dt.timedelta(1))
    assert len(first.keys() - again.keys()) <= len(first) // 10  # occasions that are over
    action = int(book.actions.index[0])
    book.change("actions", action, text="new", due=dt.date(2026, 12, 24))
    later = events(book)
    [moved] = [uid for uid, event in later.items() if str(event["summary"]) == "new"]
    assert moved in first
    book.undo()
    undone = events(book)
    assert undone.keys() == first.keys()
    sequences = [next(iter(e.values()))["sequence"] for e in (first, later, undone)]
    assert sequences[0] < sequences[1] < sequences[2]
    assert str(undone[moved]["summary"]) == str(first[moved]["summary"])


def test_contact_moves_the_reminder_and_leaves_no_second_one():
    book = book_of("سارة", closeness="closest", met_on=dt.date(2026, 1, 1))
    [uid] = events(book)
    book.add("exchanges", person=1, on=TODAY, kind="called")
    assert only(book)["dtstart"].dt == TODAY + dt.timedelta(14)
    assert list(events(book)) == [uid]


def test_two_people_s_calendars_never_overwrite_each_other():
    mine, yours = (book_of("سارة", closeness="close", met_on=TODAY) for _ in range(2))
    yours.change("profile", 1, name="عمر")
    assert events(mine).keys().isdisjoint(events(yours))


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=80).filter(clean_line) | st.just(HOSTILE))
def test_whatever_somebody_is_called_no_line_of_theirs_enters_the_calendar(name):
    book = book_of(name, closeness="close", met_on=TODAY, occasions=["birthday", "new_year"])
    book.change("people", 1, birthday="--01-09")
    data = outputs.calendar(book, TODAY)
    found = vobject.readOne(data.decode())
    assert len(found.vevent_list) == 3
    assert b"\nATTACH" not in data.replace(b"\r\n ", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert [c.name for e in found.vevent_list for c in e.components()] == ["VALARM"] * 3


def test_five_hundred_people_take_less_than_two_seconds():
    demo = open_workbook("demo")
    occasions = ["ramadan", "eid_al_fitr", "birthday", "national_day"]
    book = Workbook.in_memory()
    book.change("profile", 1, country="jo")
    rows = [
        {"name": f"{name} {at}", "closeness": "close", "occasions": occasions}
        | {"birthday": f"--{at % 12 + 1:02}-{at % 28 + 1:02}"}
        for at in range(9)
        for name in demo.people["name"]
    ]
    book.add_all("people", rows[:500])
    book.add_all("actions", [{"text": "ask", "person": 1, "due": TODAY}] * 100)
    began = time.process_time()
    data = outputs.calendar(book, TODAY)
    assert time.process_time() - began < 2
    assert data.count(b"BEGIN:VEVENT") == 500 + 500 + 3 + 100


def test_the_whole_demo_is_read_by_the_second_library_with_an_alarm_each():
    book = open_workbook("demo")
    found = vobject.readOne(outputs.calendar(book, TODAY).decode())
    kept = upkeep(book.people, book.exchanges, TODAY)
    assert len(found.vevent_list) > kept["state"].notna().sum()
    assert all(len(event.valarm_list) == 1 for event in found.vevent_list)
    stamps = {event.dtstamp.value for event in found.vevent_list}
    assert len(stamps) == 1


def test_a_zone_is_chosen_or_follows_from_the_country_if_that_has_one():
    def of(**row):
        found = zone_of({"time_zone": "", "country": None} | row)
        return found.key if found else None

    assert of(country="jo") == "Asia/Amman"
    assert of(country="jo", time_zone="Africa/Cairo") == "Africa/Cairo"
    assert of(country="jo", time_zone="../../etc/passwd") == "Asia/Amman"
    assert of(country="us") is of() is None
    assert all(zone_of_country(code) in zones() for code in national_days())
