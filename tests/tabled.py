"""Tables for tests, and what must hold of whatever is read from them."""

import csv
import io

from shabakati.intake import read_contacts
from test_intake_connections import check_counts, check_schema


def cells(text):
    """The cells of one line of a CSV."""
    return next(csv.reader([text]))


def csv_text(*rows, delimiter=","):
    """Rows as a CSV, quoted where they must be."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def read_table(*rows, delimiter=",", encoding="utf-8", **told):
    """What is read from rows of cells, checked."""
    return checked(csv_text(*rows, delimiter=delimiter).encode(encoding), **told)


def checked(data, **told):
    """What is read from bytes: a sound intake, whose counts add up."""
    intake = read_contacts(data, **told)
    check_schema(intake)
    check_counts(intake)
    return intake


def one(intake):
    """The one person of an intake."""
    (row,) = intake.people.to_dict("records")
    return row


def every_text(row):
    """All that a person's cells say, in one text."""
    cells = (cell if isinstance(cell, list) else [str(cell)] for cell in row.values())
    return "\n".join(text for cell in cells for text in cell)
