"""The plan: proposals accepted or put aside, actions done, moved, removed; all undoable."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati import Workbook, open_workbook
from shabakati.forms.plan.actions import kind
from shabakati.forms.plan.doing import Doing
from shabakati.forms.plan.proposals import Proposals
from shabakati.forms.plan.then_and_now import ThenAndNow
from shabakati.forms.records import Records
from shabakati.insight.closing import closing_points
from shabakati.insight.reading_plan import closing, plan
from shabakati.insight.then_and_now import then_and_now
from shabakati.language import LANGUAGES, say, use

TODAY = dt.date(2026, 11, 23)
WEEK = dt.timedelta(7)
HOSTILE = "<img src=x onerror=alert(1)>\u202e{0.__class__}"


@pytest.fixture
def book():
    book = Workbook.in_memory()
    book.add("people", name="سارة", relation="friend", place="social")
    book.add("exchanges", person=1, on=TODAY - WEEK, kind="helped", direction="received")
    return book


@pytest.fixture
def demo():
    return open_workbook("demo")


@pytest.fixture
def forms(book):
    book.add("actions", text="رسالة")
    return Proposals(book, TODAY), Doing(book, TODAY)


def press(form, key, name):
    form.cards._handle_custom_msg({"kind": "press", "key": str(key), "name": name}, [])


def choose(form, key, code):
    form.cards._handle_custom_msg({"kind": "choose", "key": str(key), "code": code}, [])


def cards(form):
    return {card["key"]: card for card in form.cards.shown["cards"]}


def test_an_accepted_proposal_is_an_action_and_is_proposed_no_more_until_undone(book):
    form = Proposals(book, TODAY)
    row = form.found.loc["thanks/1/"]
    press(form, "thanks/1/", "take")
    action = book.row("actions", 1)
    assert (action["text"], action["person"], action["reason"]) == (row["text"], 1, "thanks")
    assert (action["due"], action["minutes"], action["done_on"]) == (row["due"], 5, None)
    assert "thanks/1/" not in cards(form)
    form.note._handle_custom_msg({"kind": "act"}, [])
    assert book.actions.empty
    assert "thanks/1/" in cards(form)


def test_a_place_is_carried_into_the_plan(book):
    form = Proposals(book, TODAY)
    press(form, "no_event//", "take")
    assert book.row("actions", 1)["place"] == "event"


def test_every_proposal_of_the_demo_can_be_accepted(demo):
    form = Proposals(demo, TODAY)
    before = len(demo.actions)
    keys = list(cards(form))
    for key in keys:
        if key in cards(form):
            press(form, key, "take")
    assert len(demo.actions) >= before + len(keys) - 1
    assert not set(keys) & set(cards(form))


def test_not_this_is_remembered_by_a_new_form_and_brought_back_by_a_button(book):
    form = Proposals(book, TODAY)
    assert form.again.layout.display == "none"
    press(form, "thanks/1/", "not")
    again = Proposals(book, TODAY)
    assert "thanks/1/" not in cards(again)
    assert again.again.layout.display == ""
    again.again.click()
    assert "thanks/1/" in cards(form)
    book.undo()
    assert "thanks/1/" not in cards(form)


def test_an_empty_book_says_what_to_do_first():
    form = Proposals(Workbook.in_memory(), TODAY)
    assert form.count.message["text"] == say("forms.plan.nobody")


def test_done_is_today_and_not_done_takes_it_back(book):
    id_ = book.add("actions", text=HOSTILE, due=TODAY)
    form = Doing(book, TODAY)
    press(form, id_, "done")
    assert book.row("actions", id_)["done_on"] == TODAY
    assert [act["name"] for act in cards(form)[str(id_)]["acts"]] == ["open"]
    press(form, id_, "open")
    assert book.row("actions", id_)["done_on"] is None


def test_a_planned_thank_you_that_is_done_is_an_exchange_too_in_one_undo(book):
    id_ = book.add("actions", text="شكر", person=1, reason="thanks")
    form = Doing(book, TODAY)
    press(form, id_, "done")
    last = book.exchanges.iloc[-1]
    assert (last["kind"], last["direction"], last["on"]) == ("thanked", "given", TODAY)
    assert "thanks/1/" not in cards(Proposals(book, TODAY))
    book.undo()
    assert len(book.exchanges) == 1
    assert book.row("actions", id_)["done_on"] is None


def test_another_day_is_a_working_day(book):
    id_ = book.add("actions", text="رسالة", due=TODAY)
    form = Doing(book, TODAY)
    for code, day in (("0", 24), ("7", 30)):
        choose(form, id_, code)
        assert book.row("actions", id_)["due"] == dt.date(2026, 11, day)
    friday = Doing(book, dt.date(2026, 11, 27))
    choose(friday, id_, "0")
    assert book.row("actions", id_)["due"] == dt.date(2026, 11, 29)
    form.book.undo()
    assert book.row("actions", id_)["due"] == dt.date(2026, 11, 30)


def test_an_overdue_action_says_so_and_one_without_a_day_too(book):
    late = book.add("actions", text="أول", due=TODAY - WEEK)
    free = book.add("actions", text="ثان")
    shown = cards(Doing(book, TODAY))
    assert shown[str(late)]["about"].startswith(say("forms.plan.late", on="", n=15)[:8])
    assert shown[str(free)]["about"] == say("forms.plan.no_day", n=15)


def test_a_removed_action_is_back_after_undo_and_an_old_card_does_nothing(book):
    id_ = book.add("actions", text="رسالة", due=TODAY)
    form = Doing(book, TODAY)
    press(form, id_, "remove")
    assert book.actions.empty
    press(form, id_, "done")
    assert book.actions.empty
    book.undo()
    assert len(book.actions) == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.dictionaries(
        st.sampled_from(["kind", "key", "name", "code"]), st.text() | st.integers()
    )
)
def test_no_message_from_the_browser_breaks_the_forms(forms, content):
    for form in forms:
        form.cards._handle_custom_msg(content, [])
    assert len(forms[0].book.people) == 1


def test_own_actions_are_typed_and_stand_open_ones_first(book):
    book.add("actions", text="تم", done_on=TODAY)
    records = Records(book, kind(book))
    records.fields.fill({"text": "رسالة إلى سارة", "minutes": "5", "due": "2026-12-01"})
    records._act("add")
    added = book.row("actions", 2)
    assert (added["text"], added["minutes"]) == ("رسالة إلى سارة", 5)
    assert records.table.frame.index.tolist() == [2, 1]


def test_an_earlier_day_stands_beside_the_last_one(demo):
    found = then_and_now(demo.snapshots)
    assert found.attrs == {"since": dt.date(2025, 6, 30), "until": TODAY}
    assert found.loc["people"].tolist() == [53, 62, 9]
    later = then_and_now(demo.snapshots, dt.date(2026, 3, 1))
    assert later.attrs["since"] == dt.date(2026, 2, 28)
    assert then_and_now(demo.snapshots.head(1)).empty
    assert then_and_now(demo.snapshots.iloc[::-1]).equals(found)


def test_the_table_says_more_less_and_the_same_and_follows_the_chosen_day(demo):
    form = ThenAndNow(demo)
    rows = form.table.frame.set_index("measure")
    assert rows.at[say("schema.snapshots.people"), "change"] == say(
        "forms.plan.then.more", number="9"
    )
    form.since.value = dt.date(2026, 9, 30)
    rows = form.table.frame.set_index("measure")
    assert rows.at[say("schema.snapshots.people"), "change"] == say("forms.plan.then.same")


def test_the_table_follows_the_book_and_waits_for_a_second_day():
    book = Workbook.in_memory()
    form = ThenAndNow(book)
    assert form.table.layout.display == "none"
    book.keep_snapshot(on=TODAY - WEEK, people=3)
    book.keep_snapshot(on=TODAY, people=5)
    assert form.table.frame["now"].tolist() == ["5"]


def test_the_closing_points_know_what_is_done(book):
    points = {point.code: point for point in closing_points(book, TODAY)}
    assert not points["mutual"].done
    book.add("exchanges", person=1, on=TODAY, kind="advised", direction="given")
    book.add("events", name="ملتقى", on=TODAY, questions=["كيف بدأت؟"])
    for benefit in ("opportunities", "exploration", "advice"):
        book.add("goals", benefit=benefit, text="هدف")
    points = {point.code: point for point in closing_points(book, TODAY)}
    done = {code for code, point in points.items() if point.done}
    assert done == {"mutual", "benefits", "events", "questions"}
    assert (points["groups"].have, points["kept"].have) == (1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reading_names_one_thing_for_the_next_working_day(demo, book, language):
    use(language)
    assert str(demo.actions.at[5, "text"]) in plan(demo, TODAY)[-1]
    assert Proposals(book, TODAY).found["text"].iloc[0] in plan(book, TODAY)[-1]
    assert plan(Workbook.in_memory(), TODAY)[-1] == say("insight.plan.next.people")
    assert len(closing(demo, TODAY)) == 7
    assert pd.Series(closing(demo, TODAY)).is_unique
