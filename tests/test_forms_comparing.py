"""What a card says of rows that look like one: in words, in order, never too long."""

import pytest

from shabakati import Workbook
from shabakati.forms.comparing import pair_of
from shabakati.forms.listing import CELL_LIMIT
from shabakati.language import say, use
from shabakati.people.duplicates import COLUMNS
from shabakati.people.review import Review


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def card(book, *people):
    ids = [book.add("people", **{"name": "A", **person}) for person in people]
    pairs = book.people.head(0).reindex(columns=list(COLUMNS))
    rows = {id_: book.row("people", id_) for id_ in ids}
    return pair_of(rows, book.people, Review([], [], pairs), ids)


def line(pair, name):
    return next(line for line in pair.lines if line.name == name)


def test_codes_dates_and_who_introduced_are_said_in_words(book):
    use("en")
    by = book.add("people", name="Hala")
    told = card(
        book,
        {"relation": "friend", "met_on": "2024-01-05", "occasions": ["ramadan", "new_year"]},
        {"introduced_by": by, "relation": "family"},
    )
    assert line(told, "relation").cells == (("Friend",), ("Family",))
    assert line(told, "met_on").cells[0] == ("5 January 2024",)
    assert line(told, "introduced_by").cells == ((), ("Hala",))
    assert len(line(told, "occasions").cells[0]) == 2


def test_only_columns_of_which_somebody_says_something_are_shown(book):
    assert [told.name for told in card(book, {"city": "جدة"}, {}).lines] == ["name", "city"]


def test_what_is_to_be_chosen_comes_first_then_what_tells_people_apart_and_the_rest_is_folded(book):
    told = card(
        book,
        {"closeness": "close", "tags": ["t"], "phones": ["1"], "city": "A"},
        {"closeness": "distant", "phones": ["2"], "city": "A"},
    )
    assert [(told.name, told.folded) for told in told.lines] == [
        ("closeness", False),
        ("name", False),
        ("city", False),
        ("phones", False),
        ("tags", True),
    ]


def test_each_value_is_offered_once_where_it_is_said_first(book):
    told = card(book, {"role": "Clerk"}, {"role": "Cook"}, {"role": "Clerk"}, {})
    role = line(told, "role")
    assert role.options == (0, 1)
    assert role.best == 0  # the newest says it, the first offers it
    assert role.kept_in == say("schema.people.notes")
    assert line(told, "name").options == ()


def test_long_lists_and_long_notes_are_cut(book):
    told = card(book, {"phones": [str(i) for i in range(20)], "notes": "n" * 5000}, {})
    phones = line(told, "phones").cells[0]
    assert len(phones) == 9
    assert phones[-1] == say("forms.duplicates.more", n=12)
    assert len(line(told, "notes").cells[0][0]) == CELL_LIMIT


def test_rows_are_told_apart_by_where_they_are_from(book):
    use("en")
    sources = [{"source": source} for source in ("", "linkedin", "vcard", "my own table")]
    assert card(book, *sources).heads == (
        "typed by you",
        "LinkedIn",
        "phone contacts",
        "my own table",
    )


def test_numbers_and_addresses_read_from_the_left_in_any_language(book):
    told = card(book, {"phones": ["+966"], "url": "https://a.example", "city": "جدة"}, {})
    ways = {told.name: told.dir for told in told.lines}
    assert ways == {"name": "auto", "city": "auto", "phones": "ltr", "url": "ltr"}


def test_of_two_the_other_answer_is_two_people_and_of_more_it_is_different_people(book):
    labels = [act.label for act in card(book, {}, {}).acts]
    assert say("forms.duplicates.apart_two") in labels
    labels = [act.label for act in card(book, {}, {}, {}).acts]
    assert say("forms.duplicates.apart_several") in labels
