"""Who changed jobs: from where to where, reminders in one step, never two for one person."""

import pandas as pd
import pytest

from importing import cells
from shabakati import Workbook
from shabakati.forms.moves import MINUTES, Moves
from shabakati.language import LANGUAGES, say, use
from shabakati.schema import clean_line


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def moved(book, *names):
    """These people, who are at Atlas now and were at Acme."""
    rows = [{"name": name, "organisation": "Atlas", "role": "Head"} for name in names]
    ids = book.add_all("people", rows)
    return pd.DataFrame(
        [(i, name, "Acme", "", "Atlas", "Head") for i, name in zip(ids, names, strict=True)],
        columns=["person", "name", "organisation_before", "role_before", "organisation", "role"],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_who_went_from_where_to_where(book, language):
    use(language)
    shown = Moves(book, moved(book, "Sara", "<b>Omar</b>"))
    assert shown.title.message["text"] == say("forms.import.moved", n=2)
    assert cells(shown.table)[0] == ["Sara", "Acme", "Head · Atlas", ""]


def test_all_are_reminded_of_in_one_step(book):
    shown = Moves(book, moved(book, "Sara", "Omar"))
    shown.all.click()
    assert book.actions["person"].tolist() == book.people.index.tolist()
    assert book.actions["minutes"].tolist() == [MINUTES] * 2
    assert book.actions["text"].tolist()[0] == clean_line(say("forms.import.write_to", name="Sara"))
    assert book.actions["due"].isna().all()
    assert shown.all.layout.display == "none"
    assert shown.note.message["action"]
    shown.note._handle_custom_msg({"kind": "act"}, [])
    assert book.actions.empty
    assert shown.all.layout.display == ""


def test_nobody_is_reminded_of_twice(book):
    frame = moved(book, "Sara", "Omar")
    shown = Moves(book, frame)
    first = int(book.people.index[0])
    shown.table._act("remind", "", [first])
    assert cells(shown.table)[0][3] == say("forms.import.reminder_set")
    shown.table._act("remind", "", [first])
    assert shown.note.message["text"] == say("forms.import.reminded_already")
    shown.all.click()
    assert len(book.actions) == 2
    again = Moves(book, frame)
    assert again.all.layout.display == "none"


def test_one_that_was_done_may_be_set_anew(book):
    shown = Moves(book, moved(book, "Sara"))
    shown.all.click()
    book.change("actions", int(book.actions.index[0]), done_on="2026-01-01")
    shown.all.click()
    assert len(book.actions) == 2


def test_who_was_removed_or_moved_back_is_shown_no_more(book):
    frame = moved(book, "Sara", "Omar")
    shown = Moves(book, frame)
    sara, omar = book.people.index.tolist()
    book.remove("people", sara)
    assert [row[0] for row in cells(shown.table)] == ["Omar"]
    shown.remind([sara])
    assert book.actions.empty
    book.change("people", omar, organisation="Acme")
    assert shown.layout.display == "none"


def test_a_closed_list_follows_no_book(book):
    shown = Moves(book, moved(book, "Sara"))
    shown.close()
    before = shown.table.view
    book.remove("people", book.people.index.tolist())
    assert shown.table.view == before
