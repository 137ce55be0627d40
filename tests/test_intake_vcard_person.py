"""One card as a person: every property finds its place, and nothing that is worth it is dropped."""

import pytest

from shabakati.schema import LIST_LIMIT
from vcards import card, people, person, quoted, read


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:Sara Ali", "N:Ali;Sara;;;"), "Sara Ali"),
        (("FN:د. منى الشريف",), "د. منى الشريف"),
        (("N:;فاطمة;;;",), "فاطمة"),
        (("N:العتيبي;أحمد;بن خالد;د.;",), "د. أحمد بن خالد العتيبي"),
        (("N:Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.",), "Dr. John Philip Paul Stevenson Jr. M.D."),
        (("N:Ali",), "Ali"),
        (("FN:", "N:Ali;Sara"), "Sara Ali"),
        (("FN:sara@example.org", "N:Ali;Sara"), "Sara Ali"),
        (("FN:+966501234567", "N:;;;;", "NICKNAME:Susu"), "Susu"),
        (("NICKNAME:Susu,Sasa", "ORG:Acme"), "Susu"),
        (("ORG:Acme;Sales", "EMAIL:a@example.org"), "Acme"),
        (("ORG:;Sales",), "Sales"),
        (("EMAIL:sara@example.org",), "sara@example.org"),
        (("FN:+966501234567",), "+966501234567"),
        (("FN:❤", "TEL:1"), "❤"),
        ((r"FN:Ali\, Sara\; PhD\\x",), r"Ali, Sara; PhD\x"),
        (("X-PHONETIC-FIRST-NAME:Sara", "X-PHONETIC-LAST-NAME:Ali"), "Sara Ali"),
    ],
)
def test_the_name_is_the_first_of_all_that_can_be_one(lines, name):
    assert person(*lines)["name"] == name


@pytest.mark.parametrize(
    ("lines", "others"),
    [
        (("FN:أحمد العتيبي", "N:العتيبي;أحمد;;;"), None),
        (("FN:أحمد العتيبي", "N:Al-Otaibi;Ahmed;;;"), ["Ahmed Al-Otaibi"]),
        (("FN:Sara Ali", "N:Ali;Sara;Omar;;"), ["Sara Omar Ali"]),
        (("FN:Sara Ali", "FN;LANGUAGE=ar:سارة علي"), ["سارة علي"]),
        (("FN:Sara Ali", r"NICKNAME:Susu,Miss\, Ali"), ["Susu", "Miss, Ali"]),
        (("FN:سارة", "X-PHONETIC-FIRST-NAME:Sara", "X-PHONETIC-LAST-NAME:Ali"), ["Sara Ali"]),
        (("FN:سارة", "SOUND;X-IRMC-N:Ali;Sara;;;"), ["Sara Ali"]),
        (
            ("FN:Sara", "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Susu;1;;;;;;;;;;;;;"),
            ["Susu"],
        ),
        (("FN:sara@example.org", "N:Ali;Sara"), None),
    ],
)
def test_other_names_are_those_that_say_something_else(lines, others):
    assert person(*lines).get("other_names") == others


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("TEL;CELL:1", ["mobile: 1"]),
        ("TEL;TYPE=CELL:1", ["mobile: 1"]),
        ("TEL;TYPE=cell;TYPE=VOICE;TYPE=pref:1", ["mobile: 1"]),
        ('TEL;TYPE="cell,voice":1', ["mobile: 1"]),
        ("TEL;TYPE=WORK,FAX:1", ["work fax: 1"]),
        ("TEL;WORK;FAX:1", ["work fax: 1"]),
        ("TEL;HOME;VOICE:1", ["home: 1"]),
        ("TEL;X-مكتب:1", ["مكتب: 1"]),
        (
            f"TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,{quoted('مكتب')}):1",
            ["مكتب: 1"],
        ),
        ("TEL;PREF=1:1", None),
        ("TEL;X-CUSTOM(CHARSET=UTF-8,أ):1", ["أ: 1"]),
        ("TEL:1", None),
    ],
)
def test_a_number_keeps_what_the_card_calls_it(line, labels):
    found = person("FN:Sara", line)
    assert (found["phones"], found.get("labels")) == (["1"], labels)


def test_numbers_without_a_country_are_at_home_where_you_are():
    assert person("FN:Sara", "TEL;CELL:0501234567", country="sa")["phones"] == ["+966501234567"]


@pytest.mark.parametrize(
    "line",
    [
        "TEL;VALUE=uri;TYPE=cell:tel:+966501234567",
        'TEL;VALUE=uri;TYPE="cell,voice":tel:+966-50-123-4567',
        "TEL;TYPE=CELL:‪+966 50 123 4567‬",
        "TEL;TYPE=CELL:٠٠٩٦٦٥٠١٢٣٤٥٦٧",
    ],
)
def test_a_number_may_be_an_address_or_in_arabic_digits(line):
    found = person("FN:Sara", line)
    assert (found["phones"], found["labels"]) == (["+966501234567"], ["mobile: +966501234567"])


def test_every_item_that_apple_groups_has_its_label():
    found = person(
        "FN:Sara",
        "item1.TEL;type=pref:1",
        "item1.X-ABLabel:_$!<Work>!$_",
        "item2.TEL:2",
        "item2.X-ABLabel:مكتب جدة",
        "item13.X-ABLabel:_$!<HomeFAX>!$_",
        "item13.TEL:3",
        "item4.EMAIL;type=INTERNET:sara@example.org",
        "item4.X-ABLabel:_$!<Other>!$_",
        "item5.X-ABRELATEDNAMES:Omar",
        "item5.X-ABLabel:_$!<Manager>!$_",
        "item6.X-ABADR:sa",
    )
    assert found["labels"] == ["work: 1", "مكتب جدة: 2", "home fax: 3"]
    assert found["emails"] == ["sara@example.org"]
    assert found["notes"] == "manager: Omar"


RELATED = [
    ("item1.X-ABRELATEDNAMES:عمر علي", "item1.X-ABLabel:_$!<Spouse>!$_"),
    ("RELATED;TYPE=spouse;VALUE=text:عمر علي",),
    ("RELATED;TYPE=spouse:urn:uuid:03A0-2",),
    ("X-SPOUSE:عمر علي",),
    ("X-MS-SPOUSE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + quoted("عمر علي"),),
    ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;عمر علي;14;;;;;;;;;;;;;",),
]


@pytest.mark.parametrize("lines", RELATED)
def test_relatives_are_noted_and_known_when_one_card_bears_the_name(lines):
    intake = read(card("FN:Sara", *lines), card("FN:عمر علي", "UID:urn:uuid:03a0-2"))
    assert intake.people["notes"].tolist() == ["spouse: عمر علي", ""]
    assert intake.ties.values.tolist() == [[0, 1]]


def test_a_name_that_two_bear_or_nobody_else_ties_nobody():
    omar = "X-MANAGER:Omar"
    assert read(card("FN:Sara", omar), card("FN:Omar", "TEL:1"), card("FN:Omar")).ties.empty
    assert read(card("FN:Sara", omar)).ties.empty
    assert read(card("FN:Omar", omar)).ties.empty


def test_an_organisation_keeps_its_unit():
    found = person("FN:Sara", r"ORG:Beispiel\; Söhne GmbH;Sales;North", "TITLE:Lead", "ROLE:Coach")
    assert found["organisation"] == "Beispiel; Söhne GmbH"
    assert found["role"] == "Lead"
    assert found["notes"] == "department: Sales, North\n\nCoach"


def test_pages_and_profiles_are_links_with_their_labels():
    found = person(
        "FN:Sara",
        "URL;TYPE=HOME:example.org/sara",
        "X-SOCIALPROFILE;type=LinkedIn;x-user=sara:http://www.linkedin.com/in/Sara-Ali",
        "item1.URL:https://example.org/blog",
        "item1.X-ABLabel:_$!<HomePage>!$_",
        "X-SOCIALPROFILE;type=twitter:x-apple:sara_ali",
        "IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:sara.ali",
        "IMPP:xmpp:sara@example.org",
        "URL:example.org:8080/x",
    )
    assert found["url"] == "https://www.linkedin.com/in/sara-ali"
    assert found["links"] == [
        "https://example.org/sara",
        "https://example.org/blog",
        "http://example.org:8080/x",
    ]
    assert found["labels"] == [
        "home: https://example.org/sara",
        "linkedin: https://www.linkedin.com/in/sara-ali",
        "homepage: https://example.org/blog",
    ]
    assert found["notes"] == ("twitter: sara_ali\n\nskype: sara.ali\n\nxmpp: sara@example.org")


def test_a_page_that_is_a_program_is_no_link():
    found = person("FN:Sara", "URL:javascript:alert(1)")
    assert "links" not in found
    assert "url" not in found
    assert found["notes"] == "javascript: alert(1)"


def test_categories_are_tags():
    assert person("FN:Sara", r"CATEGORIES:myContacts,عمل,a\, b")["tags"] == ["عمل", "a, b"]


@pytest.mark.parametrize(
    ("kind", "member"),
    [("KIND", "MEMBER"), ("X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER")],
)
def test_a_group_is_a_tag_of_its_members(kind, member):
    intake = read(
        card(
            "FN:فريق العمل", f"{kind}:group", f"{member}:urn:uuid:AB-1", f"{member}:urn:uuid:none"
        ),
        card("FN:Sara", "UID:ab-1", "CATEGORIES:x"),
        card("FN:Omar", "UID:AB-2"),
    )
    assert intake.people["name"].tolist() == ["Sara", "Omar"]
    assert intake.people["tags"].tolist() == [["x", "فريق العمل"], []]
    assert intake.left_out[["row", "reason", "text"]].values.tolist() == [
        [1, "intake.left_out.group", "فريق العمل"]
    ]


def test_the_uid_is_what_stays_the_same_and_one_card_has_it():
    intake = read(
        card("FN:Sara", "UID:urn:uuid:AB-1"), card("FN:Sara Ali", "UID:AB-1"), card("FN:Omar")
    )
    assert intake.keys.tolist() == ["ab-1", "", ""]


def test_what_has_no_place_of_its_own_is_noted_with_its_name():
    found = person(
        "FN:Sara",
        r"NOTE:first\nsecond",
        "X-SKYPE:sara.ali",
        "HOBBY:chess",
        "item1.X-WA-BIZ-DESCRIPTION:We bake bread",
        "EMAIL:sara at example",
        "TEL:ask Omar",
    )
    assert found["notes"].split("\n\n") == [
        "first\nsecond",
        "skype: sara.ali",
        "hobby: chess",
        "wa biz description: We bake bread",
        "sara at example",
        "ask Omar",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "PRODID:-//Apple Inc.//iPhone OS 17.0//EN",
        "REV:2026-01-01T10:00:00Z",
        "X-ABUID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE:ABPerson",
        "X-ANDROID-CUSTOM:vnd.com.example.cursor.item/sync;a;b;c",
        "X-EVOLUTION-FILE-AS:Ali, Sara",
        "X-MOZILLA-HTML:FALSE",
        "X-UNKNOWN-FLAG:true",
        "X-UNKNOWN-ID:03a0e51f-d1aa-4385-8a53-e29025acd8af",
        "X-UNKNOWN-TIME:20260101T100000Z",
        "X-UNKNOWN-NUMBER:17",
        "X-UNKNOWN-CODE:" + "a1B2" * 30,
        "GENDER:F",
        "GEO:geo:24.7,46.7",
        "KIND:individual",
    ],
)
def test_what_a_program_wrote_for_itself_is_no_note(line):
    assert person("FN:Sara", line) == {"name": "Sara"}


def test_more_numbers_than_a_list_may_hold_are_noted():
    lines = [f"TEL:9{number:05}" for number in range(LIST_LIMIT + 1)]
    found = person("FN:Sara", *lines)
    assert len(found["phones"]) == LIST_LIMIT
    assert found["notes"] == f"9{LIST_LIMIT:05}"


def test_parameters_may_hold_any_sign_in_quotation_marks():
    found = people(card('FN;X-A="b:c;d":Sara', 'TEL;TYPE="home;x":1', 'NOTE;X-A="open:text'))
    assert found == [{"name": "Sara", "phones": ["1"], "labels": ["home;x: 1"], "notes": "text"}]
