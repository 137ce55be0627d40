"""Who is likely to know, and who can help with which goal: words of people against words of goals.

Compared word by word, in one spelling for all forms of a letter, without the article and the
commonest endings. It finds what is written alike, not what means the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from shabakati.people.letters import normalise
from shabakati.vocabulary import GoalState

# What somebody said they can help with says more than a title; the order counts, not the numbers.
WEIGHT = {"can_help": 1.0, "topics": 0.9, "role": 0.7, "field": 0.6}
LEAST = 0.6  # share of a need's words that must occur: both of two, two of three
_SMALL = frozenset(
    {"في", "من", "علي", "الي", "عن", "مع", "او", "و", "ما", "كيف"}
    | {"a", "an", "and", "at", "for", "how", "in", "my", "of", "on", "or", "the", "to", "with"}
)
_LONGEST = 300  # characters of a text that are looked at

ASKED = ("topics", "roles", "organisations")  # what of a goal somebody may help with
COLUMNS = ("person", "score", "by", "text")


class Index:
    """What people know and do, by word: made once, asked for many topics.

    Most of it is said of many people in the same words, which are looked at once.
    """

    def __init__(self, people: pd.DataFrame) -> None:
        self._said = pd.concat([_texts(people, column) for column in WEIGHT], ignore_index=True)
        self._place, texts = pd.factorize(self._said["text"])
        self._many = len(texts)
        self._at: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for word in stems(text):
                self._at[word].append(place)

    def likely(self, need: str) -> pd.DataFrame:
        """What `likely_to_know` returns."""
        wanted = stems(need)
        common = np.zeros(self._many)  # words that each text has in common with the need
        for word in wanted:
            common[self._at.get(word, [])] += 1
        share = (common / max(1, len(wanted)))[self._place]
        hits = np.flatnonzero(share >= LEAST)
        found = self._said.iloc[hits]
        weighed = zip(found["by"].tolist(), share[hits].tolist(), strict=True)
        scores = [round(WEIGHT[column] * part, 3) for column, part in weighed]
        found = found.assign(score=pd.Series(scores, found.index, "float64"))[list(COLUMNS)]
        found = found.sort_values(["score", "person", "by", "text"], ascending=[False, True] * 2)
        return found.drop_duplicates("person").set_index("person").rename_axis("id")


def _texts(people: pd.DataFrame, column: str) -> pd.DataFrame:
    """Each text of a column, of a list each entry, beside whose it is."""
    cells = people[column].explode().astype("str")
    cells = cells[(cells.notna() & (cells != "")).to_numpy(dtype=bool)]
    told = pd.DataFrame({"person": cells.index, "by": column, "text": cells.array})
    return told.astype({"by": "str"})


@lru_cache(maxsize=200_000)
def stems(text: str) -> frozenset[str]:
    """The words of a text that tell it from others, each as it is compared."""
    words = normalise(text[:_LONGEST]).split()
    return frozenset(_stem(word) for word in words if word not in _SMALL)


def _stem(word: str) -> str:
    """A word without what is joined before it and the commonest ending."""
    for start in ("وال", "بال", "لل", "ال"):
        if word.startswith(start) and len(word) > len(start) + 2:
            word = word[len(start) :]
            break
    ending = "ه" if word.endswith("ه") else "s" if word.isascii() and word.endswith("s") else ""
    return word.removesuffix(ending) if len(word) > 3 and not word.endswith("ss") else word


def likely_to_know(people: pd.DataFrame, topic: str) -> pd.DataFrame:
    """Who is likely to know about a topic, and what says so.

    Parameters
    ----------
    people : DataFrame, one row per person, index `id`, with `can_help`, `topics` (lists), `role`
        and `field`.
    topic : a few words, in the language in which people are described.

    Returns
    -------
    DataFrame, index `id`: score (above 0, up to 1: the share of the topic's words that occur,
    weighed by where), by (`can_help`, `topics`, `role` or `field`) and text (what stands there);
    the likeliest first, then by id. Empty when nobody is known to, or the topic has no words.
    """
    return Index(people).likely(topic)


def needs_of(goals: pd.DataFrame, columns: Sequence[str] = ASKED) -> list[tuple[int, str]]:
    """What the open goals ask for: the entries of these columns of each goal, one by one."""
    still = goals[goals["state"] == GoalState.OPEN.value]
    return [
        (int(goal), need)
        for goal, *lists in zip(still.index, *(still[name] for name in columns), strict=True)
        for need in dict.fromkeys(entry for several in lists for entry in several)
        if stems(need)
    ]


def matching_needs(people: pd.DataFrame, goals: pd.DataFrame) -> pd.DataFrame:
    """Who can help with which goal.

    Parameters
    ----------
    people : as `likely_to_know` takes it.
    goals : DataFrame, index `id`, with `topics`, `roles`, `organisations` (lists) and `state`;
        only open goals count.

    Returns
    -------
    DataFrame, one row a goal and person: goal, person, score, by, text as in `likely_to_know`, and
    need (the words of the goal that it answers); the best first within each goal.
    """
    index = Index(people)
    parts = [
        index.likely(need).reset_index(names="person").assign(goal=goal, need=need)
        for goal, need in needs_of(goals)
    ]
    columns = ["goal", *COLUMNS, "need"]
    if not parts:
        return pd.DataFrame(columns=columns).astype({"goal": "int64", "person": "int64"})
    found = pd.concat(parts, ignore_index=True)[columns]
    order = ["goal", "score", "person"]
    found = found.sort_values(order, ascending=[True, False, True], kind="stable")
    return found.drop_duplicates(["goal", "person"]).reset_index(drop=True)


def known_topics(people: pd.DataFrame) -> pd.DataFrame:
    """Who knows about what: each topic of your people, and those who know it.

    Parameters
    ----------
    people : DataFrame, index `id`, with `topics` (lists).

    Returns
    -------
    DataFrame: topic (as it was first written), people (a list of ids), count; the topic that most
    know first, then as written. Spellings that differ only in forms of letters are one topic.
    """
    found: dict[str, tuple[str, list[int]]] = {}
    for person, topics in zip(people.index, people["topics"], strict=True):
        for topic in topics:
            _, known = found.setdefault(normalise(topic) or topic, (topic, []))
            if int(person) not in known[-1:]:
                known.append(int(person))
    rows = [(topic, ids, len(ids)) for topic, ids in found.values()]
    frame = pd.DataFrame(rows, columns=["topic", "people", "count"])
    frame["count"] = frame["count"].astype("int64")
    return frame.sort_values("count", ascending=False, kind="stable").reset_index(drop=True)
