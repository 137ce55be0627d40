"""The cards of the people who are gathered by something: by a reason, an organisation, a school."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from shabakati.forms.cards import Card, Choice, Press
from shabakati.forms.people import choice_options
from shabakati.language import say, word
from shabakati.people.gathering import Gathered, by_organisation, by_reason, by_school
from shabakati.schema import column
from shabakati.workbook import Workbook

WAYS = ("reason", "organisation", "school")


def gather(
    book: Workbook, way: str, suggestions: pd.DataFrame, columns: Iterable[str]
) -> dict[str, Gathered]:
    """Those who are open, gathered in one of the `WAYS`, by a key that stays while they do."""
    found: list[Gathered] = []
    for name in columns:
        if way == "organisation":
            found += by_organisation(book.people, suggestions, name)
        elif way == "school":
            found += by_school(book.people, book.profile, book.exchanges, suggestions, name)
        else:
            found += by_reason(suggestions, name)
    found.sort(key=lambda one: -len(one.ids))
    return {_key(one): one for one in found}


def rows(gathered: Gathered, ids: Iterable[int], value: str = "") -> pd.DataFrame:
    """What `accept` takes to say a value, or else the likeliest one, of these people."""
    likeliest = gathered.likeliest.value if gathered.likeliest else ""
    chosen = sorted(set(ids) & set(gathered.ids))
    said = {"person": chosen, "column": gathered.column, "value": value or likeliest}
    return pd.DataFrame(said, columns=["person", "column", "value"])


def card(key: str, gathered: Gathered) -> Card:
    """How those who are gathered are shown."""
    likeliest, fitting = gathered.likeliest, len(gathered.fitting)
    acts = []
    if likeliest:
        tone = "primary"
        acts.append(Press("accept", say("forms.sorting.accept_all", n=fitting), tone))
    acts.append(Press("open", say("forms.sorting.look", n=len(gathered.ids)), open=False))
    choice = Choice(
        say("forms.gather.other"),
        say("forms.gather.give", n=len(gathered.ids)),
        choice_options(gathered.column),
    )
    code = likeliest.value if likeliest else ""
    return Card(
        key,
        title(gathered),
        reason(gathered),
        tuple(acts),
        code,
        choice if gathered.name else None,
    )


def title(gathered: Gathered) -> str:
    """Who they are, and what is asked or suggested of them."""
    n, name = len(gathered.ids), gathered.name
    if name:
        asked = gathered.column
        return say(f"forms.gather.asks.{asked}", n=n, name=name)
    return say(
        "forms.sorting.title",
        n=n,
        column=say(f"schema.people.{gathered.column}"),
        value=_word(gathered),
    )


def reason(gathered: Gathered) -> str:
    """The likeliest answer with its reason, or that there is none."""
    likeliest = gathered.likeliest
    if likeliest is None:
        return say("forms.gather.no_idea", n=len(gathered.ids))
    why = say(f"people.suggest.{likeliest.reason}", about=likeliest.about)
    if not gathered.name:
        return why
    return say("forms.gather.likeliest", n=len(gathered.fitting), value=_word(gathered), why=why)


def nothing(way: str, book: Workbook) -> str:
    """Why nobody is gathered in this way, and what to do about it; "" where no more is to say."""
    if way == "school":
        has_schools = bool(book.profile["schools"].iat[0])
        return say("forms.gather.no_more" if has_schools else "forms.gather.no_schools")
    return say("forms.gather.no_more") if way == "organisation" else ""


def _word(gathered: Gathered) -> str:
    value = gathered.likeliest.value if gathered.likeliest else ""
    return word(next(c for c in column("people", gathered.column).choices if str(c) == value))


def _key(gathered: Gathered) -> str:
    parts = gathered.likeliest[:3] if gathered.likeliest and not gathered.name else ()
    return "|".join([gathered.column, gathered.name, *parts])
