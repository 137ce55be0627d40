"""Whether an intake is sound: what every reader owes for any bytes at all."""

from shabakati.errors import SourceError
from shabakati.intake import read_contacts
from shabakati.intake.intake import COLUMNS
from shabakati.language import say
from shabakati.schema import TABLES

LEFT_TO_IDS = {"exchanges": ("person",), "ties": ("a", "b")}  # positions that become ids


def read_any(data, name=None):
    """The intake of any bytes, checked; None when they are refused in our own words."""
    try:
        intake = read_contacts(data, name, country="sa")
    except SourceError as error:
        say(f"errors.{error.key}", **error.values)  # it has its words
        return None
    check(intake)
    return intake


def check(intake):
    """Assert that the schema takes every cell as it is, and that the numbers add up."""
    for table in COLUMNS:
        for row in getattr(intake, table).to_dict("records"):
            check_row(table, row, len(intake.people))
    counts = intake.counts
    assert (counts["read"] == counts["taken"] + counts["left_out"]).all()
    assert (counts[["read", "taken", "left_out"]] >= 0).all(axis=None)
    assert counts["left_out"].sum() == len(intake.left_out)
    assert set(intake.left_out["file"]) <= set(counts["file"])
    assert len(intake.people) <= counts["taken"].sum()
    assert (intake.left_out["row"] >= 1).all()
    assert len(intake.keys) == len(intake.people)
    assert intake.keys[intake.keys != ""].is_unique
    assert all(map(say, {*intake.left_out["reason"], *intake.skipped["what"]}))
    assert (intake.skipped["count"] > 0).all()
    assert set(intake.repairs["column"]) <= set(intake.people.columns)
    assert (intake.repairs["before"] != intake.repairs["after"]).all()


def check_row(table, row, people):
    """Assert that the schema takes a row, and would change nothing of it."""
    said = {name: value for name, value in row.items() if value is not None}
    for name in LEFT_TO_IDS.get(table, ()):
        assert 0 <= said[name] < people
        said[name] += 1
    stored = TABLES[table](**said).model_dump()
    assert {name: stored[name] for name in said} == said
