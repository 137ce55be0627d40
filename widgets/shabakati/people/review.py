"""What looks like one person in several rows: the sure ones, and those that need a look."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

import pandas as pd

from shabakati.people.duplicate_groups import groups
from shabakati.people.duplicates import SURE, Reason
from shabakati.people.kept_apart import Pair, parted

Group = list[int]  # ids of people who are probably one


class Review(NamedTuple):
    """Groups of people who are probably one, each list with its surest first."""

    sure: list[Group]
    unsure: list[Group]
    pairs: pd.DataFrame  # as `find_duplicates` gives them

    def without(self, there: Container[int], apart: frozenset[Pair]) -> Review:
        """What is left of these when people are gone, or kept apart."""
        return self._replace(
            sure=_left(self.sure, there, apart, self.pairs),
            unsure=_left(self.unsure, there, apart, self.pairs),
        )

    def reasons(self, group: Group) -> list[Reason]:
        """Why these look like one, what speaks against it too; those of the surest pair first."""
        inside = self.pairs["a"].isin(group) & self.pairs["b"].isin(group)
        several = self.pairs.loc[inside, "reasons"]
        return list(dict.fromkeys(reason for reasons in several for reason in reasons))


def review(pairs: pd.DataFrame, people: pd.DataFrame, apart: frozenset[Pair]) -> Review:
    """Sort pairs into groups that may be merged unseen and groups that need a look.

    Parameters
    ----------
    pairs : DataFrame as `find_duplicates` gives it.
    people : the frame that the pairs are of.
    apart : pairs of people of whom it was said that they are two.

    Returns
    -------
    Of groups joined by pairs at or above `SURE` each is sure, unless somebody in it is kept apart
    from another; all other groups are unsure. A sure group can be part of an unsure one.
    """
    told = {*zip(pairs["a"].tolist(), pairs["b"].tolist(), strict=True)}
    if apart & told:
        asked = zip(pairs["a"], pairs["b"], strict=True)
        pairs = pairs[[(int(a), int(b)) not in apart for a, b in asked]]
    certain = pairs[pairs["score"] >= SURE]
    sure = _left(groups(certain, people), people.index, apart, certain)
    known = {frozenset(group) for group in sure}
    whole = _left(groups(pairs, people), people.index, apart, pairs)
    return Review(sure, [group for group in whole if frozenset(group) not in known], pairs)


def _left(
    found: list[Group], there: Container[int], apart: frozenset[Pair], pairs: pd.DataFrame
) -> list[Group]:
    here = ([int(id_) for id_ in group if id_ in there] for group in found)
    joined = zip(pairs["a"].tolist(), pairs["b"].tolist(), strict=True)
    return parted((group for group in here if len(group) > 1), joined, apart)
