"""Files made to harm are read or refused within ten seconds and a gigabyte, each by itself."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from shabakati.schema import LINE_LIMIT

resource = pytest.importorskip("resource", reason="Windows measures no memory of a process")

HERE = Path(__file__).parent
SLOWEST = 10  # seconds of the processor
PATIENCE = 120  # seconds until a file that is still being read is a hang
MOST_MEMORY = 1 << 30  # bytes
CARD = b"BEGIN:VCARD\r\nFN:%s\r\n%sEND:VCARD\r\n"
HEADER = b"First Name,Last Name,Connected On\n"


def zipped(name, data):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


def nested():
    inner = zipped("a.vcf", CARD % (b"x", b"NOTE:" + bytes(9 << 20)))
    for _ in range(9):
        inner = zipped("a.zip", inner)
    return inner


FILES = {
    "zip bomb": lambda: zipped("phone.vcf", CARD % (b"x", b"NOTE:" + b"0" * (200 << 20))),
    "zip in zips": nested,
    "line of 200 MB": lambda: CARD % (b"x", b"NOTE:" + b"y" * (200 << 20)),
    "million columns": lambda: b"a," * 1_000_000 + b"\n" + HEADER + b"1," * 1_000_000,
    "million parts": lambda: CARD % (b"x", b"N:" + b";" * 999_999 + b"\nORG:\\" + b";a" * 999_999),
    "100,000 empty cards": lambda: b"BEGIN:VCARD\nEND:VCARD\n" * 100_000,
    "cards that never end": lambda: b"BEGIN:VCARD\n" * 1_000_000,
    "agents of agents": lambda: b"BEGIN:VCARD\nAGENT:\n" * 50_000,
    "photo of 50 MB": lambda: CARD % (b"x", b"PHOTO;ENCODING=b:" + b"/9j/" * (50 << 18) + b"\n"),
    "folded photo of 50 MB": lambda: (
        CARD % (b"x", b"PHOTO;ENCODING=b:\n" + (b" " + b"/9j/" * 18 + b"\n") * 700_000)
    ),
    "million numbers": lambda: CARD % (b"x", b"TEL:0501234567\n" * 1_000_000),
    "soft breaks without end": lambda: (
        CARD % (b"x", b"NOTE;QUOTED-PRINTABLE:a=\n" + b" =\n" * 4_000_000)
    ),
    "UTF-16 of 100 MB": lambda: (
        (CARD % (b"x", b"NOTE:" + b"y" * (50 << 20))).decode().encode("utf-16")
    ),
    "LinkedIn's line of 200 MB": lambda: HEADER + b"y" * (200 << 20),
    "nothing but NUL": lambda: b"BEGIN:VCARD\n" + bytes(100 << 20),
}  # fmt: skip
REFUSED = {
    "zip bomb": "bomb",
    "zip in zips": "nothing_known",
    "cards that never end": "too_many_cards",
    "million numbers": "too_many_rows",
    "LinkedIn's line of 200 MB": "long_line",
}


def _seconds():
    """CPU seconds of this process and of those that it waited for, whatever else runs."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = map(resource.getrusage, who)
    return sum(each.ru_utime + each.ru_stime for each in used)


def read_alone(name):
    """Read one of the files in this process; its CPU seconds, its error, and the people."""
    resource.setrlimit(resource.RLIMIT_AS, (4 * MOST_MEMORY, 4 * MOST_MEMORY))
    data = FILES[name]()
    from shabakati.errors import SourceError
    from shabakati.intake import read_contacts
    from sound import check

    read_contacts(CARD % (b"x", b"TEL:+966501234567\r\n"))  # imports are no part of it
    started, error, people = _seconds(), "", 0
    try:
        intake = read_contacts(data)
    except SourceError as refused:
        error = refused.key.removeprefix("intake.")
    seconds = _seconds() - started
    if not error:
        check(intake)
        people = len(intake.people)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
    return {"seconds": seconds, "error": error, "people": people, "memory": memory}


@pytest.mark.parametrize("name", FILES)
def test_a_file_made_to_harm_does_none(name):
    done = subprocess.run(
        [sys.executable, __file__, name],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE,
        timeout=PATIENCE,
    )
    found = json.loads(done.stdout)
    assert found["error"] == REFUSED.get(name, found["error"])
    assert found["memory"] < MOST_MEMORY
    assert found["seconds"] < SLOWEST


def test_what_can_turn_a_line_around_or_hide_is_taken_away():
    from vcards import person

    hidden = "\u202e\u2066\x00\x07\x1b\u2069\ufeff"
    found = person(f"FN:Sa{hidden}ra", f"ORG:{hidden}Acme", f"NOTE:a{hidden}b", f"TEL:{hidden}1")
    assert found == {"name": "Sara", "organisation": "Acme", "notes": "ab", "phones": ["1"]}


def test_names_of_code_stay_text():
    from vcards import person

    for name in ("<script>alert(1)</script>", "=cmd|'/c calc'!A1", "{0.__class__}", "%s%n"):
        assert person(f"FN:{name}")["name"] == name


def test_a_name_without_end_is_shortened_and_kept_in_the_notes():
    from vcards import person

    found = person("FN:" + "y" * 5_000)
    assert len(found["name"]) == LINE_LIMIT
    assert found["notes"] == "y" * 5_000


if __name__ == "__main__":
    print(json.dumps(read_alone(sys.argv[1])))
