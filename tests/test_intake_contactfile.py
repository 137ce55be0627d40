"""What programs' files of contacts have in common: bounds, repeats, several files at once."""

import pytest

from shabakati.errors import SourceError
from shabakati.intake import contactfile, read_contacts
from tabled import checked, csv_text
from test_intake_archive import zipped

HEADER = ["First Name", "Last Name", "Labels", "Phone 1 - Label", "Phone 1 - Value", "Notes"]


def google(*names):
    return csv_text(HEADER, *([name, "", "", "", "", ""] for name in names))


def test_files_of_one_program_are_read_together_and_counted_apart():
    data = zipped(("a/contacts.csv", google("Sara", "Omar")), ("b/all.csv", google("Sara", "Lina")))
    intake = checked(data)
    assert intake.people["name"].tolist() == ["Sara", "Omar", "Lina"]
    assert intake.counts.values.tolist() == [["contacts.csv", 2, 2, 0], ["all.csv", 2, 1, 1]]
    assert intake.left_out["reason"].tolist() == ["intake.left_out.repeated"]


@pytest.mark.parametrize(
    ("bound", "key"), [("MOST_PEOPLE", "too_many_rows"), ("MOST_CELLS", "large_sheet")]
)
def test_more_than_anybody_has_is_refused(bound, key, monkeypatch):
    monkeypatch.setattr(contactfile, bound, 2)
    for text in (google("Sara", "Omar", "Lina"), "Name,Phone\nSara,1\nOmar,2\nLina,3"):
        with pytest.raises(SourceError) as refused:
            read_contacts(text.encode())
        assert refused.value.key == f"intake.{key}"


def test_values_beyond_what_a_list_holds_stand_in_the_notes():
    numbers = [f"+9665012{n:05d}" for n in range(250)]
    row = ["Sara", "", "", "Mobile", " ::: ".join(numbers), ""]
    person = checked(csv_text(HEADER, row).encode()).people.to_dict("records")[0]
    assert person["phones"] == numbers[:200]
    assert all(number in person["notes"] for number in numbers[200:])


def test_a_row_that_is_left_out_is_shown_without_its_empty_cells():
    intake = checked(csv_text(HEADER, ["", "", "x", "", "0501234567", "a\nb"]).encode())
    assert intake.left_out["text"].tolist() == ["x, 0501234567, a b"]
