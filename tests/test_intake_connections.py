"""Connections.csv in every layout that people have."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.errors import SourceError
from shabakati.intake import read_contacts, sheet
from shabakati.schema import LINE_LIMIT, TABLES

OLD = "First Name,Last Name,Email Address,Company,Position,Connected On"
NEW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
NOTES = 'Notes:\n"When exporting your connection data, you may notice, that some are missing"\n\n'
SARA = "Sara,Haddad,https://www.linkedin.com/in/sara-haddad,sara@example.com,Nile,Head,08 Feb 2026"


def people(text, encoding="utf-8"):
    return read_contacts(text.encode(encoding)).people


def only(text, encoding="utf-8"):
    (row,) = people(text, encoding).to_dict("records")
    return row


def reasons(intake):
    return [reason.removeprefix("intake.left_out.") for reason in intake.left_out["reason"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{OLD}\nSara,Haddad,sara@example.com,Nile,Head,08 Feb 2026\n",
        f"{NOTES}{OLD}\nSara,Haddad,sara@example.com,Nile,Head,08 Feb 2026\n",
        f"{NOTES}{NEW}\n{SARA}\n",
        f"Notes:\n\n{NEW}\n{SARA}",
        f"Notes:\nOne, two\nthree\n\n{NEW}\n{SARA}",
        f"\ufeff{NOTES}{NEW}\n{SARA}".replace("\n", "\r\n"),
        f"{NOTES}{NEW}\n{SARA}".replace("\n", "\r"),
        f"{NEW}\n{SARA}".replace(",", ";"),
        f"{NEW}\n{SARA}".replace(",", "\t"),
        f"sep=;\n{NEW}\n{SARA}".replace(",", ";"),
        "\n".join(",".join(f'"{cell}"' for cell in row.split(",")) for row in (NEW, SARA)),
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n" + SARA,
        "Prénom, Nom, Société, Poste, Connecté le\nSara,Haddad,Nile,Head,08 févr. 2026",
    ],
)
def test_every_layout_gives_the_same_person(text):
    row = only(text)
    assert (row["name"], row["organisation"], row["role"]) == ("Sara Haddad", "Nile", "Head")
    assert row["met_on"] == dt.date(2026, 2, 8)
    assert row["source"] == "linkedin"
    assert row["emails"] in (["sara@example.com"], [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_arabic_is_read_in_each_encoding_it_comes_in(encoding):
    rows = "فاطمة,العلي,,,جامعة القاهرة,أستاذ,08 Feb 2026\nخالد,حسن,,,شركة النور,مدير,08 Feb 2026"
    assert people(f"{NEW}\n{rows}", encoding)["name"].tolist() == ["فاطمة العلي", "خالد حسن"]


def test_western_accents_are_read_in_the_old_windows_encoding():
    header = "Prénom,Nom,Société,Poste,Connecté le"
    text = f"{header}\nJürgen,Müller,Groß GmbH,Geschäftsführer,08 Feb 2026"
    assert only(text, "cp1252")["name"] == "Jürgen Müller"


def test_a_damaged_byte_does_not_turn_the_rest_into_another_encoding():
    data = (
        f"{NEW}\nفاطمة,العلي,,,جامعة القاهرة,,08 Feb 2026\n".encode() + b"A\xff,B,,,,,08 Feb 2026"
    )
    assert read_contacts(data).people["name"][0] == "فاطمة العلي"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("08 Feb 2026", dt.date(2026, 2, 8)),
        ("4-Apr-21", dt.date(2021, 4, 4)),
        ("2026-02-08", dt.date(2026, 2, 8)),
        ("8. März 2026", dt.date(2026, 3, 8)),
        ("8 أبريل 2026", dt.date(2026, 4, 8)),
        ("Feb 8, 2026", dt.date(2026, 2, 8)),
        ("25/12/2025", dt.date(2025, 12, 25)),
        ("12/25/2025", dt.date(2025, 12, 25)),
        ("31 Feb 2026", None),
        ("03/04/2026", None),
        ("once", None),
    ],
)
def test_dates_are_read_and_what_is_no_certain_date_is_kept_in_the_notes(cell, day):
    row = only(NEW + '\nSara,Haddad,,,,,"' + cell + '"')
    assert row["met_on"] == day
    assert row["notes"] == ("" if day else cell)


def test_other_cells_of_the_column_tell_whether_the_day_or_the_month_comes_first():
    rows = "A,B,,,,,03/04/2026\nC,D,,,,,25/12/2025"
    assert people(f"{NEW}\n{rows}")["met_on"].tolist() == [
        dt.date(2026, 4, 3),
        dt.date(2025, 12, 25),
    ]


def test_hidden_profiles_are_left_out_and_counted():
    intake = read_contacts(f"{NOTES}{NEW}\n{SARA}\n,,,,,,07 Jun 2026\n,,,,,,08 Jun 2026".encode())
    assert len(intake.people) == 1
    assert reasons(intake) == ["hidden_profile"] * 2
    assert intake.left_out["row"].tolist() == [6, 7]
    assert intake.counts.to_dict("records") == [
        {"file": "Connections.csv", "read": 3, "taken": 1, "left_out": 2}
    ]


def test_quoted_commas_newlines_and_credentials_stay_in_their_cells():
    row = only(f'{NEW}\nAnn,"Smith, PhD",,,"Acme, Inc.","Head\nof Sales",08 Feb 2026')
    assert (row["name"], row["organisation"], row["role"]) == (
        "Ann Smith, PhD",
        "Acme, Inc.",
        "Head of Sales",
    )


@pytest.mark.parametrize(
    ("url", "stored"),
    [
        ("https://www.linkedin.com/in/Sara-Haddad/", "https://www.linkedin.com/in/sara-haddad"),
        ("http://sa.linkedin.com/in/sara?x=1#y", "https://www.linkedin.com/in/sara"),
        ("linkedin.com/in/sara", "https://www.linkedin.com/in/sara"),
        (
            "https://www.linkedin.com/in/%D8%B3%D8%A7%D8%B1%D8%A9",
            "https://www.linkedin.com/in/سارة",
        ),
        ("https://www.linkedin.com/in/a%2Fb%22", "https://www.linkedin.com/in/a%2Fb%22"),
        ("javascript:alert(1)", ""),
    ],
)
def test_an_address_has_one_spelling(url, stored):
    row = only(f"{NEW}\nSara,Haddad,{url},,,,08 Feb 2026")
    assert row["url"] == stored
    assert row["notes"] == ("" if stored else url)


def test_a_person_who_stands_there_twice_is_taken_once():
    again = SARA.replace("sara-haddad", "Sara-Haddad?trk=1").replace("Nile", "Other")
    nameless = "Omar,Saleh,,,Nile,,08 Feb 2026"
    intake = read_contacts("\n".join([NEW, SARA, again, nameless, nameless]).encode())
    assert intake.people["name"].tolist() == ["Sara Haddad", "Omar Saleh"]
    assert reasons(intake) == ["repeated", "repeated"]


def test_what_is_too_long_for_its_column_is_whole_in_the_notes():
    role = "r" * (LINE_LIMIT + 1)
    row = only(f"{NEW}\nSara,Haddad,,,,{role},08 Feb 2026")
    assert len(row["role"]) == LINE_LIMIT
    assert row["notes"] == role


def test_what_is_too_long_even_for_the_notes_is_left_out():
    intake = read_contacts(f"{NEW}\n{SARA}\nA,B,,,,{'r' * 300_000},08 Feb 2026".encode())
    assert reasons(intake) == ["too_long"]
    assert len(intake.left_out["text"][0]) <= 300


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Ann,Lee,,,Acme, Inc.,Head,08 Feb 2026", "too_many_cells"),
        ("Ann,Lee,https://www.lin", "too_few_cells"),
        (",,,,,,", "empty_row"),
        (",,https://www.linkedin.com/in/x,,,,08 Feb 2026", "no_name"),
        ("x," * 1_000_000, "too_many_cells"),
    ],
)
def test_rows_out_of_shape_are_left_out_with_their_reason(row, reason):
    intake = read_contacts(f"{NEW}\n{row}\n{SARA}".encode())
    assert reasons(intake) == [reason]
    assert intake.people["name"].tolist() == ["Sara Haddad"]


def test_a_quotation_mark_that_is_never_closed_costs_one_row():
    others = [f"P{n},Q,,,Nile,Head,08 Feb 2026" for n in range(50)]
    others[10] = 'Bad,"Row,,,Nile,Head,08 Feb 2026'
    intake = read_contacts("\n".join([NEW, *others]).encode())
    assert reasons(intake) == ["open_quote"]
    assert intake.left_out["row"].tolist() == [12]
    assert len(intake.people) == 49


def test_a_quotation_mark_that_is_never_closed_costs_one_row_of_a_large_file_too():
    rows = ['Bad,"Row,,,,,08 Feb 2026', *(f"P{n},Q,,,,,08 Feb 2026" for n in range(60_000))]
    intake = read_contacts("\n".join([NEW, *rows]).encode())
    assert reasons(intake) == ["open_quote"]
    assert len(intake.people) == 60_000


def test_a_file_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(sheet, "MOST_ROWS", 2)
    with pytest.raises(SourceError) as refused:
        read_contacts("\n".join([NEW, SARA, SARA, SARA]).encode())
    assert refused.value.key == "intake.too_many_rows"
    assert "2" in str(refused.value)


def test_nul_bytes_are_no_part_of_a_name():
    assert only(f"{NEW}\nSa\0ra,Haddad,,,,,08 Feb 2026")["name"] == "Sara Haddad"


def test_a_file_without_a_person_is_read_and_empty():
    intake = read_contacts(NEW.encode())
    assert len(intake.people) == 0
    assert intake.people.columns.tolist()[0] == "name"


@pytest.mark.parametrize(
    "data", [b"Dear all,\nwe meet at five.\n", b"\xff\xfe\x00", b"\x89PNG\r\n", b"a" * 9]
)
def test_a_file_of_no_known_format_is_refused(data):
    with pytest.raises(SourceError) as refused:
        read_contacts(data, "notes.csv")
    assert refused.value.key == "intake.nothing_known"


@pytest.mark.parametrize("data", [b"", b" \n\n"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(SourceError) as refused:
        read_contacts(data)
    assert refused.value.key == "intake.empty"


def test_progress_reaches_its_end_and_may_stop_the_reading():
    told = []
    text = f"{NEW}\n{SARA}".encode()
    read_contacts(text, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(text), len(text))
    assert told == sorted(told)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_contacts(text, progress=stop)


cell = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["", '"', ",", "\n", "Sara", "Haddad", "08 Feb 2026", "a@b", "https://www.linkedin.com/in/x"]
)
raw_row = st.lists(cell, max_size=10).map(",".join)


def check_schema(intake):
    for table in ("people", "events", "profile"):
        for row in getattr(intake, table).to_dict("records"):
            accepted = TABLES[table].model_validate(row).model_dump()
            assert {name: accepted[name] for name in row} == row
    for row in intake.exchanges.to_dict("records"):
        assert row["person"] in intake.people.index
        TABLES["exchanges"].model_validate(row | {"person": row["person"] + 1})


def check_counts(intake):
    counts = intake.counts
    assert (counts["read"] == counts["taken"] + counts["left_out"]).all()
    left_out = intake.left_out.groupby("file").size()
    assert left_out.to_dict() == {
        row.file: row.left_out for row in counts.itertuples() if row.left_out
    }


@given(st.lists(raw_row, max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_row_read_is_taken_or_left_out_whatever_the_file_holds(rows, newline):
    intake = read_contacts(newline.join([NEW, *rows]).encode(), "c.csv")
    check_counts(intake)
    check_schema(intake)
    assert len(intake.people) + len(intake.left_out) == intake.counts["read"].sum()


@given(st.binary(max_size=200))
def test_bytes_below_a_header_never_raise(data):
    intake = read_contacts(NEW.encode() + b"\n" + data)
    check_counts(intake)
    check_schema(intake)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_and_counted_or_are_a_source_error(data):
    with contextlib.suppress(SourceError):
        check_counts(read_contacts(data))
