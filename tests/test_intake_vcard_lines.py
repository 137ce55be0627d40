"""Lines of cards: however they are broken, put together they say what they said."""

import quopri

from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.mojibake import repaired
from shabakati.intake.vcard.lines import read_lines
from shabakati.schema import clean_line
from vcards import person

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1)


def lines(data):
    return list(read_lines(data, lambda done: None))


def values(data):
    return [line and (line.name, line.value) for line in lines(data)]


@given(TEXT, st.lists(st.integers(1, 60), max_size=5), st.sampled_from([b"\r\n ", b"\n\t"]))
def test_a_line_folded_anywhere_is_whole(text, places, fold):
    whole = text.encode()
    data = whole
    for place in sorted({place for place in places if place < len(whole)}, reverse=True):
        data = data[:place] + fold + data[place:]
    assert values(b"NOTE:" + data + b"\nEND:VCARD\n") == [("NOTE", whole), ("END", b"VCARD")]


@given(TEXT, st.lists(st.integers(0, 40), max_size=4), st.sampled_from([b"=\r\n", b"=\n "]))
def test_quoted_text_broken_between_any_bytes_is_whole(text, places, soft):
    tokens = [f"={byte:02X}".encode() for byte in text.encode()]
    for place in sorted({place for place in places if 0 < place < len(tokens)}, reverse=True):
        tokens.insert(place, soft)
    ((name, value), _) = values(b"FN;QUOTED-PRINTABLE:" + b"".join(tokens) + b"\nEND:VCARD\n")
    assert (name, quopri.decodestring(value)) == ("FN", text.encode())


def test_every_line_knows_where_it_begins():
    data = b"BEGIN:VCARD\nFN:a\n b\n\nitem1.TEL;TYPE=x:1\nPHOTO:a\n b\n b\nEND:VCARD\nstray\n"
    assert [line and (line.number, line.group, line.name) for line in lines(data)] == [
        (1, "", "BEGIN"),
        (2, "", "FN"),
        (5, "item1", "TEL"),
        (6, "", "PHOTO"),
        (9, "", "END"),
        None,
    ]


def test_signs_in_quotation_marks_do_not_end_the_name_of_a_property():
    (line,) = lines(b'TEL;X="a:b;c";TYPE=d:1\n')
    assert (line.parameters, line.value) == (b';X="a:b;c";TYPE=d', b"1")
    (line,) = lines(b'TEL;X="a;b:1\n')
    assert (line.parameters, line.value) == (b';X="a;b', b"1")


def test_the_text_of_a_note_is_no_property_for_its_colon():
    assert values(b"NOTE:see\nAmman: today\nTITLE:x\n") == [
        ("NOTE", b"see\nAmman: today"),
        ("TITLE", b"x"),
    ]


def test_of_a_photo_only_the_beginning_is_kept():
    data = b"PHOTO;BASE64:AAAA\n BBBB\nCCCC\n\nFN:a\n"
    assert values(data) == [("PHOTO", b"AAAA"), ("FN", b"a")]


@given(st.lists(TEXT, min_size=1, max_size=5))
def test_a_text_that_is_escaped_is_read_as_it_was(words):
    text = clean_line(" ".join(words))
    escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    found = person("FN:Sara", f"NOTE:so {escaped} it is")
    assert found["notes"] == f"so {repaired(text)} it is"
