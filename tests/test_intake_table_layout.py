"""Where a table's header stands, and what its columns are taken for."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati.intake.table.grid import Grid, Line
from shabakati.intake.table.layout import FIELDS, find_layout


def layout(*rows, country="sa"):
    lines = [Line(number, list(row)) for number, row in enumerate(rows, 1)]
    return find_layout(Grid("a.csv", lines, width=max(map(len, rows))), country)


def test_the_row_with_most_headings_is_the_header():
    found = layout(["My list", ""], ["Name", ""], ["Name", "Phone"], ["Sara", "0501234567"])
    assert (found.header, found.fields) == (2, ("name", "phone"))
    assert found.is_contacts


def test_a_row_of_data_is_no_header():
    found = layout(["Manager", "s@example.org"], ["Head", "o@example.org"])
    assert (found.header, found.headings) == (-1, ("", ""))


def test_content_says_more_than_a_heading_that_it_denies():
    found = layout(["Name", "Contact"], ["Sara Ali", "0501234567"], ["Omar", "0501234568"])
    assert found.fields == ("name", "phone")


def test_words_beside_each_other_are_the_parts_of_names():
    rows = [["Sara", "Ali", "0501234567"], ["Omar", "Saleh", "0501234568"]]
    assert layout(*rows, ["Lina", "Noor", ""]).fields == ("first_name", "last_name", "phone")


def test_a_name_beside_one_of_its_parts_is_the_other_part_or_the_whole():
    assert layout(["Name", "Vorname"], ["Ali", "Sara"]).fields == ("last_name", "first_name")
    assert layout(["Name", "Surname"], ["Sara", "Ali"]).fields == ("first_name", "last_name")
    assert layout(["Name", "Surname"], ["Sara Ali", "Ali"]).fields == ("name", "last_name")


def test_a_correction_names_known_fields_only():
    found = layout(["Name", "Phone"], ["Sara", "0501234567"])
    assert found.corrected({0: "phone", 1: "drop table"}).fields == ("phone", "")


def test_samples_are_the_first_different_cells():
    found = layout(["Name"], *([name] for name in ["a", "a", "", "b", "c", "d", "e", "f"]))
    assert found.proposal() == [("Name", "name", ["a", "b", "c", "d", "e"])]


cells = st.text(max_size=10) | st.sampled_from(["Name", "الاسم", "s@example.org", "0501234567"])


@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_rows_have_a_layout_of_known_fields(rows):
    found = layout(*rows)
    assert set(found.fields) <= set(FIELDS)
    assert len(found.headings) == len(found.fields) == len(found.samples)
