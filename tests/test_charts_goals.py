"""Charts of goals and exchanges: valid, mirrored, true to their frames, names stay names."""

import datetime as dt
import json

import pytest

from shabakati import Workbook, charts, insight
from shabakati.language import LANGUAGES, say, use

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "' + globalThis.alert(1) + '",
    "م\u202e gnp.exe",
    "ن" * 900,
]
PLAIN = ["one", "two", "three", "four"]


def filled(names):
    """A book in which each name is a person, an organisation and a topic."""
    book = Workbook.in_memory()
    rows = [{"name": n, "organisation": n, "topics": [n], "can_help": ["SQL"]} for n in names]
    book.add_all("people", rows)
    book.add("ties", a=1, b=2)
    book.add("goals", benefit="advice", text="x", organisations=list(names))
    for person in range(1, len(names) + 1):
        for times in range(person):
            day = dt.date(2026, 1, 1) + dt.timedelta(days=120 * times)
            way = "given" if times % 2 else "received"
            book.add("exchanges", person=person, on=day, kind="helped", direction=way)
    book.add("gains", advantage="career_steps", person=1, year=2026)
    return book


def drawn(book):
    market = insight.job_market(book.people, book.ties, book.goals, book.exchanges)
    return [
        charts.goals(book.goals),
        charts.job_market(market),
        charts.exchanges(book.people, book.exchanges),
        charts.exchanges_over_time(book.exchanges),
        charts.topics(book.people),
        charts.gains(book.gains),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_chart_is_valid_and_says_what_it_shows_and_has_a_table(language):
    use(language)
    for chart in drawn(filled(PLAIN)):
        spec = chart.to_dict(validate=True)
        assert len(spec["description"]) > 15
        known = spec["usermeta"]["shabakati"]["tables"][0]
        fields = {column["field"] for column in known["columns"]}
        assert all(fields <= row.keys() for row in spec["datasets"][known["data"]])


def test_where_there_is_nothing_to_show_there_is_no_chart_or_an_empty_one():
    with Workbook.in_memory() as book:
        empty = drawn(book)
    assert [chart is None for chart in empty] == [False, True, True, True, True, False]
    assert empty[0].to_dict()["datasets"]["rows"][0]["people"] == 0


def test_names_are_data_and_reach_neither_expressions_nor_fields():
    specs = [[chart.to_dict() for chart in drawn(filled(names))] for names in (HOSTILE, PLAIN)]
    for hostile, plain in zip(*specs, strict=True):
        for spec in (hostile, plain):
            del spec["datasets"], spec["description"]
        assert hostile == plain


def test_help_goes_to_its_side_and_the_furthest_from_even_are_named():
    book = filled(PLAIN)
    spec = charts.exchanges(book.people, book.exchanges).to_dict()
    found = insight.reciprocity(book.people, book.exchanges)
    sides = spec["datasets"]["sides"]
    assert sum(row["signed"] for row in sides) == found["balance"].sum()
    assert sum(row["times"] for row in sides) == len(book.exchanges)
    assert "one" in spec["description"]
    assert "four" not in spec["description"]


def test_cells_of_the_market_are_counts_of_people():
    book = filled(PLAIN)
    market = insight.job_market(book.people, book.ties, book.goals)
    cells = charts.job_market(market).to_dict()["datasets"]["cells"]
    assert len(cells) == 3 * len(PLAIN)
    assert sum(cell["people"] for cell in cells) == len(market)


def test_ten_thousand_people_make_a_small_chart():
    with Workbook.in_memory() as book:
        rows = [{"name": f"P{i}", "topics": [f"T{i % 900}"]} for i in range(10_000)]
        book.add_all("people", rows)
        day = dt.date(2026, 1, 1)
        help_ = [
            {"person": i, "on": day, "kind": "helped", "direction": "given"} for i in range(1, 9)
        ]
        book.add_all("exchanges", help_ * 900)
        specs = [charts.topics(book.people), charts.exchanges(book.people, book.exchanges)]
    assert all(len(json.dumps(chart.to_dict())) < 30_000 for chart in specs)


def test_seven_advantages_stand_there_whether_felt_or_not():
    book = filled(PLAIN)
    spec = charts.gains(book.gains).to_dict()
    assert [row["people"] for row in spec["datasets"]["rows"]] == [0, 1, 0, 0, 0, 0, 0]
    assert say("charts.gains.says", n=1) in spec["description"]
