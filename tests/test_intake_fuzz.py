"""Any bytes at all are read, or refused in our own words: by a fuzzer, and by broken contacts."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sound import read_any
from vcards import card

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import fuzz
from seeds import SEEDS

SECONDS = 10
NAMES = (
    "FN N ORG TEL EMAIL ADR BDAY NOTE URL UID CATEGORIES PHOTO AGENT KIND MEMBER RELATED TITLE "
    "LABEL IMPP SOUND item1.X-ABLabel item1.X-ABRELATEDNAMES X-ANDROID-CUSTOM X-OTHER hobby"
)
PARAMETERS = (
    ";ENCODING=QUOTED-PRINTABLE ;ENCODING=B ;BASE64 ;CHARSET=WINDOWS-1256 ;CHARSET=UTF-16 ;CELL "
    ';TYPE=a,b ;TYPE="x:y;z" ;TYPE="open ;;; ;=: ;X-APPLE-OMIT-YEAR=1604 ;LABEL=a^nb'
)
VALUES = (
    "أحمد =D8=A3= =D8 2KPYrdmF2K8= --0210 1604-02-10 a;b;c;d;e;f;g;h \\n\\,\\;\\\\ urn:uuid:1 "
    "group _$!<Manager>!$_ vnd.android.cursor.item/relation;أحمد;14 "
    "vnd.android.cursor.item/nickname BEGIN:VCARD\\nFN:x\\nEND:VCARD +966501234567 "
    "skype:x https://example.org Ø£Ø­Ù…Ø¯ ÃÍãÏ 1"
)
LINE = st.builds(
    lambda name, parameters, value: f"{name}{''.join(parameters)}:{value}",
    st.sampled_from(NAMES.split()),
    st.lists(st.sampled_from(PARAMETERS.split()), max_size=3),
    st.one_of(st.sampled_from(VALUES.split()), st.text(max_size=40)),
)
STRAY = st.sampled_from(["", " ", "=", " =D8", "BEGIN:VCARD", "END:VCARD", "x", "\0", "\u202e"])


def folded(text, place, sign):
    """A line that is broken somewhere, in one of the ways that phones have."""
    data = text.encode("utf-8", "surrogatepass")
    place = place % (len(data) + 1)
    return data[:place] + sign + data[place:]


@pytest.mark.skipif(sys.platform != "linux", reason="atheris is made for Linux")
def test_a_fuzzer_finds_nothing_in_the_time_of_a_test():
    well, told = fuzz.run(list(SEEDS), SECONDS)
    assert well, told


@pytest.mark.parametrize("name", SEEDS)
def test_what_the_fuzzer_begins_with_is_sound(name):
    for seed in SEEDS[name]:
        read_any(seed)


@pytest.mark.parametrize("name", ["linkedin", "vcard"])
def test_what_the_fuzzer_begins_with_is_read(name):
    assert all(read_any(seed) is not None for seed in SEEDS[name])


@given(
    st.lists(
        st.builds(
            folded,
            st.one_of(LINE, STRAY),
            st.integers(0, 100),
            st.sampled_from([b"", b"", b"\r\n ", b"=\r\n", b"=\n ", b"\n", b"\r", b"\0"]),
        ),
        max_size=12,
    ),
    st.sampled_from(["2.1", "3.0", "4.0", ""]),
)
def test_cards_of_any_properties_are_sound(lines, version):
    intake = read_any(card(*lines, version=version) + card("FN:last"))
    assert "last" in {*intake.people["name"], *intake.left_out["text"]}


@given(st.data())
def test_files_with_any_damage_are_sound(data):
    seed = bytearray(
        data.draw(st.sampled_from([seed for seeds in SEEDS.values() for seed in seeds]))
    )
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(seed)))
        seed[start : start + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    read_any(bytes(seed))
