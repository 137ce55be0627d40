"""The room's code: easy to say and to type, the same however it is typed."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati_serving.room.code import LEAST, MOST, new_code, plain, shown

ARABIC, PERSIAN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
digits = st.text("0123456789", min_size=LEAST, max_size=12)


def test_a_code_that_is_made_up_is_six_digits_that_differ():
    codes = {new_code() for _ in range(200)}
    assert all(len(code) == 6 and code.isascii() and code.isdecimal() for code in codes)
    assert all(len(set(code)) > 3 for code in codes)
    assert len(codes) > 190


@given(digits, st.sampled_from([ARABIC, PERSIAN]))
def test_digits_of_an_arabic_keyboard_are_the_same_code(code, script):
    typed = code.translate(str.maketrans("0123456789", script))
    assert plain(typed) == code


@given(digits)
def test_the_code_may_be_typed_as_it_is_shown(code):
    assert plain(shown(code)) == code


@given(st.text(max_size=3 * MOST))
def test_reading_twice_changes_nothing_more(text):
    assert plain(plain(text)) == plain(text)


def test_spaces_signs_capitals_and_hamzas_make_no_difference():
    assert plain(" 472-916 ") == "472916"
    assert plain("Open Sesame!") == "opensesame"
    assert plain("أَهْــلًا") == plain("اهلا") == "اهلا"
    assert plain("مكتبة") != plain("مكتب")


def test_long_numbers_are_shown_in_groups_and_words_as_they_are():
    assert [shown(code) for code in ("472916", "4729", "12345678", "sesame")] == [
        "472 916",
        "4729",
        "1234 5678",
        "sesame",
    ]
