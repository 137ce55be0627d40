"""Each column is shown with what it was taken for, and only a choice that is offered is heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importing import intake
from shabakati.forms.columns import FIELDS, Columns
from shabakati.language import LANGUAGES, say, use


def columns(*rows):
    shown = Columns()
    shown.changes = []
    shown.on_change(shown.changes.append)
    shown.show(intake(proposal=rows).proposal)
    return shown


def choose(shown, place, field):
    shown._handle_custom_msg({"kind": "choose", "place": place, "field": field}, [])


def test_each_column_has_its_heading_its_first_cells_and_its_field():
    shown = columns(("Who", "name", ["Sara", "Omar", "Lina", "Zaid"]), ("", "", ["Acme"]))
    assert shown.fields == {0: "name"}
    assert shown.shown["columns"] == [
        {"place": 0, "heading": "Who", "samples": ["Sara", "Omar", "Lina"], "field": "name"},
        {
            "place": 1,
            "heading": say("forms.import.column", place=2),
            "samples": ["Acme"],
            "field": "",
        },
    ]


def test_a_choice_changes_one_column_and_is_told_once():
    shown = columns(("Who", "name", ["Sara"]), ("Where", "role", ["Acme"]))
    choose(shown, 1, "organisation")
    assert shown.changes == [{0: "name", 1: "organisation"}]
    assert shown.shown["columns"][1]["field"] == "organisation"
    choose(shown, 1, "")
    assert shown.fields == {0: "name"}


@pytest.mark.parametrize("name", ["name", "first_name", "middle_name", "last_name"])
def test_that_nobody_has_a_name_is_said_until_a_column_holds_it(name):
    shown = columns(("Who", "", ["Sara"]))
    assert shown.shown["problem"] == say("forms.import.no_name")
    choose(shown, 0, name)
    assert shown.shown["problem"] == ""


def test_many_columns_are_folded_but_those_that_were_understood():
    shown = columns(*[(f"c{i}", "name" if i == 7 else "", ["x"]) for i in range(30)])
    assert [c["place"] for c in shown.shown["columns"]] == [7]
    assert len(shown.shown["rest"]) == 29
    choose(shown, 3, "role")  # stays where it is while it is corrected
    assert [c["place"] for c in shown.shown["columns"]] == [7]
    assert shown.shown["rest"][3]["field"] == "role"


def test_columns_that_hold_nothing_are_not_asked_about():
    shown = columns(("Who", "name", ["Sara"]), ("Empty", "", []))
    assert [c["place"] for c in shown.shown["columns"]] == [0]
    choose(shown, 1, "role")
    assert shown.changes == []


def test_texts_of_the_file_are_short_and_hold_nothing_unseen():
    shown = columns(("a" * 500 + "\u202e", "name", ["x\u202ey\nz", "b" * 500]))
    (column,) = shown.shown["columns"]
    assert len(column["heading"]) == 61
    assert column["samples"][0] == "xy z"
    assert len(column["samples"][1]) == 61


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_its_word(language):
    use(language)
    shown = columns(("Who", "name", ["Sara"]))
    assert [option["value"] for option in shown.shown["options"]] == ["", *FIELDS]
    assert all(option["label"] for option in shown.shown["options"])


ANY = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.integers())


@given(
    st.dictionaries(st.sampled_from(["kind", "place", "field"]), ANY)
    | st.fixed_dictionaries(
        {"kind": st.just("choose"), "place": ANY, "field": st.sampled_from(FIELDS) | ANY}
    )
    | ANY
)
def test_no_message_of_a_browser_makes_a_column_that_is_not_there(message):
    shown = columns(("Who", "name", ["Sara"]), ("Where", "", ["Acme"]))
    shown.shown = {"columns": "nonsense"}  # a visitor can set any trait
    shown._handle_custom_msg(message, [])
    assert set(shown.fields) <= {0, 1}
    assert set(shown.fields.values()) <= set(FIELDS)
