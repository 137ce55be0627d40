"""Suggestions: network types, reasons in words, what accepting does; whatever the text."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shabakati.language import LANGUAGES, say, use
from shabakati.people.suggest import COLUMNS, accept, by_reason, suggest
from shabakati.schema import column
from shabakati.workbook import Workbook
from suggesting import ME, of, opened, suggested


@pytest.fixture
def book(tmp_path):
    with opened(tmp_path) as book:
        yield book


def test_a_former_colleague_now_elsewhere_in_another_field_is_strategic(book):
    moved = of(book, relation="former_colleague", organisation="بنك الواحة", role="محللة مالية")
    assert moved["network_type"] == ("strategic", "type_was_inside")
    same = of(book, relation="former_colleague", organisation="بنك الواحة", role="خدمة العملاء")
    assert same["network_type"] == ("personal", "type_outside")


def test_who_leads_elsewhere_in_another_field_is_strategic_but_kin_is_not(book):
    leads = {"organisation": "Kawkab Retail", "role": "Chief Financial Officer"}
    assert of(book, **leads)["network_type"] == ("strategic", "type_leads_elsewhere")
    assert of(book, relation="family", **leads)["network_type"][0] == "personal"


def test_without_my_workplace_nobody_is_inside_or_outside_it(book):
    book.change("profile", 1, organisation="")
    assert "network_type" not in of(book, organisation="بنك الواحة", role="CEO")


def test_an_empty_profile_and_an_empty_list_suggest_nothing(tmp_path):
    book = Workbook.open(tmp_path / "new.sqlite")
    assert suggested(book).empty
    book.add("people", name="عمر حداد", organisation="بنك الواحة")
    assert suggested(book).empty
    book.close()


def test_reasons_are_sentences_in_both_languages(book):
    of(book, organisation="Nada Al-Mada Telecom")
    first = suggested(book).iloc[0]
    told = say(f"people.suggest.{first['reason']}", about=first["about"])
    assert "يعمل الآن حيث تعمل" in told
    assert ME["organisation"] in told
    use("en")
    assert "They work now where you work" in say(
        f"people.suggest.{first['reason']}", about=first["about"]
    )


def test_by_reason_counts_the_surest_value_of_each_cell_and_puts_the_surest_reason_first(book):
    book.add_all(
        "people", [{"name": f"ع{i}", "organisation": ME["organisation"]} for i in range(3)]
    )
    book.add("people", name="نبيل الرفاعي", organisation=ME["organisation"])
    groups = by_reason(suggested(book))
    assert list(groups.columns) == ["column", "value", "reason", "about", "people"]
    first = groups.iloc[0]
    assert (first["reason"], first["column"], first["people"]) == (
        "same_organisation",
        "relation",
        4,
    )
    assert "family_name" not in set(groups["reason"])


def test_accepting_is_one_change_and_refuses_cells_filled_meanwhile(book):
    ids = book.add_all("people", [{"name": n, "organisation": ME["organisation"]} for n in "أبج"])
    found = suggested(book)
    book.change("people", ids[0], relation="friend")
    book.remove("people", ids[1])
    assert accept(book, found) == 5
    assert book.people["relation"].to_dict() == {ids[0]: "friend", ids[2]: "current_colleague"}
    assert list(book.people["network_type"]) == ["operational"] * 2
    book.undo()
    assert book.people["network_type"].isna().all()
    assert book.people.at[ids[0], "relation"] == "friend"


def test_accepting_touches_no_other_column(book):
    person = book.add("people", name="سعد")
    hostile = pd.DataFrame([{"person": person, "column": "name", "value": "x"}])
    assert accept(book, hostile) == 0
    assert book.people.at[person, "name"] == "سعد"


some = st.text(max_size=40) | st.sampled_from(
    [
        ME["organisation"],
        "جامعة وادي الريحان",
        "د.",
        "أستاذ",
        "Prof. ",
        "Club",
        "الرفاعي",
        "عمي",
        "@",
        "a@b.c",
    ]
)
lines = st.lists(some, max_size=2)
persons = st.fixed_dictionaries(
    {"name": some, "organisation": some, "role": some, "field": some, "notes": some},
    optional={
        "relation": st.sampled_from([str(c) for c in column("people", "relation").choices]),
        "place": st.sampled_from([str(c) for c in column("people", "place").choices]),
        "network_type": st.sampled_from([str(c) for c in column("people", "network_type").choices]),
    },
).flatmap(lambda row: st.fixed_dictionaries({"emails": lines, "tags": lines}).map(row.__or__))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(persons, max_size=6), some, some, lines, lines)
def test_any_text_gives_only_codes_for_empty_cells_with_reasons_that_can_be_said(
    rows, name, organisation, past, schools
):
    people = pd.DataFrame(
        [
            {"source": "linkedin", "relation": None, "place": None, "network_type": None} | r
            for r in rows
        ],
        columns=[
            "name",
            "organisation",
            "role",
            "field",
            "notes",
            "emails",
            "tags",
            "source",
            *COLUMNS,
        ],
        index=range(5, 5 + len(rows)),
    )
    profile = pd.DataFrame(
        [
            {
                "name": name,
                "organisation": organisation,
                "role": name,
                "field": "",
                "past_organisations": past,
                "schools": schools,
            }
        ]
    )
    exchanges = pd.DataFrame(
        {"person": [5], "on": [None], "kind": ["connected"], "direction": [None]}
    )
    found = suggest(people, profile, exchanges)
    for person, col, value, reason, about, score in found.itertuples(index=False):
        assert pd.isna(people.at[person, col])
        assert value in [str(code) for code in column("people", col).choices]
        assert 0 < score <= 1
        for language in LANGUAGES:
            use(language)
            assert say(f"people.suggest.{reason}", about=about)
    keys = list(zip(found["person"], found["column"], found["value"], strict=True))
    assert len(keys) == len(set(keys))
    in_cells = found.groupby(["person", "column"])["score"]
    assert in_cells.apply(lambda scores: scores.is_monotonic_decreasing).all() or found.empty
