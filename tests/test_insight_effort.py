"""Effort against result: what is counted, what counts once, and when there is too little to say."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import insight
from shabakati.insight.effort import ENOUGH
from shabakati.opening import open_demo

DAY = dt.date(2026, 5, 10)
PEOPLE = pd.DataFrame(index=pd.Index([1, 2, 3], name="id"))


def events(*rows):
    names = ["on", "place", "kind", "hours", "cost", "people"]
    frame = pd.DataFrame(rows, columns=names, index=pd.RangeIndex(1, len(rows) + 1, name="id"))
    return frame.astype({"on": "object", "hours": "float64", "cost": "float64"})


def exchanges(*rows):
    names = ["person", "on", "kind", "direction", "event"]
    return pd.DataFrame(rows, columns=names, index=pd.RangeIndex(1, len(rows) + 1, name="id"))


def test_only_what_came_after_the_day_counts_and_only_help_of_theirs_is_received():
    found = insight.effort(
        events((DAY, "event", "webinar", 2, 10, [1, 2])),
        exchanges(
            (1, DAY, "met", "both", 1),
            (1, DAY + dt.timedelta(1), "helped", "received", None),
            (2, DAY + dt.timedelta(1), "helped", "given", None),
            (3, DAY + dt.timedelta(1), "helped", "received", None),
            (2, DAY - dt.timedelta(1), "advised", "received", None),
        ),
        PEOPLE,
    ).loc[1]
    assert (found["met"], found["followed"], found["received"]) == (2, 2, 1)
    assert (found["hours"], found["cost"], found["met_per_hour"]) == (2, 10, 1)


def test_who_was_met_twice_counts_once_for_the_kind_and_at_each_event():
    log = exchanges((1, DAY + dt.timedelta(5), "wrote", "both", None))
    twice = events(
        (DAY, None, "webinar", 1, None, [1]), (DAY, None, "webinar", 1, None, [1, 2, 99])
    )
    kind = insight.effort(twice, log, PEOPLE, by="kind").loc["webinar"]
    assert (kind["events"], kind["met"], kind["followed"]) == (2, 2, 1)
    assert list(insight.effort(twice, log, PEOPLE)["followed"]) == [1, 1]


def test_planned_events_and_those_without_a_day_promise_nothing():
    log = exchanges((1, DAY, "helped", "received", None))
    some = events(
        (DAY + dt.timedelta(9), None, "other", 1, None, [1]), (None, None, None, None, None, [1])
    )
    found = insight.effort(some, log, PEOPLE, today=DAY)
    assert list(found.index) == [2]
    assert found.loc[2, "followed"] == 0
    assert found.loc[2, ["hours", "met_per_hour"]].isna().all()


def test_a_kind_is_compared_only_from_enough_events():
    one = (DAY, None, "webinar", 1, 0, [1])
    for n in (ENOUGH - 1, ENOUGH):
        found = insight.effort(events(*[one] * n), exchanges(), PEOPLE, by="kind")
        assert found.loc["webinar", "enough"] == (n >= ENOUGH)


def test_no_event_yet_is_no_error_today():
    assert insight.effort(events(), exchanges(), PEOPLE, today=DAY).empty


def test_another_grouping_is_refused():
    with pytest.raises(ValueError, match="'city'"):
        insight.effort(events(), exchanges(), PEOPLE, by="city")


@pytest.mark.parametrize("by", ["event", "place", "kind"])
def test_nothing_and_the_demo_have_the_same_columns(by):
    book = open_demo()
    nothing = insight.effort(events(), exchanges(), PEOPLE, by=by)
    found = insight.effort(book.events, book.exchanges, book.people, by=by)
    assert nothing.empty
    assert list(nothing.columns) == list(found.columns)
    assert len(found)
    assert (found["received"] <= found["followed"]).all()


@given(
    st.lists(st.tuples(st.sampled_from(["webinar", "other"]), st.sets(st.sampled_from([1, 2, 3])))),
    st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.integers(-3, 3))),
)
def test_a_kind_never_holds_more_than_its_events_together(kinds, touches):
    some = events(*[(DAY, None, kind, 1, 1, sorted(ids)) for kind, ids in kinds])
    log = exchanges(*[(p, DAY + dt.timedelta(n), "helped", "received", None) for p, n in touches])
    by_kind = insight.effort(some, log, PEOPLE, by="kind")
    single = insight.effort(some, log, PEOPLE)
    for name in ("met", "followed", "received"):
        assert by_kind[name].sum() <= single[name].sum()
    assert by_kind["events"].sum() == len(kinds)
