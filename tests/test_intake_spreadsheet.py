"""Workbooks of Excel and LibreOffice, honest and hostile ones."""

import contextlib
import datetime as dt
import io
import struct
import time
import zipfile

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati.errors import SourceError
from shabakati.intake import read_contacts
from tabled import checked, every_text, one
from test_intake_archive import zipped
from workbooks import locked, ods, ods_of, xls, xlsx

HEADER = ["م", "الاسم", "رقم الجوال", "البريد", "تاريخ الميلاد"]
SARA = [1, "سارة العلي", 501234567, "s@example.org", dt.date(1990, 2, 10)]


def refusal(data):
    with pytest.raises(SourceError) as refused:
        read_contacts(data, "a.xlsx")
    assert str(refused.value)
    return refused.value.key.removeprefix("intake.")


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_sheet_is_read_with_its_numbers_and_days(make):
    row = one(checked(make(Sheet1=[HEADER, SARA]), country="sa"))
    assert (row["name"], row["birthday"]) == ("سارة العلي", "1990-02-10")
    assert row["phones"] == ["+966501234567"]
    assert row["emails"] == ["s@example.org"]
    assert row["labels"] == ["رقم الجوال: +966501234567", "البريد: s@example.org"]


def test_a_sheet_of_excel_97_is_read():
    row = one(checked(xls(HEADER[:4], SARA[:4]), country="sa"))
    assert (row["name"], row["phones"]) == ("سارة العلي", ["+966501234567"])


def test_numbers_without_their_plus_are_whole_and_shown():
    intake = checked(xlsx(A=[["Name", "Phone"], ["Sara", 966501234567]]), name="a.xlsx")
    assert one(intake)["phones"] == ["+966501234567"]
    assert intake.repairs.values.tolist() == [
        ["a.xlsx", 2, "phones", "966501234567", "+966501234567"]
    ]


def test_every_sheet_of_contacts_is_read_and_counted_by_its_name():
    data = xlsx(
        Prices=[["Item", "Price"], ["x", 5]],
        Friends=[["First name", "Last name"], ["Omar", "Saleh"]],
        ناس=[["قائمة", None, None], [], HEADER[1:4], SARA[1:4], ["المجموع", 1]],
        Empty=[],
    )
    intake = checked(data, name="book.xlsx", country="sa")
    assert set(intake.people["name"]) == {"Omar Saleh", "سارة العلي"}
    assert intake.counts.values.tolist() == [
        ["book.xlsx · Friends", 1, 1, 0],
        ["book.xlsx · ناس", 4, 1, 3],
    ]
    assert intake.proposal["heading"].tolist() == HEADER[1:4]
    assert intake.left_out["reason"].str.removeprefix("intake.left_out.").tolist() == [
        "above_heading",
        "empty_row",
        "totals",
    ]


def test_the_columns_that_somebody_chose_are_those_of_the_sheet_that_was_proposed():
    data = xlsx(A=[["who", "x"], ["Sara", "Nile"]], B=[["Name", "Phone"], ["Omar", "0501234567"]])
    intake = checked(data, columns={0: "organisation", 1: "name"})
    assert intake.proposal["heading"].tolist() == ["Name", "Phone"]
    assert one(intake)["organisation"] == "Omar"


def test_a_sheet_of_which_nothing_is_known_asks():
    intake = checked(xlsx(A=[["who", "where"], ["Sara", "Nile"]]))
    assert intake.people.empty
    assert intake.proposal["samples"].tolist() == [["who", "Sara"], ["where", "Nile"]]


def test_a_formula_is_its_value_and_text_stays_text():
    data = xlsx(A=[["Name", "Phone"], ["=1+1", "0501234567"], ["<b>Sara</b>", ""]])
    assert checked(data).people["name"].tolist() == ["=1+1", "<b>Sara</b>"]


def test_a_workbook_inside_a_zip_is_read():
    data = zipped(("book.xlsx", xlsx(A=[["Name", "Phone"], ["Sara", "1"]])), ("a.txt", "hello"))
    intake = checked(data)
    assert one(intake)["name"] == "Sara"
    assert intake.counts["file"].tolist() == ["book.xlsx"]


def cell(place):
    row = place.strip("AXFD")
    sheet = f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>x</t></is></c></row>'
    honest = xlsx(A=[["Name", "Phone"], ["Sara", "1"]])
    return changed(honest, lambda text: text.replace("</sheetData>", f"{sheet}</sheetData>"))


def changed(workbook, change):
    """The workbook with another text of its first sheet."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(data, "w") as new:
        for info in old.infolist():
            text = old.read(info)
            if info.filename.endswith("sheet1.xml"):
                text = change(text.decode()).encode()
            new.writestr(info.filename, text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


REPEATED = "<table:table-cell {} office:value-type='string'><text:p>x</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (cell("XFD1048576"), {"large_sheet"}),
        (xlsx(A=[["Name", *["x"] * 5_000]]), {"too_many_columns"}),
        (ods_of("<table:table table:name='A'><table:table-row>"
                + REPEATED.format("table:number-columns-repeated='1000000000'")
                + "</table:table-row></table:table>"), {"too_many_columns", "large_sheet"}),
        (changed(xlsx(A=[["Name"]]), lambda text: text[:200]), {"damaged_sheet"}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 2_000, {"damaged_sheet"}),
        (xls(["Name"], ["Sara"])[:2_000], {"damaged_sheet"}),
        (locked(), {"locked_sheet"}),
        (zipped(("[Content_Types].xml", "<a/>"), ("xl/workbook.xml", "<a")), {"damaged_sheet"}),
        (zipped(("[Content_Types].xml", "<a/>"), ("xl/workbook.xml", " " * (64 << 20))), {"bomb"}),
        (zipped(("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>")), {"nothing_known"}),
    ],
)  # fmt: skip
def test_what_claims_too_much_or_is_damaged_is_refused_in_time_and_memory(data, keys):
    before = psutil.Process().memory_info().rss
    began = time.monotonic()
    assert refusal(data) in keys
    assert time.monotonic() - began < 30
    assert psutil.Process().memory_info().rss - before < 200 << 20


def test_a_cell_far_down_is_read():
    intake = checked(cell("A100000"))
    assert intake.people["name"].tolist()[0] == "Sara"
    assert intake.left_out["reason"].eq("intake.left_out.empty_row").sum() == 99_997


def test_the_reading_of_a_workbook_can_be_called_off():
    rows = [["Name", "Phone"], *([f"Sara {n}", n] for n in range(40_000))]

    def stop(done, total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_contacts(xlsx(A=rows), progress=stop)
    assert not [child for child in psutil.Process().children() if "apart" in str(child.cmdline())]


values = st.none() | st.text(max_size=8) | st.integers(-(10**12), 10**12) | st.floats(0, 1e15)


@settings(max_examples=12)
@given(st.lists(st.lists(values, max_size=5), max_size=5), st.booleans())
def test_whatever_stands_in_the_cells_it_is_read_and_counted_or_refused(rows, opened):
    texts = [
        ["Name", "Phone", "E-mail"],
        *([cell if cell is not None else "" for cell in row] for row in rows),
    ]
    make = ods if opened and not any(isinstance(c, str) for row in rows for c in row) else xlsx
    checked(make(A=texts))


WHOLE = [xlsx(A=[HEADER, SARA]), xls(HEADER[:4], SARA[:4])]  # made once: a file holds its time


@settings(max_examples=15)
@given(st.data())
def test_a_workbook_with_damaged_bytes_is_read_or_refused(data):
    broken = bytearray(data.draw(st.sampled_from(WHOLE)))
    for place in data.draw(st.lists(st.integers(0, len(broken) - 1), min_size=1, max_size=8)):
        broken[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(SourceError):
        checked(bytes(broken))


def test_hundreds_of_rows_come_out_whole():
    rows = [
        [f"Sara {chr(97 + n % 26)}{chr(97 + n // 26)}", 501234000 + n, f"s{n}@example.org"]
        for n in range(400)
    ]
    intake = checked(xlsx(A=[["Name", "Mobile", "E-mail"], *rows]), country="sa")
    out = "\n".join(map(every_text, intake.people.to_dict("records")))
    assert all(f"+966{number}" in out and address in out for _, number, address in rows)


def test_a_record_of_excel_97_that_claims_every_cell_is_refused_or_read():
    wide = xls(["Name"], ["Sara"])
    claim = struct.pack("<LLHHH", 0, 2, 0, 1, 0)
    assert claim in wide
    with contextlib.suppress(SourceError):
        checked(wide.replace(claim, struct.pack("<LLHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)))
