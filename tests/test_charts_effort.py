"""The chart of events: hours to one side, what came of them to the other, and its words."""

import datetime as dt
import json

import pandas as pd
import pytest

from shabakati import charts
from shabakati.language import say, use
from shabakati.opening import open_demo
from shabakati.workbook import Workbook

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def demo():
    with open_demo() as book:
        yield book


def sides(chart, side):
    return [r for r in chart.to_dict()["datasets"]["sides"] if r["side"] == side]


def drawn(book, **more):
    return charts.effort(book.events, book.exchanges, book.people, **more)


def test_planned_events_are_not_drawn_and_the_latest_comes_first(demo):
    rows = sides(drawn(demo, today=TODAY), say("charts.effort.met"))
    held = demo.events[[on <= TODAY for on in demo.events["on"]]]
    latest = held.sort_values("on", ascending=False)["name"]
    assert len(rows) == len(held) < len(demo.events)
    assert all(n[:10] in r["shown"] for r, n in zip(rows, latest, strict=True))


def test_hours_go_one_way_and_each_side_fills_its_own_scale(demo):
    chart = drawn(demo, today=TODAY, result="followed")
    hours = [row["signed"] for row in sides(chart, say("charts.effort.hours"))]
    came = [row["signed"] for row in sides(chart, say("charts.effort.followed"))]
    assert min(hours) == -1
    assert max(came) == 1
    assert max(hours) <= 0 <= min(came)


def test_unsaid_hours_are_said_to_be_so_and_draw_no_bar():
    with Workbook.in_memory() as book:
        book.add("events", name="Meetup", on=TODAY)
        (row,) = sides(drawn(book), say("charts.effort.hours"))
    assert (row["signed"], row["label"]) == (0, say("charts.effort.unsaid"))


def test_no_event_draws_nothing():
    with Workbook.in_memory() as book:
        assert drawn(book) is None


def test_a_hostile_name_stays_text_in_the_chart():
    with Workbook.in_memory() as book:
        book.add("events", name='"; datum.x <b>', on=TODAY, hours=2)
        spec = drawn(book).to_dict()
    data = spec.pop("datasets")
    assert "<b>" in data["sides"][0]["shown"]
    assert "<b>" not in json.dumps(spec["layer"])


def test_the_text_names_an_event_only_if_it_alone_stands_out(demo):
    use("en")
    tied = drawn(demo, today=TODAY).to_dict()["description"]
    events = demo.events
    one = events.assign(hours=events["hours"].where(events.index != 2, 1.0))
    alone = charts.effort(one, demo.exchanges, demo.people, TODAY).to_dict()["description"]
    said = say("charts.effort.best", name=str(events.at[2, "name"]))
    assert said in alone
    assert "per hour" not in tied
    use("ar")


def test_days_that_are_not_said_come_last():
    with Workbook.in_memory() as book:
        book.add("events", name="Undated")
        book.add("events", name="Dated", on=TODAY)
        events = book.events
        assert pd.isna(events.at[1, "on"])
        first, last = sides(drawn(book), say("charts.effort.met"))
    assert "Dated" in first["shown"]
    assert "Undated" in last["shown"]


@pytest.mark.parametrize(("language", "turn"), [("ar", "\u2067"), ("en", "\u2066")])
def test_the_name_comes_before_the_kind_in_either_reading_direction(language, turn, demo):
    use(language)
    (first, *_) = sides(drawn(demo, today=TODAY), say("charts.effort.met"))
    use("ar")
    assert first["shown"].startswith(turn)
    assert first["shown"].endswith("\u2069")
