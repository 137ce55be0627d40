"""Files of vCards: every version and quirk in which phones write them, none a reason to give up."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from cards import card, people, person, quoted, read
from shabakati.errors import SourceError
from shabakati.intake import read_contacts
from shabakati.intake.phones import read_phone

DEMO = Path(__file__).parents[1] / "data" / "demo"


def name(*lines, version="3.0", **options):
    return person(*lines, version=version, **options)["name"]


def test_the_demos_phone_is_read_whole():
    with (DEMO / "story" / "phone.csv").open(encoding="utf-8") as file:
        story = list(csv.DictReader(file))
    intake = read_contacts(DEMO / "phone.vcf", country="jo")
    found = intake.people.to_dict("records")
    assert [row["name"] for row in found] == [row["name"] for row in story]
    assert [row["phones"] for row in found] == [[read_phone(row["phone"], "jo")] for row in story]
    assert [row["emails"] for row in found] == [
        [row["email"]] if row["email"] else [] for row in story
    ]
    for column, told in (("organisation", "organisation"), ("role", "role"), ("notes", "note")):
        assert [row[column] for row in found] == [row[told] for row in story]
    assert intake.counts.values.tolist() == [["phone.vcf", len(story), len(story), 0]]


def test_versions_may_be_mixed_in_one_file():
    found = people(
        card(f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{quoted('أحمد')}", version="2.1"),
        card("FN:سارة", version="3.0"),
        card("FN:Omar", version="4.0"),
        card("FN:Lina", version=""),
    )
    assert [row["name"] for row in found] == ["أحمد", "سارة", "Omar", "Lina"]


@pytest.mark.parametrize(
    "parameters",
    [
        "CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE",
        "ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8",
        "charset=utf-8;encoding=quoted-printable",
        "QUOTED-PRINTABLE;CHARSET=UTF-8",
        "ENCODING=QUOTED-PRINTABLE",
        'CHARSET="UTF-8";ENCODING="QUOTED-PRINTABLE"',
    ],
)
@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0", ""])
def test_quoted_printable_is_read_in_every_version_and_order_of_parameters(parameters, version):
    assert name(f"FN;{parameters}:{quoted('أحمد')}", version=version) == "أحمد"


QP = "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("=D8=A3=D8=AD=", "=D9=85=D8=AF"), "أحمد"),  # not indented
        (("=D8=A3=D8=AD=", " =D9=85=D8=AF"), "أحمد"),  # indented
        (("=D8=A3=D8=AD=", "\t  =D9=85=D8=AF"), "أحمد"),
        (("=D8=A3=D8=", "=AD=D9=85=D8=AF"), "أحمد"),  # inside one character
        (("=D8=A3=D8=", " =AD=D9=85=D8=AF"), "أحمد"),
        (("=D8=A3=D8=AD=D", " 9=85=D8=AF"), "أحمد"),  # folded inside one byte
        (("=D8=A3=D8=AD=", " D9=85=D8=AF"), "أحمد"),
        (("=D8=A3=D8=AD", " =D9=85=D8=AF"), "أحمد"),  # folded by the standard
        (("=D8=A3=D8=AD=  ", "=D9=85=D8=AF"), "أحمد"),  # spaces after the break
        (("=D8=A3=D8=AD=", "", "=D9=85=D8=AF"), "أحمد"),  # an empty line between
        (("=D8=A3=D8=AD=D9=85=D8=AF=",), "أحمد"),  # nothing follows
        (("Sara Ali=", " Omar"), "Sara Ali Omar"),  # the space is the text's own
        (("Jos=C3=A9 Garc=C3=", " =ADa"), "José García"),  # an indent, for all that
    ],
)
def test_a_soft_break_is_no_part_of_the_text(lines, said):
    first, *others = lines
    assert name(QP + first, *others, "TEL;CELL:1", version="2.1") == said


def test_a_sign_of_a_break_at_the_end_does_not_swallow_the_next_property():
    found = person(f"{QP}=D8=A3=D8=AD=D9=85=D8=AF=", "TEL;CELL:123", version="2.1")
    assert (found["name"], found["phones"]) == ("أحمد", ["123"])


def test_lines_folded_by_the_standard_are_put_together_with_nothing_between():
    assert name("FN:Sa", " ra ", "  Ali") == "Sara Ali"
    assert name("FN:Sa", "\tra") == "Sara"


def test_a_fold_between_the_bytes_of_one_character_harms_nothing():
    whole = "FN:أحمد".encode()
    for place in range(4, len(whole)):
        assert name(whole[:place] + b"\r\n " + whole[place:]) == "أحمد"


def test_a_line_with_neither_sign_goes_on():
    found = person("FN:Sara", "NOTE:We met in", "Amman: a good talk", "TEL:123")
    assert found["notes"] == "We met in\nAmman: a good talk"
    assert found["phones"] == ["123"]


def test_a_long_line_that_was_cut_goes_on_without_a_space():
    text = "x" * 80
    assert person("FN:Sara", f"NOTE:{text}", "yz")["notes"] == text + "yz"


def test_lines_may_end_in_any_way():
    whole = card("FN:Sara Ali", "NOTE:a", " b")
    for end in (b"\n", b"\r", b"\r\r\n", b"\n\n"):
        assert people(whole.replace(b"\r\n", end)) == [{"name": "Sara Ali", "notes": "ab"}]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_every_encoding_is_read(encoding):
    whole = card("FN:أحمد العتيبي", "ORG:Zoé").decode()
    (found,) = people(whole.encode(encoding))
    assert (found["name"], found["organisation"]) == ("أحمد العتيبي", "Zoé")


def test_windows_1256_is_read_without_being_named():
    whole = b"".join(
        card(f"FN:{said}").decode().encode("cp1256")
        for said in ("أحمد العتيبي", "سارة القحطاني", "محمد بن عبد الله")
    )
    assert [row["name"] for row in people(whole)] == [
        "أحمد العتيبي",
        "سارة القحطاني",
        "محمد بن عبد الله",
    ]


@pytest.mark.parametrize("charset", ["WINDOWS-1256", "windows-1256", "ISO-8859-6", "UTF-8"])
def test_the_charset_that_a_property_names_is_its_own(charset):
    qp = quoted("أحمد", charset)
    assert name(f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{qp}", version="2.1") == "أحمد"
    raw = f"FN;CHARSET={charset}:".encode() + "أحمد".encode(charset)
    assert [row["name"] for row in people(card(raw), card("FN:سارة"))] == ["أحمد", "سارة"]


@pytest.mark.parametrize("charset", ["X-UNKNOWN", "zip", "idna", "unicode_escape", "", "A" * 500])
def test_a_charset_that_is_none_is_passed_over(charset):
    assert name(f"FN;CHARSET={charset}:أحمد") == "أحمد"


def test_old_bytes_among_utf_8_are_read_as_what_they_are():
    old = b"FN:" + "أحمد العتيبي وسارة".encode("cp1256")
    found = people(card("FN:سارة القحطاني ومحمد القاضي"), card(old))
    assert found[1]["name"] == "أحمد العتيبي وسارة"


def test_a_character_that_was_cut_spoils_no_others():
    assert name("FN:أحمد العتيبي".encode()[:-1]) == "أحمد العتيب\ufffd"


@pytest.mark.parametrize(
    "before",
    [b"", b"\r\n \r\n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", b"Exported by Phone\r\n\r\n"],
)
def test_a_file_is_known_by_what_it_says(before):
    data = before + card("FN:Sara").replace(b"BEGIN:VCARD", b"begin:vCard ")
    assert read_contacts(data, "notes.txt").people["name"].tolist() == ["Sara"]
    assert read_contacts(data).counts["file"].tolist() == ["contacts.vcf"]


def test_what_only_speaks_of_cards_is_none():
    with pytest.raises(SourceError):
        read_contacts(b"The line BEGIN:VCARD begins a card.\r\n", "notes.vcf")


def test_marks_of_order_between_joined_files_do_no_harm():
    assert len(people(card("FN:A"), b"\xef\xbb\xbf" + card("FN:B"))) == 2


def test_all_cards_of_a_zip_are_read_together():
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("Takeout/one.vcf", card("FN:Sara") + card("TEL:1"))
        archive.writestr("Takeout/two", card("FN:Omar") + card("FN:Sara"))
        archive.writestr("Takeout/photo.jpg", b"\xff\xd8\xff")
    intake = read_contacts(zipped.getvalue())
    assert intake.people["name"].tolist() == ["Sara", "Omar"]
    assert intake.counts.values.tolist() == [["one.vcf", 2, 1, 1], ["two", 2, 1, 1]]
    assert intake.left_out["row"].tolist() == [5, 5]


@pytest.mark.parametrize(
    "lines",
    [
        ("PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ", " AAAA=="),
        ("PHOTO;ENCODING=BASE64;JPEG:", " /9j/4AAQSkZJRgABAQ", ""),
        ("PHOTO;ENCODING=BASE64;JPEG:", "", "/9j/4AAQSkZJRgABAQ==", ""),
        ("PHOTO;JPEG;ENCODING=BASE64:/9j/4AAQ", "SkZJRgABAQ=="),
        ("PHOTO:https://example.org/a", " /b.jpg?x:y"),
        ("PHOTO;VALUE=uri:https://example.org/a.jpg",),
        ("item3.LOGO:data:image/png;base64,iVBORw0KGgo=",),
    ],
)
def test_photos_are_passed_over_and_counted(lines):
    intake = read(card("FN:Sara", *lines, "TEL:123"))
    assert intake.people[["name", "notes"]].values.tolist() == [["Sara", ""]]
    assert intake.people["phones"].tolist() == [["123"]]
    assert intake.skipped.values.tolist() == [["phone.vcf", "intake.skipped.photo", 1]]


def test_text_may_be_packed_in_base64():
    found = person("FN;ENCODING=B;CHARSET=UTF-8:2KPYrdmF2K8=", "NOTE;BASE64:", " YWJj", " ZGVm")
    assert found == {"name": "أحمد", "notes": "abcdef"}


def test_what_is_packed_and_no_text_is_counted():
    intake = read(card("FN:Sara", "X-THING;ENCODING=B:/9j/4AAQSkZJRgABAQ=="))
    assert intake.people["notes"].tolist() == [""]
    assert intake.skipped["what"].tolist() == ["intake.skipped.binary"]


def test_a_card_that_never_ends_is_a_card():
    data = card("FN:A").replace(b"END:VCARD\r\n", b"") + card("FN:B")
    assert [row["name"] for row in people(data)] == ["A", "B"]
    assert [row["name"] for row in people(card("FN:A")[:-12])] == ["A"]


@pytest.mark.parametrize(
    "agent",
    [
        ("AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN:Omar", "TEL:2", "END:VCARD"),
        (r"AGENT:BEGIN:VCARD\nVERSION:3.0\nFN:Omar\nTEL:2\nEND:VCARD\n",),
    ],
)
def test_an_agent_is_a_person_who_knows_the_other(agent):
    intake = read(card("FN:Sara", *agent, "TEL:1"))
    assert intake.people["name"].tolist() == ["Omar", "Sara"]
    assert intake.people["phones"].tolist() == [["2"], ["1"]]
    assert intake.people["notes"].tolist() == ["", "agent: Omar"]
    assert intake.ties.values.tolist() == [[0, 1]]
    assert intake.counts["read"].tolist() == [2]


def test_lines_outside_of_cards_are_counted():
    intake = read(card("FN:A"), b"what is this\r\nTEL:1\r\n", card("FN:B"))
    assert intake.people["name"].tolist() == ["A", "B"]
    assert intake.skipped.values.tolist() == [["phone.vcf", "intake.skipped.stray_line", 2]]


def test_what_is_left_out_says_why_and_where():
    intake = read(
        card("FN:Sara", "UID:1"),
        card("TEL:0501234567", "NOTE:a plumber"),
        card("FN:Sara", "UID:2", "REV:20260101T000000Z"),
        card(),
    )
    assert intake.left_out.values.tolist() == [
        ["phone.vcf", 6, "intake.left_out.card_without_name", "0501234567, a plumber"],
        ["phone.vcf", 11, "intake.left_out.repeated", "Sara"],
        ["phone.vcf", 17, "intake.left_out.card_without_name", ""],
    ]
    assert intake.counts.values.tolist() == [["phone.vcf", 4, 1, 3]]


def test_progress_is_told_and_may_end_the_reading():
    told = []
    data = b"".join(card(f"FN:Person {number}") for number in range(3_000))
    read(data, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (len(data), len(data))
    assert len(told) > 2

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(data, progress=stop)
