"""Spellings of one organisation are gathered under one, others are not."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.alike import is_named, one_name


def test_spellings_of_one_organisation_come_under_the_most_used():
    names = (
        ["Nada Al-Mada Telecom"] * 3 + ["ندى المدى للاتصالات"] * 2 + ["شركة ندى المدى للاتصالات"]
    )
    assert set(one_name(names).values()) == {"Nada Al-Mada Telecom"}


def test_others_stay_apart():
    names = ["Sidra Bank", "Sidra Retail", "Waha Bank", "بنك الواحة", "بنك الأمل"]
    found = one_name(names)
    assert found["Waha Bank"] == found["بنك الواحة"]
    assert len(set(found.values())) == 4


def test_what_names_no_organisation_gathers_nobody():
    names = ["", "Freelance", "Self-employed", "عمل حر", "bank", "جامعة", "-"]
    assert one_name(names) == {}
    assert not any(map(is_named, names))
    assert is_named("Acme")


@given(st.lists(st.text(max_size=20) | st.sampled_from(["Acme", "ACME Ltd", "أكمي"]), max_size=9))
def test_any_names_give_the_same_answer_in_any_order(names):
    found = one_name(names)
    assert set(found) <= set(names) - {""}
    assert set(found.values()) <= set(names)
    assert all(found[chosen] == chosen for chosen in found.values())
    assert one_name(reversed(names)) == found
