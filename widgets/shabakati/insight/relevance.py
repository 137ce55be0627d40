"""Who fits your goals, and why: by where they work, what they do, know and can help with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from shabakati.people.letters import normalise
from shabakati.people.organisations import keys, same_organisation
from shabakati.people.roles import work_fields

# How much each reason counts by itself; several of one person add up, never beyond 1.
WEIGHTS = {"organisation": 0.7, "help": 0.6, "role": 0.5, "topic": 0.45, "field": 0.25}
_LEAST = 3  # letters of a word that can tell something
_FRAME = {"score": "float64", "goal": "Int64", "reason": "object", "about": "object"}


class _Hit(NamedTuple):
    """A reason for which a person fits a goal, and the text of the goal that it is about."""

    reason: str
    about: str


def relevance(people: pd.DataFrame, goals: pd.DataFrame) -> pd.DataFrame:
    """People by how well they fit your open goals.

    Parameters
    ----------
    people : DataFrame, index `id`; `organisation, role, field, topics, can_help` are read.
    goals : DataFrame, index `id`; `organisations, roles, topics, state`.

    Returns
    -------
    DataFrame, index the id of each person who fits a goal, the best first: `score` in (0, 1],
    `goal` (the id of the one they fit best), `reason` (the strongest: `organisation`, they work
    at one of the goal's; `help`, they can help with its topic or role; `role`, they do what it
    names; `topic`, they know about it; `field`, they work in its field), `about` (the text of
    the goal that the reason is about). A goal's own words only: what it does not name, nobody fits.
    """
    open_ = goals[goals["state"].astype("object") == "open"] if len(goals) else goals
    best = np.zeros(len(people))
    goal_of = np.zeros(len(people), dtype="int64")
    hits: list[_Hit | None] = [None] * len(people)
    for id_, goal in open_.iterrows():
        for place, (score, hit) in enumerate(_scores(people, goal)):
            if hit is not None and score > best[place]:
                best[place], goal_of[place], hits[place] = score, int(str(id_)), hit
    fits = np.flatnonzero(best)
    fits = fits[np.argsort(-best[fits], kind="stable")]
    found = [hit for place in fits if (hit := hits[place]) is not None]
    return pd.DataFrame(
        {
            "score": best[fits],
            "goal": goal_of[fits],
            "reason": [hit.reason for hit in found],
            "about": [hit.about for hit in found],
        },
        index=people.index[fits],
    ).astype(_FRAME)


def _scores(people: pd.DataFrame, goal: pd.Series) -> Iterable[tuple[float, _Hit | None]]:
    """For each person, in their order, how well they fit a goal, and the strongest reason."""
    organisations = [text for text in goal["organisations"] if text]
    roles = [(text, _stems(text)) for text in goal["roles"] if _stems(text)]
    topics = [(text, _stems(text)) for text in goal["topics"] if _stems(text)]
    fields = {f: text for text in [*goal["roles"], *goal["topics"]] for f in work_fields(text)}
    target_keys = [(text, keys(text)) for text in organisations]

    def works_at(name: str) -> str:
        if not name or not target_keys:
            return ""
        own = keys(name)
        near = (text for text, found in target_keys if found & own)
        return next((text for text in near if same_organisation(name, text)), "")

    def names(wanted: list[tuple[str, frozenset[str]]]) -> Callable[[str], str]:
        return lambda said: next((text for text, stems in wanted if stems <= _stems(said)), "")

    def in_field(said: str) -> str:
        return next((fields[f] for f in sorted(work_fields(said)) if f in fields), "")

    about = {
        "organisation": _each(people["organisation"], works_at),
        "help": _each(_joined(people["can_help"]), names([*topics, *roles])),
        "role": _each(people["role"], names(roles)),
        "topic": _each(_joined(people["topics"]), names(topics)),
        "field": _either(_each(people["role"], in_field), _each(people["field"], in_field)),
    }
    for row in zip(*about.values(), strict=True):
        hits = [_Hit(reason, text) for reason, text in zip(WEIGHTS, row, strict=True) if text]
        missed = float(np.prod([1 - WEIGHTS[hit.reason] for hit in hits])) if hits else 1.0
        yield 1 - missed, hits[0] if hits else None


def _each(column: pd.Series, find: Callable[[str], str]) -> list[str]:
    """What `find` says of each text; each text is asked about once."""
    texts = [text if isinstance(text, str) else "" for text in column.tolist()]
    told = {text: find(text) for text in set(texts)}
    return [told[text] for text in texts]


def _either(one: list[str], other: list[str]) -> list[str]:
    return [a or b for a, b in zip(one, other, strict=True)]


def _joined(column: pd.Series) -> pd.Series:
    """Lists of lines as one text each, with a sign between that no word holds."""
    joined: list[Any] = [
        "\n".join(entry) if isinstance(entry, (list, tuple)) else "" for entry in column
    ]
    return pd.Series(joined, index=column.index, dtype="object")


@lru_cache(maxsize=100_000)
def _stems(text: str) -> frozenset[str]:
    """The telling words of a text without article and gender: `محللة` is `محلل`."""
    words = (word.removeprefix("ال") if len(word) > 4 else word for word in normalise(text).split())
    return frozenset(
        word.removesuffix("ه") if len(word) > _LEAST else word for word in words if len(word) >= 2
    )
