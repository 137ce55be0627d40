"""Nothing is dropped in silence: what was left out, what is skipped, and counts that add up."""

from importing import cells, intake
from shabakati.forms.besides import besides
from shabakati.language import say

NO_NAME, REPEATED = "intake.left_out.no_name", "intake.left_out.repeated"


def test_each_reason_has_its_count_and_its_rows():
    read = intake(
        "Sara",
        left_out=[("a.csv", 2, NO_NAME, "<b>x</b>"), ("a.csv", 3, REPEATED, "y")],
        counts=[("a.csv", 3, 1, 2)],
    )
    lines = {line.key: line for line in besides(read)}
    assert list(lines) == [NO_NAME, REPEATED, "counts"]
    assert lines[NO_NAME].title == say("forms.contacts.rows", n=1)
    assert cells(lines[NO_NAME].make()) == [["<b>x</b>", say(NO_NAME), "a.csv", "2"]]
    assert cells(lines["counts"].make()) == [["a.csv", "3", "1", "2"]]


def test_what_no_book_keeps_is_counted_over_all_files():
    photos = [("a.vcf", "intake.skipped.photo", 2), ("b.vcf", "intake.skipped.photo", 1)]
    (line,) = besides(intake("Sara", skipped=photos))
    assert line.title == say("forms.import.skipped", n=3)
    assert line.about == say("intake.skipped.photo")
    assert line.make is None


def test_a_whole_file_of_which_all_was_taken_needs_no_words():
    assert list(besides(intake("Sara"))) == []


def test_several_files_are_counted_each():
    read = intake("Sara", counts=[("a.csv", 1, 1, 0), ("b.csv", 4, 4, 0)])
    (line,) = besides(read)
    assert line.title == say("forms.import.read", n=5)
    assert len(cells(line.make())) == 2
