"""One word in Arabic and in Latin letters: known again, and found by a common key."""

import pytest

from shabakati.people.spelling import bare, same_word, skeletons


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("عتيبي", ["otaibi", "alotaibi", "oteibi", "otaiby"]),
        ("قعوار", ["kawar", "qawar"]),
        ("شريف", ["sharif", "sherif", "cherif", "alsherif"]),
        ("جمال", ["jamal", "gamal", "djamel"]),
        ("خوري", ["khoury", "khouri", "khuri"]),
        ("ظاهر", ["zaher", "dhahir", "daher"]),
        ("نورالدين", ["noureddine", "nouraldin", "nuruddin"]),
        ("عبدالرحمن", ["abdulrahman", "abderrahmane", "abdelrahman"]),
        ("عبدالله", ["abdullah", "abdallah", "abdulla"]),
        ("ابوزيد", ["abuzaid", "abouzeid"]),
        ("عوده", ["odeh", "awda", "oudeh"]),
        ("داود", ["daoud", "dawood", "dawud"]),
        ("عيسي", ["issa", "eissa", "essa"]),
        ("يوسف", ["yousef", "youssef", "yusuf"]),
    ],
)
def test_the_usual_latin_spellings_of_an_arabic_word_are_that_word(arabic, latin):
    for word in latin:
        assert same_word(arabic, word), word
        assert skeletons(arabic) & skeletons(word), word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عتيبي", "tibi"),
        ("شريف", "ashraf"),
        ("جميل", "jamal"),
        ("جمال", "jamil"),
        ("مجيد", "majed"),
        ("قاضي", "ghazi"),
        ("عيشي", "essa"),
        ("nassar", "nasser"),
        ("نصار", "ناصر"),
    ],
)
def test_other_words_are_not(one, other):
    assert not same_word(one, other)


def test_the_article_makes_no_difference_where_enough_is_left():
    assert bare("العتيبي") == bare("عتيبي")
    assert bare("alotaibi") == "otaibi"
    assert bare("ali") == "ali"
    assert bare("الله") == "الله"
    assert bare("elias") == "elias"


def test_latin_spellings_of_one_word_differ_in_their_vowels_alone():
    assert same_word("otaibi", "aloteiby")
    assert same_word("hussein", "hussain")
    assert same_word("odeh", "oda")
    assert not same_word("omar", "amer")
