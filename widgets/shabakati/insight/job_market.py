"""The hidden job market of your goals: who is there, who was, who knows somebody there."""

from __future__ import annotations

import numpy as np
import pandas as pd

from shabakati.insight.matching_needs import Index
from shabakati.insight.network import network
from shabakati.insight.reciprocity import last_contact, reciprocity
from shabakati.people.organisation_search import names_meaning
from shabakati.vocabulary import Closeness, GoalState

HOW = ("now", "was", "knows", "near")
# Rules of thumb for whom to ask first; no study says how much each weighs.
AT = {"now": 3, "was": 2, "knows": 1, "near": 0}
NEARNESS = {code.value: 4 - at for at, code in enumerate(Closeness)}
HELPED = 1  # help has passed between you, in either direction
NEAREST = 3  # people named where nobody is there nor knows anybody there

COLUMNS = ("organisation", "person", "how", "through", "closeness", "last", "helped", "score")


def job_market(
    people: pd.DataFrame,
    ties: pd.DataFrame,
    goals: pd.DataFrame,
    exchanges: pd.DataFrame | None = None,
    sources: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Whom to ask about each organisation that an open goal names, and why.

    Parameters
    ----------
    people : DataFrame, index `id`, with organisation, closeness, and what `likely_to_know` reads.
    ties : DataFrame, one row per unordered pair (`a`, `b`) who know each other.
    goals : DataFrame, index `id`, with organisations, roles, topics (lists) and state.
    exchanges : the touches, if contact and help are to count.
    sources : what files told of people, if those who were there before are to be found.

    Returns
    -------
    DataFrame, one row an organisation and person, whom to ask first on top of each organisation:
    organisation (as the goal has it), person (id), how (`now` there, `was` there, `knows` somebody
    who is; `near`: nobody does, but this one knows about what the goal needs), through (for
    `knows` the id of the closest one there), closeness, last (the day of the last exchange or
    None), helped (whether help passed between you), score.

    The score is 3 for being there, 2 for having been, 1 for knowing somebody there; 4 to 1 for
    closeness (0 if it is not said); 1 if help has passed. Between equals the last in touch comes
    first. Organisations match across spellings and scripts.
    """
    still = goals[goals["state"] == GoalState.OPEN.value]
    targets = list(dict.fromkeys(name for names in still["organisations"] for name in names))
    placed = _placed(people, ties, targets, sources)
    reached = {target for target, *_ in placed}
    if empty := [target for target in targets if target not in reached]:
        index = Index(people)
        for target in empty:
            placed += [(target, person, "near", None) for person in _nearest(index, still, target)]
    found = pd.DataFrame(placed, columns=["organisation", "person", "how", "through"])
    found["through"] = found["through"].astype("Int64")
    return _ranked(found, people, exchanges, targets)


def counted(market: pd.DataFrame) -> pd.DataFrame:
    """How many are there now, were there, and are one step away, by organisation.

    Returns
    -------
    DataFrame, index organisation (in the order of the goals): now, was, knows (ints).
    """
    order = list(dict.fromkeys(market["organisation"]))
    table = pd.crosstab(market["organisation"], market["how"])
    return table.reindex(index=order, columns=list(HOW[:3]), fill_value=0).astype("int64")


def _placed(
    people: pd.DataFrame, ties: pd.DataFrame, targets: list[str], sources: pd.DataFrame | None
) -> list[tuple[str, int, str, int | None]]:
    """Those who are there, were there, or know somebody there, each once an organisation."""
    before = _before(people, sources)
    meaning = names_meaning(targets, [*people["organisation"], *before["organisation_before"]])
    close = people["closeness"].map(NEARNESS).astype("float64").fillna(0)
    known = network(people, ties)
    ids = known.people.to_numpy()
    rows: list[tuple[str, int, str, int | None]] = []
    for target in targets:
        there = people.index[people["organisation"].isin(meaning[target])]
        was = before.loc[before["organisation_before"].isin(meaning[target]), "person"]
        inside = np.isin(ids, there)
        outward = np.concatenate([known.a[inside[known.b]], known.b[inside[known.a]]])
        through = np.concatenate([known.b[inside[known.b]], known.a[inside[known.a]]])
        steps = pd.DataFrame({"person": ids[outward], "through": ids[through]})
        steps["close"] = close.reindex(steps["through"]).to_numpy()
        steps = steps.sort_values(["close", "through"], ascending=[False, True])
        taken: dict[int, tuple[str, int | None]] = {int(id_): ("now", None) for id_ in there}
        for person in was:
            taken.setdefault(int(person), ("was", None))
        for person, guide in zip(steps["person"], steps["through"], strict=True):
            taken.setdefault(int(person), ("knows", int(guide)))
        rows += [(target, person, how, guide) for person, (how, guide) in taken.items()]
    return rows


def _before(people: pd.DataFrame, sources: pd.DataFrame | None) -> pd.DataFrame:
    """Where people were before, as their sources told it."""
    if sources is None:
        return pd.DataFrame({"person": [], "organisation_before": []})
    told = sources.loc[sources["organisation_before"] != "", ["person", "organisation_before"]]
    return told[told["person"].isin(people.index)]


def _nearest(index: Index, goals: pd.DataFrame, target: str) -> list[int]:
    """Those likeliest to know about what the goals want of an organisation that nobody knows."""
    naming = goals[[target in names for names in goals["organisations"]]]
    needs = dict.fromkeys(
        need
        for lists in (naming["topics"], naming["roles"])
        for several in lists
        for need in several
    )
    found = [index.likely(need)["score"] for need in needs]
    if not found:
        return []
    best = pd.concat(found).groupby(level=0).max()
    return [
        int(id_) for id_ in best.sort_values(ascending=False, kind="stable").head(NEAREST).index
    ]


def _ranked(
    found: pd.DataFrame, people: pd.DataFrame, exchanges: pd.DataFrame | None, targets: list[str]
) -> pd.DataFrame:
    """The rows with what speaks for each, in the order in which to ask."""
    who = found["person"]
    if exchanges is None:
        found["last"], found["helped"] = None, False
    else:
        help_ = reciprocity(people, exchanges)
        found["last"] = last_contact(exchanges).reindex(who).to_numpy()
        found["last"] = found["last"].astype("object").where(found["last"].notna(), None)
        helped = (help_["given"] + help_["received"]).reindex(who) > 0
        found["helped"] = helped.to_numpy(dtype=bool)
    found["closeness"] = people["closeness"].astype("object").reindex(who).to_numpy()
    close = found["closeness"].map(NEARNESS).astype("float64").fillna(0)
    found["score"] = (
        found["how"].map(AT).astype("int64") + close + HELPED * found["helped"]
    ).astype("int64")
    day = [last.toordinal() if last is not None else 0 for last in found["last"]]
    place = {target: at for at, target in enumerate(targets)}
    order = found.assign(_at=found["organisation"].map(place), _day=day).sort_values(
        ["_at", "score", "_day", "person"], ascending=[True, False, False, True]
    )
    return order[list(COLUMNS)].reset_index(drop=True)
