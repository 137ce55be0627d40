"""Each column once: what the schema says is what is stored, shown and asked for."""

from hypothesis import given
from hypothesis import strategies as st

from shabakati.schema import LINE_LIMIT, TABLES, Person, clean_line, clean_text, column, columns
from shabakati.vocabulary import GROUP_OF, Group, Relation


def test_the_eleven_tables_are_declared():
    assert list(TABLES) == [
        "people", "ties", "exchanges", "events", "goals", "actions", "profile", "answers",
        "gains", "snapshots", "sources",
    ]  # fmt: skip


def test_seven_relations_stand_in_five_groups():
    assert set(GROUP_OF) == set(Relation)
    assert set(GROUP_OF.values()) == set(Group)
    assert (len(Relation), len(Group)) == (7, 5)


def test_a_column_knows_its_kind_its_choices_and_what_it_points_to():
    assert column("people", "name").required
    assert column("people", "relation").choices == tuple(Relation)
    assert column("people", "notes").kind == "text"
    assert column("people", "introduced_by").reference.on_remove == "unset"
    assert column("ties", "a").reference.on_remove == "cascade"
    assert column("events", "people").kind == "ids"
    assert column("actions", "minutes").choices == (5, 15, 60)


def test_every_default_is_accepted_by_its_own_model():
    for table, model in TABLES.items():
        required = [c.name for c in columns(table) if c.required]
        given_ = {c.name: c.default for c in columns(table) if not c.required}
        missing = {e["loc"][0] for e in _errors(model, given_)}
        assert missing == set(required), table


def _errors(model, values):
    try:
        model.model_validate(values)
    except ValueError as error:
        return error.errors()
    return []


@given(st.text())
def test_a_cleaned_line_is_one_line_and_cleaning_again_changes_nothing(text):
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert clean_line(line) == line
    line.encode("utf-8")


@given(st.text())
def test_cleaned_text_keeps_its_lines_and_cleaning_again_changes_nothing(text):
    kept = clean_text(text)
    assert clean_text(kept) == kept
    assert "\r" not in kept
    kept.encode("utf-8")


@given(st.lists(st.text(max_size=LINE_LIMIT // 2), max_size=20))
def test_a_list_of_lines_has_no_empty_and_no_doubled_entries(entries):
    kept = Person(name="A", tags=entries).tags
    assert "" not in kept
    assert len(kept) == len(set(kept))
    assert Person(name="A", tags="\n".join(kept)).tags == kept
