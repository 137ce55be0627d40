"""What a step says of a network: true, in both languages, and with one thing to do next."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati.insight import coverage, reading
from shabakati.language import LANGUAGES, use, word
from shabakati.opening import open_demo
from shabakati.vocabulary import Group, NetworkType, Place, Relation
from shabakati.workbook import Workbook

READINGS = [reading.start, reading.people, reading.places, reading.types]
NEXT = {"ar": "خطوتك التالية: ", "en": "Next: "}


@pytest.fixture
def book(tmp_path):
    book = Workbook.open(tmp_path / "book.sqlite")
    yield book
    book.close()


def add(book, count, **values):
    book.add_all("people", [{"name": f"شخص {i}", **values} for i in range(count)])


def told(tell, book):
    return " ".join(tell(book)).replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tell", READINGS)
def test_an_empty_network_is_told_how_to_begin(tell, language, book):
    use(language)
    sentences = tell(book)
    assert len(sentences) == 2
    assert sentences[-1].startswith(NEXT[language])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.fixed_dictionaries(
            {"name": st.just("ليلى")},
            optional={
                "relation": st.sampled_from(Relation),
                "place": st.sampled_from(Place),
                "network_type": st.sampled_from(NetworkType),
            },
        ),
        max_size=12,
    )
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_network_is_told_something_and_ends_with_the_one_thing_to_do(language, book, rows):
    use(language)
    with book.together("only these"):
        book.remove("people", list(book.people.index))
        book.add_all("people", rows)
    for tell in READINGS[1:]:
        sentences = tell(book)
        assert all(sentences)
        assert [s.startswith(NEXT[language]) for s in sentences] == [False] * (
            len(sentences) - 1
        ) + [True]


def test_one_person_is_told_of_in_the_singular(book):
    add(book, 1, relation="friend", place="social", network_type="personal")
    assert "شخص واحد" in told(reading.people, book)
    assert "شخص واحد لا يكفي" in told(reading.types, book)
    use("en")
    assert "There is one person in your network" in told(reading.places, book)


def test_the_largest_group_is_named_with_its_count(book):
    add(book, 3, relation="current_colleague")
    add(book, 1, relation="friend")
    assert f"أكبر فئة عندك: {word(Group.COLLEAGUES)}، وفيها 3 أشخاص." in told(reading.people, book)


def test_groups_that_are_equal_are_named_together(book):
    add(book, 2, relation="classmate")
    add(book, 2, relation="family")
    use("en")
    assert "Classmates and Family and friends, with 2 people in each" in told(reading.people, book)


def test_empty_groups_are_counted_named_and_the_first_is_what_to_do_next(book):
    add(book, 1, relation="current_colleague")
    add(book, 1, relation="professor")
    add(book, 1, relation="friend")
    said = told(reading.people, book)
    assert "فئتان ما زالتا فارغتين: زملاء الدراسة والجمعيات والنوادي" in said
    assert "من جلس إلى جانبك في الدراسة" in said


def test_those_who_are_not_sorted_come_before_empty_groups_while_they_are_most(book):
    add(book, 1, relation="friend")
    add(book, 11)
    said = told(reading.people, book)
    assert "صنّفت شخصًا واحدًا من 12" in said
    assert "حدّد صلة 11 شخصًا" in said


def test_places_without_anybody_and_the_number_of_empty_cells_are_told(book):
    add(book, 2, relation="current_colleague", place="workplace")
    said = told(reading.places, book)
    assert "24 خانة فارغة من 25" in said
    assert "4 أماكن لم يأتِ منها أحد" in said


def test_the_first_cell_to_fill_is_a_usual_one_of_the_group_with_most_people(book):
    add(book, 3, relation="classmate", place="alumni")
    add(book, 1, relation="friend", place="social")
    assert reading.first_to_fill(coverage(book.people)) == (Group.CLASSMATES, Place.SOCIAL)


def test_when_every_cell_is_filled_none_is_first():
    grid = coverage(pd.DataFrame({"group": [], "place": []}))
    assert reading.first_to_fill(grid.assign(people=1)) is None
    assert reading.first_to_fill(grid) == (Group.COLLEAGUES, Place.EVENT)


@pytest.mark.parametrize("lean", list(NetworkType))
def test_a_lean_says_how_many_and_what_it_means(lean, book):
    add(book, 5, relation="friend", network_type=lean)
    use("en")
    assert f"leans towards the {lean.value} type: 5 out of 5" in told(reading.types, book)


def test_without_a_lean_the_missing_type_is_named(book):
    add(book, 3, network_type="personal")
    add(book, 3, network_type="operational")
    said = told(reading.types, book)
    assert "الصلات من نوع «استراتيجية» غائبة" in said
    assert "يعمل في مجال غير مجالك" in said


def test_variety_is_told_as_a_number_against_all_five_groups(book):
    add(book, 8, relation="friend", network_type="personal")
    add(book, 2, relation="classmate", network_type="personal")
    use("en")
    assert "same group: 0.40" in told(reading.types, book)


def test_organisations_are_told_as_so_many_equal_ones_and_variety_says_what_it_is_not(book):
    for count, organisation in ((6, "Nada Al-Mada"), (2, "بنك الواحة"), (3, "")):
        add(book, count, relation="friend", network_type="personal", organisation=organisation)
    use("en")
    said = told(reading.types, book)
    assert "those who are known are in 2, as varied as 1.6 of equal size" in said
    assert "describes a mixture" in said


def test_too_few_are_told_no_variety(book):
    add(book, 4, relation="friend", network_type="personal", organisation="Nada Al-Mada")
    use("en")
    assert "mixture" not in told(reading.types, book)


def test_the_profile_is_asked_for_until_colleagues_and_classmates_can_be_found(book):
    use("en")
    book.change("profile", 1, name="Hala")
    assert "where you work" in reading.start(book)[-1]
    book.change("profile", 1, organisation="Nada Al-Mada")
    assert "school" in reading.start(book)[-1]
    book.change("profile", 1, schools=["Wadi University"])
    assert "My people" in reading.start(book)[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_is_read_whole(language):
    use(language)
    demo = open_demo()
    assert all(len(tell(demo)) >= 3 for tell in READINGS[1:])
    demo.close()
