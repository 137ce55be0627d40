"""Every measure says a sentence that is true of this network, in both languages."""

import pytest

from shabakati import Workbook, insight, open_workbook
from shabakati.forms.measures import Measures
from shabakati.insight import reading_map
from shabakati.insight.reading_map import FEW, first_thing, map_readings, mapped
from shabakati.language import say, use

MEASURES = [
    "density", "effective_size", "efficiency", "constraint", "hierarchy", "components", "bridges",
    "clusters", "ei_index", "iqv", "brokers", "self_introductions",
]  # fmt: skip


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def fill(book, n, ties=()):
    rows = [{"name": f"P{i}", "closeness": "close", "relation": "friend"} for i in range(1, n + 1)]
    book.add_all("people", rows)
    book.add_all("ties", [{"a": a, "b": b} for a, b in ties])


def said(book, measure):
    told = {told.measure: told for told in map_readings(book.people, book.ties)}
    return told[measure]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_demo_is_read_by_every_measure_with_a_source_and_with_what_it_is_not(language):
    use(language)
    with open_workbook("demo", language) as demo:
        told = map_readings(demo.people, demo.ties)
    assert [one.measure for one in told] == MEASURES
    for one in told:
        assert all(one), one
        assert "{" not in " ".join(one)
        assert "%" not in one.says + one.do
        assert "insight." not in " ".join(one)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_not_there_yet_is_told_first_of_all(book, language):
    use(language)
    assert first_thing(book.people, book.ties) == say("insight.map.next.people")
    fill(book, FEW - 1)
    assert first_thing(book.people, book.ties) == say("insight.map.next.circle")
    book.add("people", name="Last", closeness="closest")
    assert first_thing(book.people, book.ties) == say("insight.map.next.ties")
    assert map_readings(book.people, book.ties) == []
    book.add("ties", a=1, b=2)
    assert len(map_readings(book.people, book.ties)) > 5
    assert reading_map.circle(book.people, book.ties)[0] == say(
        "insight.map.reading.ties", n=1, people=FEW
    )


def test_only_people_of_whom_ties_are_told_are_read(book):
    fill(book, 6, [(1, 2)])
    book.add_all("people", [{"name": f"Far {n}", "closeness": "distant"} for n in range(9)])
    far = book.add("people", name="Tied", closeness="distant")
    book.add("ties", a=1, b=far)
    here = mapped(book.people, book.ties)
    assert sorted(here.people.index) == [1, 2, 3, 4, 5, 6, far]


def test_constraint_is_told_by_so_many_strangers_and_between_its_least_and_its_most(book):
    use("en")
    fill(book, 6, [(1, 2)])
    told = {"least": "0.167", "most": "0.560"}
    assert said(book, "constraint").says == say(
        "insight.map.constraint", n=4, value="0.236", **told
    )
    everybody = [(a, b) for a in range(1, 7) for b in range(a + 1, 7) if (a, b) != (1, 2)]
    book.add_all("ties", [{"a": a, "b": b} for a, b in everybody])
    assert said(book, "constraint").says == say(
        "insight.map.constraint", n=2, value="0.560", **told
    )
    assert said(book, "constraint").do == say("insight.map.do.constraint.bound")


def test_parts_and_those_who_know_nobody_are_counted(book):
    use("en")
    fill(book, 7, [(1, 2), (2, 3), (4, 5)])
    assert said(book, "components").says == (
        f"{say('insight.map.parts', n=4)} {say('insight.map.alone', n=2)}"
    )
    assert said(book, "bridges").says == say(
        "insight.map.bridges", n=1, which="P2", first="P2", parts=say("insight.map.bridged", n=2)
    )


def test_every_number_is_that_of_the_measure_of_its_name(book):
    fill(book, 6, [(1, 2), (2, 3), (3, 4), (1, 3)])
    for name in ("density", "effective_size", "efficiency", "constraint", "hierarchy"):
        value = getattr(insight, name)(book.people, book.ties)
        assert float(said(book, name).value) == pytest.approx(value, abs=0.051)


def test_the_form_says_what_the_readings_say_and_names_are_never_html(book):
    use("en")
    fill(book, 6, [(1, 2), (2, 3)])
    book.change("people", 2, name="<b>Zaid</b>")
    form = Measures(book)
    assert "&lt;b&gt;Zaid&lt;/b&gt;" in form.shown.value
    assert "<b>" not in form.shown.value
    book.remove("ties", [1, 2])
    assert form.shown.value == ""
    assert form.note.message["text"] == say("forms.measures.empty")
