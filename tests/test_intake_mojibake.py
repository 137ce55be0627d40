"""Arabic that went through a wrong encoding is whole again, and what is sound stays as it is."""

import io
import zipfile

import ftfy.bad_codecs  # noqa: F401
import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake import read_contacts
from shabakati.intake.mojibake import repaired
from vcards import card, read

_NAMES = (
    "أحمد العتيبي|يوسف|فاطمة الزهراء|عبد الرحمن بن عوف|لطيفة|وفاء|مصطفى|سميّة|طه حسين|آية|ضياء"
    "|د. منى الشريف|رؤى|مها (HR) Acme|هدى|مؤمن|شيماء|عائشة|أمل|نور|أبو ظبي|أم عمر|إيمان|ثريا|غادة"
    "|شركة أرامكو السعودية|كلية الهندسة، جامعة القاهرة|مؤسسة الملك فيصل|بنك الرياض - فرع جدة"
    "|وزارة الصحة|مستشفى الملك خالد|هيئة الزكاة والضريبة والجمارك|مدرسة غصن اللوز|ندى المدى"
)
NAMES = _NAMES.split("|")
NEIGHBOURS = "پرویز گیلانی|ژاله|ہمایوں|چنگیز|زرین‌کوب|اردو".split("|")  # noqa: SIM905
_SOUND = (
    "Zoé|Ångström|São João|Çağlar|Þór|Ñandú|Müller|Łukasz|Élodie|Ðặng|Øystein Åse|Æður|Ýmir"
    "|Ólafur Þórðarson|ÉLODIE|MÜLLER|ÇAĞLAR|Öztürk Ünal|İbrahim Şule|Nguyễn Thị Ánh|Ærø|Åå|Íñigo"
    "|Œuvre|ÇÜ|“Zoé”|José™|Ãngelo|ÄÖÜ|ÅÄÖ|åäö|äöü|Øå|Óðinn|«أحمد»|خط،|ط، ظ، ع|عطا، حفظ؛|تک‌تک|تکتک"
    "|آپکے|آگ|ÖVP – Köln|naïve café|Señor Ñ|François-Noël|Đỗ Ðức|Ægir Ö. Ðórsson|Ü.Ö.|…|ﷺ|😀"
)
SOUND = _SOUND.split("|") + NAMES + NEIGHBOURS


def read_as(encoding):
    """UTF-8 read as another encoding."""
    return lambda text: text.encode().decode(encoding)


def old_read_as(encoding):
    """Windows-1256 read as another encoding."""
    return lambda text: text.encode("cp1256").decode(encoding)


def twice(first, second):
    return lambda text: second(first(text))


WESTERN, LATIN = read_as("sloppy-windows-1252"), read_as("latin-1")
ARABIC = read_as("cp1256")
WAYS = {
    "UTF-8 as Windows-1252": WESTERN,
    "UTF-8 as Latin-1": LATIN,
    "UTF-8 as Windows-1256": ARABIC,
    "UTF-8 as Mac Roman": read_as("mac-roman"),
    "Windows-1256 as Windows-1252": old_read_as("sloppy-windows-1252"),
    "Windows-1256 as Latin-1": old_read_as("latin-1"),
    "twice as Windows-1252": twice(WESTERN, WESTERN),
    "twice as Latin-1": twice(LATIN, LATIN),
    "twice as Windows-1256": twice(ARABIC, ARABIC),
    "as Windows-1256, then 1252": twice(ARABIC, WESTERN),
    "as Windows-1252, then 1256": twice(WESTERN, ARABIC),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_name_is_whole_again(way):
    damaged = {name: WAYS[way](name) for name in NAMES}
    assert all(name != bad for name, bad in damaged.items())
    assert {name: repaired(bad) for name, bad in damaged.items()} == {name: name for name in NAMES}


@pytest.mark.parametrize("way", [way for way in WAYS if way.startswith(("UTF", "twice"))])
def test_names_in_the_alphabets_of_its_neighbours_are_whole_again(way):
    if "Windows-1256" not in way or "UTF" in way:
        assert [repaired(WAYS[way](name)) for name in NEIGHBOURS] == NEIGHBOURS


def test_the_issues_own_examples_are_whole_again():
    assert repaired("Ø£Ø\xadÙ…Ø¯") == "أحمد"
    assert repaired("ÃÍãÏ") == "أحمد"
    assert repaired("ط£ط\xadظ…ط¯") == "أحمد"


@pytest.mark.parametrize("lost", ["", "\ufffd"])
def test_a_letter_whose_second_byte_was_lost_is_known_again(lost):
    for name in ("يوسف", "فاطمة الزهراء", "مصطفى", "ہمایوں"):
        assert repaired(WESTERN(name).replace("\x81", lost)) == name


def test_other_letters_of_iso_8859_6_are_known_where_they_can_be_nothing_else():
    assert repaired("الهندسة السعودية".encode("iso8859-6").decode("latin-1")) == "الهندسة السعودية"


def test_accents_that_were_damaged_are_whole_again_too():
    assert repaired("ZoÃ© MÃ¼ller") == "Zoé Müller"
    assert repaired("æ\x9d\x8eå°\x8fé¾\x99") == "李小龙"


def test_only_what_is_damaged_changes():
    assert repaired("سارة Ø£Ø\xadÙ…Ø¯") == "سارة أحمد"
    assert repaired("سارة ط£ط\xadظ…ط¯") == "سارة أحمد"


@pytest.mark.parametrize("name", SOUND)
def test_sound_names_stay_as_they_are(name):
    assert repaired(name) == name


def test_sound_words_of_every_language_stay_as_they_are():
    words = set()
    for code in localedata.locale_identifiers():
        locale = Locale.parse(code)
        words |= {*locale.territories.values(), *locale.languages.values()}
    assert len(words) > 50_000
    assert [word for word in words if repaired(word) != word] == []


@given(st.lists(st.sampled_from(SOUND), min_size=1, max_size=5), st.sampled_from(" -/،,"))
def test_sound_names_stay_as_they_are_in_any_company(names, between):
    text = between.join(names)
    assert repaired(text) == text


@given(st.text(st.characters(max_codepoint=0x6FF), max_size=60))
def test_repairing_twice_changes_nothing_more(text):
    once = repaired(text)
    assert repaired(once) == once


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3), st.sampled_from(list(WAYS)))
def test_names_that_were_damaged_together_are_whole_again(names, way):
    text = " / ".join(names)
    assert repaired(WAYS[way](text)) == text


def test_a_repair_is_told_with_its_place():
    cards = card("FN:Sara"), card("FN:Ø£Ø\xadÙ…Ø¯", "ORG:ÃÍãÏ;x", "NOTE:ok", "TEL;X-ãßÊÈ:1")
    intake = read(*cards)
    assert intake.people["name"].tolist() == ["Sara", "أحمد"]
    assert intake.people["labels"].tolist() == [[], ["مكتب: 1"]]
    assert intake.repairs.values.tolist() == [
        ["phone.vcf", 5, "organisation", "ÃÍãÏ", "أحمد"],
        ["phone.vcf", 5, "labels", "ãßÊÈ", "مكتب"],
        ["phone.vcf", 5, "name", "Ø£Ø\xadÙ…Ø¯", "أحمد"],
    ]


def test_damaged_connections_of_linkedin_are_whole_and_met_again():
    """Bytes that stand for no sign of Windows-1252 count too: they are there before cleaning."""
    name, organisation = LATIN("فاطمة"), WESTERN("ندى المدى")
    connections = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"{name},Ali,,,{organisation},,08 Feb 2026\n"
        "Zoé,Müller,,,,,08 Feb 2026\n"
    )
    invitations = f'From,To,Sent At,Message,Direction\n{name} Ali,Me,"1/29/26, 2:37 PM",,INCOMING\n'
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("Connections.csv", connections)
        archive.writestr("Invitations.csv", invitations)
    intake = read_contacts(zipped.getvalue())
    assert intake.people["name"].tolist() == ["فاطمة Ali", "Zoé Müller"]
    assert intake.people["organisation"].tolist() == ["ندى المدى", ""]
    assert intake.repairs[["file", "row", "column", "after"]].values.tolist() == [
        ["Connections.csv", 2, "name", "فاطمة"],
        ["Connections.csv", 2, "organisation", "ندى المدى"],
    ]
    assert intake.exchanges["person"].tolist() == [0]
