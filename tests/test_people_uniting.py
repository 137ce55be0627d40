"""Several rows as one: the value that wins is the likelier one, and what loses is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shabakati.language import use
from shabakati.people.letters import normalise
from shabakati.people.uniting import KEPT_IN, chosen_columns, conflicts, united, winner
from shabakati.schema import columns
from shabakati.storage.validation import accepted


def rows(*people):
    """Whole rows by id from 1."""
    return {i: accepted("people", {"name": "A", **person}) for i, person in enumerate(people, 1)}


def best(name, *people):
    found = rows(*people)
    return found[winner(found, name)][name]


def test_a_column_is_in_conflict_when_two_rows_say_different_things_of_it():
    found = conflicts(
        rows(
            {"role": "Engineer", "city": "عمّان", "relation": "friend"},
            {"role": "Manager", "city": "عمّان"},
            {"role": "Engineer", "relation": "classmate"},
        )
    )
    assert found == {"role": [1, 2], "relation": [1, 3]}


def test_what_the_person_typed_wins_over_what_a_file_says():
    typed, file = {"name": "سارة"}, {"name": "Sara Al Haddad Ali", "source": "linkedin"}
    assert best("name", file, typed) == "سارة"


def test_the_name_of_more_parts_wins_and_of_two_alike_the_readers_script():
    latin = {"name": "Ahmed Al-Otaibi", "source": "linkedin"}
    arabic = {"name": "أحمد العتيبي", "source": "vcard"}
    assert best("name", latin, arabic) == "أحمد العتيبي"
    assert best("name", latin | {"name": "Ahmed M. Al-Otaibi"}, arabic) == "Ahmed M. Al-Otaibi"
    use("en")
    assert best("name", arabic, latin) == "Ahmed Al-Otaibi"


def test_a_title_makes_no_name_fuller():
    use("en")
    assert best("name", {"name": "د. سارة علي", "source": "x"}, {"name": "Sara Ali", "source": "x"})
    assert best(
        "name", {"name": "د. سارة", "source": "x"}, {"name": "Sara Ali", "source": "x"}
    ) == ("Sara Ali")


def test_linkedin_knows_the_work_better_than_a_phone_and_a_newer_row_better_than_an_older():
    phone = {"role": "زميل", "source": "vcard"}
    old, new = ({"role": role, "source": "linkedin"} for role in ("Analyst", "Head of data"))
    assert best("role", old, new, phone) == "Head of data"
    assert best("role", old, {"role": "مديرة"}) == "مديرة"


def test_a_profile_wins_over_another_page():
    page = {"url": "https://sara.example", "source": "vcard"}
    profile = {"url": "https://www.linkedin.com/in/sara", "source": "linkedin"}
    assert best("url", page, profile) == profile["url"]


def test_the_whole_birthday_wins_and_the_earlier_day_of_meeting():
    assert best("birthday", {"birthday": "--02-10"}, {"birthday": "1990-02-10"}) == "1990-02-10"
    early, late = {"met_on": "2019-01-01"}, {"met_on": "2024-01-01"}
    assert best("met_on", late, early).year == 2019


def test_what_was_judged_first_stays():
    assert best("relation", {"relation": "friend"}, {"relation": "classmate"}) == "friend"


def test_who_says_something_wins_over_who_says_nothing():
    assert best("city", {}, {"city": "جدة", "source": "vcard"}) == "جدة"


def test_all_names_numbers_and_pages_are_kept():
    whole = united(
        rows(
            {"name": "سارة حداد", "phones": ["1"], "url": "https://a.example"},
            {"name": "Sara", "phones": ["2", "1"], "url": "https://b.example"},
            {"name": "Sarah", "other_names": ["سارة حداد"], "links": ["https://c.example"]},
        ),
        {"name": 2, "url": 2},
    )
    assert whole["name"] == "Sara"
    assert whole["other_names"] == ["سارة حداد", "Sarah"]
    assert whole["phones"] == ["1", "2"]
    assert whole["url"] == "https://b.example"
    assert whole["links"] == ["https://c.example", "https://a.example"]


def test_what_loses_and_has_no_list_stands_in_the_notes_once():
    use("en")
    first = rows(
        {"organisation": "Acme", "birthday": "1990-02-10", "notes": "old friend"},
        {"organisation": "Nour", "birthday": "--02-11", "notes": "old friend"},
        {"organisation": "acme", "birthday": "--02-10"},
    )
    whole = united(first, {"organisation": 1})
    assert whole["notes"] == "old friend\n\nOrganisation: Nour\nBirthday: --02-11"
    again = united({1: whole, 2: first[2]}, {"organisation": 1})
    assert again["notes"].count("Nour") == 1


def test_nobody_introduces_themselves():
    assert united(rows({"introduced_by": 2}, {}), {})["introduced_by"] is None
    assert united(rows({"introduced_by": 7}, {}), {})["introduced_by"] == 7


def test_linkedins_row_stays_linkedins_so_that_a_newer_archive_knows_it_again():
    assert united(rows({"source": "vcard"}, {"source": "linkedin"}), {})["source"] == "linkedin"
    assert united(rows({}, {"source": "vcard"}), {})["source"] == "vcard"


def test_every_column_that_holds_one_value_can_be_chosen_but_the_source():
    one = {c.name for c in columns("people") if c.kind not in ("lines", "choices", "text")}
    assert set(chosen_columns()) == one - {"source"}
    assert set(KEPT_IN) <= set(chosen_columns())


TEXTS = st.text("abسد. ", min_size=1, max_size=6).filter(str.strip)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {"name": TEXTS},
        optional={
            "organisation": TEXTS,
            "role": TEXTS,
            "url": TEXTS,
            "city": TEXTS,
            "phones": st.lists(TEXTS, max_size=3),
            "notes": TEXTS,
            "source": st.sampled_from(["", "linkedin", "vcard"]),
        },
    ),
    min_size=2,
    max_size=4,
)


@given(PEOPLE)
def test_no_word_that_any_row_says_is_lost(people):
    found = rows(*people)
    whole = accepted("people", united(found, {}))
    for row in found.values():
        assert row["name"] in [whole["name"], *whole["other_names"]]
        assert not row["url"] or row["url"] in [whole["url"], *whole["links"]]
        assert set(row["phones"]) <= set(whole["phones"])
        assert row["notes"] in whole["notes"]
        for name in ("organisation", "role", "city"):
            said = normalise(row[name])
            assert said == normalise(whole[name]) or said in normalise(whole["notes"])


@pytest.mark.parametrize("name", ["organisation", "role", "city", "field"])
def test_a_losing_value_is_told_with_what_it_is(name):
    use("en")
    whole = united(rows({name: "This"}, {name: "Other"}), {name: 2})
    assert whole[name] == "Other"
    assert whole["notes"].endswith(": This")
