"""What one more acquaintance would change: measures before and after."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from shabakati.insight.measures import measures
from shabakati.vocabulary import Closeness, Group, Place

SHOWN = ("people", "effective_size", "density", "constraint", "components", "iqv")
PLANNED = -1  # the id of somebody who is only planned


class Plan(NamedTuple):
    """Somebody new: of which group, met where, and through whom of yours, if through anybody."""

    group: Group
    place: Place | None = None
    through: int | None = None


def planned(people: pd.DataFrame, plan: Plan, name: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The one who is planned, as `people` and `ties` are: an id below 0, a tie if introduced."""
    row: dict[str, object] = dict.fromkeys(people.columns)
    row |= {
        "name": name,
        "group": plan.group.value,
        "place": plan.place.value if plan.place else None,
        "closeness": Closeness.REGULAR.value,
    }
    index = pd.Index([PLANNED], name="id")
    frame = pd.DataFrame([row], index=index, columns=people.columns)
    for column in ("group", "place", "network_type", "closeness"):
        frame[column] = frame[column].astype(people[column].dtype)
    pairs = [] if plan.through is None else [(PLANNED, plan.through)]
    return frame, pd.DataFrame(pairs, columns=["a", "b"], dtype="int64")


def what_if(people: pd.DataFrame, ties: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """The measures without and with the one who is planned.

    Parameters
    ----------
    people : DataFrame of those of whom ties are told, index `id`.
    ties : DataFrame, one row per unordered pair (`a`, `b`).

    Returns
    -------
    DataFrame, index the measure (of `SHOWN`): `before`, `after`, `change` (float; NaN where a
    measure is not defined).
    """
    new, tie = planned(people, plan, "")
    more = pd.concat([people[["group"]].astype("object"), new[["group"]].astype("object")])
    more["group"] = more["group"].astype(people["group"].dtype)
    tied = pd.concat([ties[["a", "b"]], tie])
    before, after = measures(people, ties[["a", "b"]]), measures(more, tied)
    found = pd.DataFrame({"before": before, "after": after}).loc[list(SHOWN)]
    found["change"] = found["after"] - found["before"]
    found.index.name = "measure"
    return found


def emptiest(people: pd.DataFrame) -> Group:
    """The group with the fewest people; the article's order decides between equals."""
    counts = people["group"].astype("object").value_counts()
    return min(Group, key=lambda group: int(counts.get(group.value, 0)))
