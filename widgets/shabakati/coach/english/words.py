"""English as it is compared, and the lists of its words as patterns."""

from __future__ import annotations

import re
from functools import cache

from shabakati.coach.sentences import any_of, data

AUX = "do|does|did|is|are|was|were|can|could|will|would|should|must|have|has|had|might|may|am|ought"
MANY = "{0,6}"  # small words one after another; without an end, each would double the time
PRONOUN = "it|you|i|we|they|he|she|there|this|that|one"
NEGATED = rf"(?:(?:{AUX})n't|won't|can't|cannot|ain't|shan't)"
_APOSTROPHES = re.compile("[’‘ʼ`´]")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_ALONE = re.compile(r"(?<![\w'])[\w']+(?!['\w])")
_WH_IS = re.compile(r"\b(what|where|who|when|how|why)(?:'?s|'re)\b(?!\s+(?:own)\b)")
_WH_WILL = re.compile(r"\b(what|who|where|when|how|why|which)'(d|ll|ve)\b")
_WILLS = {"d": "would", "ll": "will", "ve": "have"}
_GERUNDS = {"let": "letting", "sum": "summing", "shed": "shedding", "get": "getting"}


def fold(text: str) -> str:
    """English as it is compared: small letters, one apostrophe, slips and short forms in full."""
    plain = _STRETCHED.sub(r"\1", _APOSTROPHES.sub("'", text.lower()))
    spelled = data("english/asking")["spelled"]
    plain = _WH_WILL.sub(lambda m: f"{m[1]} {_WILLS[m[2]]}", plain)
    words = " ".join(_ALONE.sub(lambda m: spelled.get(m[0], m[0]), plain).split())
    return _WH_IS.sub(lambda m: f"{m[1]} {'are' if m[0].endswith('re') else 'is'}", words)


@cache
def lists() -> dict[str, list[str]]:
    """The lists of words."""
    held = data("english/asking") | data("english/telling") | data("english/assent")
    return {name: words for name, words in held.items() if isinstance(words, list)}


@cache
def words(name: str) -> str:
    """A pattern that is any of the words of one list."""
    return any_of(lists()[name])


@cache
def gerunds(name: str) -> str:
    """A pattern that is any of the phrases of one list, each with its verb in -ing."""
    return any_of([_gerund(phrase) for phrase in lists()[name]])


def at(text: str, name: str) -> re.Match[str] | None:
    """One of the words of a list at the beginning."""
    return re.match(rf"{words(name)}(?![\w'])", text)


def _gerund(phrase: str) -> str:
    verb, _, rest = phrase.partition(" ")
    return f"{_GERUNDS.get(verb) or verb.removesuffix('e') + 'ing'} {rest}".strip()
