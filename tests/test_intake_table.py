"""Somebody's own CSV: any delimiter, heading and order; proposed, and corrected."""

import datetime as dt

import pytest

from tabled import checked, csv_text, one, read_table
from test_intake_archive import zipped


def reasons(intake):
    return [reason.removeprefix("intake.left_out.") for reason in intake.left_out["reason"]]


def fields(intake):
    return intake.proposal["field"].tolist()


ARABIC = ["الاسم", "الجوال", "البريد", "جهة العمل", "المسمى الوظيفي", "المدينة", "ملاحظات"]
SARA = ["سارة العلي", "0501234567", "s@example.org", "النور", "مديرة", "الرياض", "من المؤتمر"]
OMAR = ["عمر صالح", "", "", "جامعة القاهرة", "", "", ""]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_an_arabic_table_is_read_whatever_parts_and_encodes_it(delimiter, encoding):
    data = csv_text(ARABIC, SARA, OMAR, delimiter=delimiter).replace("\n", "\r\n")
    intake = checked(data.encode(encoding), country="sa", name="ناس.csv")
    row = intake.people.to_dict("records")[0]
    assert row["name"] == "سارة العلي"
    assert row["phones"] == ["+966501234567"]
    assert row["labels"] == ["الجوال: +966501234567", "البريد: s@example.org"]
    assert row["emails"] == ["s@example.org"]
    assert (row["organisation"], row["role"], row["city"]) == ("النور", "مديرة", "الرياض")
    assert row["notes"] == "ملاحظات: من المؤتمر"
    assert row["source"] == "table"
    assert fields(intake) == ["name", "phone", "email", "organisation", "role", "city", "notes"]
    assert intake.proposal["heading"].tolist() == ARABIC
    assert intake.proposal["samples"][3] == ["النور", "جامعة القاهرة"]
    assert intake.counts.values.tolist() == [["ناس.csv", 2, 2, 0]]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Prénom", "Nom", "Société", "Courriel"], ["Sara", "Ali", "Nile", "s@example.org"]),
        (["Nachname", "Vorname", "Firma", "E-Mail"], ["Ali", "Sara", "Nile", "s@example.org"]),
        (["Name", "Vorname", "Firma", "E-Mail"], ["Ali", "Sara", "Nile", "s@example.org"]),
        (["Adı", "Soyadı", "Şirket", "E-posta"], ["Sara", "Ali", "Nile", "s@example.org"]),
        (["Ad Soyad", "Kurum", "E-posta"], ["Sara Ali", "Nile", "s@example.org"]),
        (["Name", "Surname", "Employer", "Mail"], ["Sara", "Ali", "Nile", "s@example.org"]),
        (["E-mail", "Full name", "Last name", "Org"], ["s@example.org", "Sara Ali", "Ali", "Nile"]),
        (["الاسم", "اسم العائلة", "الشركة", "الايميل"], ["Sara", "Ali", "Nile", "s@example.org"]),
        (["Vorname", "Nachname", "Firma", "E-Mail-Adresse", "E-Mail-Typ"],
         ["Sara", "Ali", "Nile", "s@example.org", "SMTP"]),
        (["الاسم الأول", "الاسم الأوسط", "اسم العائلة", "الشركة", "عنوان البريد الإلكتروني"],
         ["Sara", "", "Ali", "Nile", "s@example.org"]),
    ],
)  # fmt: skip
def test_headings_of_other_languages_and_orders_give_the_same_person(header, row):
    person = one(read_table(header, row))
    assert (person["name"], person["organisation"]) == ("Sara Ali", "Nile")
    assert person["emails"] == ["s@example.org"]


def test_a_table_without_a_header_is_known_by_its_content():
    intake = read_table(
        ["Sara Ali", "s@example.org", "+966501234567", "Nile Company", "Manager", "10/02/1990"],
        ["Omar Saleh", "o@example.org", "+966501234568", "Atlas Group", "Engineer", "25/12/1985"],
        ["Lina Noor", "l@example.org", "", "Delta University", "Lecturer", ""],
    )
    assert fields(intake) == ["name", "email", "phone", "organisation", "role", "birthday"]
    assert intake.people["birthday"].tolist() == ["1990-02-10", "1985-12-25", ""]


def test_what_somebody_says_of_the_columns_counts():
    rows = [["Sara", "Nile"], ["Omar", "Atlas"], ["Lina", "Delta"]]
    header = ["who", "where"]
    before = read_table(header, *rows, name="a.csv", columns={})
    assert before.people.empty
    assert reasons(before) == ["no_name"] * 4
    after = read_table(header, *rows, columns={0: "name", 1: "organisation"})
    assert after.people["organisation"].tolist()[-3:] == ["Nile", "Atlas", "Delta"]
    assert fields(after) == ["name", "organisation"]


@pytest.mark.parametrize(
    "columns", [{0: "nothing"}, {-1: "name", 99: "name"}, {0: 5}, {"a": "name"}]
)
def test_columns_that_make_no_sense_are_none(columns):
    intake = read_table(["Name", "Phone"], ["Sara", "0501234567"], columns=columns)
    assert fields(intake) == ["", ""]
    assert intake.people.empty


def test_a_table_of_which_nothing_is_known_asks():
    rows = [[f"k{n}", f"{n}x", "?"] for n in range(6)]
    intake = read_table(*rows)
    assert intake.people.empty
    assert len(intake.proposal) == 3
    assert reasons(intake) == ["no_name"] * 6


def test_a_table_of_other_things_names_nobody():
    sales = [[f"2024-01-{n:02d}", str(n), f"Item{n}"] for n in range(1, 9)]
    assert read_table(["date", "amount", "product"], *sales).people.empty


def test_headings_stand_below_a_preamble_and_may_come_again():
    header = ["Name", "Company", "E-mail"]
    sara, omar = ["Sara Ali", "Nile", "s@example.org"], ["Omar", "Atlas", ""]
    rows = [
        ["Contacts of 2024", "", ""],
        ["", "", ""],
        header,
        sara,
        header,
        omar,
        ["Total", "2", ""],
    ]
    intake = read_table(*rows)
    assert intake.people["name"].tolist() == ["Sara Ali", "Omar"]
    assert reasons(intake) == ["above_heading", "empty_row", "heading_again", "totals"]


def test_each_column_of_numbers_and_addresses_keeps_its_heading():
    header = ["Name", "Mobile", "Work phone", "E-mail", "Private e-mail", "LinkedIn", "Blog URL"]
    row = [
        "Sara",
        "+966501234567",
        "+966112345678",
        "s@example.org; s2@example.org",
        "p@example.org",
    ]
    pages = ["linkedin.com/in/sara", "https://example.org/b"]
    person = one(read_table(header, [*row, *pages]))
    assert person["labels"] == [
        "Mobile: +966501234567",
        "Work phone: +966112345678",
        "E-mail: s@example.org",
        "E-mail: s2@example.org",
        "Private e-mail: p@example.org",
        "LinkedIn: https://www.linkedin.com/in/sara",
        "Blog URL: https://example.org/b",
    ]
    assert person["url"] == "https://www.linkedin.com/in/sara"


def test_several_numbers_of_a_cell_are_several():
    cell = "0501234567 / 0112345678; 0501234568"
    person = one(read_table(["Name", "Phone"], ["Sara", cell], country="sa"))
    assert person["phones"] == ["+966501234567", "+966112345678", "+966501234568"]


def test_what_a_column_holds_beyond_its_kind_stands_in_the_notes():
    header = ["Name", "Phone", "E-mail", "Birthday", "Met on", "Company", "University", "Colour"]
    row = ["Sara", "none", "sara at x", "soon", "long ago", "Nile", "Cairo", "red"]
    person = one(read_table(header, row))
    assert person["organisation"] == "Nile"
    for kept in ("none", "sara at x", "soon", "long ago", "University: Cairo", "Colour: red"):
        assert kept in person["notes"]


def test_days_and_tags_are_read():
    header = ["Name", "تاريخ اللقاء", "Tags", "Birthday"]
    intake = read_table(
        header, ["Sara", "2024-05-01", "a; b، c", "10 Feb"], ["Omar", "١٥/٦/٢٠٢٤", "", "1990-02-10"]
    )
    assert intake.people["met_on"].tolist() == [dt.date(2024, 5, 1), dt.date(2024, 6, 15)]
    assert intake.people["tags"].tolist() == [["a", "b", "c"], []]
    assert intake.people["birthday"].tolist() == ["--02-10", "1990-02-10"]


def test_numbers_that_a_program_spoilt_are_mended_and_shown():
    header = ["Name", "Phone"]
    rows = [["Sara", "9.66501234567E+11"], ["Omar", "501234568.0"], ["Lina", "9.66501E+11"]]
    intake = read_table(header, *rows, country="sa", name="a.csv")
    phones = intake.people["phones"].tolist()
    assert phones == [["+966501234567"], ["+966501234568"], []]
    assert intake.people["notes"][2] == "Phone: 9.66501E+11"
    assert intake.repairs.values.tolist() == [
        ["a.csv", 2, "phones", "9.66501234567E+11", "+966501234567"],
        ["a.csv", 3, "phones", "501234568.0", "+966501234568"],
    ]


def test_columns_that_are_not_read_are_counted():
    intake = read_table(["م", "الاسم", "الجوال"], ["1", "سارة", "0501234567"], ["2", "عمر", ""])
    assert fields(intake) == ["", "name", "phone"]
    assert intake.skipped.values.tolist() == [["", "intake.skipped.column", 1]]


def test_who_has_only_an_address_is_called_by_it():
    intake = read_table(["E-mail", "Colour"], ["s@example.org", "red"], ["", "blue"])
    assert intake.people["name"].tolist() == ["s@example.org"]
    assert reasons(intake) == ["no_name"]


def test_the_same_row_twice_is_one_person():
    intake = read_table(["Name", "Phone"], ["Sara", "0501234567"], ["Sara", " 0501234567"])
    assert reasons(intake) == ["repeated"]


def test_headings_that_are_the_same_are_all_read():
    row = ["Sara", "Susu", "0501234567", "0501234568", "", ""]
    person = one(read_table(["Name", "Name", "Phone", "Phone", "", ""], row))
    assert (person["name"], person["other_names"]) == ("Sara", ["Susu"])
    assert person["phones"] == ["0501234567", "0501234568"]


def test_quoted_newlines_and_stray_quotation_marks_harm_only_their_row():
    text = 'Name,Company,Notes\nSara,"Nile\nCairo","a\nb"\n"Omar,Atlas,x\nLina,Delta,y\n'
    intake = checked(text.encode())
    assert intake.people["name"].tolist() == ["Sara", "Lina"]
    assert intake.people["organisation"].tolist() == ["Nile Cairo", "Delta"]
    assert reasons(intake) == ["open_quote"]


def test_html_formulas_and_unseen_signs_stay_text():
    intake = read_table(
        ["Name", "Phone"], ["<img src=x>", "=1+1"], ["=cmd|'x'", "1"], ["a\u202eb\0", "2"]
    )
    assert intake.people["name"].tolist() == ["<img src=x>", "=cmd|'x'", "ab"]


def test_tables_in_a_zip_are_read_beside_other_files():
    first = csv_text(["Name", "Phone"], ["Sara", "0501234567"])
    second = csv_text(["الاسم", "البريد"], ["عمر", "o@example.org"])
    data = zipped(("a.csv", first), ("b/c.html", "<p>Name, Phone</p>"), ("d.csv", second))
    intake = checked(data)
    assert intake.people["name"].tolist() == ["Sara", "عمر"]
    assert intake.counts["file"].tolist() == ["a.csv", "d.csv"]
