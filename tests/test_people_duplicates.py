"""The same person twice, by every kind of evidence; and who is not one, whatever they share."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duplicating import codes, found_of, pair, score
from shabakati import find_duplicates
from shabakati.language import use
from shabakati.people.duplicates import LEAST, SURE

PHONE, LOCAL = "+962791234567", "0791234567"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ماجد الرواشدة", "Majed Al-Rawashdeh"),
        ("تسنيم عودة", "تسنيم عوده"),
        ("نسرين داود", "Nisreen Daoud"),
        ("Ghassan Touqan", "Ghassan Touqan, PhD"),
        ("م. زياد طوقان", "Ziad Touqan"),
    ],
)
def test_a_rare_name_is_enough(one, other):
    assert score({"name": one}, {"name": other}) >= LEAST
    assert codes({"name": one}, {"name": other}) == ["name"]


def test_a_name_that_everybody_bears_is_not_enough():
    assert pair({"name": "محمد أحمد"}, {"name": "Mohammed Ahmed"}) is None


def test_a_common_name_at_one_organisation_is_more_than_the_name_alone():
    one = {"name": "خالد حسين", "organisation": "شركة النور للاتصالات", "role": "محاسب"}
    other = {"name": "Khaled Hussein", "organisation": "Al Noor Telecom", "role": "Accountant"}
    assert score(one, other) >= LEAST
    assert "organisation" in codes(one, other)


@pytest.mark.parametrize("written", [LOCAL, "00962 79 123 4567", "٠٧٩١٢٣٤٥٦٧", "+962-79-1234567"])
def test_a_number_is_the_same_however_it_is_written(written):
    one, other = {"name": "أحمد", "phones": [PHONE]}, {"name": "Ahmed Salem", "phones": [written]}
    assert "phone" in codes(one, other)


def test_numbers_of_two_countries_are_two_numbers():
    one = {"name": "أحمد", "phones": ["+966501234567"]}
    assert pair(one, {"name": "Ahmed Salem", "phones": ["+971501234567"]}) is None


@pytest.mark.parametrize(
    "name", ["سيرين", "سيرين دوام", "Sireen work", "سيرين الجعبري", "سيرين الجامعة", "الجعبري"]
)
def test_with_a_number_in_common_the_name_needs_only_go_together(name):
    one = {"name": "Sireen Jabari", "phones": [PHONE]}
    assert score(one, {"name": name, "phones": [LOCAL]}) >= 0.9


@pytest.mark.parametrize("name", ["أبو سارة", "عمي", "عمتي"])
def test_who_is_called_after_kin_can_be_anybody_with_the_number(name):
    row = pair({"name": "Mahmoud Azzeh", "phones": [PHONE]}, {"name": name, "phones": [LOCAL]})
    assert row is not None
    assert row.score < SURE


def test_two_names_with_one_number_are_a_household():
    one, other = {"name": "سمر حداد", "phones": [PHONE]}, {"name": "عصام حداد", "phones": [PHONE]}
    assert pair(one, other) is None


def test_an_office_line_makes_nobody_one():
    names = ["رنا الشامي", "جورج صليبا", "Dima Kawar", "بتول حيدر", "Anas Hijazi"]
    found = found_of(*({"name": name, "phones": [PHONE]} for name in names))
    assert found.empty


def test_an_office_line_does_not_hide_who_is_one():
    names = ["رنا الشامي", "جورج صليبا", "Dima Kawar", "بتول حيدر", "Rana Shami"]
    found = found_of(*({"name": name, "phones": [PHONE]} for name in names))
    assert [(row.a, row.b) for row in found.itertuples()] == [(1, 5)]


def test_one_address_is_one_person():
    one = {"name": "ليان", "emails": ["layan.q@mail.example"]}
    other = {"name": "Layan Qawar", "emails": ["Layan.Q@Mail.example "]}
    assert score(one, other) >= 0.9
    assert "email" in codes(one, other)


def test_an_address_of_an_office_is_little():
    one = {"name": "ليان", "emails": ["info@noor.example"]}
    other = {"name": "Layan Qawar", "emails": ["info@noor.example"]}
    assert score(one, other) < SURE


def test_one_profile_is_one_person_whatever_the_name():
    one = {"name": "Umm Zayd", "url": "https://www.linkedin.com/in/rana-q-1"}
    other = {"name": "رنا", "links": ["https://jo.linkedin.com/in/Rana-Q-1?trk=x"]}
    assert score(one, other) >= SURE
    assert codes(one, other)[0] == "profile"


def test_two_profiles_are_two_people_of_one_name():
    one = {"name": "Ghassan Touqan", "url": "https://www.linkedin.com/in/ghassan-1"}
    other = {"name": "Ghassan Touqan", "url": "https://www.linkedin.com/in/ghassan-2"}
    assert pair(one, other) is None


def test_a_page_that_many_name_is_nobodys():
    people = [{"name": n, "url": "https://noor.example"} for n in ("ريما", "Zaid", "وائل", "Ola")]
    assert found_of(*people).empty


def test_two_birthdays_are_two_people():
    one = {"name": "ماجد الرواشدة", "birthday": "1990-02-10"}
    other = {"name": "Majed Rawashdeh"}
    assert pair(one, {**other, "birthday": "1984-07-01"}) is None
    assert pair(one, {**other, "birthday": "--07-01"}) is None
    assert "birthday" in codes(one, {**other, "birthday": "--02-10"})


def test_a_birthday_in_common_makes_a_name_surer():
    one, other = {"name": "خالد حسين"}, {"name": "Khaled Hussein"}
    day = {"birthday": "1990-02-10"}
    assert score({**one, **day}, {**other, **day}) > score(one, other)
    assert score({**one, **day}, {**other, **day}) >= 0.9


def test_another_name_of_a_person_counts():
    one = {"name": "أم زيد", "other_names": ["سوسن القواسمي"]}
    assert codes(one, {"name": "Sawsan Qawasmi"}) == ["name"]


def test_who_fits_two_namesakes_is_not_surely_either():
    phone = {"name": "غسان طوقان"}
    first = {"name": "Ghassan Touqan", "url": "https://www.linkedin.com/in/ghassan-1"}
    second = {"name": "Ghassan Touqan", "url": "https://www.linkedin.com/in/ghassan-2"}
    assert found_of(phone, first, second)["score"].le(0.5).all()
    found = found_of(phone, first)
    assert found["score"].iloc[0] > 0.5


def test_cities_are_the_same_in_both_languages():
    one, other = {"name": "خالد حسين", "city": "القاهرة"}, {"name": "Khaled Hussein"}
    same, another = ({**other, "city": city} for city in ("Cairo", "Doha"))
    assert score(one, same) >= score(one, other) >= score(one, another)


def test_reasons_are_sentences_in_the_language_spoken_now():
    row = pair({"name": "ليان", "phones": [PHONE]}, {"name": "Layan Qawar", "phones": [LOCAL]})
    use("en")
    assert str(row.reasons[0]) == "The same phone number: \u2068\u200e+962791234567\u2069." or str(
        row.reasons[0]
    ).startswith("The same phone number")
    use("ar")
    assert str(row.reasons[0]).startswith("رقم الهاتف نفسه")
    assert repr(row.reasons) == f"[{', '.join(map(str, row.reasons))}]"
    assert len({*row.reasons, replace(row.reasons[0])}) == len(row.reasons)


def test_a_frame_with_names_alone_is_enough_and_an_empty_one_gives_none():
    names = pd.DataFrame({"name": ["ماجد الرواشدة", "Majed Rawashdeh"]}, index=[7, 3])
    assert find_duplicates(names)[["a", "b"]].values.tolist() == [[3, 7]]
    for nobody in (names.iloc[:0], names.iloc[:1], pd.DataFrame({"name": []})):
        found = find_duplicates(nobody)
        assert found.empty
        assert list(found.columns) == ["a", "b", "score", "reasons"]


NAMES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["أحمد", "Ahmed Salem", "احمد سالم", "أبو سارة", "عمي", "Mr.", "😀", "د. ", "x" * 5000]
    ),
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "name": NAMES,
            "other_names": st.lists(NAMES, max_size=2),
            "phones": st.lists(st.one_of(st.text(max_size=20), st.just(LOCAL)), max_size=2),
            "emails": st.lists(st.one_of(st.text(max_size=9), st.just("a@b.example")), max_size=2),
            "url": st.one_of(st.text(max_size=20), st.just("https://www.linkedin.com/in/%ff%00")),
            "organisation": NAMES,
            "role": NAMES,
            "city": NAMES,
            "birthday": st.one_of(st.text(max_size=12), st.just("--02-10")),
        }
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(PEOPLE, st.randoms())
def test_whatever_is_written_pairs_are_in_order_and_rows_may_stand_anyhow(people, dice):
    frame = pd.DataFrame(people, index=range(1, len(people) + 1))
    found = find_duplicates(frame)
    assert (found["a"] < found["b"]).all()
    assert found["score"].between(LEAST, 1).all()
    assert found["score"].is_monotonic_decreasing
    assert not found.duplicated(["a", "b"]).any()
    assert all(found["reasons"].map(bool))
    order = list(frame.index)
    dice.shuffle(order)
    pd.testing.assert_frame_equal(find_duplicates(frame.loc[order]), found)


def test_somebody_else_changes_little():
    one, other = (
        {"name": "خالد حسين", "city": "القاهرة"},
        {"name": "Khaled Hussein", "city": "Cairo"},
    )
    before = score(one, other)
    after = found_of(one, other, {"name": "Zuzana Nováková", "city": "Praha"})
    assert abs(after.set_index(["a", "b"])["score"].get((1, 2), 0) - before) < 0.03


@pytest.mark.parametrize("told", [{}, {"organisation": "Noor"}, {"phones": [PHONE]}])
def test_five_thousand_of_one_name_are_not_all_compared(told):
    people = pd.DataFrame([{"name": "محمد أحمد", **told}] * 5_000)
    assert len(find_duplicates(people)) < 5_000
