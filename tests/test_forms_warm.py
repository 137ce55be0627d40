"""Keeping warm: one press does an act, puts off, changes a cadence; all undoable, none trusted."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from traitlets import TraitError

from shabakati import Workbook, open_workbook
from shabakati.forms.warm.chooser import Chooser
from shabakati.forms.warm.drafts import act_text, greeting_text
from shabakati.forms.warm.due import Due
from shabakati.forms.warm.greeting import Greetings
from shabakati.forms.warm.zone import TimeZone
from shabakati.insight.small_acts import Act
from shabakati.language import LANGUAGES, say, use
from shabakati.vocabulary import Occasion

TODAY = dt.date(2026, 11, 23)
HOSTILE = "<img src=x onerror=alert(1)>\u202e{0.__class__}"


def book_of(*names, **person):
    book = Workbook.in_memory()
    for name in names:
        book.add("people", name=name, **person)
    return book


def late(**person):
    return book_of("سارة", closeness="close", met_on=dt.date(2026, 9, 1), **person)


def press(form, key, name):
    form.cards._handle_custom_msg({"kind": "press", "key": str(key), "name": name}, [])


def choose(form, key, code):
    form.cards._handle_custom_msg({"kind": "choose", "key": str(key), "code": code}, [])


def shown(form):
    return [card["key"] for card in form.cards.shown["cards"]]


def test_done_logs_an_exchange_of_the_acts_kind_today_and_is_undone():
    book = late()
    book.add("exchanges", person=1, on=dt.date(2026, 9, 9), kind="advised", direction="received")
    form = Due(book, TODAY)
    press(form, 1, "done")
    last = book.exchanges.iloc[-1]
    assert (last["on"], last["kind"], last["direction"]) == (TODAY, "thanked", "given")
    assert shown(form) == []
    form.note._handle_custom_msg({"kind": "act"}, [])
    assert len(book.exchanges) == 1
    assert shown(form) == ["1"]


def test_not_now_puts_off_for_a_week_and_a_new_page_knows_it():
    book = late()
    press(Due(book, TODAY), 1, "later")
    again = Due(book, TODAY)
    assert shown(again) == []
    assert book.answers["answer"].tolist() == ["2026-11-30"]
    assert shown(Due(book, dt.date(2026, 11, 30))) == ["1"]
    book.undo()
    assert shown(again) == ["1"]


def test_the_cadence_is_changed_in_place_and_back_to_that_of_the_ring():
    book = late()
    form = Due(book, TODAY)
    choose(form, 1, "365")
    assert book.people.at[1, "cadence_days"] == 365
    assert shown(form) == []
    book.change("people", 1, cadence_days=60)
    choose(form, 1, "0")
    assert book.people["cadence_days"].isna().all()


@pytest.mark.parametrize(("key", "code"), [("1", "1"), ("1", "-5"), ("99", "30"), ("x", "30")])
def test_a_cadence_that_is_not_offered_is_none(key, code):
    book = late()
    choose(Due(book, TODAY), key, code)
    assert book.people["cadence_days"].isna().all()


@pytest.fixture(scope="module")
def listening():
    return Due(late(), TODAY)


@given(
    st.dictionaries(
        st.sampled_from(["kind", "key", "name", "code"]),
        st.none() | st.integers() | st.text(max_size=9) | st.sampled_from(["press", "done", "1"]),
    ).filter(lambda message: message.get("name") != "later")
)
def test_no_message_stops_the_list_and_none_but_a_press_changes_the_book(listening, message):
    before = listening.book.changes
    listening.cards._handle_custom_msg(message, [])
    if (message.get("key"), message.get("name")) == ("1", "done"):
        assert listening.book.undo()
    else:
        assert listening.book.changes == before


def test_who_is_gone_meanwhile_is_not_written_of():
    book = late()
    form = Due(book, TODAY)
    form.unfollow()
    book.remove("people", 1)
    for name in ("done", "later", "text"):
        press(form, 1, name)
    assert book.exchanges.empty
    assert book.answers.empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_is_told_in_both_languages_a_page_at_a_time(language):
    form = Due(open_workbook("demo", language=language), TODAY)
    assert len(shown(form)) == 8
    form.more.click()
    assert len(shown(form)) == 16
    assert form.count.message["text"] == say("forms.warm.count", n=25)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_text_in_both_languages_for_every_act_and_occasion(language):
    use(language)
    texts = [act_text(act, "سارة", "SQL") for act in Act if act is not Act.GREET]
    texts += [greeting_text(code) for code in Occasion]
    for text in texts:
        assert text.keys() == set(LANGUAGES)
        assert not set("".join(text.values())) & set("\u2066\u2067\u2068\u2069\u202e")
    assert "سارة" in texts[0]["en"]
    assert say("forms.warm.more") in ("اعرض المزيد", "Show more")


def test_a_hostile_name_stays_text_in_the_letter():
    book = book_of(HOSTILE, closeness="closest")
    form = Due(book, TODAY)
    press(form, 1, "text")
    assert "{0.__class__}" in form.letter.shown["texts"]["ar"]
    assert form.letter.shown["serial"] == 1


def test_many_are_given_an_occasion_by_one_press_taken_from_and_set_to_none():
    book = book_of("سارة", "ريم", "عمر", occasions=["birthday"])
    form = Chooser(book)
    form._act("give", "ramadan", [1, 2])
    assert book.people["occasions"].tolist() == [["ramadan", "birthday"]] * 2 + [["birthday"]]
    form._act("take", "birthday", [1, 3, 99])
    assert book.people["occasions"].tolist() == [["ramadan"], ["ramadan", "birthday"], []]
    form._act("none", "", [2])
    form._act("give", "easter", [2])
    assert book.people.at[2, "occasions"] == ["easter"]
    book.undo()
    assert book.people.at[2, "occasions"] == ["none"]


def test_what_a_fact_speaks_for_is_offered_and_added_only_when_asked_for():
    book = book_of("سارة", birthday="--05-06")
    form = Chooser(book)
    assert [card["key"] for card in form.offered.shown["cards"]] == ["birthday"]
    assert book.people.at[1, "occasions"] == []
    form.offered._handle_custom_msg({"kind": "press", "key": "ramadan", "name": "take"}, [])
    assert book.people.at[1, "occasions"] == []
    form.offered._handle_custom_msg({"kind": "press", "key": "birthday", "name": "take"}, [])
    assert book.people.at[1, "occasions"] == ["birthday"]
    assert form.offered.shown["cards"] == []


def test_the_next_occasions_name_whom_they_are_for_and_are_done_only_when_they_are_near():
    book = book_of("سارة", "ريم", occasions=["christmas", "ramadan"])
    form = Greetings(book, dt.date(2026, 12, 22))
    keys = shown(form)
    assert [key.split("|")[1:3] for key in keys][:3] == [
        ["christmas", "western"],
        ["christmas", "eastern"],
        ["ramadan", ""],
    ]
    press(form, keys[2], "done")
    assert book.exchanges.empty
    press(form, keys[0], "done")
    assert book.exchanges["kind"].tolist() == ["greeted", "greeted"]
    press(form, keys[2], "text")
    assert "رمضان" in form.letter.shown["texts"]["ar"]
    assert "متوقع" in form.cards.shown["cards"][2]["about"]


def test_a_zone_is_one_of_those_there_are_and_follows_the_country_until_it_is_chosen():
    book = Workbook.in_memory()
    form = TimeZone(book)
    book.change("profile", 1, country="jo")
    assert "Asia/Amman" in form.choice.options[0][0]
    form.choice.value = "Africa/Cairo"
    assert book.row("profile", 1)["time_zone"] == "Africa/Cairo"
    with pytest.raises(TraitError):
        form.choice.value = "../../etc/passwd"
    assert book.row("profile", 1)["time_zone"] == "Africa/Cairo"
    book.undo()
    assert form.choice.value == ""
