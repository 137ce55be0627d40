"""The same person twice: found, merged with a press or one by one, kept apart, put off, undone."""

import asyncio
import gc
import threading

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.forms.comparing import MOST
from shabakati.forms.duplicates import PAGE, Duplicates, duplicates
from shabakati.language import say, use
from shabakati.people.duplicates import COLUMNS, Reason
from shabakati.people.kept_apart import kept_apart

SURE, UNSURE = 0.99, 0.7


def finds(*pairs):
    """What finds these pairs, as long as both are there; `calls` counts."""

    def find(people):
        find.calls += 1
        there = [pair for pair in pairs if {*pair[:2]} <= set(people.index)]
        rows = [(a, b, score, [Reason("phone", f"{a}{b}")]) for a, b, score in there]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    find.calls = 0
    return find


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add("people", name="Ahmed Al-Otaibi", role="Engineer", source="linkedin")
        book.add("people", name="أحمد العتيبي", phones=["+966501234567"], source="vcard")
        book.add("people", name="Sara Haddad", organisation="Acme", source="linkedin")
        book.add("people", name="سارة", organisation="شركة النور", relation="friend")
        book.add_all("people", [{"name": "Sarah H.", "source": "vcard"}, {"name": "Other"}])
        yield book


def press(form, key, act, **more):
    form.pairs._handle_custom_msg({"kind": "act", "key": key, "act": act, **more}, [])


def keys(form):
    return [pair["key"] for pair in form.pairs.shown["pairs"]]


def line(form, name, at=0):
    lines = form.pairs.shown["pairs"][at]["lines"]
    return next(line for line in lines if line["name"] == name)


def undo(form):
    form.note._handle_custom_msg({"kind": "act"}, [])


def test_a_list_in_which_nobody_is_twice_says_so(book):
    form = Duplicates(book, finds())
    assert form.pairs.shown["blank"] == say("forms.duplicates.none")
    assert form.buttons.layout.display == "none"
    assert form.count.message["text"] == ""


def test_the_sure_ones_are_counted_and_merged_with_one_press_and_one_undo(book):
    form = Duplicates(book, finds((1, 2, SURE), (3, 4, UNSURE)))
    assert say("forms.duplicates.count", n=2) in form.count.message["text"]
    assert form.merge_sure.description == say("forms.duplicates.merge_sure", n=1)
    assert keys(form) == ["3-4"]
    form.merge_sure.click()
    assert 2 not in book.people.index
    assert book.row("people", 1)["role"] == "Engineer"
    assert form.note.message["text"] == say("forms.duplicates.merged_sure", n=1)
    undo(form)
    assert len(book.people) == 6
    assert form.merge_sure.description == say("forms.duplicates.merge_sure", n=1)


def test_the_sure_ones_of_whom_you_judged_differently_are_not_merged_unseen(book):
    book.change("people", 1, relation="friend")
    form = Duplicates(book, finds((1, 2, SURE), (3, 4, SURE)))
    assert form.merge_sure.description == say("forms.duplicates.merge_sure", n=2)
    book.change("people", 2, relation="classmate")
    assert form.merge_sure.description == say("forms.duplicates.merge_sure", n=1)
    assert keys(form) == ["1-2"]
    form.merge_sure.click()
    assert sorted(book.people.index) == [1, 2, 3, 5, 6]


def test_the_sure_ones_can_be_looked_at_first(book):
    form = Duplicates(book, finds((1, 2, SURE), (3, 4, UNSURE)))
    form.look.click()
    assert keys(form) == ["1-2"]
    form.look.click()
    assert keys(form) == ["3-4"]


def test_where_all_is_sure_the_sure_ones_are_shown(book):
    form = Duplicates(book, finds((1, 2, SURE)))
    assert keys(form) == ["1-2"]
    assert form.look.layout.display == "none"


def test_a_card_says_why_who_wins_and_where_the_other_value_goes(book):
    form = Duplicates(book, finds((3, 4, UNSURE)))
    pair = form.pairs.shown["pairs"][0]
    assert pair["reasons"] == (say("people.duplicates.phone", about="34"),)
    assert pair["names"] == ("Sara Haddad", "سارة")
    assert pair["heads"] == ("LinkedIn", say("forms.duplicates.from_me"))
    name = line(form, "name")
    assert (name["options"], name["best"]) == ((0, 1), 1)
    assert name["kept_in"] == say("schema.people.other_names")
    assert line(form, "relation")["options"] == ()
    assert line(form, "relation")["folded"]


def test_what_is_to_be_chosen_stands_first_and_what_nobody_says_is_not_there(book):
    form = Duplicates(book, finds((3, 4, UNSURE)))
    names = [told["name"] for told in form.pairs.shown["pairs"][0]["lines"]]
    assert names == ["name", "organisation", "relation"]


def test_the_values_chosen_win_and_the_merge_is_said_and_undone(book):
    form = Duplicates(book, finds((3, 4, UNSURE)))
    press(form, "3-4", "merge", chosen={"name": 0, "organisation": 0})
    row = book.row("people", 3)
    assert (row["name"], row["organisation"]) == ("Sara Haddad", "Acme")
    assert row["other_names"] == ["سارة"]
    assert "شركة النور" in row["notes"]
    assert form.note.message["text"] == say("forms.duplicates.merged", n=2, name="Sara Haddad")
    undo(form)
    assert book.row("people", 4)["name"] == "سارة"
    assert keys(form) == ["3-4"]


def test_of_three_those_ticked_are_merged_and_the_third_is_not_asked_of_again(book):
    form = Duplicates(book, finds((3, 4, UNSURE), (4, 5, UNSURE)))
    press(form, "3-4-5", "merge", same=[0, 2], chosen={"name": 1})
    assert sorted(book.people.index) == [1, 2, 3, 4, 6]
    assert book.row("people", 3)["name"] == "Sara Haddad"  # whose name was chosen is not the same
    assert kept_apart(book.answers) == {(3, 4)}
    assert keys(form) == []


def test_one_ticked_alone_is_no_merge(book):
    form = Duplicates(book, finds((3, 4, UNSURE), (4, 5, UNSURE)))
    press(form, "3-4-5", "merge", same=[1])
    assert len(book.people) == 6
    assert form.note.message["tone"] == "error"


def test_who_is_kept_apart_is_not_asked_of_again_by_another_form_and_undo_asks_again(book):
    find = finds((1, 2, SURE), (3, 4, UNSURE))
    form = Duplicates(book, find)
    press(form, "3-4", "apart")
    press(form, "1-2", "apart")
    other = Duplicates(book, find)
    assert keys(form) == keys(other) == []
    assert len(book.people) == 6
    undo(form)
    assert keys(form) == keys(other) == ["1-2"]


def test_what_is_put_off_comes_last_also_in_another_language(book):
    find = finds((1, 2, UNSURE), (3, 4, UNSURE))
    form = Duplicates(book, find)
    press(form, "1-2", "later")
    assert keys(form) == ["3-4", "1-2"]
    use("en")
    assert keys(Duplicates(book, find)) == ["3-4", "1-2"]


def test_many_are_shown_page_by_page(book):
    ids = book.add_all("people", [{"name": f"P{i}"} for i in range(2 * PAGE + 2)])
    pairs = [(a, b, UNSURE) for a, b in zip(ids[::2], ids[1::2], strict=True)]
    form = Duplicates(book, finds(*pairs))
    assert (len(keys(form)), form.pairs.shown["pages"]) == (PAGE, 2)
    form.pairs._handle_custom_msg({"kind": "page", "page": 1}, [])
    assert keys(form) == [f"{ids[-2]}-{ids[-1]}"]
    press(form, f"{ids[-2]}-{ids[-1]}", "merge")
    assert (len(keys(form)), form.pairs.shown["page"]) == (PAGE, 0)


def test_of_very_many_rows_of_one_person_some_are_shown_and_the_rest_come_after(book):
    ids = book.add_all("people", [{"name": "Same"}] * (MOST + 2))
    form = Duplicates(book, finds(*((ids[0], other, UNSURE) for other in ids[1:])))
    press(form, "-".join(map(str, ids[:MOST])), "merge")
    assert keys(form) == [f"{ids[0]}-{ids[-2]}-{ids[-1]}"]


def test_people_who_come_in_are_looked_through_and_sorting_them_is_no_reason_to(book):
    find = finds((1, 2, UNSURE), (3, 7, UNSURE))
    form = Duplicates(book, find)
    before = find.calls
    book.change("people", 1, relation="friend", closeness="close", notes="n")
    assert find.calls == before
    book.add("people", name="Sara H")
    assert find.calls == before + 1
    assert keys(form) == ["1-2", "3-7"]


def test_somebody_removed_elsewhere_is_shown_no_more(book):
    form = Duplicates(book, finds((1, 2, UNSURE), (3, 4, UNSURE), (4, 5, UNSURE)))
    book.remove("people", [1, 4])
    assert keys(form) == []
    press(form, "1-2", "merge")
    assert len(book.people) == 4


def test_rows_that_hold_too_much_together_stay_two_and_it_is_said(book):
    book.change("people", [1, 2], phones=[f"+1{i}" for i in range(150)])
    book.change("people", 2, phones=[f"+2{i}" for i in range(150)])
    form = Duplicates(book, finds((1, 2, UNSURE)))
    press(form, "1-2", "merge")
    assert form.note.message["text"] == say("forms.duplicates.too_much")
    assert len(book.people) == 6


def test_many_people_are_looked_through_aside_while_the_page_answers(book):
    book.add_all("people", [{"name": f"P{i}"} for i in range(400)])
    here, go_on = threading.get_ident(), threading.Event()
    find = finds((1, 2, UNSURE))

    def slow(people):
        assert threading.get_ident() != here
        assert go_on.wait(10)
        return find(people)

    async def walk():
        form = Duplicates(book, slow)
        assert form.pairs.shown["blank"] == say("forms.duplicates.looking")
        await asyncio.sleep(0.7)
        book.add("people", name="typed meanwhile")
        assert form.pairs.shown["blank"] == say("forms.duplicates.looking")
        go_on.set()
        while form.aside.waiting:
            await asyncio.sleep(0.01)
        assert keys(form) == ["1-2"]
        assert find.calls == 2  # again, for who was added meanwhile
        form.close()

    asyncio.run(walk())


def test_a_form_that_is_closed_looks_no_more_and_lets_the_book_go(book):
    book.add_all("people", [{"name": f"P{i}"} for i in range(400)])
    find = finds((1, 2, UNSURE))

    async def walk():
        form = Duplicates(book, find)
        form.close()
        await asyncio.sleep(0.7)

    asyncio.run(walk())
    gc.collect()
    assert find.calls == 0
    assert not any(hs for kinds in book._trait_notifiers.values() for hs in kinds.values())


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["act", "page"]),
                "key": st.sampled_from(["1-2", "3-4-5", "6", "1-3"]),
                "act": st.sampled_from(["merge", "apart", "later", "remove"]),
            },
            optional={
                "chosen": st.dictionaries(
                    st.sampled_from(["name", "source", "id"]), st.integers(-2, 9) | st.none()
                ),
                "same": st.lists(st.integers(-2, 9) | st.none(), max_size=4),
                "page": st.integers(-2, 3),
            },
        ),
        max_size=4,
    )
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_merges_or_removes_anybody_but_those_who_are_shown(messages):
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": f"P{i}", "organisation": f"O{i}"} for i in range(1, 7)])
        form = Duplicates(book, finds((1, 2, SURE), (3, 4, UNSURE), (4, 5, UNSURE)))
        for message in messages:
            form.pairs._handle_custom_msg(message, [])
        assert {1, 6} <= set(book.people.index)
        said = repr(book.people.to_dict())
        assert all(f"P{i}" in said and f"O{i}" in said for i in range(1, 7))


def test_names_are_sent_as_text_and_the_form_is_a_tree_of_its_own(book):
    book.change("people", 1, name="<img src=x onerror=alert(1)>")
    assert "shabakati" in duplicates(book)._dom_classes
    form = Duplicates(book, finds((1, 2, UNSURE)))
    assert line(form, "name")["cells"][0] == ("<img src=x onerror=alert(1)>",)
