"""What is done on the map: heard only if it can be true, shown at once, kept in the book."""

import pandas as pd
import pytest

from shabakati import Workbook, charts
from shabakati.charts.deeds import Click, Link, Place, heard
from shabakati.charts.view import ChartView
from shabakati.forms.map import MyMap
from shabakati.language import use
from test_charts_spec import ROWS, TIES, network
from test_charts_view import drawn, open_view

IDS = {1, 2}


def test_a_deed_is_about_people_of_the_chart():
    assert heard({"kind": "click", "id": 1}, IDS) == Click(1)
    assert heard({"kind": "place", "id": 2, "ring": 0}, IDS) == Place(2, "closest")
    assert heard({"kind": "place", "id": 2, "ring": 4}, IDS) == Place(2, None)
    assert heard({"kind": "link", "a": 2, "b": 1}, IDS) == Link(2, 1)


@pytest.mark.parametrize("lie", [3, -1, True, "1", 1.0, None, [1]])
def test_what_cannot_be_true_of_the_chart_is_not_heard(lie):
    assert heard({"kind": "click", "id": lie}, IDS) is None
    assert heard({"kind": "link", "a": 1, "b": lie}, IDS) is None
    assert heard({"kind": "place", "id": lie, "ring": 1}, IDS) is None
    assert heard({"kind": "link", "a": 1, "b": 1}, IDS) is None
    for ring in (5, -1, True, "1", None):
        assert heard({"kind": "place", "id": 1, "ring": ring}, IDS) is None


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        book.add_all("people", [{"name": "Sara", "closeness": "close"}, {"name": "Omar"}])
        yield book


def tell(form, **message):
    form.view._handle_custom_msg(message, [])


def test_a_person_who_is_dropped_on_a_ring_is_one_change_of_the_book(book):
    form = MyMap(book)
    tell(form, kind="place", id=2, ring=1)
    assert book.people.at[2, "closeness"] == "close"
    assert form.note.message["action"]
    book.undo()
    assert pd.isna(book.people.at[2, "closeness"])


def test_two_who_are_pressed_are_tied_and_pressed_again_can_be_untied(book):
    form = MyMap(book)
    tell(form, kind="link", a=2, b=1)
    assert book.ties[["a", "b"]].to_numpy().tolist() == [[1, 2]]
    assert len(form.view.spec["datasets"]["ties"]) == 1
    tell(form, kind="link", a=1, b=2)
    form.note._handle_custom_msg({"kind": "act"}, [])
    assert book.ties.empty


def test_the_map_says_what_is_missing(book):
    form = MyMap(book)
    assert form.hint.message["text"]
    book.add("ties", a=1, b=2)
    assert form.hint.message["text"] == ""
    with Workbook.in_memory() as empty:
        assert MyMap(empty).hint.message["text"]


def test_planned_people_are_hollow_and_cannot_be_acted_on():
    new = network([("New", "professors", None, None, "close")])
    new.index = pd.Index([-1], name="id")
    ties = pd.DataFrame({"a": [-1], "b": [1]})
    view = ChartView(charts.map(network(ROWS), TIES, planned=new, planned_ties=ties))
    rows = {row["id"]: row for row in view.spec["datasets"]["people"]}
    assert rows[-1]["planned"]
    assert not rows[1]["planned"]
    assert view.spec["datasets"]["ties"][-1]["kind"] == "planned"
    assert -1 not in view._ids


def test_bridges_and_clusters_are_named_and_small_ones_are_not_shown():
    ties = pd.DataFrame({"a": [1, 1, 2, 3, 4], "b": [2, 3, 3, 4, 5]})
    spec = charts.map(network(ROWS), ties, clusters=True).to_dict()
    data = spec["datasets"]
    assert {row["id"] for row in data["people"] if row["parts"] > 1} == {3, 4}
    assert [row["people"] for row in data["clusters"]] == [3]


def test_the_keys_place_a_person_and_two_enters_link_in_the_same_drawing(page):
    use("en")
    view = ChartView(charts.map(network(ROWS), TIES, movable=True))
    view.on_place(lambda person, closeness: None)
    view.on_link(lambda a, b: None)
    open_view(page, view)
    drawn(page)
    mark = page.locator('path[aria-label*="Omar"]')
    mark.focus()
    page.keyboard.press("4")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent")
    page.get_by_role("button", name="Link", exact=True).click()
    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    said = page.evaluate("() => sent.filter((m) => m.kind !== 'asset')")
    assert said[0] == {"kind": "place", "id": 2, "ring": 3}
    assert (said[1]["kind"], said[1]["a"]) == ("link", 2)
    page.get_by_role("button", name="Colleagues 2").click()
    assert page.locator("path.shabakati-faded").count() > 0
    assert page.locator('button[aria-pressed="true"]').count() == 2
