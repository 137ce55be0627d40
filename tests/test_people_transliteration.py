"""What was learnt of how names are spelt."""

import numpy as np
import pytest

from shabakati.people.letters import normalise
from shabakati.people.transliteration import spelling, word_scores


def score(one, other):
    return float(word_scores([normalise(one), normalise(other)], np.array([[0, 1]]))[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قحطاني", "qahtani"),
        ("القحطاني", "alqahtani"),
        ("شنايدر", "schneider"),
        ("خوارزمي", "khwarizmi"),
        ("ديسبلا", "desplat"),
        ("otaibi", "oteiby"),
        ("غروسمان", "جروسمان"),
    ],
)
def test_spellings_of_one_name_score_high_whatever_their_order(one, other):
    assert score(one, other) == score(other, one) > 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قحطاني", "harbi"),
        ("شنايدر", "watanabe"),
        ("smith", "harbi"),
        ("قحطاني", "حربي"),
        ("العتيبي", "alharbi"),
    ],
)
def test_other_names_score_low(one, other):
    assert score(one, other) < -1


def test_digits_that_stand_for_letters_are_read():
    assert spelling("7asan") == "^hasan$"
    assert spelling("3ali") == "^ali$"
    assert spelling("37") == "^37$"
