"""People who look like one and are not: what was said of them, kept in the book's answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations

import pandas as pd

from shabakati.workbook import Workbook

STEP, QUESTION = "02_my_people", "not_one"
_ANSWER = re.compile("([0-9]{1,18}) ([0-9]{1,18})")

Pair = tuple[int, int]  # ids of two people, the smaller first


def kept_apart(answers: pd.DataFrame) -> frozenset[Pair]:
    """Pairs of people of whom it was said that they are two.

    Parameters
    ----------
    answers : the book's table; an answer to `QUESTION` reads `12 57`, others are passed over.
    """
    return frozenset(_told(answers).values())


def keep_apart(book: Workbook, people: Iterable[int]) -> int:
    """Remember of these people, as one change, that no two of them are one.

    Returns how many pairs are new.
    """
    known = kept_apart(book.answers)
    pairs = [pair for pair in combinations(sorted(set(people)), 2) if pair not in known]
    book.add_all("answers", [_answer(pair) for pair in pairs])
    return len(pairs)


def carry_over(book: Workbook, became: Mapping[int, int]) -> None:
    """Let what was said of people who are gone hold of those they became (`became[gone]`)."""
    told = _told(book.answers)
    seen = {pair for pair in told.values() if not set(pair) & became.keys()}
    changed: dict[int, Pair] = {}
    void: list[int] = []
    for id_, pair in told.items():
        a, b = sorted(became.get(person, person) for person in pair)
        if (a, b) == pair:
            continue
        if a == b or (a, b) in seen:
            void.append(id_)
        else:
            seen.add((a, b))
            changed[id_] = (a, b)
    with book.together("merge"):
        for id_, pair in changed.items():
            book.change("answers", id_, **_answer(pair))
        book.remove("answers", void)


def parted(
    groups: Iterable[Iterable[int]], pairs: Iterable[Pair], apart: frozenset[Pair]
) -> list[list[int]]:
    """The groups, those with people who are kept apart divided: nobody stands beside such a one.

    Parameters
    ----------
    groups : ids of people who are probably one, together.
    pairs : what joins them, the surest first; in a divided group the surest are joined again.
    """
    concerned = {id_ for pair in apart for id_ in pair}
    found: list[list[int]] = []
    joined = list(pairs) if concerned else []
    for group in map(list, groups):
        if len(concerned.intersection(group)) < 2:
            found.append(group)
        else:
            found.extend(_divided(group, joined, apart))
    return found


def _divided(group: list[int], pairs: list[Pair], apart: frozenset[Pair]) -> list[list[int]]:
    part_of = {id_: [id_] for id_ in group}
    for one, other in pairs:
        if one not in part_of or other not in part_of or part_of[one] is part_of[other]:
            continue
        first, second = part_of[one], part_of[other]
        if any((min(a, b), max(a, b)) in apart for a in first for b in second):
            continue
        together = sorted([*first, *second])
        part_of.update(dict.fromkeys(together, together))
    parts = {id(part): part for part in part_of.values() if len(part) > 1}
    return list(parts.values())


def _told(answers: pd.DataFrame) -> dict[int, Pair]:
    """By the answer's id, the pair that it is about."""
    asked = answers[(answers["step"] == STEP) & (answers["question"] == QUESTION)]
    found = {}
    for id_, text in zip(asked.index.tolist(), asked["answer"].tolist(), strict=True):
        if match := _ANSWER.fullmatch(text):
            a, b = sorted(map(int, match.groups()))
            found[int(id_)] = (a, b)
    return found


def _answer(pair: Pair) -> dict[str, str]:
    return {"step": STEP, "question": QUESTION, "answer": f"{pair[0]} {pair[1]}"}
