"""The data dictionary says what the schema says, in both languages."""

from shabakati.dictionary import README, make_dictionary
from shabakati.language import current_language, use
from shabakati.schema import TABLES, columns


def test_the_committed_page_is_what_the_schema_makes():
    told = README.read_text("utf-8")
    assert told == make_dictionary(), "run python -m shabakati.dictionary"


def test_arabic_stands_first_and_each_half_is_read_its_own_way():
    arabic, english = make_dictionary().split("\n---\n\n")
    assert arabic.startswith('<div dir="rtl" lang="ar">')
    assert english.startswith('<div dir="ltr" lang="en">')


def test_every_column_of_every_table_has_its_line_in_each_language():
    for half in make_dictionary().split("\n---\n\n"):
        sections = half.split("\n### ")[1:]
        assert len(sections) == len(TABLES)
        for table, section in zip(TABLES, sections, strict=True):
            assert f"`{table}`" in section.splitlines()[0]
            lines = [line for line in section.splitlines() if line.startswith("| `")]
            named = [line.split("`")[1] for line in lines if not line.startswith("| `group`")]
            assert named == [column.name for column in columns(table)]
            assert all(line.count("|") == 7 and "|  |" not in line for line in lines)


def test_required_columns_and_limits_are_told():
    english = make_dictionary().split("\n---\n\n")[1]
    assert "| `name` | Name | line | yes | up to 1,000 characters |" in english
    assert "| `cadence_days` | Days between contacts | whole number | no | from 1 to 3,650 |" in (
        english
    )
    assert "| `strength` | Strength | number | no | above 0, up to 5 |" in english
    assert "| `minutes` | Minutes | one code | no | `5`<br>`15`<br>`60` |" in english


def test_making_it_leaves_the_language_as_it_was():
    use("en")
    make_dictionary()
    assert current_language() == "en"
