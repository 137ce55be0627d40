"""Forms of one row: what is typed becomes cells, is refused beside its field, and is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati import Workbook
from shabakati.forms.fields import Fields, Section, field_spec
from shabakati.forms.person import CONTACT, EXCHANGE, KEEPING, MAIN, PersonForm
from shabakati.forms.profile import ProfileForm
from shabakati.forms.values import clean, empty, from_form, to_form
from shabakati.language import LANGUAGES, say, use
from shabakati.schema import TABLES, column, columns

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
ALL = [(table, col) for table in TABLES for col in columns(table)]


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def press(fields, name, /, **values):
    """What the browser sends when a button is pressed."""
    shown = {**fields.values, **values}
    fields._handle_custom_msg({"kind": "act", "name": name, "values": shown}, [])


def test_every_column_of_a_person_has_a_field_but_where_it_came_from():
    asked = {*MAIN, *CONTACT, *EXCHANGE, *KEEPING}
    assert asked == {col.name for col in columns("people")} - {"source"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_of_every_table_can_be_asked_for(language):
    use(language)
    for table, col in ALL:
        spec = field_spec(table, col)
        assert spec["label"]
        assert spec["required"] == col.required


def test_what_a_form_shows_becomes_the_same_row_again(book):
    values = {
        "name": "سارة الحسيني",
        "relation": "friend",
        "emails": ["a@b.example", "c@d.example"],
        "occasions": ["ramadan", "birthday"],
        "cadence_days": 30,
        "introduced_by": book.add("people", name="Omar"),
        "met_on": None,
        "notes": "one\ntwo",
    }
    row = book.row("people", book.add("people", **values))
    for name in (*MAIN, *CONTACT, *EXCHANGE, *KEEPING):
        col = column("people", name)
        shown = to_form(col, row[name], str)
        assert clean(col, shown) == shown
        again = from_form(col, shown)
        assert ([x for x in again if x] if isinstance(again, list) else again) == row[name]


@pytest.mark.parametrize(
    ("typed", "cell"),
    [("a, b", ["a", " b"]), ("أ، ب", ["أ", " ب"]), ("a\nb, c", ["a", "b, c"])],
)
def test_lines_are_set_apart_by_commas_or_by_lines(typed, cell):
    assert from_form(column("people", "tags"), typed) == cell


def test_names_and_organisations_may_hold_commas():
    assert from_form(column("profile", "past_organisations"), "Acme, Inc.") == ["Acme, Inc."]


def test_arabic_digits_are_digits():
    assert from_form(column("people", "cadence_days"), "٣٠") == 30
    assert from_form(column("events", "hours"), "٢٫٥") == 2.5


@given(raw=ANY)
def test_no_value_of_a_browser_changes_the_shape_of_a_field(raw):
    for _, col in ALL:
        shown = clean(col, raw)
        assert isinstance(shown, type(empty(col)))
        from_form(col, shown)


@given(message=ANY, trait=ANY)
def test_no_message_of_a_browser_breaks_a_form(message, trait):
    fields = Fields("people", [Section(MAIN)], [], "form")
    before = fields.values
    fields._handle_custom_msg(message, [])
    fields._handle_custom_msg({"kind": "typed", "values": message}, [])
    fields.set_state({"shown": trait} if isinstance(trait, dict) else {})
    assert set(fields.values) == set(before)


def test_a_person_is_added_and_the_form_is_ready_for_the_next(book):
    form = PersonForm(book)
    press(form.fields, "add", name="  سارة   الحسيني ", relation="friend", tags="a، b")
    (person,) = book.people.index
    assert book.row("people", person)["name"] == "سارة الحسيني"
    assert book.row("people", person)["tags"] == ["a", "b"]
    assert form.fields.values["name"] == ""
    assert "سارة الحسيني" in form.note.message["text"]


def test_all_problems_stand_beside_their_fields_and_nothing_typed_is_lost(book):
    form = PersonForm(book)
    press(form.fields, "add", name="", cadence_days="soon", met_on="yesterday", city="عمّان")
    assert set(form.fields.problems) == {"name", "cadence_days", "met_on"}
    assert form.fields.values["city"] == "عمّان"
    assert form.fields.values["cadence_days"] == "soon"
    assert form.note.message["tone"] == "error"
    assert book.people.empty


def test_saving_changes_only_what_was_edited(book):
    person = book.add("people", name="Sara", tags=["a, with a comma"])
    form = PersonForm(book)
    form.show(person)
    press(form.fields, "save", city="Amman")
    assert book.row("people", person)["tags"] == ["a, with a comma"]
    assert book.row("people", person)["city"] == "Amman"


def test_a_removal_can_be_undone_from_its_message_until_something_else_is_done(book):
    person = book.add("people", name="Sara")
    form = PersonForm(book)
    form.show(person)
    press(form.fields, "remove")
    assert book.people.empty
    assert form.note.message["action"]
    form.note._handle_custom_msg({"kind": "act"}, [])
    assert list(book.people["name"]) == ["Sara"]
    form.show(person)
    press(form.fields, "remove")
    book.add("people", name="Omar")
    assert form.note.message["action"] == ""
    form.note._handle_custom_msg({"kind": "act"}, [])
    assert list(book.people["name"]) == ["Omar"]


def test_what_is_being_typed_survives_a_change_of_the_book(book):
    person = book.add("people", name="Sara")
    form = PersonForm(book)
    form.show(person)
    typed = {**form.fields.values, "notes": "half a sent"}
    form.fields._handle_custom_msg({"kind": "typed", "values": typed}, [])
    book.change("people", person, city="Amman")
    assert form.fields.values["notes"] == "half a sent"
    book.remove("people", person)
    assert form.fields.values["notes"] == "half a sent"
    assert form.person is None


def test_a_form_that_is_not_edited_follows_the_book(book):
    person = book.add("people", name="Sara")
    form = PersonForm(book)
    form.show(person)
    book.change("people", person, city="Amman")
    assert form.fields.values["city"] == "Amman"
    form.close()
    book.change("people", person, city="Basra")


def test_a_reference_is_found_by_name_in_any_spelling_of_its_letters(book):
    person = book.add("people", name="أحمد الهاشمي")
    form = PersonForm(book)
    sent = []
    form.fields.send = lambda message, buffers=None: sent.append(message)
    found = {"kind": "find", "field": "introduced_by", "text": "احمد"}
    form.fields._handle_custom_msg(found, [])
    assert [p["id"] for p in sent[-1]["people"]] == [person]
    chosen = [{"id": person, "label": ""}]
    press(form.fields, "add", name="Sara", introduced_by=chosen)
    assert book.people["introduced_by"].iloc[-1] == person
    press(form.fields, "add", name="Lina", introduced_by=[{"id": 999, "label": ""}])
    assert set(form.fields.problems) == {"introduced_by"}


def test_the_profile_is_saved(book):
    form = ProfileForm(book)
    press(form.fields, "save", name="نور", schools="جامعة دمشق\nMIT, Cambridge")
    assert book.row("profile", 1)["schools"] == ["جامعة دمشق", "MIT, Cambridge"]
    assert form.note.message["tone"] == "good"


def test_saving_ones_own_row_can_be_taken_back_but_saving_nothing_takes_nothing_back(book):
    book.add("people", name="Sara")
    form = ProfileForm(book)
    press(form.fields, "save")
    assert form.note.message["text"] == say("forms.profile.saved")
    assert not form.note.message["action"]
    press(form.fields, "save", name="نور")
    form.note._heard(None, {"kind": "act"}, None)
    assert book.row("profile", 1)["name"] == ""
    assert form.fields.values["name"] == ""
    assert len(book.people) == 1
