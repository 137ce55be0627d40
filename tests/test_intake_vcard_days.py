"""The days and the addresses of a card: read where they can be, noted where they cannot."""

import pytest

from vcards import person


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1990-02-10", "1990-02-10"),
        ("BDAY:19900210", "1990-02-10"),
        ("BDAY;VALUE=date:1990-02-10T00:00:00Z", "1990-02-10"),
        ("BDAY:--0210", "--02-10"),
        ("BDAY:--02-29", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-10", "--02-10"),
        ("BDAY:1604-02-10", "--02-10"),
        ("BDAY:٢٠٠٠-٠٢-١٠", "2000-02-10"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--02-10;3;;;", "--02-10"),
    ],
)
def test_a_birthday_may_have_no_year(line, birthday):
    assert person("FN:Sara", line) == {"name": "Sara", "birthday": birthday}


@pytest.mark.parametrize("text", ["circa 1800", "1990", "2001-02-30", "--1340", "1990-02"])
def test_a_birthday_that_is_no_day_is_noted(text):
    assert person("FN:Sara", f"BDAY;VALUE=text:{text}")["notes"] == f"birthday: {text}"


def test_other_days_are_noted():
    found = person(
        "FN:Sara",
        "ANNIVERSARY:20140612",
        "item1.X-ABDATE:2020-01-01",
        "item1.X-ABLabel:تخرّج",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2021-05-05;0;first day;;",
    )
    assert found["notes"] == "anniversary: 2014-06-12\n\nتخرّج: 2020-01-01\n\nfirst day: 2021-05-05"


@pytest.mark.parametrize(
    ("line", "city", "notes"),
    [
        ("ADR;TYPE=HOME:;;12 King St;Jeddah;Makkah;21442;KSA", "Jeddah",
         "home address: 12 King St, Jeddah, Makkah, 21442, KSA"),
        (r"ADR;WORK:PO 5;Floor 2;a\, b;عمّان;;;", "عمّان", "work address: a, b, Floor 2, PO 5, عمّان"),
        ("ADR:;;;Riyadh;;;", "Riyadh", None),
        ("ADR:King St 12", None, "address: King St 12"),
        ('ADR;LABEL="A, b\\nC: d":;;;Riyadh;;;', "Riyadh", "address: A, b\nC: d"),
        ("LABEL;HOME;ENCODING=QUOTED-PRINTABLE:A=0D=0AB", None, "home address: A\nB"),
    ],
)  # fmt: skip
def test_an_address_gives_the_city_and_is_kept_whole(line, city, notes):
    found = person("FN:Sara", line)
    assert (found.get("city"), found.get("notes")) == (city, notes)


def test_a_second_city_does_not_hide_the_first():
    found = person("FN:Sara", "ADR;HOME:;;;Riyadh;;;", "ADR;WORK:;;A;Jeddah;;;")
    assert found["city"] == "Riyadh"
    assert "work address: A, Jeddah" in found["notes"]
