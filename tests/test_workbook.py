"""The workbook as a person relies on it: kept, undone, told, refused."""

import datetime as dt

import numpy as np
import pytest

from shabakati import Workbook
from shabakati.errors import BookFileError, InvalidRow, NotThere
from shabakati.schema import TABLES, columns
from shabakati.vocabulary import Group, Relation


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def test_a_person_added_is_a_row_of_the_frame(book):
    id_ = book.add("people", name="سارة", relation=Relation.FRIEND, emails=["sara@post.example"])
    person = book.people.loc[id_]
    assert person["name"] == "سارة"
    assert person["group"] == "family_and_friends"
    assert person["emails"] == ["sara@post.example"]


def test_every_table_has_the_columns_of_the_schema(book):
    for table in TABLES:
        frame = getattr(book, table)
        named = [name for name in frame.columns if name != "group"]
        assert named == [column.name for column in columns(table)]
        assert frame.index.name == "id"


def test_choices_keep_the_articles_order_and_all_their_codes(book):
    book.add("people", name="A", relation="friend")
    assert list(book.people["group"].cat.categories) == [group.value for group in Group]
    assert book.people.groupby("group", observed=False).size().tolist() == [0, 0, 0, 0, 1]


def test_text_that_is_not_said_is_empty_and_never_nan(book):
    book.add("people", name="A")
    texts = [c.name for c in columns("people") if c.kind in ("line", "text")]
    assert book.people[texts].notna().all(axis=None)


def test_there_is_always_one_profile(book):
    book.change("profile", 1, name="ليلى", schools="جامعة الندى\nمعهد الأفق")
    assert book.profile.loc[1, "schools"] == ["جامعة الندى", "معهد الأفق"]
    with pytest.raises(NotThere):
        book.add("profile", name="another")
    with pytest.raises(NotThere):
        book.remove("profile", 1)


def test_all_problems_of_a_row_are_said_at_once(book):
    with pytest.raises(InvalidRow) as caught:
        book.add("people", name=" ", relation="boss", cadence_days=0, met_on="soon", shoe=43)
    problems = {problem.column: problem.key for problem in caught.value.problems}
    assert problems == {
        "name": "required",
        "relation": "choice",
        "cadence_days": "range",
        "met_on": "date",
        "shoe": "unknown_column",
    }
    assert len(book.people) == 0


@pytest.mark.parametrize("table", ["", "sqlite_master", "people; DROP TABLE people", None])
def test_a_table_that_is_not_there_is_refused(book, table):
    with pytest.raises(NotThere):
        book.add(table, name="A")


def test_one_row_that_is_not_accepted_stops_the_whole_change(book):
    with pytest.raises(InvalidRow):
        book.add_all("people", [{"name": "A"}, {"name": ""}])
    assert len(book.people) == 0
    assert not book.can_undo


def test_a_change_leaves_what_it_does_not_name(book):
    id_ = book.add("people", name="A", city="Amman")
    book.change("people", id_, role="Analyst")
    assert book.row("people", id_)["city"] == "Amman"


def test_many_rows_change_as_one_step(book):
    ids = book.add_all("people", [{"name": name} for name in "ABC"])
    book.change("people", ids[:2], place="alumni")
    assert (book.people["place"] == "alumni").sum() == 2
    book.undo()
    assert book.people["place"].isna().all()


def test_ids_out_of_a_frame_are_ids(book):
    book.add_all("people", [{"name": "A"}, {"name": "B"}])
    book.change("people", book.people.index, city="Aden")
    book.remove("people", np.int64(1))
    assert book.people["city"].tolist() == ["Aden"]


def test_changing_a_row_that_is_gone_says_so(book):
    with pytest.raises(NotThere):
        book.change("people", 7, name="A")


def test_a_person_takes_along_what_cannot_be_without_them_and_undo_brings_all_back(book):
    a, b = book.add_all("people", [{"name": "A"}, {"name": "B"}])
    book.change("people", b, introduced_by=a)
    book.add("ties", a=b, b=a, strength=2)
    book.add("exchanges", person=a, on="2026-01-02", kind="met")
    book.add("events", name="Fair", people=[a, b])
    before = {table: getattr(book, table) for table in TABLES}
    book.remove("people", a)
    assert len(book.ties) == len(book.exchanges) == 0
    assert book.events.loc[1, "people"] == [b]
    assert book.row("people", b)["introduced_by"] is None
    book.undo()
    for table, frame in before.items():
        assert getattr(book, table).equals(frame), table


def test_a_tie_is_one_unordered_pair(book):
    a, b = book.add_all("people", [{"name": "A"}, {"name": "B"}])
    tie = book.add("ties", a=b, b=a)
    assert book.ties.loc[tie, ["a", "b"]].tolist() == [a, b]
    for pair in ({"a": a, "b": b}, {"a": b, "b": a}, {"a": a, "b": a}, {"a": a, "b": 99}):
        with pytest.raises(InvalidRow):
            book.add("ties", **pair)


def test_a_pair_that_is_given_twice_in_one_change_stops_all_of_it(book):
    a, b, c = book.add_all("people", [{"name": n} for n in "ABC"])
    with pytest.raises(InvalidRow):
        book.add_all("ties", [{"a": a, "b": b}, {"a": b, "b": c}, {"a": b, "b": a}])
    assert len(book.ties) == 0


def test_changing_a_tie_cannot_make_a_second_one_of_the_same_pair(book):
    a, b, c = book.add_all("people", [{"name": n} for n in "ABC"])
    book.add("ties", a=a, b=b)
    other = book.add("ties", a=b, b=c)
    with pytest.raises(InvalidRow):
        book.change("ties", other, b=a)
    book.change("ties", other, strength=3)
    assert book.ties.loc[other, "strength"] == 3


def test_an_id_is_never_given_twice(book):
    first = book.add("people", name="A")
    book.remove("people", first)
    assert book.add("people", name="B") != first


def test_observers_are_told_once_a_step_and_only_of_their_tables(book):
    told = []
    book.observe(lambda change: told.append((change.name, len(change.new))), names=["people"])
    with book.together("import"):
        book.add("people", name="A")
        book.add("people", name="B")
        book.add("events", name="Fair")
        assert len(book.people) == 2
    assert told == [("people", 2)]
    book.undo()
    assert told[-1] == ("people", 0)


def test_frames_are_replaced_and_never_altered(book):
    book.add("people", name="A")
    before = book.people
    copy = before.copy(deep=True)
    book.add("people", name="B")
    book.change("people", 1, name="C")
    assert before.equals(copy)
    assert book.people is not before


def test_an_error_inside_together_takes_everything_back(book):
    book.add("people", name="A")
    before = book.people
    with pytest.raises(NotThere), book.together("import"):  # noqa: PT012
        book.add("people", name="B")
        book.change("people", 1, name="Z")
        assert len(book.people) == 2
        book.remove("people", 99)
    assert book.people.equals(before)
    assert book.row("people", 1)["name"] == "A"


def test_a_new_change_ends_what_could_be_redone(book):
    book.add("people", name="A")
    book.undo()
    book.add("people", name="B")
    assert not book.can_redo
    assert not book.redo()
    assert book.people["name"].tolist() == ["B"]


def test_a_change_that_changes_nothing_is_no_step(book):
    with book.together("import"):
        pass
    book.add_all("people", [])
    assert not book.can_undo


def test_sixty_changes_back_after_reopening(tmp_path):
    path = tmp_path / "book.sqlite"
    with Workbook.open(path) as book:
        for n in range(60):
            book.add("people", name=f"person {n}")
    with Workbook.open(path) as book:
        for left in range(59, -1, -1):
            assert book.undo()
            assert len(book.people) == left
        assert not book.undo()
        while book.redo():
            pass
        assert book.people["name"].iloc[-1] == "person 59"


def test_the_bytes_of_a_book_are_the_whole_book(tmp_path):
    with Workbook.open(tmp_path / "book.sqlite") as book:
        book.add("people", name="سارة", met_on=dt.date(2024, 5, 1), tags=["a", "b"])
        book.change("people", 1, city="Fez")
        copy = Workbook.from_bytes(book.to_bytes())
        for table in TABLES:
            assert getattr(copy, table).equals(getattr(book, table)), table
    copy.undo()
    assert copy.row("people", 1)["city"] == ""
    copy.save_as(tmp_path / "copy.sqlite")
    with Workbook.open(tmp_path / "copy.sqlite") as again:
        assert again.redo()
        assert again.row("people", 1)["city"] == "Fez"


def test_a_closed_book_says_that_it_is_closed(book):
    book.close()
    with pytest.raises(BookFileError):
        book.add("people", name="A")


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\u202eb", "a\ud800b", "a\r\nb", "'; DROP TABLE people"]
)
def test_hostile_text_is_kept_as_plain_text(book, text):
    id_ = book.add("people", name=text, notes=text)
    kept = book.row("people", id_)
    assert not set(kept["name"]) & set("\x00\u202e\ud800\n\r")
    assert kept["name"].startswith(text[0])
    assert len(book.people) == 1


def test_a_book_that_becomes_another_has_its_rows_its_history_and_its_own_followers():
    with Workbook.in_memory() as book, Workbook.in_memory() as empty:
        book.add("people", name="before")
        other = Workbook.in_memory()
        other.add("people", name="A")
        other.add("goals", text="find work", benefit="advice")
        heard = []
        book.observe(lambda change: heard.append((change.name, len(change.new))))
        book.become(other)
        assert sorted(heard) == [("goals", 1), ("people", 1), ("profile", 1)]
        assert book.people["name"].tolist() == ["A"]
        assert book.undo()
        assert book.goals.empty
        book.become(empty)
        assert (book.people.empty, book.can_undo, book.can_redo) == (True, False, False)
        book.add("people", name="after")
        assert book.people["name"].tolist() == ["after"]
