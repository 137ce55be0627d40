"""Which occasions may be offered for whom: only what a fact in the book speaks for."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.greeting.countries import country_of, national_days
from shabakati.vocabulary import Occasion


def offers(people: pd.DataFrame) -> dict[Occasion, list[int]]:
    """Those for whom a birthday, a start of work or a country is known, and no greeting chosen.

    Never by a name, never for a feast of a faith; nobody whose greetings are `none`. A country
    that only your own would stand in for is no fact about them.

    Returns
    -------
    The ids by occasion, in the order of `people`; occasions for which there is nobody are left
    out.
    """
    chosen = people["occasions"]
    facts = {
        Occasion.BIRTHDAY: people["birthday"] != "",
        Occasion.WORK_ANNIVERSARY: people["working_since"].notna(),
        Occasion.NATIONAL_DAY: pd.Series(
            [
                country_of(country, phones, "") in national_days()
                for country, phones in zip(people["country"], people["phones"], strict=True)
            ],
            index=people.index,
            dtype=bool,
        ),
    }
    found = {}
    for occasion, fact in facts.items():
        open_ = [occasion not in codes and Occasion.NONE not in codes for codes in chosen]
        ids = [int(id_) for id_ in people.index[fact & pd.Series(open_, index=people.index)]]
        if ids:
            found[occasion] = ids
    return found
