"""The book in the reader's browser: what is said of it is true, whatever the browser says."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keeping import NOW, Browser, Hand, kept_book, names
from shabakati import Workbook
from shabakati.errors import BookFileError
from shabakati.forms.kept import parcel
from shabakati.forms.kept.keeper import Keeper
from shabakati.language import say, use


def test_nothing_is_sent_before_the_browser_has_told_what_it_holds(keeper, browser, hand):
    keeper.book.add("people", name="typed too early")
    hand.passes(60)
    assert (keeper.phase, browser.sent) == ("asking", [])
    browser.holds(kept_book("Hala"))
    hand.passes(60)
    assert names(keeper.book) == ["Hala"]
    assert browser.books() == {}


def test_what_was_done_before_the_browser_held_nothing_is_kept(keeper, browser, hand):
    keeper.book.add("people", name="Sara")
    browser.says(kind="nothing")
    assert keeper.phase == "saving"
    hand.passes(1)
    assert names(browser.books()[1]) == ["Sara"]


def test_a_change_is_called_kept_only_when_the_browser_says_so(keeper, browser, hand):
    browser.says(kind="nothing")
    assert keeper.phase == "empty"
    keeper.book.add("people", name="Sara")
    assert keeper.phase == "saving"
    hand.passes(1)  # at most a second behind
    assert names(browser.books()[1]) == ["Sara"]
    assert keeper.phase == "saving"
    browser.says(kind="kept", seq=1, at=NOW)
    assert (keeper.phase, keeper.at) == ("kept", NOW)


def test_what_changes_while_a_book_is_on_its_way_goes_with_the_next_one(keeper, browser, hand):
    browser.says(kind="nothing")
    keeper.book.add("people", name="A")
    hand.passes(1)
    keeper.book.add("people", name="B")
    hand.passes(1)
    assert list(browser.books()) == [1]
    browser.says(kind="kept", seq=1, at=NOW)
    assert keeper.phase == "saving"
    hand.passes(1)
    browser.says(kind="kept", seq=2, at=NOW + 5)
    assert names(browser.books()[2]) == ["A", "B"]
    assert (keeper.phase, keeper.at) == ("kept", NOW + 5)


def test_a_restored_book_is_followed_where_it_stands_and_can_be_taken_back(keeper, browser):
    heard = []
    keeper.book.observe(lambda change: heard.append(change.name), names=["people"])
    browser.holds(kept_book("A", "B"))
    assert (heard, keeper.phase, keeper.at) == (["people"], "kept", NOW)
    assert keeper.book.undo()
    assert names(keeper.book) == ["A"]


def test_a_book_in_several_pieces_goes_and_comes_whole(keeper, browser, hand, monkeypatch):
    monkeypatch.setattr(parcel, "PIECE", 1000)
    browser.says(kind="nothing")
    keeper.book.add("people", name="A", notes="x y z")
    hand.passes(1)
    assert len([content for content, _ in browser.sent if content["kind"] == "save"]) > 2
    assert names(browser.books()[1]) == ["A"]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"no book at all", "damaged"),
        (parcel.pack(b"no book at all"), "damaged"),
        (kept_book("A")[:-9], "damaged"),
    ],
)
def test_a_damaged_book_is_said_given_as_it_is_and_replaced_only_when_asked(
    keeper, browser, hand, bad, why
):
    browser.holds(bad)
    assert (keeper.phase, keeper.why) == ("refused", why)
    refused = keeper.children[1]
    assert refused.text == say(f"kept.{why}")
    assert refused.data in (bad, b"no book at all")
    keeper.book.add("people", name="meanwhile")
    hand.passes(60)
    assert (keeper.phase, browser.books()) == ("refused", {})
    refused.begin.click()
    hand.passes(60)
    assert browser.books() == {}
    refused.yes.click()
    hand.passes(1)
    assert names(browser.books()[1]) == ["meanwhile"]
    assert keeper.children == (keeper.store,)


def test_a_newer_book_is_said_to_be_newer(keeper, browser):
    data = bytearray(parcel.unpack(kept_book("A")))
    data[60:64] = (999).to_bytes(4, "big")
    browser.holds(parcel.pack(bytes(data)))
    assert (keeper.phase, keeper.why) == ("refused", "newer")
    assert keeper.children[1].data == bytes(data)
    use("en")
    keeper.speak()
    assert keeper.children[1].text == say("kept.newer")


def test_a_little_that_would_become_very_much_is_refused_before_it_does():
    bomb = zlib.compress(bytes(9_000_000), 9)
    with pytest.raises(BookFileError):
        parcel.unpack(bomb, 1_000_000)


@pytest.mark.parametrize("why", ["full", "broken"])
def test_a_storage_that_takes_nothing_is_said_and_tried_again(keeper, browser, hand, why):
    browser.says(kind="nothing")
    keeper.book.add("people", name="A")
    hand.passes(1)
    browser.says(kind="lost", seq=1, why=why)
    assert (keeper.phase, keeper.why) == ("failed", why)
    assert keeper.store.words[f"failed_{why}"]
    keeper.book.add("people", name="B")
    hand.passes(1)
    assert names(browser.books()[2]) == ["A", "B"]


def test_a_browser_without_storage_is_said_and_asked_no_more(keeper, browser, hand):
    browser.says(kind="blocked")
    keeper.book.add("people", name="A")
    hand.passes(60)
    assert (keeper.phase, keeper.why, browser.sent) == ("failed", "blocked", [])


def test_a_browser_that_does_not_answer_is_not_believed_to_have_kept_anything(
    keeper, browser, hand
):
    browser.says(kind="nothing")
    keeper.book.add("people", name="A")
    hand.passes(1)
    hand.passes(60)
    assert (keeper.phase, keeper.why) == ("failed", "broken")
    browser.says(kind="here", seq=0, at=0)
    assert names(browser.books()[2]) == ["A"]
    browser.says(kind="kept", seq=1, at=NOW)  # too late: another one is on its way
    assert keeper.phase == "failed"
    browser.says(kind="kept", seq=2, at=NOW)
    assert keeper.phase == "kept"


@pytest.mark.parametrize(("seq", "sent"), [(0, 2), (1, 1)])
def test_what_was_lost_with_the_connection_is_sent_again_when_it_is_back(
    keeper, browser, hand, seq, sent
):
    browser.says(kind="nothing")
    keeper.book.add("people", name="A")
    hand.passes(1)
    browser.says(kind="here", seq=seq, at=NOW)
    assert len(browser.books()) == sent
    assert keeper.phase == ("kept" if seq else "saving")


KINDS = [
    *("nothing", "found", "piece", "blocked", "kept", "lost", "here", "elsewhere", "taken"),
    *("yield", "forget", "forgotten", "more", "", "__init__"),
]
ANY = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
MESSAGE = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS) | ANY},
    optional={
        "seq": st.integers(-1, 3) | ANY,
        "at": st.integers(-1, 40) | ANY,
        "size": st.integers(-1, 40) | st.just(parcel.LIMIT + 1) | ANY,
        "why": st.sampled_from(["full", "stale", "large", "<b>"]) | ANY,
    },
)
BUFFERS = st.none() | st.lists(st.binary(max_size=40).map(memoryview), max_size=2)


@given(st.lists(st.tuples(MESSAGE | ANY, BUFFERS, st.sampled_from([0, 1, 60])), max_size=12))
def test_no_message_of_a_browser_breaks_a_keeper_or_makes_it_lie(messages):
    hand = Hand()
    keeper = Keeper(Workbook.in_memory(), lambda: None, lambda still: None, hand.later)
    browser = Browser(keeper, hand)
    keeper.book.add("people", name="A")
    for content, buffers, seconds in messages:
        keeper.store._handle_custom_msg(content, buffers)
        hand.passes(seconds)
        if keeper.phase == "kept":
            assert browser.books()
            assert not hand.waiting
    keeper.close()
