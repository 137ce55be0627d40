"""People who are not sorted are gathered so that one answer can be right for many."""

import pytest

from shabakati.people.gathering import by_organisation, by_reason, by_school, in_turn, likeliest
from suggesting import ME, opened, suggested

HERE, BEFORE = ME["organisation"], ME["past_organisations"][0]
SCHOOL = ME["schools"][0]


@pytest.fixture
def book(tmp_path):
    with opened(tmp_path) as book:
        yield book


def add(book, *organisations, **more):
    rows = [{"name": f"ليان {i}", "organisation": o} | more for i, o in enumerate(organisations)]
    return book.add_all("people", rows)


def organisations(book, column="relation"):
    return by_organisation(book.people, suggested(book), column)


def test_an_organisation_is_one_whatever_its_spelling_the_largest_first(book):
    one = add(book, "Sidra Retail")
    three = add(book, "بنك الواحة", "بنك الواحة", "Waha Bank")
    first, second = organisations(book)
    assert (first.name, first.ids, first.likeliest, first.fitting) == (
        "بنك الواحة",
        three,
        None,
        [],
    )
    assert (second.name, second.ids) == ("Sidra Retail", one)


def test_who_is_sorted_or_has_no_organisation_is_not_gathered(book):
    add(book, "Acme Foods", "", "Freelance", relation=None)
    add(book, "Acme Foods", relation="friend")
    (only,) = organisations(book)
    assert len(only.ids) == 1


def test_the_likeliest_answer_is_that_of_most_and_counts_for_whom_it_fits(book):
    ids = add(book, SCHOOL, SCHOOL, SCHOOL, role="طالب هندسة")
    book.change("people", ids[0], role="أستاذ القانون")
    (only,) = organisations(book)
    assert (only.likeliest.value, only.likeliest.reason) == ("classmate", "student_at_school")
    assert (only.ids, only.fitting) == (ids, ids[1:])


def test_places_and_types_are_gathered_as_well(book):
    add(book, HERE, HERE)
    assert organisations(book, "place")[0].likeliest.value == "workplace"
    assert organisations(book, "network_type")[0].likeliest.value == "operational"


def test_a_school_gathers_whoever_names_it_in_any_way(book):
    rows = [
        {"name": "أ", "organisation": "Wadi Al-Rayhan University"},
        {"name": "ب", "role": "طالب في جامعة وادي الريحان"},
        {"name": "ج", "tags": [SCHOOL]},
        {"name": "د", "notes": "من جامعة وادي الريحان، دفعة 2014"},
        {"name": "ه", "organisation": "بنك الواحة"},
    ]
    ids = book.add_all("people", rows)
    (only,) = by_school(book.people, book.profile, book.exchanges, suggested(book), "relation")
    assert (only.name, only.ids) == (SCHOOL, ids[:4])
    assert only.likeliest.value == "classmate"


def test_without_a_school_in_the_profile_nobody_is_gathered_by_one(book):
    book.change("profile", 1, schools=[])
    add(book, SCHOOL)
    assert by_school(book.people, book.profile, book.exchanges, suggested(book), "relation") == []


def test_by_reason_gathers_the_surest_value_of_each(book):
    add(book, HERE, HERE, BEFORE)
    first, second = by_reason(suggested(book), "relation")
    assert (first.name, len(first.ids), first.likeliest.value) == ("", 2, "current_colleague")
    assert second.likeliest.value == "former_colleague"


def test_in_turn_an_organisation_comes_at_a_time_the_surest_first_the_homeless_last(book):
    nobody = add(book, "", "Freelance")
    few = add(book, "Acme Foods")
    many = add(book, "بنك الواحة", "Waha Bank")
    before = add(book, BEFORE)
    here = add(book, HERE, "Nada Al-Mada Telecom", HERE)
    done = add(book, HERE, relation="friend")
    turn = in_turn(book.people, suggested(book), "relation")
    assert turn == [*here, *before, *many, *few, *nobody]
    assert not set(done) & set(turn)


def test_in_turn_those_with_the_same_answer_follow_each_other(book):
    ids = add(book, HERE, HERE, HERE, HERE)
    book.change("people", ids[1], organisation=f"{HERE} - الرياض")
    book.change("people", [ids[0], ids[2]], notes="ابن عمي")
    found = suggested(book)
    values = likeliest(found, "relation")
    said = [values[id_].value for id_ in in_turn(book.people, found, "relation")]
    assert said == sorted(said, key=said.index)


def test_nobody_gives_nothing(book):
    assert in_turn(book.people, suggested(book), "relation") == []
    assert organisations(book) == []
    assert by_reason(suggested(book), "relation") == []
