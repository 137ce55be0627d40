"""Arabic words in Latin letters: which ways there are, whatever stands in the words."""

import time

from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.romanised import LONGEST, is_romanised

arabic = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=LONGEST)
latin = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=LONGEST)


def test_a_word_is_matched_from_its_first_letter_to_its_last():
    assert is_romanised("حداد", "haddad")
    assert not is_romanised("حداد", "haddadi")
    assert not is_romanised("حداد", "addad")


def test_a_word_longer_than_any_name_is_nobodys():
    assert not is_romanised("ا" * (LONGEST + 1), "a" * 30)


def test_words_made_to_be_slow_are_answered_at_once():
    start = time.process_time()
    is_romanised("ن" + "اوي" * 13, "n" + "awi" * 12 + "q")
    is_romanised("ع" * LONGEST, "a" * (LONGEST - 1) + "n")
    assert time.process_time() - start < 1  # seconds; they take about a thousandth


@given(arabic, latin)
def test_any_two_words_are_compared(one, other):
    assert is_romanised(one, other) in (True, False)
