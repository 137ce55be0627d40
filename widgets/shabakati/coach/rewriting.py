"""Open questions instead of a closed one: with its own words where that is sure, else general."""

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


def rewrites(text: str, found: Judgement, language: str) -> tuple[str, ...]:
    """Two or three open questions about what a sentence asks; none for what is no question.

    Words of the question are taken over only where a pattern knows what they are: a name of
    something, or a verb in a form that fits. Otherwise the questions fit its topic, or any.
    """
    if found.kind is Kind.NOT_A_QUESTION:
        return ()
    if found.why == "greeting":
        return tuple(data(f"rewrites_{language}")["general"]["greeting"])
    kind = found.kind.value
    told = _by_pattern(text, kind, language) or _by_topic(text, language)
    return tuple(told or data(f"rewrites_{language}")["general"][kind])[:MOST]


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
def _joints(language: str) -> re.Pattern[str]:
    return _any(_FOLD[language](word) for word in data(f"rewrites_{language}")["joints"])


def _any(words: Any) -> re.Pattern[str]:
    """Any of these words; one that ends in * begins longer ones too."""
    shapes = [re.escape(w).replace(r"\ ", " ").replace(r"\*", r"\w*") for w in words]
    return re.compile(rf"(?<=\s)(?:{'|'.join(shapes)})(?=\s|[,.'])")
