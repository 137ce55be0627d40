"""Headings in several languages, and words that tell names from organisations and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.words import field_of, has_word, is_word, plain


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("الاسم", "name"),
        ("الإســم", "name"),
        ("اسم", "name"),
        ("Full Name:", "name"),
        ("Adı Soyadı", "name"),
        ("الاسم الأول", "first_name"),
        ("Vorname", "first_name"),
        ("اسم العائلة", "last_name"),
        ("SOYADI", "last_name"),
        ("Nom", "last_name"),
        ("الجوال", "phone"),
        ("رقم الجوّال", "phone"),
        ("الهاتف ٢", "phone"),
        ("Phone 2", "phone"),
        ("Mobile (WhatsApp)", "phone"),
        ("Company phone", "phone"),
        ("Telefon geschäftlich", "phone"),
        ("البريد", "email"),
        ("الإيميل", "email"),
        ("البريد الإلكتروني للعمل", "email"),
        ("E-Mail", "email"),
        ("E-mail 2 Address", "email"),
        ("Adresse de messagerie", "email"),
        ("اسم الشركة", "organisation"),
        ("جهة العمل", "organisation"),
        ("Société", "organisation"),
        ("المسمى الوظيفي", "role"),
        ("Job_Title", "role"),
        ("المدينة", "city"),
        ("تاريخ الميلاد", "birthday"),
        ("ملاحظات", "notes"),
        ("LinkedIn", "url"),
        ("المجموعة", "tags"),
        ("م", ""),
        ("S/N", ""),
        ("E-mail Display Name", "other_names"),
        ("Manager's Name", None),
        ("colour", None),
        ("", None),
    ],
)
def test_a_heading_is_known_in_the_language_it_is_in(heading, field):
    assert field_of(heading) == field


def test_words_are_found_with_their_article():
    assert has_word("في الشركة", "organisations")
    assert has_word("Head of Sales", "roles")
    assert is_word("المجموع:", "totals")
    assert not has_word("سارة العلي", "organisations")


@given(st.text(max_size=200))
def test_a_plain_text_stays_as_it_is(text):
    assert plain(plain(text)) == plain(text)
    field_of(text)
