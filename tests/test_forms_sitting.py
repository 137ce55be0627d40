"""A sitting of sorting: whose turn it is, what is done once, and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook, suggest
from shabakati.forms.sitting import Sitting


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield filled(book)


def filled(book, n=4):
    book.add_all("people", [{"name": f"P{i}", "organisation": "Acme"} for i in range(1, n + 1)])
    return book


def sitting(book):
    made = Sitting(book, "relation", lambda: suggest(book.people, book.profile, book.exchanges))
    book.observe(lambda _: None if made.busy else made.reorder(), names=["people", "answers"])
    return made


def test_who_is_answered_or_skipped_makes_room_for_the_next(book):
    sit = sitting(book)
    assert sit.ahead(9) == [1, 2, 3, 4]
    assert sit.answer(1, "friend")
    assert sit.skip(2)
    assert sit.ahead(9) == [3, 4]
    assert sit.skipped() == {2}
    assert book.people.at[1, "relation"] == "friend"


def test_a_deed_is_done_once_and_only_to_who_is_open(book):
    sit = sitting(book)
    assert sit.answer(1, "friend")
    assert not sit.answer(1, "family")
    assert not sit.skip(1)
    assert not sit.remove(1)
    assert not sit.answer(99, "friend")
    assert sit.skip(2)
    assert not sit.skip(2)
    assert book.people.at[1, "relation"] == "friend"


def test_each_deed_is_one_undo_and_the_last_is_taken_back_first(book):
    sit = sitting(book)
    before = book.people
    sit.answer(1, "friend")
    sit.skip(2)
    sit.remove(3)
    for person in (3, 2, 1):
        assert sit.back(person)
        assert sit.ahead(9)[0] == person
    assert book.people.equals(before)
    assert not sit.back()


def test_somebody_elses_change_is_not_undone_by_going_back(book):
    sit = sitting(book)
    sit.answer(1, "friend")
    book.change("people", 4, city="Riyadh")
    assert sit.back(1)
    assert book.people.at[4, "city"] == "Riyadh"
    assert book.people["relation"].isna().all()
    sit.skip(2)
    book.change("people", 4, city="Jeddah")
    assert sit.back()
    assert (sit.skipped(), book.people.at[4, "city"]) == (set(), "Jeddah")


def test_who_was_removed_comes_back_only_by_undo(book):
    sit = sitting(book)
    sit.remove(1)
    book.change("people", 4, city="Riyadh")
    assert not sit.back(1)
    assert 1 not in book.people.index
    book.undo()
    book.undo()
    assert sit.ahead(9) == [1, 2, 3, 4]


def test_what_was_undone_elsewhere_is_not_taken_back_again(book):
    sit = sitting(book)
    sit.answer(1, "friend")
    sit.answer(2, "friend")
    book.undo()
    assert sit.back()
    assert book.people["relation"].isna().all()
    assert sit.ahead(1) == [1]


def test_going_back_to_another_than_the_last_is_refused(book):
    sit = sitting(book)
    sit.answer(1, "friend")
    sit.answer(2, "friend")
    assert not sit.back(1)
    assert book.people["relation"].notna().sum() == 2


def test_another_window_is_seen_and_its_change_is_not_undone(tmp_path):
    with (
        Workbook.open(tmp_path / "b.sqlite") as mine,
        Workbook.open(tmp_path / "b.sqlite") as other,
    ):
        sit = sitting(filled(mine))
        sit.answer(1, "friend")
        other.change("people", 2, relation="family")
        assert not sit.answer(2, "friend")
        assert sit.back()
        assert mine.people["relation"].dropna().to_dict() == {2: "family"}


def test_a_sitting_is_taken_up_where_it_was_left(tmp_path):
    with Workbook.open(tmp_path / "b.sqlite") as book:
        sit = sitting(filled(book))
        sit.answer(1, "friend")
        sit.skip(2)
    with Workbook.open(tmp_path / "b.sqlite") as book:
        sit = sitting(book)
        assert sit.ahead(9) == [3, 4]
        sit.again()
        assert set(sit.ahead(9)) == {2, 3, 4}


def test_who_is_shown_stays_first_when_others_come_in(book):
    sit = sitting(book)
    sit.answer(1, "friend")
    assert sit.ahead(1) == [2]
    book.add_all("people", [{"name": f"N{i}", "organisation": "Waha Bank"} for i in range(20)])
    assert sit.ahead(1) == [2]
    assert len(sit.ahead(99)) == 23


deeds = st.tuples(
    st.sampled_from(["answer", "skip", "remove", "back", "undo", "again"]), st.integers(0, 6)
)


@settings(max_examples=40)
@given(st.lists(deeds, max_size=12))
def test_whatever_is_pressed_the_turn_is_that_of_the_open_and_all_can_be_undone(presses):
    with Workbook.in_memory() as book:
        sit = sitting(filled(book))
        before = book.people
        for what, person in presses:
            if what == "answer":
                sit.answer(person, "friend")
            elif what in ("undo", "again"):
                (book.undo if what == "undo" and len(book.people) else sit.again)()
            else:
                getattr(sit, what)(person)
            open_ = set(book.people.index[book.people["relation"].isna()])
            assert set(sit.ahead(99)) == open_ - sit.skipped()
            assert len(sit.ahead(99)) == len(set(sit.ahead(99)))
        while len(book.people) and book.undo():
            pass
        assert book.people.empty or book.people.equals(before)
