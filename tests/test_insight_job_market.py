"""The hidden job market: there now, were there, one step away, or honestly nobody yet."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook, insight
from shabakati.insight.job_market import counted
from shabakati.opening import open_demo

BANK = "Lazaward Bank"
ORGANISATIONS = ["شركة النور", "Al Nour Company", BANK, "بنك لازورد", "Acme", ""]


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all(
            "people",
            [
                {"name": "inside", "organisation": "Al Nour Company", "closeness": "regular"},
                {"name": "friend", "organisation": "Acme", "closeness": "closest"},
                {"name": "before", "organisation": "Acme", "closeness": "distant"},
                {"name": "expert", "organisation": "Acme", "topics": ["SQL"]},
                {"name": "stranger", "organisation": "Acme"},
            ],
        )
        book.add("ties", a=1, b=2)
        book.add("sources", person=3, organisation="Acme", organisation_before="النور")
        book.add("goals", benefit="opportunities", text="x", organisations=["شركة النور"])
        yield book


def market(book):
    return insight.job_market(book.people, book.ties, book.goals, book.exchanges, book.sources)


def test_who_is_there_who_was_and_who_knows_somebody_across_scripts(book):
    found = market(book).set_index("person")
    assert found["how"].to_dict() == {1: "now", 2: "knows", 3: "was"}
    assert found.at[2, "through"] == 1
    assert counted(market(book)).loc["شركة النور"].to_dict() == {"now": 1, "was": 1, "knows": 1}


def test_who_comes_first_follows_from_place_closeness_and_help(book):
    assert market(book)["person"].tolist() == [1, 2, 3]
    assert market(book)["score"].tolist() == [5, 5, 3]
    book.add("exchanges", person=2, on=dt.date(2026, 1, 1), kind="advised", direction="received")
    found = market(book)
    assert found["person"].tolist() == [2, 1, 3]
    assert found.at[0, "score"] == 6
    assert found.at[0, "helped"]
    assert found.at[0, "last"] == dt.date(2026, 1, 1)
    assert found.at[2, "last"] is None


def test_between_equals_the_last_in_touch_is_asked_first(book):
    book.add("exchanges", person=2, on=dt.date(2026, 1, 1), kind="met")
    assert market(book)["person"].tolist()[0] == 2


def test_where_nobody_is_the_nearest_by_topic_are_named_and_nobody_is_invented(book):
    book.change("goals", 1, organisations=["Delta Bank"], topics=["SQL"])
    found = market(book)
    assert found[["person", "how"]].values.tolist() == [[4, "near"]]
    assert counted(found).loc["Delta Bank"].sum() == 0
    book.change("goals", 1, topics=["falconry"])
    assert market(book).empty


def test_only_open_goals_count(book):
    book.change("goals", 1, state="reached")
    assert market(book).empty


def test_without_exchanges_and_sources_the_three_tables_are_enough(book):
    found = insight.job_market(book.people, book.ties, book.goals)
    assert set(found["how"]) == {"now", "knows"}
    assert not found["helped"].any()


def people_of(organisations):
    """People of whom nothing but the organisation is said."""
    empty = [[] for _ in organisations]
    return pd.DataFrame(
        {
            "organisation": organisations,
            "closeness": None,
            "role": "",
            "field": "",
            "topics": empty,
            "can_help": empty,
        },
        index=pd.RangeIndex(1, len(organisations) + 1, name="id"),
    )


def goal(organisation):
    """One open goal."""
    row = {"organisations": [organisation], "topics": [organisation], "roles": [], "state": "open"}
    return pd.DataFrame([row], index=pd.Index([1], name="id"))


PEOPLE = st.lists(st.sampled_from(ORGANISATIONS), min_size=1, max_size=8)


@settings(max_examples=40)
@given(PEOPLE, st.sets(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=12))
def test_one_step_is_a_tie_with_somebody_there_and_everybody_stands_once(places, pairs):
    ties = {tuple(sorted(pair)) for pair in pairs if len(set(pair)) == 2}
    ties = [pair for pair in ties if max(pair) <= len(places)]
    found = insight.job_market(
        people_of(places), pd.DataFrame(ties, columns=["a", "b"], dtype="int64"), goal(BANK)
    )
    there = {i for i, name in enumerate(places, 1) if name in ORGANISATIONS[2:4]}
    step = {a for a, b in ties if b in there} | {b for a, b in ties if a in there}
    assert set(found.loc[found["how"] == "now", "person"]) == there
    assert set(found.loc[found["how"] == "knows", "person"]) == step - there
    assert set(found["through"].dropna()) <= there
    assert not found["person"].duplicated().any()


@settings(max_examples=40)
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_name_of_an_organisation_stops_it(organisation, wanted):
    ties = pd.DataFrame({"a": [], "b": []}, dtype="int64")
    found = insight.job_market(people_of([organisation]), ties, goal(wanted))
    assert len(found) <= 1


def test_in_the_demo_every_target_has_somebody_to_ask_first():
    demo = open_demo()
    first = market(demo).groupby("organisation")["person"].first()
    targets = {name for names in demo.goals["organisations"] for name in names}
    assert set(first.index) == targets
