"""What two parts of names say."""

import numpy as np
import pytest

from shabakati.people.letters import normalise
from shabakati.people.word_evidence import OTHER, given_names, word_evidence


def says(one, other):
    return float(word_evidence([normalise(one), normalise(other)], np.array([[0, 1]]))[0])


@pytest.mark.parametrize(
    ("one", "other"), [("حسن", "حسين"), ("حسن", "hussein"), ("salim", "salma")]
)
def test_two_common_given_names_are_two_however_alike(one, other):
    assert says(one, other) == OTHER


def test_a_spelling_that_several_given_names_have_is_each_of_them():
    assert says("said", "سعيد") == says("said", "سيد") > 0


def test_what_many_have_says_less_than_what_few_have():
    assert says("محمد", "mohammed") < says("مخيتاريان", "mkhitaryan")
    assert says("العتيبي", "alotaibi") < says("مخيتاريان", "mkhitaryan")


def test_an_initial_says_a_little():
    assert 0 < says("م", "mohammed") < says("محمد", "mohammed")
    assert says("k", "محمد") < 0


def test_each_spelling_is_listed_under_its_name():
    assert given_names()["omar"] != given_names()["amr"]
    assert given_names()[normalise("أحمد")] == given_names()["ahmed"]
