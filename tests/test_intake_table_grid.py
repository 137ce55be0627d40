"""The columns of a text, before anybody knows what they are."""

import pytest

from shabakati.errors import SourceError
from shabakati.intake.source import File
from shabakati.intake.table.grid import grid_of_text


def grid(text, encoding="utf-8"):
    data = text.encode(encoding)
    return grid_of_text(File("a.csv", len(data), data[: 1 << 15], lambda: data), lambda: None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_in_which_rows_agree(delimiter):
    other = ";" if delimiter == "," else ","
    text = f"a{other} x{delimiter}b\nc{delimiter}d\ne{other} z{delimiter}f"
    assert [len(line.cells) for line in grid(text).lines] == [2, 2, 2]


def test_excels_own_line_about_the_delimiter_is_no_row():
    assert [line.cells for line in grid("sep=;\na;b\nc;d").lines] == [["a", "b"], ["c", "d"]]


def test_a_row_knows_the_line_on_which_it_begins():
    found = grid('\ufeffa,b\n\n"c\nd",e\nf,g')
    assert [(line.number, line.cells[0]) for line in found.lines] == [
        (1, "a"),
        (3, "c\nd"),
        (5, "f"),
    ]


@pytest.mark.parametrize("text", ["one line", "one\ntwo", "a,b\nc\nd\ne\nf", "\0\1\2,\0\1\2\n" * 5])
def test_a_text_without_columns_is_no_grid(text):
    assert grid(text) is None


def test_more_columns_than_a_table_has_are_refused():
    with pytest.raises(SourceError) as refused:
        grid("\n".join([",".join("x" * 600)] * 3))
    assert refused.value.key == "intake.too_many_columns"
