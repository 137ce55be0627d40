"""Lists: what matches, what is selected, what a browser may ask for, and how fast it is."""

import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.forms.bulk import Unsaid
from shabakati.forms.listing import ListColumn
from shabakati.forms.people import PeopleList
from shabakati.forms.table import PAGE, BulkAction, TableView

KINDS = ["search", "filter", "sort", "page", "select", "select_all", "open", "act", "x"]
PARTS = ["text", "column", "value", "page", "id", "on", "what", "name"]
ANY = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.integers())


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        rows = [
            {"name": f"Person {i:02}", "place": "online" if i % 2 else None, "tags": ["old"]}
            for i in range(60)
        ]
        book.add_all("people", rows)
        book.add("people", name="أحمد الهاشمي", organisation="جامعة القاهرة", relation="professor")
        yield book


def ask(table, kind, **content):
    table._handle_custom_msg({"kind": kind, **content}, [])


def names(table):
    return [row["cells"][0] for row in table.view["rows"]]


def test_only_the_page_shown_is_sent(book):
    table = PeopleList(book).table
    assert len(table.view["rows"]) == PAGE
    ask(table, "page", page=2)
    assert len(table.view["rows"]) == 61 - 2 * PAGE
    ask(table, "page", page=10**9)
    assert table.page == 2


def test_a_search_finds_arabic_in_any_spelling_of_its_letters(book):
    table = PeopleList(book).table
    for text in ("احمد", "القاهره", "أحمد القاهرة"):
        ask(table, "search", text=text)
        assert names(table) == ["أحمد الهاشمي"]
    ask(table, "search", text="nobody at all")
    assert names(table) == []


def test_filters_narrow_and_count(book):
    table = PeopleList(book).table
    ask(table, "filter", column="place", value="online")
    assert table.view["all"] == 30
    ask(table, "filter", column="place", value="-")
    assert table.view["all"] == 31
    ask(table, "filter", column="group", value="professors")
    assert names(table) == ["أحمد الهاشمي"]
    ask(table, "filter", column="place", value="")
    ask(table, "filter", column="group", value="")
    assert table.view["all"] == 61


def test_sorting_turns_around_at_the_second_press_and_leaves_the_unsaid_last(book):
    table = PeopleList(book).table
    ask(table, "sort", column="name")
    assert names(table)[0] == "Person 00"
    ask(table, "sort", column="name")
    assert names(table)[:2] == ["أحمد الهاشمي", "Person 59"]
    ask(table, "sort", column="place")
    assert table.view["rows"][0]["codes"][4] == "online"
    ask(table, "sort", column="place")
    assert table.view["rows"][0]["codes"][4] == "online"


def test_many_are_selected_and_changed_at_once_and_one_undo_takes_it_back(book):
    people = PeopleList(book)
    ask(people.table, "search", text="Person")
    ask(people.table, "select_all", what="matching")
    assert len(people.table.selected) == 60
    ask(people.table, "act", name="relation", value="friend")
    assert (book.people["relation"] == "friend").sum() == 60
    assert len(people.table.selected) == 60
    book.undo()
    assert (book.people["relation"] == "friend").sum() == 0


def test_a_tag_is_added_to_those_that_are_there(book):
    people = PeopleList(book)
    ask(people.table, "select_all", what="page")
    ask(people.table, "act", name="tags", value="مؤتمر")
    assert book.people["tags"].iloc[0] == ["old", "مؤتمر"]
    assert book.people["tags"].iloc[-1] == []
    book.undo()
    assert book.people["tags"].iloc[0] == ["old"]


def test_those_removed_are_not_selected_any_more(book):
    people = PeopleList(book)
    ask(people.table, "select_all", what="page")
    ask(people.table, "act", name="remove", value="")
    assert len(book.people) == 61 - PAGE
    assert people.table.selected == frozenset()
    people.note._handle_custom_msg({"kind": "act"}, [])
    assert len(book.people) == 61


def test_a_row_opens_its_form(book):
    people = PeopleList(book)
    person = int(book.people.index[0])
    ask(people.table, "open", id=person)
    assert people.form.person == person
    assert people.form.layout.display == ""


@given(
    kind=st.sampled_from(
        ["search", "filter", "sort", "page", "select", "select_all", "open", "act", "x"]
    ),
    content=st.dictionaries(
        st.sampled_from(["text", "column", "value", "page", "id", "on", "what", "name"]),
        ANY,
        max_size=5,
    ),
)
def test_no_message_of_a_browser_does_more_than_the_page_allows(kind, content):
    frame = pd.DataFrame({"name": ["a", "b"]}, index=[5, 9])
    asked = []
    table = TableView(
        frame,
        [ListColumn("name", "Name")],
        "list",
        searched=("name",),
        actions=[BulkAction("go", "Go", "choice", (("yes", "Yes"),))],
        openable=True,
    )
    table.on_open(lambda id_: asked.append(id_))
    table.on_action(lambda name, value, ids: asked.append((name, value, ids)))
    table.select([5])
    table._handle_custom_msg({"kind": kind, **content}, [])
    assert table.selected <= {5, 9}
    assert all(a in (5, 9, ("go", "yes", [5])) for a in asked)


def test_an_action_takes_only_values_that_it_offers(book):
    people = PeopleList(book)
    ask(people.table, "select_all", what="page")
    ask(people.table, "act", name="relation", value="enemy")
    ask(people.table, "act", name="name", value="x")
    ask(people.table, "act", name="relation", value=["friend"])
    assert book.people["relation"].notna().sum() == 1


def test_those_without_a_place_are_given_one_by_one_press(book):
    unsaid = Unsaid(book, "place")
    assert unsaid.table.view["all"] == 31
    ask(unsaid.table, "select_all", what="matching")
    ask(unsaid.table, "act", name="place", value="event")
    assert book.people["place"].isna().sum() == 0
    assert unsaid.table.view["all"] == 0
    unsaid.all.value = True
    assert unsaid.table.view["all"] == 61


def test_cells_are_text_as_it_stands():
    frame = pd.DataFrame({"name": ["<b>x</b>"], "n": [1.5], "l": [["a", "b"]]})
    columns = [ListColumn(c, c) for c in frame]
    assert TableView(frame, columns, "c").view["rows"][0]["cells"] == ["<b>x</b>", "1.5", "a · b"]


def test_thirty_thousand_people_are_searched_and_turned_without_waiting():
    n = 30_000
    frame = pd.DataFrame({"name": [f"محمد {i}" for i in range(n)], "city": ["القاهرة"] * n})
    table = TableView(frame, [ListColumn(c, c) for c in frame], "c", searched=("name", "city"))
    ask(table, "search", text="محمد 29999")
    began = time.perf_counter()
    ask(table, "search", text="القاهره 2999")
    ask(table, "sort", column="name")
    ask(table, "page", page=1)
    assert time.perf_counter() - began < 3
    assert table.view["all"] == 13
