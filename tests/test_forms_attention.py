"""What nobody looks at is not drawn; it shows what is there as soon as somebody does."""

import pytest

from shabakati import Workbook
from shabakati.forms.attention import attended
from shabakati.forms.following import Following
from shabakati.steps.app import Page


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


class Counting(Following):
    def __init__(self, book):
        super().__init__()
        self.seen = []
        self.follow(book, self._changed, ["people", "ties"])

    def _changed(self, change):
        self.seen.append((change.name, len(change.new)))


def test_while_nobody_looks_only_the_last_change_of_each_table_is_kept_and_told_once(book):
    with attended() as seen:
        inside = Counting(book)
    outside = Counting(book)
    book.add("people", name="A")
    seen.sleep()
    book.add("people", name="B")
    book.add("ties", a=1, b=2)
    book.add("people", name="C")
    assert inside.seen == [("people", 1)]
    assert outside.seen == [("people", 1), ("people", 2), ("ties", 1), ("people", 3)]
    seen.wake()
    assert inside.seen == [("people", 1), ("people", 3), ("ties", 1)]
    seen.wake()
    book.add("people", name="D")
    assert inside.seen[3:] == [("people", 4)]


def test_who_is_closed_while_nobody_looks_hears_nothing_any_more(book):
    with attended() as seen:
        inside = Counting(book)
    seen.sleep()
    book.add("people", name="A")
    inside.close()
    seen.wake()
    book.add("people", name="B")
    assert inside.seen == []


def test_a_step_that_is_left_shows_what_happened_meanwhile_when_it_is_opened_again(book):
    page = Page(book)
    page.go("02_my_people")
    page.go("03_our_places")
    hidden = page._seen["02_my_people"]
    assert not hidden.awake
    book.add("people", name="Zaid")
    assert hidden._missed
    page.go("02_my_people")
    assert not hidden._missed
    assert "Zaid" in str([w.get_state() for w in _inside(page._opened["02_my_people"])])
    page.close()


def _inside(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _inside(child)
