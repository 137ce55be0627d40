"""What looks like one person in several rows: the sure ones, and those that need a look."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

import pandas as pd

from shabakati.people.duplicate_groups import groups
from shabakati.people.duplicates import SURE, Reason
from shabakati.people.kept_apart import Pair, parted

Group = list[int]  # ids of people who are probably one
JUDGED = ("relation", "place", "network_type", "closeness")


class Review(NamedTuple):
    """Groups of people who are probably one, each list with its surest first."""

    sure: list[Group]
    unsure: list[Group]
    pairs: pd.DataFrame  # as `find_duplicates` gives them

    def left(self, people: pd.DataFrame, apart: frozenset[Pair]) -> Review:
        """What is left of these in the people of now: some may be gone, or kept apart.

        Of whom you judged differently (another relation, place, type or closeness) a sure group
        needs a look as well: merged unseen, one of your judgements would be lost.
        """
        sure = _left(self.sure, people.index, apart, self.pairs)
        doubted = _judged_differently(sure, people)
        away = {frozenset(group) for group in doubted}
        known = {frozenset(group) for group in sure}
        unsure = _left(self.unsure, people.index, apart, self.pairs)
        return self._replace(
            sure=[group for group in sure if frozenset(group) not in away],
            unsure=doubted + [group for group in unsure if frozenset(group) not in known],
        )

    def reasons(self, group: Group) -> list[Reason]:
        """Why these look like one, what speaks against it too; those of the surest pair first."""
        inside = self.pairs["a"].isin(group) & self.pairs["b"].isin(group)
        several = self.pairs.loc[inside, "reasons"]
        return list(dict.fromkeys(reason for reasons in several for reason in reasons))


def review(pairs: pd.DataFrame, people: pd.DataFrame) -> Review:
    """Sort pairs into groups that may be merged unseen and groups that need a look.

    Parameters
    ----------
    pairs : DataFrame as `find_duplicates` gives it.
    people : the frame that the pairs are of.

    Returns
    -------
    Groups joined by pairs at or above `SURE` are sure, all others unsure; a sure group can be part
    of an unsure one. Who was kept apart is looked at by `left`.
    """
    sure = groups(pairs[pairs["score"] >= SURE], people)
    known = {frozenset(group) for group in sure}
    whole = groups(pairs, people)
    return Review(sure, [group for group in whole if frozenset(group) not in known], pairs)


def _left(
    found: list[Group], there: Container[int], apart: frozenset[Pair], pairs: pd.DataFrame
) -> list[Group]:
    here = ([int(id_) for id_ in group if id_ in there] for group in found)
    joined = zip(pairs["a"].tolist(), pairs["b"].tolist(), strict=True)
    return parted((group for group in here if len(group) > 1), joined, apart)


def _judged_differently(found: list[Group], people: pd.DataFrame) -> list[Group]:
    """The groups in which two were judged differently."""
    at = [place for place, group in enumerate(found) for _ in group]
    ids = [id_ for group in found for id_ in group]
    differ: set[int] = set()
    for name in JUDGED:
        said = people.loc[ids, name].astype(object).groupby(at).nunique()
        differ.update(said.index[said > 1])
    return [found[place] for place in sorted(differ)]
