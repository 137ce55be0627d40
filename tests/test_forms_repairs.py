"""Repaired texts: shown before and after, and taken as they came where that is wanted."""

import pytest

from importing import cells, intake, press, titles
from shabakati.forms.repairs import Repairs, unrepaired
from shabakati.language import LANGUAGES, say, use

BEFORE, AFTER = "Ø£Ø­Ù…Ø¯", "أحمد"


def damaged(*rows):
    return intake(
        {"name": AFTER, "organisation": "Acme", "other_names": [AFTER, "Sara"]},
        {"name": "Omar"},
        repairs=rows or [("phone.vcf", 7, "name", BEFORE, AFTER)],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_were_repaired_is_said_and_each_is_shown_on_demand(language):
    use(language)
    shown = Repairs(damaged())
    unfolding = shown.children[0]
    assert titles(unfolding.cards) == [say("forms.import.repaired", n=1)]
    assert len(unfolding.children) == 1
    press(unfolding.cards, "repairs")
    table = unfolding.children[1]
    assert cells(table) == [[AFTER, BEFORE, say("schema.people.name"), "phone.vcf", "7"]]
    assert shown.wanted


def test_without_repair_texts_are_as_they_came_and_others_untouched():
    read = damaged(("f", 1, "name", BEFORE, AFTER), ("f", 1, "other_names", BEFORE, AFTER))
    people = unrepaired(read).people
    assert people["name"].tolist() == [BEFORE, "Omar"]
    assert people["other_names"].tolist() == [[BEFORE, "Sara"], []]
    assert people.dtypes.equals(read.people.dtypes)
    assert read.people["name"].tolist() == [AFTER, "Omar"]


def test_a_repair_of_no_column_of_ours_changes_nothing():
    read = damaged(("f", 1, "no such", BEFORE, AFTER))
    assert unrepaired(read).people.equals(read.people)
    unfolding = Repairs(read).children[0]
    press(unfolding.cards, "repairs")
    assert cells(unfolding.children[1])[0][2] == "no such"


def test_a_text_that_would_be_empty_or_hide_what_follows_stays_repaired():
    read = damaged(("f", 1, "name", "\u202e\x00", AFTER))
    assert unrepaired(read).people["name"].tolist() == [AFTER, "Omar"]


def test_the_box_tells_when_it_is_unticked():
    shown, heard = Repairs(damaged()), []
    shown.on_change(lambda: heard.append(shown.wanted))
    shown.box.value = False
    assert heard == [False]
