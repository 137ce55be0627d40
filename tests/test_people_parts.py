"""The parts by which a name is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.parts import MOST, parts


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("أحمد بن سعيد العتيبي", ("احمد", "سعيد", "العتيبي")),
        ("نورة بنتُ سعدٍ", ("نوره", "سعد")),
        ("Ahmed ibn Saeed", ("ahmed", "saeed")),
        ("Ben Smith", ("ben", "smith")),
        ("أبو محمد أحمد العتيبي", ("احمد", "العتيبي")),
        ("أبو محمد", ("ابومحمد",)),
        ("م. الحربي", ("م", "الحربي")),
        ("د. أحمد العتيبي", ("احمد", "العتيبي")),
        ("a b c d e f", ("a", "b", "c", "f")),
        ("", ()),
    ],
)
def test_what_says_nothing_of_the_person_is_left_out(name, found):
    assert parts(name) == found


@given(st.text(max_size=80))
def test_any_text_has_few_parts_none_of_them_empty(text):
    assert len(parts(text)) <= MOST
    assert all(parts(text))
