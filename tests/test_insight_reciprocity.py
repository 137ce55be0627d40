"""Help given and received: counted once each, thanks owed only where nothing came back."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import insight
from shabakati.insight.reciprocity import HELP
from shabakati.opening import open_demo
from shabakati.vocabulary import Direction, ExchangeKind

DAY = dt.date(2026, 3, 1)
TOUCH = st.tuples(
    st.integers(1, 3),
    st.integers(0, 9),
    st.sampled_from(list(ExchangeKind)),
    st.sampled_from(list(Direction)),
)


def touches(rows):
    """Three people and what passed: person, days after `DAY`, kind, direction."""
    told = [(p, DAY + dt.timedelta(days=d), str(kind), str(way)) for p, d, kind, way in rows]
    people = pd.DataFrame({"name": ["A", "B", "C"]}, index=pd.RangeIndex(1, 4, name="id"))
    return people, pd.DataFrame(told, columns=["person", "on", "kind", "direction"])


def of(rows, person=1):
    return insight.reciprocity(*touches(rows)).loc[person]


def test_messages_and_meetings_are_contact_and_not_help():
    found = of([(1, 0, "wrote", "both"), (1, 1, "met", "both"), (1, 2, "thanked", "given")])
    assert (found["given"], found["received"], found["balance"]) == (0, 0, 0)
    assert not found["owes_thanks"]
    assert found["last_given"] is None


def test_help_on_both_sides_counts_on_either_and_owes_nothing():
    found = of([(1, 3, "helped", "both")])
    assert (found["given"], found["received"]) == (1, 1)
    assert found["last_received"] == DAY + dt.timedelta(days=3)
    assert not found["owes_thanks"]


@pytest.mark.parametrize(
    ("since", "owes", "unheard"),
    [
        ([], True, True),
        ([(1, 5, "thanked", "given")], False, False),
        ([(1, 6, "helped", "given")], False, False),
        ([(1, 4, "thanked", "given")], True, True),
        ([(1, 6, "thanked", "received")], True, True),
        ([(1, 6, "wrote", "both")], True, False),
        ([(1, 6, "wrote", "received")], True, True),
        ([(1, 5, "met", "both")], True, True),
        ([(2, 6, "thanked", "given")], True, True),
    ],
)
def test_thanks_are_owed_until_thanked_or_helped_and_unheard_until_anything_came(
    since, owes, unheard
):
    found = of([(1, 5, "advised", "received"), *since])
    assert (found["owes_thanks"], found["unheard"]) == (owes, unheard)


@settings(max_examples=40)
@given(st.lists(TOUCH, max_size=25))
def test_it_is_what_counting_one_by_one_gives(rows):
    people, exchanges = touches(rows)
    found = insight.reciprocity(people, exchanges)
    assert found.index.equals(people.index)
    for person in people.index:
        mine = [row for row in rows if row[0] == person]
        gave = [d for _, d, kind, way in mine if kind in HELP and way != "received"]
        got = [d for _, d, kind, way in mine if kind in HELP and way != "given"]
        assert found.at[person, "given"] == len(gave)
        assert found.at[person, "received"] == len(got)
        assert found.at[person, "balance"] == len(gave) - len(got)
        thanks = [d for _, d, kind, way in mine if way != "received" and kind in (*HELP, "thanked")]
        owes = bool(got) and max(thanks, default=-1) < max(got)
        heard = any(d > max(got, default=-1) for _, d, _, way in mine if way != "received")
        assert found.at[person, "owes_thanks"] == owes
        assert found.at[person, "unheard"] == (owes and not heard)


@settings(max_examples=40)
@given(st.lists(TOUCH, max_size=25))
def test_over_time_every_touch_is_in_one_period_and_no_period_is_missing(rows):
    _, exchanges = touches(rows)
    told = insight.help_over_time(exchanges)
    help_ = exchanges["kind"].isin([kind.value for kind in HELP])
    assert told["contact"].sum() == (~help_).sum()
    assert told[["given", "received"]].sum().sum() >= help_.sum()
    assert list(told.index) == sorted(set(told.index))


def test_years_tell_of_what_is_long_and_quarters_of_what_is_short():
    _, short = touches([(1, 0, "helped", "given"), (1, 200, "helped", "given")])
    assert list(insight.help_over_time(short).index) == [
        dt.date(2026, 1, 1),
        dt.date(2026, 4, 1),
        dt.date(2026, 7, 1),
    ]
    _, long = touches([(1, 0, "helped", "given"), (1, 1500, "helped", "given")])
    assert insight.help_over_time(long).index[0] == dt.date(2026, 1, 1)
    assert len(insight.help_over_time(long)) == 5


def test_touches_of_people_who_are_gone_are_left_out():
    people, exchanges = touches([(1, 0, "helped", "given"), (2, 0, "helped", "given")])
    found = insight.reciprocity(people.drop(index=2), exchanges)
    assert list(found.index) == [1, 3]
    assert found["given"].sum() == 1


def test_nobody_and_nothing_give_empty_answers():
    people, exchanges = touches([])
    assert insight.reciprocity(people, exchanges)["given"].sum() == 0
    assert insight.reciprocity(people.head(0), exchanges).empty
    assert insight.help_over_time(exchanges).empty
    assert insight.last_contact(exchanges).empty


def test_the_demo_owes_thanks_to_some_and_has_thanked_others():
    demo = open_demo()
    found = insight.reciprocity(demo.people, demo.exchanges)
    assert 0 < found["unheard"].sum() < found["owes_thanks"].sum() < (found["received"] > 0).sum()
    assert pd.api.types.is_bool_dtype(found["owes_thanks"])
