"""Exchanges, offers, advantages: two presses, an honest log, all undoable, none forged."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.forms.exchanges.advantages import Advantages
from shabakati.forms.exchanges.log import kind
from shabakati.forms.exchanges.offers import MyOffer, Offers
from shabakati.forms.exchanges.quick import Quick
from shabakati.forms.records import Records
from shabakati.language import say, word
from shabakati.vocabulary import Advantage

TODAY = dt.date(2026, 11, 23)


def today():
    return TODAY


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all(
            "people",
            [
                {"name": "far", "closeness": "distant"},
                {"name": "near", "closeness": "closest"},
                {"name": "<b>unsaid</b>"},
            ],
        )
        book.add("events", name="ملتقى", on=TODAY)
        yield book


def tell(widget, **content):
    widget._handle_custom_msg(content, [])


def act(form, name, **values):
    tell(form.fields, kind="act", name=name, values={**form.fields.values, **values})


def person(id_, label="x"):
    return [{"id": id_, "label": label}]


def test_somebody_helped_me_today_is_two_presses_and_one_undo(book):
    quick = Quick(book, today)
    assert quick.table.view["rows"][0]["cells"][0] == "near"
    tell(quick.table, kind="select", id=2, on=True)
    tell(quick.table, kind="act", name="received", value="helped")
    row = book.exchanges.iloc[0]
    assert (row["person"], row["on"], row["kind"]) == (2, TODAY, "helped")
    assert row["direction"] == "received"
    assert quick.table.view["chosen"] == 0
    book.undo()
    assert book.exchanges.empty
    quick.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [("given", "opportunity"), ("both", "helped"), ("received", ""), ("nobody", "helped")],
)
def test_what_is_not_offered_is_not_logged(book, name, value):
    quick = Quick(book, today)
    tell(quick.table, kind="select", id=2, on=True)
    tell(quick.table, kind="act", name=name, value=value)
    assert book.exchanges.empty
    quick.close()


def test_the_log_takes_every_kind_with_event_and_note_and_begins_today(book):
    log = Records(book, kind(book, today))
    assert log.fields.values["on"] == "2026-11-23"
    tell(log.fields, kind="find", field="event", text="ملتقى")
    act(
        log,
        "add",
        person=person(1),
        kind="referred",
        direction="given",
        benefit="opportunities",
        event=person(1, "ملتقى"),
        note="خطاب",
    )
    row = book.exchanges.iloc[0]
    assert (row["kind"], row["event"], row["note"]) == ("referred", 1, "خطاب")
    assert log.table.view["rows"][0]["cells"][0] == "far"
    tell(log.table, kind="open", id=1)
    assert log.fields.values["event"] == person(1, "ملتقى")
    act(log, "save", note="خطاب توصية")
    assert book.exchanges.at[1, "note"] == "خطاب توصية"
    tell(log.table, kind="select", id=1, on=True)
    tell(log.table, kind="act", name="remove", value="")
    assert book.exchanges.empty
    book.undo()
    assert len(book.exchanges) == 1
    log.close()


def test_an_exchange_with_nobody_or_of_no_day_is_refused_beside_its_field(book):
    log = Records(book, kind(book, today))
    act(log, "add", kind="met", on="soon")
    assert {"person", "on"} <= log.fields.problems.keys()
    act(log, "add", kind="met", person=person(99))
    assert book.exchanges.empty
    assert log.note.message["tone"] == "error"
    log.close()


def test_each_is_asked_about_once_the_circle_first_and_later_is_later(book):
    form = Offers(book)
    assert form.person == 2
    act(form, "later")
    assert form.person == 1
    act(form, "save")
    assert form.note.message["text"] == say("forms.offers.empty")
    act(form, "save", can_help="SQL، مراجعة", can_offer="رأي")
    assert book.people.at[1, "can_help"] == ["SQL", "مراجعة"]
    assert form.person == 3
    act(form, "save", can_offer="x")
    act(form, "save", can_offer="y")
    assert form.person is None
    assert form.note.message["text"] == say("forms.offers.saved", name="near")
    book.undo()
    assert form.person == 2
    form.close()


def test_what_i_offer_is_kept_in_my_own_row(book):
    form = MyOffer(book)
    act(form, "save", can_offer="Excel، ترجمة")
    assert book.row("profile", 1)["can_offer"] == ["Excel", "ترجمة"]
    form.close()


def test_an_advantage_is_felt_through_somebody_in_a_year_and_taken_back(book):
    form = Advantages(book, today)
    cards = form.cards.shown["cards"]
    assert [card["title"] for card in cards] == [word(code) for code in Advantage]
    assert {card["about"] for card in cards} == {say("forms.advantages.not_yet")}
    tell(form.cards, key="career_steps", name="felt")
    assert form.fields.values["year"] == "2026"
    act(form, "add", person=person(2), year="٢٠٢٥")
    gain = book.gains.iloc[0]
    assert (gain["advantage"], gain["person"], gain["year"]) == ("career_steps", 2, 2025)
    told = {card["key"]: card["about"] for card in form.cards.shown["cards"]}
    assert "near" in told["career_steps"]
    tell(form.cards, key="career_steps", name="undo")
    assert book.gains.empty
    form.close()


MESSAGE = st.dictionaries(
    st.sampled_from(["kind", "name", "key", "id", "value", "values", "on", "field", "text"]),
    st.none()
    | st.integers(-2, 9)
    | st.sampled_from(["act", "find", "typed", "open", "save", "add", "undo", "felt", "received"])
    | st.text(max_size=5)
    | st.dictionaries(st.sampled_from(["person", "on", "kind"]), st.text(max_size=5)),
)


@given(st.lists(MESSAGE, max_size=6))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_forges_an_exchange_or_stops_a_form(book, messages):
    made = [Quick(book, today), Records(book, kind(book, today)), Advantages(book, today)]
    for message in messages:
        for form in made:
            for name in ("table", "fields", "cards"):
                if hasattr(form, name):
                    getattr(form, name)._handle_custom_msg(message, [])
    assert book.exchanges.empty
    assert book.gains.empty
    for form in made:
        form.close()
