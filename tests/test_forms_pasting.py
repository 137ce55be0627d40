"""Text is pasted where it is asked for, kept while it is looked at, and never too much of it."""

import pytest

from importing import press
from shabakati.forms.pasting import LONGEST, Pasting


@pytest.fixture
def pasting():
    pasting = Pasting()
    pasting.heard = []
    pasting.on_paste(pasting.heard.append)
    press(pasting.fold.cards, "paste")
    return pasting


def test_what_is_pasted_is_looked_at_when_the_button_is_pressed(pasting):
    pasting.text.value = "سارة\nعمر"
    assert pasting.heard == []
    pasting.look.click()
    assert pasting.heard == ["سارة\nعمر"]


@pytest.mark.parametrize("text", ["", " \n\t ", "x" * (LONGEST + 1)])
def test_nothing_and_too_much_are_refused_with_a_reason(pasting, text):
    pasting.text.value = text
    pasting.look.click()
    assert pasting.heard == []
    assert pasting.note.message["tone"] == "error"
    assert pasting.text.value == text


def test_what_was_typed_is_there_when_it_is_opened_again(pasting):
    pasting.text.value = "سارة"
    press(pasting.fold.cards, "paste")
    press(pasting.fold.cards, "paste")
    assert pasting.text.value == "سارة"
    pasting.clear()
    assert pasting.text.value == ""
