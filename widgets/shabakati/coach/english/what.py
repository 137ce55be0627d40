"""What an English question word asks for: an account, or one fact."""

from __future__ import annotations

import re

from shabakati.coach.english.words import at, lists, words
from shabakati.coach.finding import Judgement, Kind

_BEFORE = (
    "in|on|at|for|from|with|by|to|of|under|about|through|via|since|until|till|towards|within|after"
    "|as of"
)
_WHOSE = r"(?:your|the|his|her|their|our|my|its|this|that|(?:the\s+)?\w+'s)\s+(?:[\w-]+\s+){0,2}?"
_MORE = (
    r"(?:\s+(?:of|for|at|to|like|in|on|by|from)\b.*"
    r"|\s+(?:please|again|now|here|there|today|then|this|next)\b.*)?"
)


def word(text: str) -> Judgement | None:
    """What a question word at the beginning asks for; None if there is none."""
    if found := at(text, "open_anyway"):
        return Judgement(Kind.OPEN, "open", (found[0],))
    if (found := at(text, "whole")) and found.end() == len(text):
        return Judgement(Kind.ONE_FACT, "attribute", (found[0],))
    if fact := _fact(text):
        return why_too(text) or Judgement(Kind.ONE_FACT, "fact", (fact,))
    owned = re.match(r"what\s+(?:is|are|was|were|will be)\s+", text)
    told = re.match(r"what\s+(.+)\s+(?:is|are|was|were|will be)$", text)  # in a request to tell
    noun = (owned and attribute(text[owned.end() :], _MORE)) or (told and attribute(told[1]))
    if noun:
        return Judgement(Kind.ONE_FACT, "attribute", (noun,))
    more = r"(?:\s+(?:here|there|now|then|per|for|an?|each|to|in)\b.*)?"
    ends = rf"what\s+(?:\w+\s+){{2,4}}?({words('what_ends')}){more}$"
    if named := re.match(ends, text):
        return Judgement(Kind.ONE_FACT, "attribute", (named[1],))
    if behind := re.match(rf"(?:{_BEFORE})\s+(?=(?:what|which|whom|whose|where|when|how)\b)", text):
        return word(text[behind.end() :])
    found = at(text, "wh_open")
    return found and Judgement(Kind.OPEN, "open", (found[0],))


def why_too(text: str) -> Judgement | None:
    """A "why" or "how" that is asked besides: "which would you keep, and why?"."""
    found = re.search(
        rf"\b(?:and|if\s+so|if\s+not)\s+(?:why|how|what)\b(?!\s+{words('degrees')}\b)|\bwhy(?:\s+not)?$",
        text,
    )
    return Judgement(Kind.OPEN, "open", (found[0],)) if found and found.start() else None


def attribute(text: str, more: str = r"(?:\s+(?:of|for)\b.*)?") -> str | None:
    """The noun that one fact tells, with whose it is: "your name"; None if there is none."""
    owned = re.match(rf"{_WHOSE}({words('attributes')}){more}$", text)
    return owned[1] if owned and not text.endswith(" like") else None


def _fact(text: str) -> str | None:
    """The words at the beginning that ask for one fact, whatever follows."""
    if (found := at(text, "wh_fact")) and found[0] not in lists()["whole"]:
        return found[0]
    named = re.match(rf"(?:(?:{_BEFORE})\s+)?what\s+{words('fact_nouns')}(?![\w'])", text)
    return named and named[0]
