"""Cards of rows side by side: what is sent counts only if it names what is shown and can win."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.forms.cards import Press
from shabakati.forms.side_by_side import Decided, Line, Pair, SideBySide

ACTS = (Press("merge", "merge", "primary"), Press("apart", "apart"))
PAIR = Pair(
    key="1-2-3",
    names=("<b>A</b>", "B"),
    reasons=("why",),
    heads=("LinkedIn", "phone", "me"),
    lines=(
        Line("name", "Name", (("<b>A</b>",), ("B",), ("B",)), options=(0, 1), best=1),
        Line("phones", "Phones", (("1", "2"), (), ("3",)), dir="ltr"),
    ),
    acts=ACTS,
)


@pytest.fixture
def cards():
    cards = SideBySide("label")
    cards.show([PAIR], "nobody", page=0, pages=3)
    cards.got, cards.turned = [], []
    cards.on_act(cards.got.append)
    cards.on_page(cards.turned.append)
    return cards


def hear(cards, **message):
    cards._handle_custom_msg(message, [])


def test_a_decision_is_told_with_who_wins_and_who_is_the_same(cards):
    hear(cards, kind="act", key="1-2-3", act="merge", chosen={"name": 0}, same=[2, 0])
    assert cards.got == [Decided("1-2-3", "merge", {"name": 0}, (0, 2))]


def test_without_a_choice_nothing_is_chosen_and_all_are_the_same(cards):
    hear(cards, kind="act", key="1-2-3", act="apart")
    assert cards.got == [Decided("1-2-3", "apart", {}, (0, 1, 2))]


@pytest.mark.parametrize(
    "chosen",
    [
        {"name": 2},  # the same as at 1, which is offered
        {"name": 3},
        {"name": -1},
        {"name": True},
        {"name": "0"},
        {"phones": 0},  # all is kept
        {"notes": 0},
        ["name", 0],
        None,
    ],
)
def test_a_value_that_is_not_offered_cannot_win(cards, chosen):
    hear(cards, kind="act", key="1-2-3", act="merge", chosen=chosen)
    assert cards.got[0].chosen == {}


@pytest.mark.parametrize("same", [[0, 7], [0, "1"], [0, True, None], [[1], 0, 0]])
def test_rows_that_are_not_there_are_not_the_same(cards, same):
    hear(cards, kind="act", key="1-2-3", act="merge", same=same)
    assert cards.got[0].same == (0,)


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"kind": "act"},
        {"kind": "act", "key": "1-2", "act": "merge"},
        {"kind": "act", "key": "1-2-3", "act": "remove"},
        {"kind": "act", "key": ["1-2-3"], "act": "merge"},
        {"kind": "page", "page": 3},
        {"kind": "page", "page": -1},
        {"kind": "page", "page": "1"},
    ],
)
def test_what_is_not_shown_cannot_be_decided(cards, message):
    cards._handle_custom_msg(message, [])
    assert cards.got == cards.turned == []


def test_a_page_that_is_there_is_turned_to(cards):
    hear(cards, kind="page", page=2)
    assert cards.turned == [2]


def test_a_pair_that_is_shown_no_more_is_not_decided(cards):
    cards.show([], "nobody")
    hear(cards, kind="act", key="1-2-3", act="merge")
    assert cards.got == []
    assert cards.shown["blank"] == "nobody"


def test_the_reader_is_moved_to_the_cards_only_when_asked(cards):
    before = cards.shown["focus"]
    cards.show([PAIR])
    assert cards.shown["focus"] == before
    cards.show([PAIR], focus=True)
    assert cards.shown["focus"] == before + 1


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@given(
    ANY
    | st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["act", "page"]),
            "key": st.just("1-2-3"),
            "act": st.just("merge"),
        },
        optional={
            "chosen": ANY | st.dictionaries(st.sampled_from(["name", "phones"]), ANY),
            "same": ANY | st.lists(ANY),
            "page": ANY,
        },
    )
)
def test_no_message_breaks_the_cards(content):
    cards = SideBySide("label")
    cards.show([PAIR], pages=2)
    got = []
    cards.on_act(got.append)
    cards._handle_custom_msg(content, [])
    for told in got:
        assert set(told.chosen.items()) <= {("name", 0), ("name", 1)}
        assert set(told.same) <= {0, 1, 2}
