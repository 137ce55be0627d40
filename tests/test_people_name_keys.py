"""Spellings of a part of a name have the beginning of their consonants in common."""

import pytest

from shabakati.people.name_keys import consonants


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("عتيبي", "alotaibi"),
        ("قاسم", "kassem"),
        ("قذافي", "gaddafi"),
        ("عثمان", "osman"),
        ("الياس", "elias"),
        ("شريف", "cherif"),
        ("جمال", "gamal"),
        ("عبدالرحمن", "abdelrahman"),
        ("معاذ", "moaz"),
    ],
)
def test_both_scripts_share_a_beginning(arabic, latin):
    assert {c[:3] for c in consonants(arabic)} & {c[:3] for c in consonants(latin)}


def test_other_names_share_none():
    assert not consonants("سالم") & consonants("khaled")


def test_a_word_of_vowels_or_signs_has_no_consonants():
    assert consonants("هي") == consonants("a") == {""}
