"""Upkeep: the cadence of a ring or a person, begun anew by any contact, and four states."""

import datetime as dt
import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook, insight, open_workbook
from shabakati.insight.upkeep import CADENCE_DAYS, State, waiting
from shabakati.people.putting_off import put_off, put_off_until

TODAY = dt.date(2026, 11, 23)


def book_of(*on, closeness="close", **person):
    book = Workbook.in_memory()
    book.add("people", name="سارة", closeness=closeness, **person)
    for day in on:
        book.add("exchanges", person=1, on=day, kind="wrote")
    return book


def ago(days):
    return TODAY - dt.timedelta(days)


def row(book, today=TODAY, **options):
    return insight.upkeep(book.people, book.exchanges, today, **options).loc[1]


@pytest.mark.parametrize("closeness", list(CADENCE_DAYS))
def test_who_was_spoken_to_today_is_due_after_the_days_of_their_ring(closeness):
    found = row(book_of(TODAY, closeness=closeness))
    assert found["due"] == TODAY + dt.timedelta(CADENCE_DAYS[closeness])
    assert (found["state"], found["silent"]) == ("fresh", 0)


@pytest.mark.parametrize(
    ("silent", "state", "days"),
    [
        (22, "fresh", -8),
        (23, "due", -7),
        (30, "due", 0),
        (31, "overdue", 1),
        (59, "overdue", 29),
        (60, "cooling", 30),
    ],
)
def test_a_tie_of_thirty_days_goes_from_fresh_to_cooling(silent, state, days):
    found = row(book_of(ago(silent)))
    assert (found["state"], found["days"], found["silent"]) == (state, days, silent)


def test_what_was_said_for_the_person_goes_before_the_ring_and_a_short_cadence_rests_half():
    assert row(book_of(ago(40), cadence_days=60))["state"] == "fresh"
    assert row(book_of(ago(0), cadence_days=1))["state"] == "fresh"
    assert [row(book_of(ago(n), cadence_days=8))["state"] for n in (3, 4)] == ["fresh", "due"]


def test_any_contact_begins_anew_the_latest_counts_and_what_is_to_come_does_not():
    book = book_of(ago(70), ago(10), ago(50), TODAY + dt.timedelta(3))
    assert row(book)["last"] == ago(10)
    book.add("exchanges", person=1, on=TODAY, kind="connected", direction="received")
    assert row(book)["silent"] == 0


def test_before_the_first_contact_the_day_of_meeting_counts_and_without_it_one_is_due_today():
    assert row(book_of(met_on=ago(31)))["state"] == "overdue"
    unknown = row(book_of())
    assert (unknown["state"], unknown["due"], unknown["last"]) == ("due", TODAY, None)
    assert row(book_of(met_on=TODAY + dt.timedelta(9)))["last"] is None


def test_nobody_is_due_of_whom_nobody_said_that_they_are_to_be_kept_warm():
    found = row(book_of(ago(900), closeness=None))
    assert pd.isna(found["state"])
    assert pd.isna(found["cadence_days"])
    assert found["due"] is None
    assert found["silent"] == 900


def test_not_now_is_a_week_later_taken_back_by_an_undo_and_over_when_it_is_over():
    book = book_of(ago(100))
    put_off_until(book, 1, TODAY + dt.timedelta(3), TODAY)
    put_off_until(book, 1, TODAY + dt.timedelta(9), TODAY)
    assert len(book.answers) == 1
    assert row(book, put_off=put_off(book.answers))["state"] == "fresh"
    assert row(book, put_off=put_off(book.answers))["due"] == TODAY + dt.timedelta(9)
    after = TODAY + dt.timedelta(10)
    assert row(book, after, put_off=put_off(book.answers))["state"] == "cooling"
    book.undo()
    book.undo()
    assert put_off(book.answers).empty
    assert row(book, put_off=put_off(book.answers))["state"] == "cooling"


@pytest.mark.parametrize(
    ("question", "answer"),
    [("later.1", "soon"), ("later.x", "2026-12-01"), ("later.١", "2026-12-01"), ("later.", "")],
)
def test_an_answer_that_says_no_day_puts_nobody_off(question, answer):
    book = book_of(ago(100))
    book.add("answers", step="09_keeping_warm", question=question, answer=answer)
    assert put_off(book.answers).empty


def test_whose_day_has_passed_comes_first_then_the_shorter_cadence_then_the_longer_silence():
    book = book_of(ago(40))
    book.add("people", name="B", closeness="distant", met_on=ago(4000))
    book.add("people", name="C", closeness="close", met_on=ago(90))
    book.add("people", name="D", closeness="closest")
    book.add("people", name="E", closeness="closest", met_on=ago(15))
    kept = insight.upkeep(book.people, book.exchanges, TODAY)
    assert waiting(kept).index.tolist() == [5, 3, 1, 2, 4]


@settings(max_examples=40)
@given(
    st.lists(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), max_size=4),
    st.none() | st.dates(dt.date(2015, 1, 1), dt.date(2030, 1, 1)),
    st.none() | st.integers(1, 3650),
    st.sampled_from([*CADENCE_DAYS, None]),
)
def test_it_is_what_one_would_work_out_by_hand(on, met_on, cadence, closeness):
    found = row(book_of(*on, closeness=closeness, met_on=met_on, cadence_days=cadence))
    past = [day for day in on if day <= TODAY] or [d for d in [met_on] if d and d <= TODAY]
    last = max(past, default=None)
    wanted = cadence or (CADENCE_DAYS[closeness] if closeness else None)
    assert found["last"] == last
    if wanted is None:
        assert found["due"] is None
        return
    due = last + dt.timedelta(wanted) if last else TODAY
    assert (found["due"], found["days"]) == (due, (TODAY - due).days)
    assert (found["state"] in ("overdue", "cooling")) == (found["days"] > 0)


def test_frames_without_rows_give_a_frame_without_rows():
    empty = Workbook.in_memory()
    found = insight.upkeep(empty.people, empty.exchanges, TODAY)
    assert found.empty
    assert waiting(found).empty
    assert list(found["state"].cat.categories) == list(State)


def test_thirty_thousand_people_with_fifty_thousand_exchanges_take_well_under_a_second():
    demo = open_workbook("demo")
    rng = np.random.default_rng(9)
    people = demo.people.loc[rng.choice(demo.people.index, 30_000)]
    people.index = pd.RangeIndex(1, 30_001, name="id")
    exchanges = demo.exchanges.loc[rng.choice(demo.exchanges.index, 50_000)]
    exchanges = exchanges.assign(person=rng.integers(1, 30_001, 50_000))
    began = time.process_time()
    found = insight.upkeep(people, exchanges, TODAY)
    assert time.process_time() - began < 1
    assert len(found) == 30_000
