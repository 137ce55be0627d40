"""What each chart says of its data: valid specs, every category, mirrored for Arabic."""

import json

import altair as alt
import pandas as pd
import pytest

from shabakati import charts
from shabakati.charts.positions import EVERYBODY
from shabakati.language import say, use
from shabakati.vocabulary import Closeness, Group, NetworkType, Place

DRAWN = [charts.groups, charts.coverage, charts.diversity, charts.types, charts.map]
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "datum.x",
    "' + globalThis.alert(1) + '",
    '"}, {"mark": "bar"',
    "مريم \u202e\u2066 gnp.exe",
    "ن" * 5000,
    "line\nbreak",
]


def network(rows):
    kinds = {"group": Group, "place": Place, "network_type": NetworkType, "closeness": Closeness}
    found = pd.DataFrame(rows, columns=["name", *kinds])
    for column, codes in kinds.items():
        order = [code.value for code in codes]
        found[column] = pd.Categorical(found[column], categories=order, ordered=True)
    found.index = pd.RangeIndex(1, len(rows) + 1, name="id")
    return found.assign(name=found["name"].astype("str"))


ROWS = [
    ("ليلى حداد", "colleagues", "workplace", "operational", "closest"),
    ("Omar", "colleagues", "workplace", "strategic", "close"),
    ("سلمان", "classmates", "alumni", "personal", "distant"),
    ("هند", "family_and_friends", None, None, None),
    ("طارق", None, None, None, None),
]
TIES = pd.DataFrame({"a": [1, 1], "b": [2, 3]})


@pytest.mark.parametrize("rows", [[], ROWS[:1], ROWS, ROWS * 30])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("draw", DRAWN)
def test_each_chart_is_valid_and_says_what_it_shows(draw, language, rows):
    use(language)
    spec = draw(network(rows)).to_dict(validate=True)
    assert len(spec["description"]) > 20
    assert spec["usermeta"]["shabakati"]["tables"]


def test_people_by_group_stand_against_all_five():
    rows = charts.groups(network(ROWS)).to_dict()["datasets"]["rows"]
    assert [row["people"] for row in rows] == [2, 1, 0, 0, 1, 1]
    assert [row["word"] for row in rows][2] == say("vocabulary.group.professors")
    assert len(charts.groups(network([])).to_dict()["datasets"]["rows"]) == 5


def test_the_grid_has_25_cells_and_counts_each_person_with_both_once():
    cells = charts.coverage(network(ROWS)).to_dict()["datasets"]["cells"]
    assert len(cells) == 25
    assert sum(cell["people"] for cell in cells) == 3
    assert cells[1]["people"] == 2


def test_shares_stand_beside_what_evenness_would_be_and_count_only_who_is_sorted():
    data = charts.diversity(network(ROWS)).to_dict()["datasets"]
    groups, places, types = data["rows"][:5], data["rows"][5:10], data["rows"][10:]
    assert [row["share"] for row in groups] == [0.5, 0.25, 0, 0, 0.25]
    assert {row["even"] for row in groups} == {0.2}
    assert [row["people"] for row in places] == [0, 2, 0, 1, 0]
    assert {row["even"] for row in types} == {0.3333}
    assert sum(row["share"] for row in types) == pytest.approx(1, abs=1e-3)
    assert "0.78" in data["heads"][0]["label"]  # 0.625 of 0.8


def test_where_nobody_is_sorted_no_variety_is_told():
    data = charts.diversity(network(ROWS[-1:])).to_dict()["datasets"]
    assert [head["label"] for head in data["heads"]] == ["", "", ""]
    assert {row["share"] for row in data["rows"]} == {0}


def test_types_keep_their_shapes():
    spec = json.dumps(charts.types(network(ROWS)).to_dict())
    assert all(f'"shape": "{shape}"' in spec for shape in ("circle", "square", "diamond"))


def test_the_map_holds_everybody_and_the_ties_between_them():
    data = charts.map(network(ROWS), TIES).to_dict()["datasets"]
    assert sorted(row["id"] for row in data["people"]) == [1, 2, 3, 4, 5]
    assert [(tie["a"], tie["b"]) for tie in data["ties"]] == [(1, 2), (1, 3)]


def test_ties_to_people_who_are_not_shown_are_left_out():
    ties = pd.DataFrame({"a": [1], "b": [99]})
    assert charts.map(network(ROWS), ties).to_dict()["datasets"]["ties"] == []


def test_thirty_thousand_people_become_numbers_and_a_small_spec():
    inner = [("x", "colleagues", None, None, "closest")] * 5
    many = network(inner + [("y", "classmates", None, None, "distant")] * 29_995)
    spec = charts.map(many).to_dict()
    data = spec["datasets"]
    assert len(data["people"]) == 5
    assert sum(area["people"] for area in data["areas"]) == 30_000
    assert "29,995" in [area.get("label") for area in data["areas"]]
    assert len(json.dumps(spec)) < 60_000
    assert len(many) > EVERYBODY


def test_the_map_is_mirrored_for_arabic():
    places = {}
    for language in ("ar", "en"):
        use(language)
        rows = charts.map(network(ROWS)).to_dict()["datasets"]["people"]
        places[language] = {row["id"]: (row["x"], row["y"]) for row in rows}
    assert places["ar"] == {person: (-x, y) for person, (x, y) in places["en"].items()}
    assert places["ar"][1][0] > 0


@pytest.mark.parametrize(
    ("language", "side", "reverse"), [("ar", "right", True), ("en", "left", False)]
)
def test_a_plain_chart_is_mirrored_for_arabic_too(language, side, reverse):
    use(language)
    config = alt.Chart(alt.Data(values=[])).mark_bar().to_dict()["config"]
    assert config["axisY"]["orient"] == side
    assert config["scale"]["xReverse"] is reverse
    assert config["axis"]["labelAngle"] == 0
    assert config["title"]["anchor"] == ("end" if reverse else "start")
    assert config["axisY"]["titleAngle"] == 0


def _expressions(node):
    """All that Vega would read as an expression."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("expr", "labelExpr", "calculate", "test", "filter") and isinstance(
                value, str
            ):
                yield value
            elif key not in ("datasets", "values"):
                yield from _expressions(value)
    elif isinstance(node, list):
        for value in node:
            yield from _expressions(value)


@pytest.mark.parametrize("draw", DRAWN)
def test_no_name_reaches_an_expression_or_a_field(draw):
    rows = [(name, "colleagues", "online", "personal", "close") for name in HOSTILE]
    plain = [(f"name {n}", *row[1:]) for n, row in enumerate(rows)]
    specs = [draw(network(some)).to_dict() for some in (rows, plain)]
    assert list(_expressions(specs[0])) == list(_expressions(specs[1]))
    for spec in specs:
        del spec["datasets"]
    assert specs[0] == specs[1]


def test_a_name_of_thousands_of_characters_is_shortened_for_the_map():
    rows = [(name, None, None, None, None) for name in HOSTILE]
    for row in charts.map(network(rows)).to_dict()["datasets"]["people"]:
        assert len(row["name"]) <= 82
        assert row["name"][0] == "\u2068"
        assert row["name"][-1] == "\u2069"
