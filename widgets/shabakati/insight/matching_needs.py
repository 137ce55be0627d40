"""Who is likely to know, and who can help with which goal: words of people against words of goals.

Compared word by word, in one spelling for all forms of a letter, without the article and the
commonest endings. It finds what is written alike, not what means the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

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


class Said(NamedTuple):
    """One text of a person: the words in it, whose it is, in which column."""

    words: frozenset[str]
    person: int
    column: str
    text: str


class Index:
    """What people know and do, by word: made once, asked for many topics."""

    def __init__(self, people: pd.DataFrame) -> None:
        self.said: list[Said] = []
        self._at: dict[str, list[int]] = defaultdict(list)
        ids = [int(id_) for id_ in people.index]
        for column in WEIGHT:
            for person, cell in zip(ids, people[column], strict=True):
                for text in cell if isinstance(cell, (list, tuple)) else [cell]:
                    self._take(text, person, column)

    def _take(self, text: object, person: int, column: str) -> None:
        words = stems(text) if isinstance(text, str) else frozenset()
        for word in words:
            self._at[word].append(len(self.said))
        if words:
            self.said.append(Said(words, person, column, str(text)))

    def likely(self, need: str) -> pd.DataFrame:
        """What `likely_to_know` returns."""
        wanted = stems(need)
        hits = {at for word in wanted for at in self._at.get(word, ())}
        rows = []
        for at in hits:
            said = self.said[at]
            share = len(said.words & wanted) / len(wanted)
            if share >= LEAST:
                score = round(WEIGHT[said.column] * share, 3)
                rows.append((said.person, score, said.column, said.text))
        found = pd.DataFrame(rows, columns=list(COLUMNS))
        found["by"] = found["by"].astype("str")
        found["text"] = found["text"].astype("str")
        found = found.sort_values(["score", "person", "by", "text"], ascending=[False, True] * 2)
        return found.drop_duplicates("person").set_index("person").rename_axis("id")


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
