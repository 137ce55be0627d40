"""Whether two names are those of one person, in either script."""

import re
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.names import SAME_NAME, SURE_NAME, likeness, likeness_many, tokens

HELD_OUT = Path(__file__).parents[1] / "benchmarks" / "names_held_out.tsv"
MIDDLING = 0.4  # below it, names are held to be of two people

letters = st.text("ابتحخدرسشعفقكلمنهويةىأ abdehiklmnorstuyz-',.()37", max_size=30)
name_text = st.one_of(letters, st.text(max_size=40))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد العتيبي", "Ahmed Al-Otaibi"),
        ("أحمد العتيبي", "Ahmad Alotaiby"),
        ("Ahmed Al-Otaibi", "Ahmad Alotaiby"),
        ("عبد الله الحربي", "Abdullah Al Harbi"),
        ("Abd al-Rahman al-Ghamdi", "عبدالرحمن الغامدي"),
        ("Otaibi, Ahmed", "العتيبي أحمد"),
        ("العتيبي أحمد", "Ahmed Al-Otaibi"),
        ("أحمد بن سعيد العتيبي", "Ahmed Al-Otaibi"),
        ("أحمد بن سعيد العتيبي", "Ahmed ibn Saeed Al-Otaibi"),
        ("أحمد سعيد العتيبي", "Ahmed bin Saeed Otaibi"),
        ("د. أحمد العتيبي", "Ahmed Al-Otaibi, PhD"),
        ("أبو محمد أحمد العتيبي", "Ahmed Al-Otaibi"),
        ("أبو محمد", "Abu Mohammed"),
        ("محمد", "Mohammed"),
        ("Mohammed Ali", "Mohamed Aly"),
        ("7asan Ali", "حسن علي"),
        ("3ali Hassan", "علي حسن"),
        ("Sa3eed", "سعيد"),
        ("پرویز مشرف", "Pervez Musharraf"),
        ("Mary-Ann Smith", "ماري آن سميث"),
        ("Maryann Smith", "ماري آن سميث"),
        ("García Márquez", "غارسيا ماركيز"),
        ("نور الدين زنكي", "Noureddine Zenki"),
        ("Noura Alshehri", "نورة الشهري"),
        ("يوسف عبد الرحمن القرضاوي", "Yusuf al-Qaradawi"),
    ],
)
def test_spellings_of_one_name_are_surely_one(one, other):
    assert likeness(one, other) >= SURE_NAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M. Al-Harbi", "Mohammed Al-Harbi"),
        ("M. Al-Harbi", "محمد الحربي"),
        ("م. الحربي", "محمد الحربي"),
    ],
)
def test_an_initial_stands_for_a_name_that_begins_with_it(one, other):
    assert SAME_NAME <= likeness(one, other) < likeness("محمد الحربي", "Mohammed Al-Harbi")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد العتيبي", "Mohammed Al-Harbi"),
        ("أحمد العتيبي", "Mohammed Al-Otaibi"),
        ("Ahmed Al-Otaibi", "Mohammed Al-Otaibi"),
        ("خلود العتيبي", "Rashad Al-Otaibi"),
        ("حسن العتيبي", "Hussein Al-Otaibi"),
        ("حسن العتيبي", "حسين العتيبي"),
        ("سعيد الحربي", "Saad Al-Harbi"),
        ("سالم الحربي", "سليم الحربي"),
        ("علي خوري", "عالية خوري"),
        ("عمر حداد", "عمرو حداد"),
        ("عمر حداد", "Amr Haddad"),
        ("كريم حداد", "Karima Haddad"),
        ("جورج خوري", "جرجس خوري"),
        ("Ahmed Ali", "Ali Ahmed"),
        ("أحمد علي", "Ali Ahmed"),
        ("سعيد العتيبي", "أحمد سعيد العتيبي"),
        ("Ahmed Saeed Al-Otaibi", "Ahmed Fahad Al-Otaibi"),
        ("محمد", "Ahmed"),
        ("حسن", "Hussein"),
        ("K. Al-Harbi", "محمد الحربي"),
    ],
)
def test_names_of_two_people_are_not_alike(one, other):
    assert likeness(one, other) < MIDDLING


def test_one_part_says_little_of_a_name_that_has_several():
    assert 0.05 < likeness("أحمد العتيبي", "Ahmed") < MIDDLING
    assert likeness("أحمد العتيبي", "سمير") < likeness("أحمد العتيبي", "Ahmed")


def test_nothing_is_like_a_name_without_letters():
    assert likeness("", "") == likeness("", "Ahmed") == likeness("...", "Ahmed") == 0


def test_lists_of_two_lengths_are_refused():
    with pytest.raises(ValueError, match="2 and 1"):
        likeness_many(["Ahmed", "Ali"], ["Ahmed"])


@given(name_text, name_text)
def test_likeness_is_between_0_and_1_whatever_the_order(one, other):
    found = likeness(one, other)
    assert 0 <= found <= 1
    assert found == likeness(other, one)


@given(st.lists(st.tuples(name_text, name_text), max_size=8))
def test_many_are_compared_as_each_is_alone(pairs):
    ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    assert likeness_many(ones, others).tolist() == [likeness(a, b) for a, b in pairs]


@given(name_text)
def test_a_name_is_like_itself(name):
    assert likeness(name, name) == (1 if tokens(name) else 0)


WORDS = ["احمد", "سعاده", "فاطمه", "ليلي", "نوري", "علي", "هدي"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_vowel_signs_tatweel_and_forms_of_letters_make_no_difference(words):
    name = " ".join(words)
    dressed = " ".join("".join(letter + "َـ" for letter in word) for word in words)
    forms = " ".join(re.sub("ه$", "ة", re.sub("ي$", "ى", re.sub("^ا", "أ", w))) for w in words)
    for other in ("Ahmed Saada", "Fatima Nouri", "ليلى علي"):
        assert likeness(name, other) == likeness(dressed, other) == likeness(forms, other)


@given(st.sampled_from(["Ahmed Al-Otaibi", "Fatima Zahra", "Noura bint Saad Alharbi"]))
def test_case_makes_no_difference(name):
    for other in ("أحمد العتيبي", "Fatma Zahra", "نورة الحربي"):
        assert likeness(name, other) == likeness(name.lower(), other)


@pytest.mark.parametrize(
    "text", ["م" * 20_000, "a b " * 5_000, "و" * 20 + " x,،(" * 4_000, "\0\u202e" * 9_000]
)
def test_no_text_is_compared_for_long(text):
    started = time.process_time()
    likeness(text, "Ahmed Al-Otaibi")
    likeness("أحمد العتيبي", text + "ا")
    assert time.process_time() - started < 2  # seconds; they take some hundredths


def test_names_that_learning_never_met_are_recognised():
    lines = HELD_OUT.read_text("utf-8").splitlines()[1:]
    pairs = [tuple(line.split("\t")[:2]) for line in lines]
    rng = np.random.default_rng(0)
    first, second = rng.integers(0, len(pairs), (2, 4_000))
    latin = [f"{pairs[i][0]} {pairs[j][0]}" for i, j in zip(first, second, strict=True)]
    arabic = [f"{pairs[i][1]} {pairs[j][1]}" for i, j in zip(first, second, strict=True)]
    true = likeness_many(latin, arabic)
    others = rng.integers(0, 4_000, (2, 40_000))
    apart = [(a, b) for a, b in others.T if {first[a], second[a]}.isdisjoint({first[b], second[b]})]
    drawn = likeness_many([latin[a] for a, _ in apart], [arabic[b] for _, b in apart])
    assert np.mean(true >= SAME_NAME) > 0.96
    assert np.mean(true >= SURE_NAME) > 0.93
    assert np.sum(drawn >= SAME_NAME) <= 4  # 1 in 10,000
