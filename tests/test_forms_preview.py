"""A preview says what taking a file would change, and changes nothing."""

import pytest

from importing import cells, intake
from shabakati import Workbook
from shabakati.forms.preview import Preview
from shabakati.intake import add_to_book
from shabakati.language import LANGUAGES, say, use


@pytest.fixture
def book():
    with Workbook.in_memory() as book:
        yield book


def sara(**more):
    return {"name": "Sara", "emails": ["sara@example.com"], "source": "vcard"} | more


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_and_known_are_told_apart(book, language):
    use(language)
    book.add("people", **sara())
    preview = Preview(book, intake(sara(), "<img src=x>"))
    assert [row[1] for row in cells(preview.children[2])] == [
        say("forms.contacts.is_known"),
        say("forms.contacts.is_new"),
    ]
    assert say("forms.contacts.known", n=1) in preview.summary.message["text"]
    assert preview.take.description == say("forms.contacts.take", n=1)


def test_what_is_known_better_now_can_be_taken(book):
    book.add("people", **sara())
    preview = Preview(book, intake(sara(role="Head")))
    assert preview.take.description == say("forms.contacts.update")
    assert preview.take.layout.display == ""


def test_nothing_in_the_book_changes_by_looking(book):
    book.add("people", **sara())
    seen = []
    book.observe(seen.append)
    before = book.to_bytes()
    Preview(book, intake(sara(role="Head"), "Omar"))
    assert book.to_bytes() == before
    assert seen == []


def test_only_columns_that_say_something_are_shown(book):
    preview = Preview(book, intake(sara(phones=["+966501234567"])))
    shown = [column["name"] for column in preview.children[2].view["columns"]]
    assert shown == ["name", "state", "emails", "phones"]


def test_a_file_of_nobody_offers_nothing_to_take(book):
    preview = Preview(book, intake())
    assert preview.take.layout.display == "none"
    assert say("forms.import.nothing_here") in preview.summary.message["text"]


def test_while_it_is_read_again_nothing_can_be_taken(book):
    preview, heard = Preview(book, intake("Sara")), []
    preview.on_choice(heard.append)
    preview.wait()
    preview.take.click()
    assert heard == []
    preview.leave.click()
    assert heard == [False]


def test_it_knows_whom_adding_will_know_by_the_sources_own_key(book):
    add_to_book(book, intake({"name": "Sara Haddad", "source": "vcard", "key": "u-1"}))
    read = intake({"name": "Sara Nasser", "source": "vcard", "key": "u-1"})
    preview = Preview(book, read)
    assert [row[1] for row in cells(preview.children[2])] == [say("forms.contacts.is_known")]
    assert preview.take.description == say("forms.contacts.update")
    assert add_to_book(book, read).people == 0


def test_somebody_whom_the_file_tells_twice_is_promised_once(book):
    card = {"name": "Sara Haddad", "source": "vcard", "key": "u-1"}
    read = intake(card, card | {"role": "Head"})
    assert Preview(book, read).take.description == say("forms.contacts.take", n=1)
    assert add_to_book(book, read).people == 1


def test_an_organisation_in_other_words_is_not_announced_as_another_job(book):
    card = {"name": "Sara", "source": "vcard", "key": "u-1", "organisation": "Nile Bank"}
    add_to_book(book, intake(card))
    preview = Preview(book, intake(card | {"organisation": "بنك النيل"}))
    assert say("forms.import.will_move", n=1) not in preview.summary.message["text"]
