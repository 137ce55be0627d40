"""What two people have in common: an event, a place of work or study, who introduced them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from shabakati.people.organisations import same_organisation
from shabakati.vocabulary import Relation


class Ground(NamedTuple):
    """Common ground, each "" where there is none."""

    event: str = ""
    common: str = ""
    introducer: str = ""


def common_ground(
    id: int, people: pd.DataFrame, events: pd.DataFrame, profile: Mapping[str, Any]
) -> Ground:
    """What a message to a person of the book can begin with.

    Returns
    -------
    Ground: `event`, the last one at which you met them; `common`, an earlier or present employer
    of yours where they work, or, for a classmate or a professor, your first school;
    `introducer`, the name of who made you known to each other.
    """
    person = people.loc[id]
    met = [row for _, row in events.iterrows() if id in (row["people"] or ())]
    met.sort(key=lambda row: str(row["on"]) if not pd.isna(row["on"]) else "")
    mine = [profile.get("organisation") or "", *(profile.get("past_organisations") or ())]
    work = str(person["organisation"] or "")
    shared = next((name for name in mine if name and work and same_organisation(name, work)), "")
    schools = list(profile.get("schools") or ())
    studied = str(person["relation"]) in (Relation.CLASSMATE, Relation.PROFESSOR)
    by: Any = person["introduced_by"]
    known = bool(pd.notna(by)) and int(by) in people.index
    return Ground(
        event=str(met[-1]["name"]) if met else "",
        common=shared or (str(schools[0]) if studied and schools else ""),
        introducer=str(people.at[int(by), "name"]) if known else "",
    )
