"""What stands behind a line is made when it is opened, and gone when it is closed."""

import ipywidgets as widgets

from importing import press
from shabakati.forms.unfolding import Told, Unfolding


def make_two():
    made = []

    def make():
        made.append(widgets.HTML())
        return made[-1]

    lines = [Told("a", "A", "", "show", make), Told("b", "B", "", "show", make), Told("c", "C", "")]
    return Unfolding("lines", lines), made


def test_a_line_opens_and_closes_and_another_takes_its_place():
    shown, made = make_two()
    assert made == []
    press(shown.cards, "a")
    assert shown.children == (shown.cards, made[0])
    press(shown.cards, "b")
    assert shown.children == (shown.cards, made[1])
    assert made[0].comm is None
    press(shown.cards, "b")
    assert shown.children == (shown.cards,)
    assert made[1].comm is None


def test_a_line_with_nothing_behind_it_has_no_button():
    shown, made = make_two()
    assert [len(card["acts"]) for card in shown.cards.shown["cards"]] == [1, 1, 0]
    press(shown.cards, "c")
    press(shown.cards, "nonsense")
    assert made == []
