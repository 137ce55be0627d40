"""What the circle says of a network: true, in both languages, and with one thing to do next."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati.insight import bridges, components
from shabakati.insight.circle import LEAST
from shabakati.insight.reading_circle import my_map, placed, to_place
from shabakati.language import LANGUAGES, use
from shabakati.opening import open_demo
from shabakati.schema import ME
from shabakati.vocabulary import Closeness
from shabakati.workbook import Workbook

NEXT = {"ar": "خطوتك التالية: ", "en": "Next: "}


@pytest.fixture
def book():
    use("en")
    with Workbook.in_memory() as book:
        yield book


def add(book, count, **values):
    return book.add_all("people", [{"name": f"شخص {i}", **values} for i in range(count)])


def tie(book, *pairs):
    book.add_all("ties", [{"a": a, "b": b} for a, b in pairs])


def told(book):
    return " ".join(my_map(book)).replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.none() | st.sampled_from(Closeness), max_size=18),
    st.sets(st.tuples(st.integers(0, 17), st.integers(0, 17)), max_size=20),
    st.booleans(),
)
def test_every_network_is_told_something_and_ends_with_one_thing_to_do(
    language, rings, pairs, introduced
):
    use(language)
    with Workbook.in_memory() as book:
        by = {"introduced_by": ME} if introduced else {}
        rows = [{"name": "ليلى", **by, **({"closeness": ring} if ring else {})} for ring in rings]
        ids = book.add_all("people", rows)
        tie(book, *((ids[a], ids[b]) for a, b in pairs if a < b < len(ids)))
        sentences = my_map(book)
        assert len(sentences) >= 2
        assert all(sentences)
        begins = [sentence.startswith(NEXT[language]) for sentence in sentences]
        assert begins == [False] * (len(sentences) - 1) + [True]


def test_first_come_people_then_their_places_then_ties_then_introductions(book):
    assert "add your first person" in told(book)
    ids = add(book, 20)
    assert "There are 0 people in your circle" in told(book)
    assert "place 15 people more" in told(book)
    book.change("people", ids[:14], closeness="close")
    assert "place one person more" in told(book)
    book.change("people", ids[14:16], closeness="closest")
    assert "who of your circle know each other" in told(book)
    tie(book, (ids[0], ids[1]))
    assert "say who introduced you" in told(book)
    book.change("people", ids[0], introduced_by=ME)
    assert "you introduced yourself to everybody" in told(book)
    book.change("people", ids[1:3], introduced_by=ids[19])
    assert "شخص 19 introduced you to 2 people" in told(book)


def test_fewer_than_fifteen_are_enough_where_there_are_no_more(book):
    add(book, 3, closeness="close")
    assert to_place(book.people) == 0
    assert "know each other; begin" in told(book)


def test_who_was_placed_far_away_is_not_asked_for_again(book):
    ids = add(book, 20, closeness="distant")
    assert to_place(book.people) == 0
    assert len(placed(book.people)) == 0
    book.change("people", ids[:14], closeness="close")
    assert to_place(book.people) == 0


def test_one_person_needs_another(book):
    add(book, 1, closeness="close")
    assert "take two people or more" in told(book)


def test_only_those_who_are_placed_are_measured(book):
    ids = add(book, LEAST, closeness="close")
    loose = add(book, 40)
    tie(book, (ids[0], ids[1]), *combinations(loose[:5], 2))
    assert "one pair out of 105 knows each other: a density of 0.01" in told(book)
    assert "Of these 15, 14.9 count as separate sources" in told(book)


def test_who_alone_joins_two_sides_is_named(book):
    ids = add(book, 5, closeness="close")
    tie(book, *combinations(ids[:3], 2), *combinations(ids[2:], 2))
    assert "only through شخص 2: a bridge" in told(book)
    assert "Without you they would still hold together" in told(book)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_is_read_whole_and_constraint_is_no_percentage(language):
    use(language)
    with open_demo() as demo:
        said = told(demo)
        circle = placed(demo.people)
        assert str(components(circle, demo.ties).nunique()) in said
        first = bridges(circle, demo.ties).index[0]
        assert demo.people["name"][first] in said
        assert "%" not in said
