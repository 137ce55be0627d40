"""Two people who look like one stay two: asked once, remembered in the book, taken back by undo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.people.kept_apart import (
    QUESTION,
    STEP,
    carry_over,
    keep_apart,
    kept_apart,
    parted,
)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": f"P{i}"} for i in range(1, 7)])
        yield book


def test_two_who_are_kept_apart_are_remembered_whatever_their_order(book):
    assert keep_apart(book, [5, 2]) == 1
    assert kept_apart(book.answers) == {(2, 5)}


def test_of_three_every_two_are_kept_apart_as_one_change(book):
    assert keep_apart(book, [1, 2, 3]) == 3
    assert kept_apart(book.answers) == {(1, 2), (1, 3), (2, 3)}
    book.undo()
    assert kept_apart(book.answers) == frozenset()


def test_what_is_known_is_not_written_again(book):
    keep_apart(book, [1, 2])
    assert keep_apart(book, [1, 2, 3]) == 2
    assert len(book.answers) == 3


def test_it_is_still_known_when_the_book_is_opened_again(tmp_path):
    with Workbook.open(tmp_path / "book.sqlite") as book:
        book.add_all("people", [{"name": "A"}, {"name": "B"}])
        keep_apart(book, [1, 2])
    with Workbook.open(tmp_path / "book.sqlite") as book:
        assert kept_apart(book.answers) == {(1, 2)}


@pytest.mark.parametrize("answer", ["", "12", "1 2 3", "a b", "1  2", "-1 2", "١ ٢", "1 2\n"])
def test_an_answer_that_is_no_pair_is_passed_over(book, answer):
    book.add("answers", step=STEP, question=QUESTION, answer=answer)
    book.add("answers", step=STEP, question="another", answer="1 2")
    book.add("answers", step="another", question=QUESTION, answer="1 2")
    told = kept_apart(book.answers)
    # The book itself takes the line break off the last one's end.
    assert told == ({(1, 2)} if answer.strip() == "1 2" else frozenset())


def test_who_became_another_hands_on_what_was_said_of_them(book):
    keep_apart(book, [2, 5])
    carry_over(book, {5: 3})
    assert kept_apart(book.answers) == {(2, 3)}


def test_what_was_said_of_two_who_became_one_is_void(book):
    keep_apart(book, [2, 5])
    carry_over(book, {5: 2})
    assert len(book.answers) == 0


def test_what_is_said_twice_after_a_merge_is_kept_once(book):
    keep_apart(book, [2, 3])
    keep_apart(book, [2, 5])
    carry_over(book, {5: 3})
    assert kept_apart(book.answers) == {(2, 3)}
    assert len(book.answers) == 1


def test_answers_to_other_questions_are_left(book):
    book.add("answers", step=STEP, question="another", answer="2 5")
    carry_over(book, {5: 3})
    assert book.answers["answer"].tolist() == ["2 5"]


def test_a_group_is_divided_where_two_of_it_are_kept_apart():
    pairs = [(1, 2), (2, 3), (3, 4)]
    assert parted([[1, 2, 3, 4]], pairs, frozenset({(2, 3)})) == [[1, 2], [3, 4]]


def test_a_third_stands_with_the_one_it_is_surest_to_be():
    assert parted([[1, 2, 3]], [(2, 3), (1, 2)], frozenset({(1, 3)})) == [[2, 3]]


def test_two_who_are_kept_apart_are_no_group():
    assert parted([[1, 2]], [(1, 2)], frozenset({(1, 2)})) == []


IDS = st.integers(1, 7)
PAIRS = st.lists(
    st.tuples(IDS, IDS).filter(lambda p: p[0] != p[1]).map(lambda p: (min(p), max(p))), max_size=12
)


@given(PAIRS, PAIRS.map(frozenset))
def test_nobody_stands_beside_somebody_from_whom_they_are_kept_apart(pairs, apart):
    group = sorted({id_ for pair in pairs for id_ in pair})
    parts = parted([group] if group else [], pairs, apart)
    for part in parts:
        assert len(part) > 1
        assert not {(a, b) for a in part for b in part} & apart
    assert sum(map(len, parts)) == len({id_ for part in parts for id_ in part})
