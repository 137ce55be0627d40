"""Gaps become things to do: each kind found, none twice, short ones first, three a week."""

import datetime as dt
import time
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook, insight, open_workbook
from shabakati.insight.gaps import COLUMNS, MINUTES
from shabakati.insight.planned import open_actions, proposed
from shabakati.insight.working_days import next_working_day, spread, weekend
from shabakati.language import LANGUAGES, use
from shabakati.people.dismissing import dismiss, propose_all_again

TODAY = dt.date(2026, 11, 23)  # a Monday
LONG_AGO = dt.date(2025, 1, 5)
NEXT_MONTH = dt.date(2026, 12, 10)


@pytest.fixture
def book():
    book = Workbook.in_memory()
    people = [
        {"name": f"زميل {n}", "relation": "current_colleague", "place": "workplace"}
        for n in range(6)
    ]
    book.add_all("people", [p | {"network_type": "operational"} for p in people])
    book.add("events", name="ملتقى", on=NEXT_MONTH)
    return book


@pytest.fixture(scope="module")
def demo():
    return open_workbook("demo")


def reasons(book, today=TODAY):
    return proposed(book, today)["reason"].tolist()


def people_of(book, reason):
    found = proposed(book, TODAY)
    return found.loc[found["reason"] == reason, "person"].tolist()


def test_an_empty_book_proposes_nothing():
    found = proposed(Workbook.in_memory(), TODAY)
    assert found.empty
    assert tuple(found.columns) == COLUMNS


def test_help_without_thanks_is_proposed_until_thanks_are_recorded(book):
    book.add("exchanges", person=3, on=LONG_AGO, kind="helped", direction="received")
    assert people_of(book, "thanks") == [3]
    book.add("exchanges", person=3, on=TODAY, kind="thanked", direction="given")
    assert people_of(book, "thanks") == []


def test_who_is_overdue_is_proposed_but_not_who_is_only_due(book):
    book.change("people", 2, closeness="close", met_on=LONG_AGO)
    book.change("people", 4, closeness="close", met_on=TODAY - dt.timedelta(28))
    assert people_of(book, "overdue") == [2]


def test_an_organisation_where_nobody_is_near_is_asked_about_or_looked_for(book):
    goal = book.add("goals", benefit="opportunities", text="عمل", organisations=["مرصد الغيم"])
    found = proposed(book, TODAY).set_index("reason").loc["no_way_in"]
    assert found["goal"] == goal
    assert "مرصد الغيم" in found["text"]
    book.change("people", 1, organisation="مرصد الغيم")
    assert "no_way_in" not in reasons(book)


def test_who_helped_twice_more_is_offered_help(book):
    for _ in range(2):
        book.add("exchanges", person=5, on=LONG_AGO, kind="advised", direction="received")
    assert people_of(book, "one_sided") == [5]
    book.add("exchanges", person=5, on=TODAY, kind="helped", direction="given")
    assert people_of(book, "one_sided") == []


def test_two_who_share_a_topic_and_do_not_know_each_other_are_introduced(book):
    book.change("people", [1, 4], topics=["SQL"], closeness="regular", met_on=TODAY)
    assert people_of(book, "introduce") == [1]
    book.add("ties", a=1, b=4)
    assert people_of(book, "introduce") == []


def test_no_event_to_come_is_a_gap_and_one_today_is_none(book):
    assert "no_event" not in reasons(book)
    book.change("events", 1, on=TODAY)
    assert "no_event" not in reasons(book)
    book.change("events", 1, on=TODAY - dt.timedelta(1))
    assert "no_event" in reasons(book)
    book.change("events", 1, on=None)
    assert "no_event" in reasons(book)


def test_the_empty_cell_that_is_nearest_and_missing_types_are_proposed(book):
    found = proposed(book, TODAY).set_index("key")
    cell = insight.reading.first_to_fill(insight.coverage(book.people))
    assert f"empty_cell//{cell[0]}.{cell[1]}" in found.index
    assert {"type_missing//personal", "type_missing//strategic"} <= set(found.index)


def test_what_is_planned_with_its_reason_is_not_proposed_until_it_is_done(book):
    book.add("exchanges", person=3, on=LONG_AGO, kind="helped", direction="received")
    other = book.add("actions", text="شكر", person=2, reason="thanks")
    assert people_of(book, "thanks") == [3]
    mine = book.add("actions", text="شكر", person=3, reason="thanks")
    assert people_of(book, "thanks") == []
    book.change("actions", [mine, other], done_on=TODAY)
    assert people_of(book, "thanks") == [3]


def test_an_action_of_ones_own_about_a_person_stands_for_a_word_to_them(book):
    book.add("exchanges", person=3, on=LONG_AGO, kind="helped", direction="received")
    book.add("actions", text="رسالة", person=3)
    assert people_of(book, "thanks") == []


def test_what_was_dismissed_is_not_proposed_until_all_is_again(book):
    before = proposed(book, TODAY)["key"].tolist()
    dismiss(book, before[0], TODAY)
    dismiss(book, before[0], TODAY)
    assert before[0] not in proposed(book, TODAY)["key"].tolist()
    assert len(book.answers) == 1
    propose_all_again(book)
    assert proposed(book, TODAY)["key"].tolist() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_gets_short_things_first_in_either_language(demo, language):
    use(language)
    found = proposed(demo, TODAY)
    assert found["minutes"].tolist() == sorted(found["minutes"])
    assert found["key"].is_unique
    assert set(found["reason"]) <= set(MINUTES)
    assert found["text"].map(bool).all()
    assert proposed(demo, TODAY).equals(found)


def test_the_first_so_many_are_those_that_stand_first_among_all(demo):
    found = proposed(demo, TODAY)
    for most in range(1, len(found) + 2):
        assert found.head(most).values.tolist() == proposed(demo, TODAY, most).values.tolist()


def test_of_each_kind_two_are_proposed_and_the_next_when_one_is_put_aside(book):
    for person in (4, 1, 3):
        on = LONG_AGO + dt.timedelta(person)
        book.add("exchanges", person=person, on=on, kind="helped", direction="received")
    assert people_of(book, "thanks") == [4, 3]
    dismiss(book, "thanks/3/", TODAY)
    assert people_of(book, "thanks") == [4, 1]


def test_open_actions_stand_by_day_and_those_without_a_day_last(book):
    for due in (None, NEXT_MONTH, TODAY):
        book.add("actions", text="أمر", due=due)
    book.add("actions", text="تم", due=LONG_AGO, done_on=TODAY)
    assert open_actions(book.actions).index.tolist() == [3, 2, 1]


@pytest.mark.parametrize(
    ("country", "days"),
    [(None, {4, 5}), ("jo", {4, 5}), ("ps", {4, 5}), ("ae", {5, 6}), ("ir", {4})],
)
def test_the_weekend_is_that_of_the_country_else_friday_and_saturday(country, days):
    assert weekend(country) == days


def test_the_next_working_day_is_after_the_weekend():
    assert next_working_day(dt.date(2026, 11, 26), "jo") == dt.date(2026, 11, 29)
    assert next_working_day(dt.date(2026, 11, 26), "lb") == dt.date(2026, 11, 27)


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 12, 31))


@given(
    st.integers(0, 25), DAYS, st.sampled_from([None, "sa", "lb", "ir"]), st.lists(DAYS, max_size=9)
)
def test_days_are_working_days_to_come_at_most_three_a_week_none_twice(n, today, country, taken):
    free = weekend(country)
    found = spread(n, today, country, taken)
    assert len(found) == n
    assert found == sorted(set(found) - set(taken))
    assert all(day > today and day.weekday() not in free for day in found)
    first = next(d for d in range(7) if d not in free and (d - 1) % 7 in free)
    weeks = Counter((day - dt.timedelta((day.weekday() - first) % 7)) for day in found)
    assert max(weeks.values(), default=0) <= 3


def test_a_week_with_three_things_in_it_gets_no_more():
    week = [dt.date(2026, 11, day) for day in (29, 30)] + [dt.date(2026, 12, 1)]
    assert spread(1, dt.date(2026, 11, 26), "jo", week) == [dt.date(2026, 12, 6)]


def test_thirty_thousand_people_are_looked_through_in_less_than_two_seconds(demo):
    rng = np.random.default_rng(10)
    people = demo.people.loc[rng.choice(demo.people.index, 30_000)].reset_index(drop=True)
    people.index = people.index.rename("id") + 1
    exchanges = demo.exchanges.loc[rng.choice(demo.exchanges.index, 60_000)]
    exchanges = exchanges.assign(person=rng.integers(1, 30_001, 60_000))
    start = time.process_time()
    found = insight.gaps(people, demo.ties, exchanges, demo.events, demo.goals, demo.actions, TODAY)
    took = time.process_time() - start
    assert len(found)
    assert took < 2
