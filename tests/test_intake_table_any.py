"""Whatever table comes, read or refused: nothing lost, nothing uncounted, memory never filled."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.errors import SourceError
from shabakati.intake import read_contacts
from tabled import checked, csv_text, every_text


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"Name,Phone\n" + b"," * (3 << 20), "long_line"),
        (b"Name,Phone\n" + b"Sara,1\n" * 2 + b"x" * (3 << 20), "long_line"),
        (b"a," * 20_000 + b"\n" + b"b," * 20_000 + b"\n", "too_many_columns"),
        (b"a,b\0\x01\x02,c\n" * 9, "nothing_known"),
        (b"\x89PNG\r\n\x1a\n,,,\n,,,", "nothing_known"),
        (b"Hello, world.\nHow are you, today?", "nothing_known"),
    ],
)
def test_what_is_no_table_or_would_fill_the_memory_is_refused(data, key):
    with pytest.raises(SourceError) as refused:
        read_contacts(data)
    assert refused.value.key == f"intake.{key}"


cell = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    [
        "",
        '"',
        "\n",
        "Name",
        "الاسم",
        "Phone",
        "E-mail",
        "Sara Ali",
        "+966501234567",
        "s@example.org",
    ]
)


@given(st.lists(st.lists(cell, max_size=6), max_size=8), st.sampled_from(",;\t|"))
def test_any_table_is_read_and_counted_or_refused(rows, delimiter):
    try:
        intake = checked("\n".join(map(delimiter.join, rows)).encode())
    except SourceError:
        return
    assert len(intake.people) == intake.counts["taken"].sum()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_and_counted_or_refused(data):
    with contextlib.suppress(SourceError):
        checked(data)


people = st.lists(
    st.tuples(
        st.text("abcdefgh", min_size=2, max_size=8),
        st.lists(st.integers(10**7, 10**8 - 1), max_size=3),
        st.lists(st.text("mnopqr", min_size=1, max_size=6), max_size=3),
    ),
    min_size=2,
    max_size=8,
    unique_by=lambda person: person[0],
)


@given(people, st.permutations(range(7)), st.booleans())
def test_every_number_and_address_put_in_comes_out(told, order, headed):
    header = ["Name", "Phone 1", "Phone 2", "Phone 3", "E-mail 1", "E-mail 2", "E-mail 3"]
    rows = []
    for name, numbers, addresses in told:
        phones = [f"+9665{number}" for number in numbers]
        emails = [f"{address}@example.org" for address in addresses]
        row = [name.title(), *phones, *[""] * (3 - len(phones)), *emails, *[""] * (3 - len(emails))]
        rows.append([row[place] for place in order])
    top = [[header[place] for place in order]] if headed else []
    text = csv_text(*top, *rows)
    try:
        intake = checked(text.encode())
    except SourceError:
        assert not headed  # nothing told that these are contacts
        return
    out = "\n".join(map(every_text, intake.people.to_dict("records")))
    out += "\n".join(intake.left_out["text"])
    wanted = re.findall(r"\+9665\d+|\w+@example\.org", text)
    assert [point for point in wanted if point not in out] == []
    if headed:
        assert len(intake.people) == len(told)


def test_progress_is_told_and_may_stop_the_reading():
    told = []
    rows = [[f"Sara {chr(97 + n % 26)}{n}", str(n)] for n in range(2_000)]
    text = csv_text(["Name", "Phone"], *rows).encode()
    read_contacts(text, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(text), len(text))
    assert told == sorted(told)

    def stop(done, total):
        if done > total / 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        read_contacts(text, progress=stop)
