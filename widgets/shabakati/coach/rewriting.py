"""Open questions to a closed one: about the same thing, or to go on with after its answer."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from shabakati.coach import arabic, english
from shabakati.coach.finding import Judgement, Kind
from shabakati.coach.sentences import data

MOST = 3  # questions that are offered
_LONGEST_PART = 7  # words of the question that an offered one takes over
_FOLD = {"ar": arabic.fold, "en": english.fold}


class _Pattern(NamedTuple):
    """What a question may look like, of which kinds, and the open ones that take its parts."""

    shape: re.Pattern[str]
    kinds: tuple[str, ...]
    say: tuple[str, ...]


class Offered(NamedTuple):
    """Open questions, and whether they ask about the same thing, or follow after the answer."""

    questions: tuple[str, ...] = ()
    instead: bool = True


def offered(text: str, found: Judgement, language: str) -> Offered:
    """Two or three open questions to a sentence; none for what is no question.

    Words of the question are taken over only where a pattern knows what they are: a name of
    something, or a verb in a form that fits. A question for a view gets one that asks for it. What
    asks for a fact or a favour has no open twin: it is offered what the talk can go on with, by its
    topic or in general.
    """
    if found.kind is Kind.NOT_A_QUESTION:
        return Offered()
    kind, general = found.kind.value, data(f"rewrites_{language}")["general"]
    if found.why == "greeting":
        return Offered(tuple(general["greeting"]), instead=False)
    if told := _by_pattern(text, kind, language):
        return Offered(tuple(told[:MOST]))
    if _asks_for_a_view(text, found.kind, language):
        return Offered(tuple(general[kind][:MOST]))
    return Offered(tuple(_by_topic(text, language) or general["afterwards"])[:MOST], instead=False)


def _asks_for_a_view(text: str, kind: Kind, language: str) -> bool:
    """Whether an opinion is asked for, not something about the other person or a thing to do."""
    if kind is Kind.ONE_FACT:
        return False
    folded = f" {_FOLD[language](text)} "
    begins = _views(language, "about_you").match(folded, 1)
    return bool(_views(language, "words").search(folded)) or (kind is Kind.LEADING and not begins)


def _by_pattern(text: str, kind: str, language: str) -> list[str]:
    plain = _plain(text)
    for pattern in _patterns(language):
        match = pattern.shape.search(plain) if kind in pattern.kinds else None
        if match is None:
            continue
        parts = {name: " ".join(part.split()) for name, part in match.groupdict().items() if part}
        parts |= {
            name: nouns[parts[name].lower()]
            for name, nouns in data(f"rewrites_{language}").get("nouns", {}).items()
            if name in parts
        }
        if all(_fits(part, language) for part in parts.values()):
            return [say.format_map(parts) for say in pattern.say]
    return []


def _by_topic(text: str, language: str) -> list[str]:
    folded = f" {_FOLD[language](text)} "
    for words, say in _topics(language):
        if words.search(folded):
            return list(say)
    return []


def _fits(part: str, language: str) -> bool:
    """Whether a part of a question can stand in another: short, and with no clause of its own."""
    short = len(part.split()) <= _LONGEST_PART
    hangs = part.lower().split()[-1:] and part.lower().split()[-1] in data(
        f"rewrites_{language}"
    ).get("hanging", ())
    return short and not hangs and not _joints(language).search(f" {_FOLD[language](part)} ")


def _plain(text: str) -> str:
    """A text without vowel signs, tatweel and what could not stand inside a sentence."""
    bare = "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")
    return bare.replace("’", "'").strip(" .،,؛;:!-–—")


@cache
def _patterns(language: str) -> list[_Pattern]:
    held = data(f"rewrites_{language}")
    lists: dict[str, str] = {k: "|".join(v) for k, v in held.get("lists", {}).items()}
    nouns = {
        k: "|".join(sorted(v, key=len, reverse=True)) for k, v in held.get("nouns", {}).items()
    }
    every = ["yes_no", "one_fact", "choice", "leading"]
    return [
        _Pattern(
            re.compile(_filled(one["shape"], lists | nouns), re.IGNORECASE),
            tuple(one.get("kinds", every)),
            tuple(one["say"]),
        )
        for one in held["pattern"]
    ]


def _filled(shape: str, lists: dict[str, str]) -> str:
    for name, words in lists.items():
        shape = shape.replace(f"<<{name}>>", words)
    return shape


@cache
def _topics(language: str) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    fold = _FOLD[language]
    return [
        (_any(fold(word) for word in topic["words"]), tuple(topic["say"]))
        for topic in data(f"rewrites_{language}")["topic"]
    ]


@cache
def _views(language: str, name: str) -> re.Pattern[str]:
    return _any(_FOLD[language](word) for word in data(f"rewrites_{language}")["views"][name])


@cache
def _joints(language: str) -> re.Pattern[str]:
    return _any(_FOLD[language](word) for word in data(f"rewrites_{language}")["joints"])


def _any(words: Any) -> re.Pattern[str]:
    """Any of these words; one that ends in * begins longer ones too."""
    shapes = [re.escape(w).replace(r"\ ", " ").replace(r"\*", r"\w*") for w in words]
    return re.compile(rf"(?<=\s)(?:{'|'.join(shapes)})(?=\s|[,.'])")
