"""How varied the network is, in words: against all groups, by organisation, and what it is not."""

from __future__ import annotations

import pandas as pd

from shabakati.insight.diversity import effective_number, iqv
from shabakati.insight.kinds import kinds_of
from shabakati.language import say

FEW = 5  # people: below this a number of variety says nothing
VARIED = 0.85  # IQV: at least as even as 4, 3, 2, 1, 0 over five groups
NARROW = 0.5  # IQV: about as uneven as 8, 2, 0, 0, 0


def variety(people: pd.DataFrame) -> list[str]:
    """One sentence a number that says something, then what such numbers do not say.

    Parameters
    ----------
    people : DataFrame, one row per person, with `group` and `organisation`.
    """
    told = []
    if people["group"].notna().sum() >= FEW:
        value = iqv(people)
        how = "varied" if value >= VARIED else "narrow" if value < NARROW else "partly"
        told.append(say(f"insight.types.variety.{how}", value=f"{value:.2f}"))
    kinds = kinds_of(people["organisation"])
    known = kinds[kinds >= 0]
    if len(known) >= FEW:
        told.append(
            say(
                "insight.types.variety.organisations",
                n=len(set(known.tolist())),
                value=f"{effective_number(people):.1f}",
            )
        )
    return [*told, say("insight.types.variety.not")] if told else []
