"""Several tabs with one book: one goes on, the others stand still, and all can be forgotten."""

import pytest

from keeping import NOW, kept_book, names


@pytest.mark.parametrize("kind", ["elsewhere", "taken"])
def test_a_tab_that_is_not_the_one_stands_still_until_it_goes_on(
    keeper, browser, hand, calls, kind
):
    if kind == "taken":
        browser.says(kind="nothing")
        keeper.book.add("people", name="A")
    browser.says(kind=kind)
    assert (keeper.phase, calls[-1]) == (kind, True)
    hand.passes(60)
    assert browser.books() == {}
    browser.holds(kept_book("A", "B"))
    assert (names(keeper.book), keeper.phase, calls[-1]) == (["A", "B"], "kept", False)


def test_a_tab_keeps_what_is_not_kept_before_another_goes_on(keeper, browser, hand, calls):
    browser.says(kind="nothing")
    keeper.book.add("people", name="A")
    browser.says(kind="yield")
    assert (keeper.phase, calls[-1]) == ("taken", True)
    assert names(browser.books()[1]) == ["A"]
    assert browser.sent[-1][0]["kind"] == "save"
    browser.says(kind="kept", seq=1, at=NOW)
    assert browser.sent[-1][0] == {"kind": "yielded"}
    assert keeper.phase == "taken"


def test_a_tab_yields_at_once_when_all_is_kept_or_nothing_can_be(keeper, browser, hand):
    browser.says(kind="nothing")
    browser.says(kind="yield")
    assert [content for content, _ in browser.sent] == [{"kind": "yielded"}]
    browser.holds(kept_book("A"))
    keeper.book.add("people", name="B")
    browser.says(kind="yield")
    browser.says(kind="lost", seq=1, why="full")
    assert browser.sent[-1][0] == {"kind": "yielded"}


def test_a_book_that_another_tab_has_written_since_is_not_overwritten(keeper, browser, hand, calls):
    browser.says(kind="nothing")
    keeper.book.add("people", name="A")
    hand.passes(1)
    browser.says(kind="lost", seq=1, why="stale")
    assert (keeper.phase, calls[-1]) == ("taken", True)


def test_who_is_forgotten_begins_with_an_empty_book_without_a_way_back(
    keeper, browser, hand, calls
):
    browser.holds(kept_book("A"))
    keeper.book.add("people", name="B")
    browser.says(kind="forget")
    assert (names(keeper.book), keeper.book.can_undo) == ([], False)
    assert (keeper.phase, "anew" in calls) == ("forgotten", True)
    hand.passes(60)
    assert [content["kind"] for content, _ in browser.sent] == ["fresh"]
    keeper.book.add("people", name="C")
    hand.passes(1)
    assert names(browser.books()[1]) == ["C"]


def test_who_is_forgotten_in_another_tab_is_forgotten_here_too(keeper, browser, hand):
    browser.holds(kept_book("A"))
    browser.says(kind="taken")
    browser.says(kind="forgotten")
    assert (names(keeper.book), keeper.phase) == ([], "taken")
    browser.says(kind="nothing")
    hand.passes(60)
    assert (keeper.phase, browser.books()) == ("empty", {})
