"""Who works elsewhere by now: a reason to write to them."""

from __future__ import annotations

import pandas as pd

from shabakati.people.organisations import same_organisation

_WORK = ["organisation_before", "role_before", "organisation", "role"]


def moves(sources: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """The last move of each person that a source told of, the newest first.

    Parameters
    ----------
    sources, people : tables of the book.

    Returns
    -------
    DataFrame, index the person's id: name, organisation_before, role_before, organisation, role,
    moved_on (the day on which it became known, or None), job (whether the organisation is another
    one, and not the role alone), source. What the source says, whatever the book says by now.
    """
    told = sources[(sources["organisation_before"] != "") | (sources["role_before"] != "")]
    told = told[told["person"].isin(people.index)]
    order = pd.to_datetime(told["moved_on"]).sort_values(
        ascending=False, na_position="last", kind="stable"
    )
    told = told.loc[order.index].drop_duplicates("person").set_index("person")
    found = told[[*_WORK, "moved_on", "source"]].copy()
    found.insert(0, "name", people["name"].reindex(found.index))
    pairs = zip(found["organisation_before"], found["organisation"], strict=True)
    job = [one not in ("", other) and not same_organisation(one, other) for one, other in pairs]
    found.insert(6, "job", pd.Series(job, index=found.index, dtype=bool))
    return found
