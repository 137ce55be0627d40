"""Who knows whom is told in few answers, and what is told is what is true."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from answering import inner, replayed, true_ties
from shabakati import open_workbook
from shabakati.insight.asking import (
    APART,
    STEP,
    apart_of,
    apart_text,
    open_pairs,
    others_of,
    pairs_of,
    to_ask,
)
from shabakati.people.milieus import Milieu

some = st.sets(st.integers(1, 9), max_size=9)
pair = st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda p: p[0] < p[1])


def test_the_ties_of_thirty_people_are_told_in_sixty_presses_and_are_the_true_ones():
    with open_workbook("demo") as book:
        people = inner(book, 30)
        truth = true_ties(book, people)
        presses, told = replayed(book, people, truth)
        assert len(people) == 30
        assert len(pairs_of(people)) == 435
        assert told == truth
        assert len(truth) < presses <= 60


@given(some, st.sets(pair), st.lists(some, max_size=3))
def test_a_pair_is_open_until_it_is_tied_or_said_to_be_apart(people, ties, apart):
    left = open_pairs(people, ties, apart)
    for a, b in pairs_of(people):
        told = (a, b) in ties or any({a, b} <= members for members in apart)
        assert ((a, b) in left) != told
    assert left <= pairs_of(people)


@given(some, st.sets(pair))
def test_everybody_with_an_open_pair_is_asked_about_all_of_theirs(people, ties):
    left = open_pairs(people, ties, [])
    others = others_of(left)
    assert {tuple(sorted((a, b))) for a, theirs in others.items() for b in theirs} == left
    assert [len(o) for o in others.values()] == sorted(map(len, others.values()), reverse=True)


def test_the_milieu_that_settles_most_is_asked_first_and_a_settled_one_not_at_all():
    few = Milieu("family", "", frozenset({1, 2}))
    many = Milieu("organisation", "Atlas", frozenset({3, 4, 5}))
    left = open_pairs(range(1, 6), set(), [])
    assert [asked.milieu for asked in to_ask([few, many], left)] == [many, few]
    assert [asked.again for asked in to_ask([few, many], left)] == [False, False]
    left -= {(3, 4)}
    (first, _) = to_ask([few, many], left)
    assert first.people == (3, 4, 5)
    assert first.again
    assert to_ask([few], left - {(1, 2)}) == []


def test_what_was_said_is_read_again_and_other_answers_are_not_taken_for_it():
    rows = [
        (STEP, APART, apart_text({3, 1, 20})),
        (STEP, APART, "4 x5 <b> 6"),
        (STEP, "introduced:3", "unknown"),
        ("07_first_words", APART, "7 8"),
    ]
    answers = pd.DataFrame(rows, columns=["step", "question", "answer"])
    assert apart_of(answers) == [frozenset({1, 3, 20}), frozenset({4, 6})]
