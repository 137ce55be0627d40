"""The introduction: how long it takes, and whether it says what the other needs to know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from shabakati.coach import arabic, english
from shabakati.coach.questions import check_question
from shabakati.coach.sentences import data, language_of, sentences
from shabakati.coach.speaking import Spoken, spoken
from shabakati.people.letters import normalise
from shabakati.people.names import is_given_name

LONGEST = 60  # s of a first introduction
LOOKED_AT = 20_000  # characters
_TELLING = 3  # letters; shorter words of a goal prove nothing


class Check(StrEnum):
    """What an introduction is looked through for, in the order in which it is said."""

    NAME = "name"
    SKILL = "skill"
    GOAL = "goal"
    REQUEST = "request"
    TIME = "time"
    FILLER = "filler"


class Checked(NamedTuple):
    """One check: whether it is met, how (`coach.introduction.<check>.<found>`), by which words."""

    check: Check
    ok: bool
    found: str
    words: tuple[str, ...] = ()


class Introduced(NamedTuple):
    """What `check_introduction` returns: the time it takes, and every check."""

    language: str
    time: Spoken
    checks: tuple[Checked, ...]

    @property
    def left(self) -> tuple[Checked, ...]:
        """The checks that are not met yet."""
        return tuple(one for one in self.checks if not one.ok)


def check_introduction(
    text: str,
    language: str | None = None,
    goals: pd.DataFrame | None = None,
    profile: Mapping[str, Any] | None = None,
) -> Introduced:
    """Who I am, what I do well, what I look for, what I ask: what is there, what is missing.

    Parameters
    ----------
    text : the introduction.
    language : `ar` or `en`; by the script of the text, unless said.
    goals : frame of the book; a goal, organisation, role or topic of it that is said is found.
    profile : the row about you: your name, role, field and what you can offer are looked for.

    Returns
    -------
    Introduced: `time` (an estimate, see `spoken`) and `checks`: a name and a skill are said, a
    goal is named, exactly one thing is asked, it takes 60 s or less, no word only fills.
    """
    language = language if language in ("ar", "en") else language_of(text)
    time, mine = spoken(text, language), dict(profile or {})
    said = f" {_fold(text, language)} "
    names = [*_own(said, [mine.get("name", "")], any_word=True), *_named(text)]
    names += _cues(language, "name", said)
    skills = _own(said, [mine.get("role", ""), mine.get("field", ""), *_list(mine, "can_offer")])
    aims = _own(said, _aims(goals))
    asked = _requests(text, language)
    fillers = _fillers(said, language)
    checks = (
        _simple(Check.NAME, names),
        _simple(Check.SKILL, _cues(language, "skill", said) or skills),
        _simple(Check.GOAL, aims or _cues(language, "goal", said)),
        Checked(
            Check.REQUEST,
            len(asked) == 1,
            "met" if len(asked) == 1 else "many" if asked else "missing",
            tuple(asked),
        ),
        Checked(Check.TIME, 0 < time.seconds <= LONGEST, _how_long(time)),
        Checked(Check.FILLER, not fillers and time.words > 0, _fill(fillers, time), fillers),
    )
    return Introduced(language, time, checks)


def _simple(check: Check, words: Iterable[str]) -> Checked:
    words = tuple(dict.fromkeys(words))
    return Checked(check, bool(words), "met" if words else "missing", words[:3])


def _how_long(time: Spoken) -> str:
    if not time.words:
        return "missing"
    return "met" if time.seconds <= LONGEST else "many"


def _fill(fillers: tuple[str, ...], time: Spoken) -> str:
    return "many" if fillers else "met" if time.words else "missing"


def _named(text: str) -> list[str]:
    """A given name after "I am"."""
    after = re.findall(r"(?:أنا|انا|معك|[Ii](?:['’]m| am))\s+([^\W\d_]+)", text[:LOOKED_AT])
    return [word for word in after[:5] if is_given_name(word)]


def _fold(text: str, language: str) -> str:
    if language == "ar":
        return arabic.fold(text)
    return " ".join(re.sub(r"[^\w'\s]", " ", english.fold(text)).split())


def _cues(language: str, heading: str, said: str) -> list[str]:
    return [match[0].strip() for match in _pattern(language, heading).finditer(said)]


@cache
def _pattern(language: str, heading: str) -> re.Pattern[str]:
    folded = [_fold(word, language) for word in data("introduction")[language][heading]]
    words = "|".join(map(re.escape, sorted(folded, key=len, reverse=True)))
    before = "[وف]?" if language == "ar" else ""
    return re.compile(rf"(?<=\s){before}(?:{words})(?=\s)")


def _own(said: str, texts: Iterable[str], any_word: bool = False) -> list[str]:
    """Which of your own words are said: more than half of the telling words of each, or any."""
    said_words = {_stem(word) for word in normalise(said).split()}
    found = []
    for text in texts:
        telling = [word for word in _stems(text) if len(word) >= _TELLING]
        met = sum(word in said_words for word in telling)
        if met and (any_word or 2 * met > len(telling)):
            found.append(text)
    return found


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in normalise(text).split()]


def _stem(word: str) -> str:
    """A word without the article and what Arabic writes before it."""
    return re.sub(r"^(?:و?ال|وال|بال|كال|فال|لل)(?=\w{3})", "", word)


def _aims(goals: pd.DataFrame | None) -> list[str]:
    if goals is None or goals.empty:
        return []
    open_ = goals[goals["state"].astype("object") == "open"]
    return [name for c in ("organisations", "roles", "topics") for row in open_[c] for name in row]


def _list(row: Mapping[str, Any], name: str) -> list[str]:
    value = row.get(name)
    return list(value) if isinstance(value, (list, tuple)) else []


def _requests(text: str, language: str) -> list[str]:
    """The sentences that ask something of the other."""
    found = []
    for sentence in sentences(text):
        said = f" {_fold(sentence.text, language)} "
        asks = (
            sentence.end == "?" and check_question(f"{sentence.text}?", language).why != "greeting"
        )
        if asks or _cues(language, "request", said):
            found.append(sentence.text)
    return found


def _fillers(said: str, language: str) -> tuple[str, ...]:
    found = []
    for match in _pattern(language, "filler").finditer(said):
        word, before = match[0], said[: match.start()].split()[-1:]
        meant = (
            word in ("like", "kind of", "sort of")
            and before
            and (before[0] in data("introduction")["en"]["filler_said"])
        )
        if not meant:
            found.append(word)
    return tuple(dict.fromkeys(found))
