"""What one more acquaintance would change is what adding them changes."""

import datetime as dt

import pandas as pd
import pytest

from shabakati import Workbook, insight, open_workbook
from shabakati.forms.what_if import WhatIf
from shabakati.insight.reading_map import mapped
from shabakati.insight.what_if import PLANNED, Plan, emptiest, planned, what_if
from shabakati.language import say, use, word
from shabakati.vocabulary import Group, Place

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def demo():
    with open_workbook("demo") as demo:
        yield demo


def test_somebody_whom_nobody_knows_adds_more_than_somebody_through_one_of_yours(demo):
    here = mapped(demo.people, demo.ties)
    alone = what_if(*here, Plan(Group.PROFESSORS))
    through = what_if(*here, Plan(Group.PROFESSORS, Place.EVENT, int(here.people.index[0])))
    assert alone["change"]["effective_size"] > through["change"]["effective_size"] > 0
    assert alone["change"]["components"] == 1
    assert through["change"]["components"] == 0
    assert (alone["after"] - alone["before"]).equals(alone["change"])


def test_the_numbers_after_are_those_of_a_book_with_this_person(demo):
    here = mapped(demo.people, demo.ties)
    through = int(here.people.index[3])
    told = what_if(*here, Plan(Group.ASSOCIATIONS, None, through))
    new = demo.add("people", name="New", relation="association_member", closeness="regular")
    demo.add("ties", a=new, b=through)
    after = insight.measures(*mapped(demo.people, demo.ties))
    pd.testing.assert_series_equal(told["after"], after[told.index], check_names=False)


def test_the_planned_person_looks_like_people_and_their_tie_like_ties(demo):
    people, ties = planned(demo.people, Plan(Group.FAMILY_AND_FRIENDS, Place.SOCIAL, 3), "New")
    assert people.columns.tolist() == demo.people.columns.tolist()
    assert people["group"].dtype == demo.people["group"].dtype
    assert ties[["a", "b"]].values.tolist() == [[PLANNED, 3]]
    assert planned(demo.people, Plan(Group.PROFESSORS), "New")[1].empty


def test_the_emptiest_group_is_proposed(demo):
    counts = demo.people["group"].value_counts()
    assert counts[emptiest(demo.people)] == counts.min()
    with Workbook.in_memory() as empty:
        assert emptiest(empty.people) is Group.COLLEAGUES


def test_the_form_shows_both_and_one_press_puts_it_into_the_plan(demo):
    use("en")
    form = WhatIf(demo, TODAY)
    before = form.shown.value
    form.through.value = form.through.options[1][1]
    assert form.shown.value != before
    form.group.value = "professors"
    form.plan.click()
    (row,) = demo.actions.tail(1).to_dict("records")
    assert row["text"] == say("forms.what_if.action", group=word(Group.PROFESSORS))
    assert row["reason"] == "what_if:professors"
    assert row["person"] == form.through.value
    assert pd.Timestamp(row["due"]).date() == TODAY + dt.timedelta(14)
    demo.undo()
    assert "what_if:professors" not in demo.actions["reason"].tolist()


def test_with_nobody_in_the_circle_it_says_what_to_do():
    use("en")
    with Workbook.in_memory() as book:
        form = WhatIf(book, TODAY)
        assert form.plan.disabled
        assert form.view.words["empty"] == say("forms.what_if.empty")
        book.add("people", name="A", closeness="close")
        assert not form.plan.disabled
        assert form.view.spec is not None
