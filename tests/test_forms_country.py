"""Numbers that say no country: counted, asked for once, Arab countries first."""

import pytest

from importing import intake
from shabakati.forms.country import AskCountry, countries, unplaced
from shabakati.language import LANGUAGES, say, use, word
from shabakati.people.letters import normalise
from shabakati.vocabulary import Country

ARAB = {"ae", "bh", "dj", "dz", "eg", "eh", "iq", "jo", "km", "kw", "lb", "ly", "ma", "mr", "om"}
ARAB |= {"ps", "qa", "sa", "sd", "so", "sy", "tn", "ye"}


def test_only_numbers_without_a_country_code_are_counted():
    people = intake(
        {"name": "Sara", "phones": ["+966501234567", "0501234567"]},
        {"name": "Omar", "phones": ["*100#"]},
        "Lina",
    ).people
    assert unplaced(people) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_arab_countries_stand_first_then_all_by_name(language):
    use(language)
    found = countries()
    assert {code for _, code in found[: len(ARAB)]} == ARAB
    assert len(found) == len(Country)
    for part in (found[: len(ARAB)], found[len(ARAB) :]):
        names = [normalise(label) for label, _ in part]
        assert names == sorted(names)


def test_the_answer_is_none_until_one_is_chosen_and_kept_unless_unticked():
    ask, heard = AskCountry(14), []
    ask.on_change(lambda: heard.append(ask.country))
    assert (ask.country, ask.to_keep) == (None, None)
    assert ask.keep.layout.display == "none"
    ask.choice.value = Country.SA.value
    assert heard == ["sa"]
    assert ask.keep.layout.display == ""
    assert ask.to_keep == "sa"
    ask.keep.value = False
    assert (ask.country, ask.to_keep) == ("sa", None)


def test_what_came_of_the_answer_is_said():
    ask = AskCountry(14)
    ask.tell(14)
    assert ask.note.message["text"] == say("forms.import.numbers", n=14)
    ask.choice.value = "eg"
    ask.tell(0)
    assert ask.note.message["text"] == say("forms.import.numbers_read")
    ask.tell(3)
    assert ask.note.message["text"] == say("forms.import.numbers_left", n=3)


@pytest.mark.parametrize("index", [10**6, -5, "x"])
def test_a_browser_cannot_choose_a_country_that_is_not_offered(index):
    ask = AskCountry(1)
    with pytest.raises(Exception, match=r"."):
        ask.choice.set_state({"index": index})
    assert ask.country is None or ask.country in {code.value for code in Country}
    assert word(Country(ask.country or "sa"))
