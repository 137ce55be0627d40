"""A keeper of the book without a browser: one by hand, and time that passes when told to."""

import pytest

from shabakati import Workbook
from shabakati.forms.kept import parcel
from shabakati.forms.kept.keeper import Keeper

NOW = 1_795_600_000_000  # ms


class Hand:
    """Time that passes when it is told to."""

    def __init__(self):
        self.waiting = []

    def later(self, seconds, act):
        timer = Waiting(self.waiting, seconds, act)
        self.waiting.append(timer)
        return timer

    def passes(self, seconds):
        due = [timer for timer in self.waiting if timer.seconds <= seconds]
        for timer in due:
            timer.cancel()
            timer.act()


class Waiting:
    def __init__(self, waiting, seconds, act):
        self.waiting, self.seconds, self.act = waiting, seconds, act

    def cancel(self):
        if self in self.waiting:
            self.waiting.remove(self)


class Browser:
    """What a browser does with a keeper's messages, kept in a list."""

    def __init__(self, keeper, hand):
        self.keeper, self.hand, self.sent = keeper, hand, []
        keeper.store.send = lambda content, buffers=None: self.sent.append((content, buffers))

    def says(self, buffers=None, **content):
        self.keeper.store._handle_custom_msg(content, buffers)

    def holds(self, data, at=NOW):
        """It says what it holds, in pieces, as it is asked for them."""
        self.says(kind="found", size=len(data), at=at)
        while self.sent and self.sent[-1][0]["kind"] == "more":
            start = self.sent.pop()[0]["at"]
            piece = memoryview(data[start : start + parcel.PIECE])
            self.says([piece], kind="piece", at=start)

    def books(self):
        """The books that were sent, by their number."""
        found = {}
        for content, buffers in self.sent:
            if content["kind"] == "save":
                assert content["at"] == len(found.get(content["seq"], b""))
                found[content["seq"]] = found.get(content["seq"], b"") + buffers[0]
        return {seq: Workbook.from_bytes(parcel.unpack(data)) for seq, data in found.items()}


def kept_book(*names):
    with Workbook.in_memory() as book:
        for name in names:
            book.add("people", name=name)
        return parcel.pack(book.to_bytes())


def names(book):
    return book.people["name"].tolist()


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def calls():
    return []


@pytest.fixture
def keeper(hand, calls):
    book = Workbook.in_memory()
    keeper = Keeper(book, lambda: calls.append("anew"), calls.append, hand.later)
    yield keeper
    keeper.close()


@pytest.fixture
def browser(keeper, hand):
    return Browser(keeper, hand)
