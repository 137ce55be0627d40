"""The circle: the fifteen to fifty people who matter most, each with the reasons why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from shabakati.insight.relevance import relevance
from shabakati.vocabulary import Closeness, ExchangeKind

LEAST = 15  # people proposed, where there are so many
MOST = 50  # people of a circle: more cannot be kept in mind
INNER = (Closeness.CLOSEST, Closeness.CLOSE, Closeness.REGULAR)
SIZES = {Closeness.CLOSEST: 5, Closeness.CLOSE: 15, Closeness.REGULAR: 50}  # Dunbar's, as labels
RECENT = 90  # days
HELP = (
    ExchangeKind.HELPED,
    ExchangeKind.ADVISED,
    ExchangeKind.REFERRED,
    ExchangeKind.OPPORTUNITY,
    ExchangeKind.INTRODUCED,
)
# What each reason counts; a touch counts half as much after every `RECENT` days.
_GOAL, _HELPED, _TOUCH, _RELATION = 3.0, 2.0, 1.0, 0.25


class Reason(NamedTuple):
    """Why somebody is proposed: a code, and what it is about (a name, a number)."""

    code: str
    about: str = ""


def circle(
    people: pd.DataFrame, exchanges: pd.DataFrame, goals: pd.DataFrame, today: dt.date
) -> pd.DataFrame:
    """Who is in your circle, and who is proposed for it.

    Those in the three inner rings are in it, the nearest first. Where they are fewer than `LEAST`
    others are proposed: who fits a goal, who helped, with whom you were in touch most and latest.
    Whoever you placed in the distant ring is not asked for again.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`.
    exchanges : DataFrame with `person`, `on`, `kind`, `direction`.
    goals : DataFrame with `state`, `organisations`, `roles`, `topics`, `text`.
    today : the day from which touches are counted.

    Returns
    -------
    DataFrame, index `id`, of `LEAST` to `MOST` people where there are so many: `placed` (bool),
    `score` (float, higher first), `ring` (the ring they have, or the one proposed), `reasons`
    (list of `Reason`).
    """
    ring = people["closeness"].astype("object")
    inner = pd.concat([people.index[ring == code.value].to_series() for code in INNER])
    free = people.index[ring.isna().to_numpy()]
    points = _Points(people.index)
    points.add(relevance(people, goals), _GOAL)
    for reason, counts in _touches(exchanges, today):
        points.add_counts(reason, counts)
    score = points.score + _RELATION * people["relation"].notna().to_numpy()
    scored = pd.Series(score, index=people.index)
    wanted = max(0, min(MOST, max(LEAST, len(inner) + 5)) - len(inner))
    proposed = scored[free].sort_values(ascending=False, kind="stable").index[:wanted]
    ids = [*inner.tolist()[:MOST], *proposed.tolist()][:MOST]
    placed = ring.reindex(ids).notna()
    found = pd.DataFrame({"placed": placed, "score": scored.reindex(ids)}, index=ids)
    found["ring"] = [*ring.reindex(ids)[placed], *_rings(inner, ring, len(ids) - int(placed.sum()))]
    found["reasons"] = pd.Series([points.reasons(id_) for id_ in ids], index=ids, dtype="object")
    found.index.name = "id"
    return found


def members(
    people: pd.DataFrame, exchanges: pd.DataFrame, goals: pd.DataFrame, today: dt.date
) -> list[int]:
    """The ids of those in the circle; while they are fewer than `LEAST`, of the likeliest too."""
    found = circle(people, exchanges, goals, today)
    placed = int(found["placed"].sum())
    return [int(id_) for id_ in found.index[: max(placed, LEAST)].tolist()]


def _rings(inner: pd.Series, ring: pd.Series, proposed: int) -> Iterator[str]:
    """The ring to propose for each of so many: the nearest that is not full, as a label."""
    held = {code: int((ring.loc[inner] == code.value).sum()) for code in INNER}
    room = [
        code.value
        for code, size in SIZES.items()
        for _ in range(max(0, size - sum(held[c] for c in INNER[: INNER.index(code) + 1])))
    ]
    for place in range(proposed):
        yield room[place] if place < len(room) else Closeness.REGULAR.value


class _Points:
    """What speaks for each person."""

    def __init__(self, index: pd.Index) -> None:
        self.index = index
        self.score = np.zeros(len(index))
        self._why: dict[int, list[Reason]] = {}

    def add(self, fit: pd.DataFrame, worth: float) -> None:
        """Count a fit to goals: `score`, `reason`, `about` for each person who has one."""
        places = self.index.get_indexer(fit.index)
        self.score[places] += worth * fit["score"].to_numpy()
        for id_, code, about in zip(fit.index, fit["reason"], fit["about"], strict=True):
            self._why.setdefault(int(id_), []).append(Reason(f"goal_{code}", str(about)))

    def add_counts(self, code: str, counts: pd.DataFrame) -> None:
        """Count touches: `worth` and `n` for each person who has some."""
        places = self.index.get_indexer(counts.index)
        known = places >= 0
        self.score[places[known]] += counts["worth"].to_numpy()[known]
        for id_, n in zip(counts.index[known], counts["n"][known], strict=True):
            self._why.setdefault(int(id_), []).append(Reason(code, str(int(n))))

    def reasons(self, id_: int) -> list[Reason]:
        """Why this person."""
        return self._why.get(id_, [])


def _touches(exchanges: pd.DataFrame, today: dt.date) -> Iterator[tuple[str, pd.DataFrame]]:
    """Help received, then touches: the later, the more they count."""
    if exchanges.empty:
        return
    days = (pd.Timestamp(today) - pd.to_datetime(exchanges["on"])).dt.days.clip(lower=0)
    worth = 0.5 ** (days / RECENT)
    helped = exchanges["kind"].isin(HELP) & (exchanges["direction"].astype("object") == "received")
    for code, rows, each in (
        ("helped", helped.to_numpy(dtype=bool), _HELPED),
        ("touched", np.ones(len(exchanges), dtype=bool), _TOUCH),
    ):
        told = pd.DataFrame({"person": exchanges["person"], "worth": worth})[rows]
        by = told.groupby("person")["worth"]
        yield code, pd.DataFrame({"worth": np.log1p(by.sum()) * each, "n": by.size()})
