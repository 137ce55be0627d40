"""Relation, place and network type that people may have, each with its reason in words.

Nothing is said of anybody before you accept it.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from shabakati.people.evidence import Hint, Known, hints
from shabakati.people.learning import Taught
from shabakati.people.mine import Mine
from shabakati.people.names import is_given_name, tokens
from shabakati.people.network_types import type_hint
from shabakati.people.spelling import bare, same_word
from shabakati.schema import LINE_LIMIT
from shabakati.vocabulary import Direction, ExchangeKind
from shabakati.workbook import Workbook

COLUMNS = ("relation", "place", "network_type")
MOST_NAMESAKES = 12  # more people with my family name are a tribe, or chance
OFTEN = 12  # days on which you wrote to each other
YEARS = 3  # from the first message to the last

_FRAME = ["person", "column", "value", "reason", "about", "score"]


def suggest(people: pd.DataFrame, profile: pd.DataFrame, exchanges: pd.DataFrame) -> pd.DataFrame:
    """What may be said of people, only for cells that are empty.

    Parameters
    ----------
    people, profile, exchanges : frames of the book.

    Returns
    -------
    DataFrame with `person` (id), `column` (relation, place or network_type), `value` (a code),
    `reason` (`say(f"people.suggest.{reason}", about=about)` is its sentence), `about` (a text
    that the reason names, or ""), `score` (in (0, 1]); people in the order of `people`, for each
    of them the columns in this order, and for each column the surest value first, each once.
    """
    mine = Mine(profile, people)
    rows: list[tuple[Any, ...]] = []
    everybody = known(people, exchanges, mine)
    taught = Taught((person.organisation, person.relation) for person in everybody)
    for person in everybody:
        best: dict[tuple[str, str], Hint] = {}
        for hint in hints(person, mine):
            _keep(best, hint)
        if not person.relation and (learnt := taught.hint(person.organisation)):
            _keep(best, learnt)
        relations = [hint for hint in best.values() if hint.column == "relation"]
        surest = max(relations, key=lambda hint: hint.score, default=None)
        relation = person.relation or (surest.value if surest else "")
        for hint in type_hint(person, mine, relation):
            _keep(best, hint)
        said = {name for name in COLUMNS if getattr(person, name)}
        open_ = [hint for hint in best.values() if hint.column not in said]
        open_.sort(key=lambda hint: (COLUMNS.index(hint.column), -hint.score))
        rows += [(person.id, h.column, h.value, h.reason, h.about, h.score) for h in open_]
    return _as_frame(rows)


def by_reason(suggestions: pd.DataFrame) -> pd.DataFrame:
    """How many people each reason is good for; only the surest value of a cell counts.

    Returns
    -------
    DataFrame with `column, value, reason, about, people` (int), the surest reason first.
    """
    surest = suggestions.drop_duplicates(["person", "column"])
    parts = ["column", "value", "reason", "about"]
    groups = surest.groupby(parts, sort=False)["score"].agg(["max", "size"]).reset_index()
    ordered = groups.sort_values(["max", "size"], ascending=False, kind="stable")
    return ordered.rename(columns={"size": "people"})[[*parts, "people"]].reset_index(drop=True)


def accept(book: Workbook, suggestions: pd.DataFrame) -> int:
    """Say these suggestions of their people, as one change; returns how many cells were filled.

    Cells that were filled meanwhile, and people who are gone, stay as they are. Of two values
    for one cell the first is taken.
    """
    chosen = suggestions[suggestions["column"].isin(COLUMNS)].drop_duplicates(["person", "column"])
    filled = 0
    with book.together("suggestions"):
        people = book.people
        open_ = {name: set(people.index[people[name].isna()].tolist()) for name in COLUMNS}
        wanted: dict[tuple[str, str], list[int]] = {}
        for person, column, value in zip(
            chosen["person"].tolist(), chosen["column"], chosen["value"], strict=True
        ):
            if person in open_[column]:
                wanted.setdefault((column, value), []).append(person)
        for (column, value), ids in wanted.items():
            book.change("people", ids, **{column: value})
            filled += len(ids)
    return filled


def _keep(best: dict[tuple[str, str], Hint], hint: Hint) -> None:
    """Keep the surest hint for each value."""
    key = (hint.column, hint.value)
    if key not in best or hint.score > best[key].score:
        best[key] = hint


def known(people: pd.DataFrame, exchanges: pd.DataFrame, mine: Mine) -> list[Known]:
    """What the book knows of each person, in the form in which evidence is sought."""
    names = people["name"].tolist()
    connected, long_wrote = _written(exchanges)
    ids = people.index.tolist()
    texts = ("relation", "place", "network_type", "organisation", "role", "field")
    columns = [
        ids,
        names,
        *(_texts(people, name) for name in texts),
        *(_lists(people, name) for name in ("emails", "tags")),
        *(_texts(people, name) for name in ("notes", "source")),
        _namesakes(names, mine),
        [id_ in connected for id_ in ids],
        [id_ in long_wrote for id_ in ids],
    ]
    return [Known(*row) for row in zip(*columns, strict=True)]


def _namesakes(names: list[str], mine: Mine) -> list[int]:
    """For each person with my family name, how many bear it; 0 for all others."""
    if not mine.family or is_given_name(mine.family):
        return [0] * len(names)
    asked: dict[str, bool] = {}
    alike = []
    for name in names:
        parts = tokens(name)
        last = bare(parts[-1]) if len(parts) > 1 else ""
        if last not in asked:
            asked[last] = bool(last) and not is_given_name(last) and same_word(last, mine.family)
        alike.append(asked[last] and parts != mine.tokens)
    count = sum(alike)
    crowd = count > MOST_NAMESAKES or (count > 3 and count > len(names) / 4)
    return [0 if crowd or not same else count for same in alike]


def _written(exchanges: pd.DataFrame) -> tuple[set[int], set[int]]:
    """Who was invited or invited you; with whom you wrote often, both ways, over years."""
    connected: set[int] = set()
    letters: dict[int, list[Any]] = {}
    ways: dict[int, set[str]] = {}
    names = ("person", "kind", "on", "direction")
    for person, kind, on, way in zip(*(exchanges[name].tolist() for name in names), strict=True):
        if kind == ExchangeKind.CONNECTED.value:
            connected.add(person)
        elif kind == ExchangeKind.WROTE.value:
            letters.setdefault(person, []).append(on)
            ways.setdefault(person, set()).add(way)
    both = Direction.BOTH.value
    return connected, {
        person
        for person, days in letters.items()
        if len(days) >= OFTEN
        and (max(days) - min(days)).days >= 365 * YEARS
        and (both in ways[person] or len(ways[person]) > 1)
    }


def _texts(frame: pd.DataFrame, name: str) -> list[str]:
    """The texts or codes of a column, "" where there is none."""
    if name not in frame:
        return [""] * len(frame)
    return [value if isinstance(value, str) else "" for value in frame[name].tolist()]


def _lists(frame: pd.DataFrame, name: str) -> list[list[str]]:
    if name not in frame:
        return [[] for _ in range(len(frame))]
    return [value if isinstance(value, list) else [] for value in frame[name].tolist()]


def _as_frame(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=_FRAME)
    texts = dict.fromkeys(["column", "value", "reason", "about"], "str")
    found["about"] = found["about"].str.slice(0, LINE_LIMIT) if rows else found["about"]
    return found.astype({"person": "int64", **texts, "score": "float64"})
