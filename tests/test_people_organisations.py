"""Organisations: one by many names, and others that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.people.organisations import (
    fits_domain,
    is_academic,
    is_public_mail,
    keys,
    organisation_key,
    same_organisation,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شركة النور المحدودة", "النور"),
        ("شركة النور ش.م.م", "مؤسسة النور"),
        ("Acme, Inc.", "ACME"),
        ("Google", "Google LLC"),
        ("stc", "STC Group"),
        ("Wadi University", "University of Wadi"),
        ("The University of Jordan", "Jordan University"),
        ("جامعة القاهرة", "كلية الهندسة، جامعة القاهرة"),
        ("Cairo University", "Cairo University - Faculty of Engineering"),
        ("جامعة القاهرة", "Cairo University"),
        ("جامعة الملك سعود", "King Saud University"),
        ("ندى المدى للاتصالات", "Nada Al-Mada Telecom"),
        ("درب السنونو للتوصيل", "Darb Al-Sununu Delivery"),
        ("معهد أفياء الأرقام", "Afya Al-Arqam Institute"),
        ("لازورد للبرمجيات", "Lazaward Software"),
        ("شركة النور", "Al Noor Co."),
    ],
)
def test_one_organisation_is_known_by_its_names(one, other):
    assert same_organisation(one, other)
    assert same_organisation(other, one)
    assert keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bank of Cairo", "Cairo University"),
        ("Acme", "Acme University"),
        ("Ministry of Health - Kuwait", "Ministry of Health - Jordan"),
        ("جامعة القاهرة", "جامعة الإسكندرية"),
        ("جامعة", "University"),
        ("Group", "Company"),
        ("شركة", "مؤسسة"),
        ("", ""),
        ("…", "—"),
        ("بنك الواحة", "Bank of Wisdom"),
    ],
)
def test_others_are_not_taken_for_one(one, other):
    assert not same_organisation(one, other)


def test_a_key_is_empty_when_nothing_tells_the_name_from_others():
    assert organisation_key("The Company, Ltd.") == ""
    assert organisation_key("الجامعة") == ""
    assert organisation_key("الجامعة الأردنية") != ""


def test_places_where_professors_teach_are_known_and_a_cafe_is_none():
    assert is_academic("جامعة وادي الريحان")
    assert is_academic("Faculty of Law, Beirut")
    assert not is_academic("أستاذ القهوة")


def test_a_domain_is_an_organisations_when_it_is_its_name():
    assert fits_domain("Nada Al-Mada Telecom", "nadamada.example")
    assert fits_domain("Afya Al-Arqam Institute", "mail.afyaalarqam.example")
    assert not fits_domain("Nada Al-Mada Telecom", "nada.example")
    assert is_public_mail("gmail.com")
    assert is_public_mail("yahoo.co.uk")
    assert not is_public_mail("nadamada.example")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_compared_the_same_both_ways(one, other):
    assert same_organisation(one, other) == same_organisation(other, one)


@given(st.text(min_size=1, max_size=60))
def test_a_name_is_its_own_whenever_it_has_a_key(name):
    assert same_organisation(name, name) == bool(keys(name))
