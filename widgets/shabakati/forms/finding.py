"""Finding people by name, however it is spelt."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from shabakati.forms.fields import Found
from shabakati.language import say
from shabakati.people.names import normalise
from shabakati.schema import ME

SHOWN = 8  # people offered at once


@lru_cache(maxsize=200_000)
def plain(text: str) -> str:
    """Text as it is compared: one spelling for all of a letter's forms, small letters."""
    return normalise(text)


def search(frame: pd.DataFrame, text: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows in which every word of `text` occurs, in any of the columns."""
    words = plain(text).split()
    if not words:
        return frame
    texts = [
        " ".join(plain(str(cell)) for cell in cells)
        for cells in zip(*(frame[name] for name in columns), strict=True)
    ]
    return frame[[all(word in whole for word in words) for whole in texts]]


def people_like(people: pd.DataFrame, text: str, with_me: bool = False) -> list[Found]:
    """The first few people whose name or organisation has these words; those it begins first."""
    hits = search(people, text, ("name", "organisation"))
    start = plain(text)
    begins = [plain(name).startswith(start) for name in hits["name"]]
    ordered = pd.concat([hits[begins], hits[[not b for b in begins]]]).head(SHOWN)
    found = [
        Found(int(i), str(name), str(organisation))
        for i, name, organisation in zip(
            ordered.index, ordered["name"], ordered["organisation"], strict=True
        )
    ]
    me = Found(ME, say("forms.field.me"))
    return [me, *found] if with_me and start and start in plain(me.label) else found


def name_of(people: pd.DataFrame, person: int) -> str:
    """The name of a person, or the word for you; empty if nobody has that id."""
    if person == ME:
        return say("forms.field.me")
    return str(people.at[person, "name"]) if person in people.index else ""
