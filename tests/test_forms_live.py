"""What follows the book: charts, undo, suggestions; and what lets go of it when it is closed."""

import asyncio
import sys

import pytest

from shabakati import Workbook, charts, forms
from shabakati.forms.gathered import rows
from shabakati.forms.live import Live
from shabakati.forms.people import PeopleList
from shabakati.forms.sorting import Suggestions
from shabakati.forms.undo import UndoBar


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def drawing(calls):
    def draw(book):
        calls.append(len(book.people))
        return None if book.people.empty else charts.groups(book.people)

    return draw


def test_a_chart_is_drawn_once_for_a_change_of_several_tables(book):
    async def run():
        calls = []
        Live(book, ["people", "exchanges"], drawing(calls), "empty")
        with book.together("import"):
            ids = book.add_all("people", [{"name": f"P{i}"} for i in range(50)])
            book.add("exchanges", person=ids[0], on="2026-01-01", kind="met")
        await asyncio.sleep(0.01)
        assert calls == [0, 50]

    asyncio.run(run())


def test_while_one_change_follows_another_a_chart_waits_for_a_pause(book, monkeypatch):
    monkeypatch.setattr(sys.modules[Live.__module__], "CALM", 0.5)

    async def run():
        calls = []
        Live(book, ["people"], drawing(calls), "empty")
        for i in range(5):
            book.add("people", name=f"P{i}")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        while calls[-1] < 5:
            await asyncio.sleep(0.05)
        assert calls == [0, 1, 5]

    asyncio.run(run())


def test_a_sentence_stands_where_the_chart_will_be(book):
    chart = Live(book, ["people"], drawing([]), "later")
    assert chart.children == (chart.note,)
    book.add("people", name="Sara", relation="friend")
    assert chart.children == (chart.view,)


def test_a_closed_widget_hears_of_no_change(book):
    calls = []
    root = forms.live(book, ["people"], drawing(calls))
    root.close()
    book.add("people", name="Sara")
    assert calls == [0]


def test_a_table_that_does_not_exist_cannot_be_followed(book):
    with pytest.raises(ValueError, match="people"):
        forms.live(book, ["pepole"], drawing([]))


def test_undo_and_redo_follow_the_book(book):
    bar = UndoBar(book)
    assert bar.back.disabled
    assert bar.again.disabled
    book.add("people", name="Sara")
    assert not bar.back.disabled
    bar.back.click()
    assert book.people.empty
    assert not bar.again.disabled
    bar.again.click()
    assert len(book.people) == 1


@pytest.fixture
def colleagues(book):
    book.change("profile", 1, organisation="Acme", past_organisations=["Globex"])
    book.add_all("people", [{"name": f"A{i}", "organisation": "Acme"} for i in range(3)])
    book.add_all("people", [{"name": f"G{i}", "organisation": "Globex"} for i in range(2)])
    return book


def group_of(widget, value):
    return next(k for k, g in widget.groups.items() if g.likeliest.value == value)


def press(widget, key, name):
    widget.cards._handle_custom_msg({"kind": "press", "key": key, "name": name}, [])


def test_all_suggestions_of_a_reason_are_accepted_by_one_press(colleagues):
    widget = Suggestions(colleagues)
    press(widget, group_of(widget, "current_colleague"), "accept")
    relations = colleagues.people["relation"]
    assert (relations == "current_colleague").sum() == 3
    assert relations.isna().sum() == 2
    colleagues.undo()
    assert colleagues.people["relation"].isna().all()


def test_suggestions_are_accepted_or_declined_one_by_one(colleagues):
    widget = Suggestions(colleagues)
    key = group_of(widget, "current_colleague")
    press(widget, key, "open")
    first, second, third = (int(i) for i in widget.table.frame.index)
    widget.table.select([first])
    widget.table._handle_custom_msg({"kind": "act", "name": "accept", "value": ""}, [])
    widget.table.select([second])
    widget.table._handle_custom_msg({"kind": "act", "name": "decline", "value": ""}, [])
    assert list(widget.table.frame.index) == [third]
    assert (colleagues.people["relation"] == "current_colleague").sum() == 1


def test_a_suggestion_never_overwrites_what_was_said(colleagues):
    widget = Suggestions(colleagues)
    key = group_of(widget, "current_colleague")
    group = widget.groups[key]
    person = group.ids[0]
    colleagues.change("people", person, relation="friend")
    widget._accept(rows(group, group.ids))
    assert colleagues.people.at[person, "relation"] == "friend"


def test_a_press_on_a_card_that_is_not_there_does_nothing(colleagues):
    widget = Suggestions(colleagues)
    for key, name in (("x", "accept"), (None, None), (group_of(widget, "current_colleague"), "x")):
        press(widget, key, name)
    assert colleagues.people["relation"].isna().all()


async def settled(newest):
    """Return once nothing is looked for any more."""
    while newest.waiting:
        await asyncio.sleep(0.01)


def test_suggestions_for_many_people_are_looked_for_while_the_page_answers(book):
    book.change("profile", 1, organisation="Acme")
    book.add_all("people", [{"name": f"A{i}", "organisation": "Acme"} for i in range(2_500)])

    async def run():
        widget = Suggestions(book)
        assert widget.groups == {}
        await settled(widget.found.newest)
        key = group_of(widget, "current_colleague")
        assert len(widget.groups[key].ids) == 2_500
        first = int(book.people.index[0])
        book.change("people", first, relation="friend")
        assert len(widget.groups[key].ids) == 2_499
        await settled(widget.found.newest)
        widget.close()

    asyncio.run(run())


def test_what_is_declined_stays_declined_when_the_page_is_built_anew(colleagues):
    widget = Suggestions(colleagues)
    press(widget, group_of(widget, "current_colleague"), "open")
    widget.table.select([int(widget.table.frame.index[0])])
    widget.table._handle_custom_msg({"kind": "act", "name": "decline", "value": ""}, [])
    widget.close()
    again = Suggestions(colleagues)
    assert len(again.groups[group_of(again, "current_colleague")].ids) == 2


def test_what_was_taken_back_is_no_longer_said_to_be_saved(colleagues):
    widget = Suggestions(colleagues)
    press(widget, group_of(widget, "current_colleague"), "accept")
    assert widget.note.message["action"]
    colleagues.add("people", name="Sara")
    assert widget.note.message["text"]
    assert not widget.note.message["action"]
    UndoBar(colleagues).back.click()
    assert widget.note.message["text"] == ""


def test_what_is_typed_stays_when_somebody_else_is_opened(book):
    first, second = book.add_all("people", [{"name": "Sara"}, {"name": "Omar"}])
    shown = PeopleList(book)
    shown.show(first)
    shown.form.fields.fill({**shown.form.fields.values, "city": "Riyadh"})
    shown.show(second)
    assert shown.form.person == first
    assert shown.form.note.message["tone"] == "error"
    shown.form._act("close")
    shown.show(second)
    assert shown.form.person == second
