"""The same file again changes nothing; a newer one says who moved and leaves your words alone."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.intake import add_to_book
from shabakati.intake.intake import make_intake
from shabakati.people.moves import moves
from shabakati.schema import TABLES

TODAY = dt.date(2026, 11, 25)


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def intake(*people, source="linkedin", exchanges=()):
    rows = [{"source": source, **person} for person in people]
    return make_intake({"people": rows, "exchanges": list(exchanges)}, (), ())


def sara(**more):
    return {"name": "Sara Haddad", "organisation": "Nile", "role": "Head", "key": "sara", **more}


def states(book):
    return {table: getattr(book, table) for table in TABLES}


def is_same(book, before):
    return all(getattr(book, table).equals(frame) for table, frame in before.items())


def test_a_newer_export_says_who_changed_jobs(book):
    add_to_book(book, intake(sara(), sara(key="omar", name="Omar Saleh")))
    newer = intake(sara(organisation="Atlas"), sara(key="omar", name="Omar Saleh", role="CEO"))
    added = add_to_book(book, newer, TODAY)
    assert (added.people, added.known, added.filled) == (0, 2, 2)
    assert [tuple(move)[1:] for move in added.moved] == [
        ("Sara Haddad", "Nile", "Head", "Atlas", "Head"),
        ("Omar Saleh", "Nile", "Head", "Nile", "CEO"),
    ]
    assert book.people[["organisation", "role"]].values.tolist() == [
        ["Atlas", "Head"],
        ["Nile", "CEO"],
    ]
    found = moves(book.sources, book.people)
    assert found["moved_on"].tolist() == [TODAY, TODAY]
    assert found["job"].tolist() == [True, False]
    # The page is closed, the same file comes again: who moved is still known.
    assert add_to_book(book, newer).moved == ()
    assert moves(book.sources, book.people).equals(found)
    book.undo()
    assert moves(book.sources, book.people).empty
    assert book.people["organisation"].tolist() == ["Nile", "Nile"]


@pytest.mark.parametrize("same", ["NILE", "Nile Ltd.", "Nile, Inc", "Ni-le"])
def test_another_spelling_is_no_move(book, same):
    add_to_book(book, intake(sara()))
    assert add_to_book(book, intake(sara(organisation=same))).moved == ()
    assert book.people["organisation"].tolist() == [same]


def test_whoever_can_tell_organisations_may_say_so(book):
    add_to_book(book, intake(sara()))
    newer = intake(sara(organisation="النيل"))
    assert add_to_book(book, newer, None, lambda a, b: {a, b} == {"Nile", "النيل"}).moved == ()


def test_what_you_typed_stays_and_the_move_is_told_all_the_same(book):
    add_to_book(book, intake(sara()))
    book.change("people", 1, organisation="My own word", role="")
    added = add_to_book(book, intake(sara(organisation="Atlas", role="CEO")))
    assert book.people.loc[1, ["organisation", "role"]].tolist() == ["My own word", ""]
    assert added.moved[0].organisation == "Atlas"


def test_what_you_knew_already_is_no_news(book):
    add_to_book(book, intake(sara()))
    book.change("people", 1, organisation="Atlas")
    assert add_to_book(book, intake(sara(organisation="ATLAS"))).moved == ()


def test_a_source_that_falls_silent_has_not_said_that_somebody_left(book):
    add_to_book(book, intake(sara()))
    assert add_to_book(book, intake(sara(organisation=""))).moved == ()
    assert book.people["organisation"].tolist() == ["Nile"]
    (move,) = add_to_book(book, intake(sara(organisation="Atlas"))).moved
    assert move.organisation_before == "Nile"


def test_without_a_word_of_before_only_empty_cells_are_filled(book):
    book.add("people", name="Sara Haddad", emails=["s@x.example"], organisation="Mine")
    added = add_to_book(book, intake(sara(emails=["s@x.example"])))
    assert (added.known, added.moved) == (1, ())
    assert book.people.loc[1, ["organisation", "role"]].tolist() == ["Mine", "Head"]


def test_lists_grow_and_what_you_removed_does_not_come_back(book):
    card = {"name": "Sara", "key": "", "phones": ["1", "2"], "emails": ["s@x.example"]}
    add_to_book(book, intake(card, source="vcard"))
    book.change("people", 1, phones=["2"], city="")
    newer = card | {"phones": ["1", "2", "3"], "city": "جدة"}
    assert add_to_book(book, intake(newer, source="vcard")).filled == 1
    assert book.people.loc[1, "phones"] == ["2", "3"]
    assert book.people.loc[1, "city"] == "جدة"


def test_a_new_name_stands_beside_the_one_in_the_book(book):
    add_to_book(book, intake(sara()))
    add_to_book(book, intake(sara(name="Sara Omar")))
    assert book.people["name"].tolist() == ["Sara Haddad"]
    assert book.people.loc[1, "other_names"] == ["Sara Omar"]


def test_an_older_file_that_comes_again_turns_nothing_back(book):
    older, newer = intake(sara()), intake(sara(organisation="Atlas"))
    add_to_book(book, older)
    add_to_book(book, newer)
    before = states(book)
    add_to_book(book, older)
    assert is_same(book, before)


def test_rows_of_one_key_are_one_person(book):
    touches = [{"person": i, "on": TODAY, "kind": "wrote", "direction": "given"} for i in (1, 2)]
    file = intake(
        sara(key="omar", name="Omar"),
        sara(phones=["1"]),
        sara(phones=["2"], city="Cairo", name="سارة"),
        exchanges=touches,
    )
    assert add_to_book(book, file)[:2] == (2, 1)
    assert book.people.loc[2, "phones"] == ["1", "2"]
    assert book.people.loc[2, ["name", "city"]].tolist() == ["Sara Haddad", "Cairo"]
    assert book.people.loc[2, "other_names"] == ["سارة"]
    assert book.exchanges["person"].tolist() == [2]
    before = states(book)
    add_to_book(book, file)
    assert is_same(book, before)


def test_after_a_merge_either_file_again_changes_nothing(book):
    linkedin = intake(sara(url="https://www.linkedin.com/in/sara"))
    phone = intake(
        {"name": "سارة حداد", "phones": ["1"], "organisation": "النيل"},
        {"name": "سارة", "phones": ["2"], "key": "uid"},
        source="vcard",
    )
    add_to_book(book, linkedin)
    add_to_book(book, phone)
    assert len(book.people) == 3
    book.merge_all([(1, 2), (1, 3)])
    assert book.sources["person"].tolist() == [1, 1, 1]
    before = states(book)
    add_to_book(book, linkedin)
    add_to_book(book, phone)
    assert is_same(book, before)
    book.undo()  # the merge, not an import
    assert len(book.people) == 3


person = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Sara", "Omar", "سارة"]),
        "key": st.sampled_from(["", "", "a", "b"]),
        "organisation": st.sampled_from(["", "Nile", "Atlas"]),
        "role": st.sampled_from(["", "Head"]),
        "phones": st.lists(st.sampled_from(["1", "2"]), max_size=2),
        "emails": st.lists(st.sampled_from(["a@x.example", "b@x.example"]), max_size=1),
        "city": st.sampled_from(["", "Cairo"]),
        "met_on": st.sampled_from([None, TODAY]),
    }
)
files = st.builds(
    lambda people, source: intake(*people, source=source),
    st.lists(person, max_size=5),
    st.sampled_from(["linkedin", "vcard"]),
)
edits = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.sampled_from(
            [
                {"organisation": "Mine"},
                {"organisation": "", "city": ""},
                {"name": "Another", "phones": []},
                {"emails": ["c@x.example"], "role": "Mine"},
                "merge",
            ]
        ),
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(files, files, edits)
def test_whatever_you_do_in_between_the_same_file_again_changes_nothing(earlier, later, edits):
    with Workbook.in_memory() as book:
        add_to_book(book, earlier)
        add_to_book(book, later)
        once = states(book)
        add_to_book(book, later)
        assert is_same(book, once)
        for number, edit in edits:
            ids = book.people.index.tolist()
            if edit == "merge" and len(ids) > 1:
                book.merge(ids[number % len(ids)], ids[(number + 1) % len(ids)])
            elif edit != "merge" and ids:
                book.change("people", ids[number % len(ids)], **edit)
        before, tail = states(book), book.to_bytes()
        for file in (later, earlier):
            assert add_to_book(book, file)[:3] == (0, len(file.people), 0)
        assert is_same(book, before)
        assert book.to_bytes() == tail  # not even a step that could be undone
