"""Keys by which names that can be one are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.names import keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد العتيبي", "Ahmed Al-Otaibi"),
        ("أحمد العتيبي", "Otaibi Ahmad"),
        ("أحمد بن سعيد العتيبي", "Ahmed Al-Otaibi"),
        ("عبدالرحمن الغامدي", "Abd al-Rahman al-Ghamdi"),
        ("يوفان فيبر", "Jovan Weber"),
        ("محمد", "Mohammed"),
    ],
)
def test_two_spellings_of_a_name_share_a_key(one, other):
    assert keys(one) & keys(other)


def test_names_with_other_consonants_share_none():
    assert not keys("أحمد العتيبي") & keys("Karim Nassar")
    assert not keys("محمد") & keys("Mohammed Karim")


def test_a_name_without_letters_has_none():
    assert keys("") == keys("...") == frozenset()


@given(st.text(max_size=60))
def test_any_text_has_few_keys(text):
    assert len(keys(text)) < 2_000
