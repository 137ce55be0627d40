"""What a title says: who teaches, studies or leads, and at what somebody works."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from shabakati.people.letters import normalise
from shabakati.people.lexicon import any_of, lexicon, phrases
from shabakati.people.organisations import is_academic

Teaching = Literal["rank", "title", "doctor", ""]
_LONGEST = 300  # characters of a title that are looked at


@lru_cache(maxsize=100_000)
def teaching(name: str, role: str, organisation: str) -> Teaching:
    """Why a person can be taken for a professor.

    Returns
    -------
    `rank`: a rank that only universities give; `title`: a professor's or a lecturer's title, and
    a university; `doctor`: a doctor's title before the name, and a university; "" otherwise.
    """
    task, where = _plain(role), organisation[:_LONGEST]
    if phrases("roles", "not_professor").search(task):
        return ""
    university = is_academic(where) or is_academic(role)
    if phrases("roles", "professor_ranks").search(task):
        return "rank"
    if not university:
        return ""
    titled = _starts(name, "professor_titles")
    if titled or phrases("roles", "professor_words").search(task):
        return "title"
    heals = phrases("roles", "healing").search(f"{normalise(where)} {task}")
    return "doctor" if _starts(name, "doctor_titles") and not heals else ""


@lru_cache(maxsize=100_000)
def is_student(role: str) -> bool:
    """Whether a title says that somebody studies, or has just ended."""
    return bool(phrases("roles", "student").search(_plain(role)))


@lru_cache(maxsize=100_000)
def is_senior(role: str) -> bool:
    """Whether a title is of somebody who leads an organisation or a large part of it."""
    return bool(phrases("roles", "senior").search(_plain(role)))


@lru_cache(maxsize=100_000)
def work_fields(text: str) -> frozenset[str]:
    """The families of work that a title or a field names; empty if none is known."""
    plain = _plain(text)
    return frozenset(name for name, pattern in _fields().items() if pattern.search(plain))


@cache
def _fields() -> dict[str, re.Pattern[str]]:
    return {name: any_of(several) for name, several in lexicon("roles")["fields"].items()}


def _starts(name: str, heading: str) -> bool:
    """Whether a name begins with one of the titles, and goes on."""
    found = phrases("roles", heading).match(normalise(name[:_LONGEST]))
    return bool(found and found.end() < len(normalise(name[:_LONGEST])))


def _plain(text: str) -> str:
    return normalise(text[:_LONGEST])
