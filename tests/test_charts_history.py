"""How the network grew: each measure on its own scale, time the way the language is read."""

import datetime as dt

import pytest

from shabakati import Workbook, charts
from shabakati.language import say, use


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def keep(book, *rows):
    for month, people, density in rows:
        book.keep_snapshot(on=dt.date(2026, month, 1), people=people, density=density)


def points(spec):
    return [(p["measure"], p["number"], p["label"]) for p in spec["datasets"]["points"]]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_one_day_and_many_days_are_valid_charts_that_say_what_they_show(book, language):
    use(language)
    assert charts.history(book.snapshots).to_dict()["description"] == say("charts.history.nothing")
    keep(book, (1, 10, None))
    assert "2026" in charts.history(book.snapshots).to_dict()["description"]
    keep(book, (3, 30, 0.5), (2, 20, 0.25))
    spec = charts.history(book.snapshots, ["people", "density"]).to_dict(validate=True)
    assert "10" in spec["description"]
    assert "30" in spec["description"]


def test_points_run_from_the_first_day_to_the_last_and_the_ends_carry_numbers(book):
    keep(book, (3, 30, 0.5), (1, 10, None), (2, 20, 0.25))
    told = points(charts.history(book.snapshots, ["people", "density"]).to_dict())
    assert told == [
        ("people", "10", "10"), ("people", "20", ""), ("people", "30", "30"),
        ("density", "0.25", "0.25"), ("density", "0.50", "0.50"),
    ]  # fmt: skip


def test_each_measure_stays_in_its_own_band(book):
    keep(book, (1, 1, 0.1), (2, 1_000, 0.9))
    for point in charts.history(book.snapshots, ["people", "density"]).to_dict()["datasets"][
        "points"
    ]:
        band = ["people", "density"].index(point["measure"])
        assert band < point["y"] < band + 1


def test_time_runs_the_way_the_language_is_read(book):
    keep(book, (1, 1, 0.1), (2, 2, 0.2))
    turned = {}
    for language in ("ar", "en"):
        use(language)
        spec = charts.history(book.snapshots).to_dict()
        turned[language] = spec["layer"][0]["encoding"]["x"]["scale"]["reverse"]
    assert turned == {"ar": True, "en": False}
