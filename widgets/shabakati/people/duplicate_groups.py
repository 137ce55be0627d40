"""Pairs of duplicates as groups, each of one person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from shabakati.people.cards import Card, cards
from shabakati.people.weighing import contradict


def groups(pairs: pd.DataFrame, people: pd.DataFrame | None = None) -> list[list[Any]]:
    """People who are probably one, together: whoever is joined by pairs, the surest first.

    With `people`, no group holds two who cannot be one (another profile of LinkedIn, another
    birthday), whoever stands between them: of the pairs that would join them, the least sure is
    left out.

    Parameters
    ----------
    pairs : DataFrame as `find_duplicates` gives it, or some of its rows.
    people : the frame that the pairs are of.

    Returns
    -------
    A list of groups of two ids or more, each in the order of ids, in the order of their surest
    pairs; nobody is in two of them.
    """
    kept = pairs.sort_values("score", ascending=False, kind="stable")
    joined = list(zip(kept["a"].tolist(), kept["b"].tolist(), strict=True))
    apart = _unlike(people, joined) if people is not None else {}
    group_of: dict[Any, list[Any]] = {}
    for one, other in joined:
        first, second = group_of.get(one, [one]), group_of.get(other, [other])
        if first is second or _contradict(first, second, apart):
            continue
        together = sorted([*first, *second])
        group_of.update(dict.fromkeys(together, together))
    found = [group_of[one] for one, _ in joined if one in group_of]
    return list({id(group): group for group in found}.values())


def _unlike(people: pd.DataFrame, joined: Iterable[tuple[Any, Any]]) -> dict[Any, Card]:
    """The cards that can contradict others at all."""
    ids = {id_ for pair in joined for id_ in pair}
    listed = cards(people.loc[people.index.isin(ids)])
    return {card.id: card for card in listed if card.profiles or card.birthday}


def _contradict(first: list[Any], second: list[Any], apart: dict[Any, Card]) -> bool:
    if not apart:
        return False
    # Cards that say the same count once, so that long groups are quick as well.
    mine, theirs = (
        {(card.profiles, card.birthday): card for id_ in ids if (card := apart.get(id_))}
        for ids in (first, second)
    )
    return any(contradict(one, other) for one in mine.values() for other in theirs.values())
