"""The one page: steps on demand, two languages, one book, and messages that cannot be trusted."""

import gc
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.errors import BookFileError
from shabakati.language import LANGUAGES, current_language, use
from shabakati.opening import open_demo
from shabakati.steps import (
    events,
    first_words,
    keeping_warm,
    my_goals,
    my_map,
    my_people,
    my_plan,
    network_types,
    our_places,
    page,
    start_here,
    what_we_exchange,
)
from shabakati.steps.app import Page
from shabakati.steps.my_map import is_done as is_mapped
from shabakati.steps.prose import Reading, paragraphs

STEPS = {
    "00_start_here": start_here,
    "01_my_goals": my_goals,
    "02_my_people": my_people,
    "03_our_places": our_places,
    "04_network_types": network_types,
    "05_my_map": my_map,
    "06_what_we_exchange": what_we_exchange,
    "07_first_words": first_words,
    "08_events": events,
    "09_keeping_warm": keeping_warm,
    "10_my_plan": my_plan,
}


@pytest.fixture
def book(tmp_path):
    with Workbook.open(tmp_path / "book.sqlite") as book:
        yield book


@pytest.fixture
def shown(book):
    shown = Page(book)
    yield shown
    shown.close()


def hear(shown, **message):
    shown.bar._handle_custom_msg(message, [])


def texts(widget):
    """All that a tree of widgets says in HTML, messages and labels."""
    found = [str(getattr(widget, name, "")) for name in ("value", "message", "description")]
    return "\n".join(found + [texts(child) for child in getattr(widget, "children", ())])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STEPS)
def test_every_step_is_built_of_an_empty_book_of_one_person_and_of_the_demo(name, language):
    use(language)
    one = Workbook.in_memory()
    one.add("people", name="<b>سارة</b>", relation="friend")
    for book in (Workbook.in_memory(), one, open_demo()):
        built = STEPS[name](book)
        assert "shabakati" in built._dom_classes
        assert ("rtl" if language == "ar" else "ltr") in built._dom_classes
        assert "<b>" not in texts(built).replace("&lt;b&gt;", "")


def test_steps_are_built_when_they_are_first_opened(shown):
    assert list(shown._opened) == ["00_start_here"]
    hear(shown, kind="go", step="03_our_places")
    assert list(shown._opened) == ["00_start_here", "03_our_places"]
    assert shown._opened["00_start_here"].layout.display == "none"
    assert shown._opened["03_our_places"].layout.display == ""
    first = shown._opened["03_our_places"]
    hear(shown, kind="go", step="00_start_here")
    hear(shown, kind="go", step="03_our_places")
    assert shown._opened["03_our_places"] is first


def test_a_new_language_rebuilds_the_step_and_keeps_the_work(shown, book):
    id_ = book.add("people", name="سارة")
    hear(shown, kind="go", step="02_my_people")
    hear(shown, kind="language", language="en")
    assert current_language() == "en"
    assert shown.here == "02_my_people"
    assert (shown.bar.language, shown.bar.direction) == ("en", "ltr")
    assert book.people.loc[id_, "name"] == "سارة"


def test_the_pages_address_says_where_to_begin(shown):
    hear(shown, kind="hello", language="en", step="04_network_types")
    assert (current_language(), shown.here) == ("en", "04_network_types")
    assert "00_start_here" not in shown._opened


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"kind": "go"},
        {"kind": "go", "step": "99_nowhere"},
        {"kind": "go", "step": ["00_start_here"]},
        {"kind": "go", "step": "../../etc/passwd"},
        {"kind": "language", "language": "fr"},
        {"kind": "language", "language": None},
        {"kind": "hello", "language": "<script>", "step": 7},
        {"kind": "close"},
    ],
)
def test_messages_that_the_bar_does_not_know_change_nothing(shown, message):
    shown.bar._handle_custom_msg(message, [])
    assert (shown.here, current_language()) == ("00_start_here", "ar")


@given(
    st.dictionaries(
        st.sampled_from(["kind", "step", "language"]),
        st.none() | st.integers() | st.text(max_size=9) | st.lists(st.text(max_size=3)),
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_message_stops_the_page(shown, message):
    shown.bar._handle_custom_msg(message, [])
    assert shown.here == "00_start_here"


def test_the_demo_leaves_my_book_alone(shown, book):
    book.add("people", name="mine")
    shown.walk_demo()
    assert len(shown.book.people) > 50
    demo = shown.book
    demo.remove("people", list(demo.people.index))
    shown.walk(shown.mine)
    with pytest.raises(BookFileError):
        demo.refresh()
    assert shown.book is book
    assert book.people["name"].tolist() == ["mine"]


def test_steps_are_done_when_their_question_is_answered_for_everybody(shown, book):
    def states():
        return {step["name"]: step["state"] for step in shown.bar.steps}

    id_ = book.add("people", name="A")
    assert set(states().values()) == {"here", "open"}
    book.change("people", id_, relation="friend", place="social")
    assert states()["02_my_people"] == states()["03_our_places"] == "done"
    assert states()["04_network_types"] == "open"
    book.undo()
    assert states()["02_my_people"] == "open"


def test_the_map_is_done_when_a_circle_is_placed_and_some_of_it_know_each_other(book):
    first, second = (book.add("people", name=name, closeness="close") for name in "AB")
    assert not is_mapped(book)
    book.add("ties", a=first, b=second)
    assert is_mapped(book)
    book.add("people", name="C")
    assert not is_mapped(book)
    book.add_all("people", [{"name": "D", "closeness": "regular"}] * 13)
    assert is_mapped(book)


def test_the_page_says_saved_only_of_a_book_that_has_a_file(shown, book):
    assert "محفوظ" in shown.tools.saved.message["text"]
    shown.walk_demo()
    assert shown.tools.saved.message["text"].startswith("لا يُحفظ")


def test_a_file_that_cannot_be_read_any_more_is_said_and_looked_at_again(shown, book):
    with sqlite3.connect(book.path) as other:
        other.execute("ALTER TABLE versions RENAME TO gone")
    shown.look_again()
    assert shown.tools.saved.message["tone"] == "error"
    with other:
        other.execute("ALTER TABLE gone RENAME TO versions")
        other.execute("INSERT INTO people (name) VALUES ('from elsewhere')")
        other.execute("INSERT OR REPLACE INTO versions VALUES ('people', 99)")
    other.close()
    shown.look_again()
    assert book.people["name"].tolist() == ["from elsewhere"]


def test_a_page_that_is_gone_follows_the_book_no_more(book):
    shown = Page(book)
    for name in STEPS:
        shown.go(name)
    shown.speak("en")
    shown.close()
    gc.collect()
    assert [
        h for kinds in book._trait_notifiers.values() for hs in kinds.values() for h in hs
    ] == []


def test_a_book_that_cannot_be_opened_is_said_on_the_page(tmp_path, monkeypatch):
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"no book at all")
    monkeypatch.setenv("SHABAKATI_WORKBOOK", str(bad))
    assert "bad.sqlite" in texts(page())
    assert bad.read_bytes() == b"no book at all"


def test_prose_is_text_and_never_html():
    assert "&lt;img" in paragraphs("<img src=x onerror=alert(1)>").value


def test_a_reading_follows_its_tables_until_it_is_closed(book):
    told = Reading(book, ["people"], lambda book: [f"{len(book.people)} people"])
    book.add("people", name="A")
    assert "1 people" in told.prose.value
    told.close()
    book.add("people", name="B")
    assert "1 people" in told.prose.value


def test_every_step_ends_with_the_way_to_the_next_one(shown):
    for step in list(STEPS)[1:]:
        assert shown._next.layout.display == ""
        shown._next.click()
        assert shown.here == step
    assert shown._next.layout.display == "none"


def test_a_page_that_rests_shows_no_step_and_speaks_on(book):
    shown = Page(book, kept=True)
    before = shown.children
    shown.rest(True)
    shown.speak("en")
    shown.go("02_my_people")
    assert shown.children == (shown.bar, shown.keeper)
    shown.rest(False)
    assert len(shown.children) == len(before) + 1
    assert shown.keeper in shown.tools._row.children
    shown.close()


def test_a_page_begins_anew_with_nothing_of_what_was_shown_before(book):
    shown = Page(book, kept=True)
    shown.go("02_my_people")
    shown.walk_demo()
    demo, steps = shown.book, set(shown._opened.values())
    shown.begin_anew()
    assert (shown.here, shown.book) == ("00_start_here", book)
    assert steps.isdisjoint(shown._opened.values())
    with pytest.raises(BookFileError):
        demo.refresh()
    shown.close()
