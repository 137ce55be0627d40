"""Goals, the job market and topics: written, changed, undone, followed; nothing hostile works."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.forms.goals.goals import Goals
from shabakati.forms.goals.job_market import JobMarket
from shabakati.forms.goals.likely import LikelyToKnow
from shabakati.language import say

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


@pytest.fixture
def shown(book):
    shown = Goals(book)
    yield shown
    shown.close()


def tell(widget, **content):
    widget._handle_custom_msg(content, [])


def act(records, name, **values):
    tell(records.fields, kind="act", name=name, values={**records.fields.values, **values})


def write(shown, **values):
    act(shown.records, "add", **{"benefit": "advice", "text": "ask", **values})


def test_a_goal_is_written_listed_and_taken_back(book, shown):
    write(shown, organisations="Acme، شركة النور", topics="SQL", by="2027-06-01")
    goal = book.goals.iloc[0]
    assert (goal["text"], goal["state"]) == ("ask", "open")
    assert goal["organisations"] == ["Acme", "شركة النور"]
    assert shown.records.table.view["all"] == 1
    book.undo()
    assert shown.records.table.view["all"] == 0


def test_every_problem_is_said_beside_its_field_and_nothing_typed_is_lost(book, shown):
    act(shown.records, "add", text="", by="tomorrow")
    assert {"benefit", "text", "by"} <= shown.records.fields.problems.keys()
    assert shown.records.fields.values["by"] == "tomorrow"
    assert book.goals.empty


def test_a_goal_is_opened_changed_reached_and_removed(book, shown):
    write(shown)
    tell(shown.records.table, kind="open", id=1)
    assert shown.records.fields.values["text"] == "ask"
    act(shown.records, "save", text="ask three")
    assert book.goals.at[1, "text"] == "ask three"
    tell(shown.records.table, kind="select", id=1, on=True)
    tell(shown.records.table, kind="act", name="state", value="reached")
    assert book.goals.at[1, "state"] == "reached"
    tell(shown.records.table, kind="open", id=1)
    act(shown.records, "remove")
    assert book.goals.empty


def test_what_is_typed_is_not_lost_when_another_goal_is_opened_or_the_row_goes(book, shown):
    write(shown)
    tell(shown.records.table, kind="open", id=1)
    typed = {**shown.records.fields.values, "text": "half"}
    tell(shown.records.fields, kind="typed", values=typed)
    tell(shown.records.table, kind="open", id=1)
    assert shown.records.note.message["text"] == say("forms.records.unsaved")
    book.remove("goals", 1)
    assert shown.records.fields.values["text"] == "half"
    assert shown.records.row is None
    act(shown.records, "add")
    assert book.goals["text"].tolist() == ["half"]


def test_an_example_fills_the_form_and_is_no_goal_before_it_is_added(book, shown):
    assert shown.examples.layout.display == ""
    tell(shown.examples, key="advice-1", name="take")
    assert shown.records.fields.values["benefit"] == "advice"
    assert book.goals.empty
    act(shown.records, "add")
    assert len(book.goals) == 1


def test_each_organisation_has_its_line_and_whom_to_ask_behind_a_press(book):
    book.add_all("people", [{"name": "A", "organisation": "Acme"}, {"name": "B"}])
    book.add("ties", a=1, b=2)
    book.add("goals", benefit="advice", text="x", organisations=["Acme", "Delta"])
    market = JobMarket(book)
    lines = {card["key"]: card for card in market.lines.cards.shown["cards"]}
    assert say("forms.market.first.now", name="A") in lines["Acme"]["about"]
    assert lines["Delta"]["about"] == say("forms.market.nobody")
    assert lines["Delta"]["acts"] == []
    tell(market.lines.cards, key="Acme", name="open")
    rows = market.lines.children[1].view["rows"]
    assert [row["cells"][0] for row in rows] == ["A", "B"]
    assert rows[1]["cells"][1] == say("forms.market.why.knows", through="A")
    book.change("goals", 1, state="reached")
    assert market.lines.cards.shown["cards"] == []
    assert market.note.message["text"] == say("forms.market.none")
    market.close()


def test_a_topic_is_asked_for_in_own_words_or_taken_from_a_goal(book):
    book.add("people", name="A", topics=["SQL"])
    book.add("goals", benefit="advice", text="x", topics=["SQL"], roles=["falconer"])
    likely = LikelyToKnow(book)
    tell(likely.offered, key="SQL", name="ask")
    assert [row["cells"][0] for row in likely.table.view["rows"]] == ["A"]
    likely.topic.value = "falconer"
    likely.ask.click()
    assert likely.table.view["rows"] == []
    assert likely.note.message["text"] == say("forms.likely.none", topic="falconer")
    likely.topic.value = "  "
    likely.ask.click()
    assert likely.note.message["tone"] == "error"
    likely.close()


@given(JSON, JSON)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_writes_a_goal_or_stops_the_form(book, shown, content, values):
    for widget in (shown.records.fields, shown.records.table, shown.examples):
        widget._handle_custom_msg(content, [])
        for kind in ("typed", "open", "act", "select"):
            widget._handle_custom_msg({"kind": kind, "name": values, "values": values}, [])
    assert book.goals.empty
