"""The kind of an English sentence: what its tag, its frame, its question word or verb asks."""

from __future__ import annotations

import re

from shabakati.coach.english.frames import told
from shabakati.coach.english.what import why_too, word
from shabakati.coach.english.words import AUX, NEGATED, PRONOUN, at, fold, words
from shabakati.coach.finding import Judgement, Kind
from shabakati.coach.sentences import Sentence

_CLAUSES = re.compile(r"\s*[,;:()]\s*|\s+[-–—]+\s+")
_DENIES = re.compile(r"n't\b|\b(?:not|never|no|hardly|nobody|nothing|rarely)\b")


def judge(sentence: Sentence) -> Judgement:
    """The kind of an English sentence, and why."""
    text, asks = fold(sentence.text), sentence.end == "?"
    if not re.search(r"\w", text):
        return Judgement(Kind.NOT_A_QUESTION, "nothing")
    if (asks or not sentence.end) and (found := _leading(text, asks)):
        return found
    if asks and (named := _named(text)):
        return named
    parts = [part for part in _CLAUSES.split(_from_colon(text)) if _begin(part)]
    for place, part in enumerate(parts):
        clause = _begin(part)
        if inner := told(clause, asks):
            return inner
        if sentence.end in (".", "!"):
            continue
        if found := _asked(clause, parts[place + 1 :], asks, place):
            return found
    if not asks:
        return Judgement(Kind.NOT_A_QUESTION, "statement")
    return _by_tone(text)


def _begin(clause: str) -> str:
    """A clause without greetings, names of those addressed and small words before what it asks."""
    before, greeted = None, False
    while clause != before:
        before = clause
        clause = re.sub(rf"^{words('openers')}(?![\w'])[\s.]*", "", clause)
        greeted |= bool(clause != before and at(before, "greeting_words"))
    named = re.match(rf"^(?!(?:{PRONOUN})\b)\w+\s+(?=(?:{AUX})\s+(?:{PRONOUN}|the|your)\b)", clause)
    if greeted and not _asks_itself(clause):
        named = named or re.match(rf"^\w+\s+(?={words('wh_open')}\b|{words('wh_fact')}\b)", clause)
    return clause[named.end() :] if named and not _asks_itself(clause) else clause


def _asks_itself(clause: str) -> bool:
    return bool(at(clause, "wh_open") or at(clause, "wh_fact") or at(clause, "aux"))


def _from_colon(text: str) -> str:
    """What follows a colon, if that begins as a question: "which makes me ask: how …"."""
    before, colon, after = text.rpartition(":")
    begun = _begin(after.strip())
    return after.strip() if colon and _asks_itself(begun) and before else text


def _leading(text: str, asks: bool) -> Judgement | None:
    """A tag at the end, a denial or a presumption at the beginning: all ask for assent."""
    start, told_first = _begin(text), _asks_first(text)
    negated = re.search(rf"[\s,]+({NEGATED}\s+(?:{PRONOUN}))(?:\s+too|\s+either)?$", text)
    if negated and negated.start() > 0 and not told_first:
        return Judgement(Kind.LEADING, "tag", (negated[1],))
    echoed = re.search(rf"(,)?\s+((?:{AUX})\s+(?:{PRONOUN}))$", text)
    if echoed and echoed.start() > 0 and not told_first:
        before = _begin(text[: echoed.start()])
        if _DENIES.search(before) or (echoed[1] and asks and len(before.split()) > 1):
            return Judgement(Kind.LEADING, "tag", (echoed[2],))
    if denied := re.match(
        rf"({NEGATED})\s+(?:{PRONOUN if not asks else words('subjects')})(?![\w'])", start
    ):
        return Judgement(Kind.LEADING, "negative", (denied[1],))
    if not asks:
        return None
    if tag := re.search(rf"(?:,\s*|\s[-–—]\s*)({words('tags')})$", text):
        return Judgement(Kind.LEADING, "tag", (tag[1],))
    plain = re.search(rf"\w\s+({words('plain_tags')})$", text)
    if plain and not told_first:
        return Judgement(Kind.LEADING, "tag", (plain[1],))
    if denied := re.match(
        rf"({NEGATED})\s+\w|((?:is|are|was|were|do|does|did)\s+(?:{PRONOUN})\s+not)\b", start
    ):
        return Judgement(Kind.LEADING, "negative", (denied[1] or denied[2],))
    found = at(start, "presumes") or at(text, "presumes")
    return found and Judgement(Kind.LEADING, "presumes", (found[0],))


def _asks_first(text: str) -> bool:
    """Whether a question word or a helping verb begins the sentence."""
    start = _begin(text)
    helped = re.match(rf"(?:{AUX})\s+{words('subjects')}(?![\w'])", start)
    return bool(at(start, "wh_open") or at(start, "wh_fact") or helped)


def _named(text: str) -> Judgement | None:
    """Those that a "which" chooses from, said before or after: "which is it, tea or coffee?"."""
    parts = _CLAUSES.split(_begin(text))
    if len(parts) < 2:
        return None
    after = re.match(r"(?:which|what|who|where|when)\b", parts[0]) and " or " in parts[-1]
    asks = re.match(r"(?:which|what)\b", parts[-1]) and re.search(words("prefers"), parts[-1])
    before = asks and any(" or " in part for part in parts[:-1])
    return Judgement(Kind.CHOICE, "choice", ("or",)) if after or before else None


def _asked(clause: str, later: list[str], asks: bool, place: int) -> Judgement | None:
    """What a clause asks, if it is the one that asks; `later` are those after it."""
    rest = " ".join([clause, *later])
    if at(clause, "idioms") and not asks:
        return None
    if (greeted := at(rest, "greetings")) and greeted.end() == len(rest):
        return Judgement(Kind.OPEN, "greeting", (greeted[0],))
    if found := word(rest):
        return found if _is_asked(clause, found, asks, place, bool(later)) else None
    helped = re.match(rf"({words('aux')})\s+(\S+)", clause)
    if helped and (asks or re.match(rf"{words('subjects')}(?![\w'])", helped[2])):
        closed = _choice(rest) or Judgement(Kind.YES_NO, "auxiliary", (helped[1],))
        return _advice(clause) or why_too(rest) or closed
    return None


def _is_asked(clause: str, found: Judgement, asks: bool, later: int, more: bool) -> bool:
    """Whether a question word asks here, or only joins a clause: "when you began, …"."""
    inverted = re.search(rf"\b(?:{AUX})\b|n't\b", re.sub(r"^\S+", "", clause))
    subject = re.match(rf"\w+\s+(?:{PRONOUN})\b", clause)
    if asks:
        relative = later and re.match(r"(?:which|who|whose|when|where)\b", clause) and not inverted
        when = re.match(rf"when\s+(?!(?:{AUX})\b)", clause)
        joins = (subject and when) or (
            more and (subject or when) and not clause.startswith("how come")
        )
        return not relative and not joins
    if clause.startswith("how come"):
        return True
    acts = re.match(rf"(?:what|who)\s+{words('what_verbs')}\b", clause)
    if acts and re.search(r"\b(?:is|are|was|were)\b", clause):
        return False  # "what matters is that you came"
    return not subject and bool(inverted or acts or clause.startswith("why"))


def _advice(text: str) -> Judgement | None:
    """A yes or no that nobody stops at: "do you have any advice?"."""
    found = re.search(rf"\b(?:any|some|a)\s+(?:\w+\s+)?{words('advice')}\b", text)
    return Judgement(Kind.OPEN, "advice", (found[0],)) if found and found.start() < 24 else None


def _choice(text: str) -> Judgement | None:
    """One of those that are named; "or not" names nothing."""
    both = (
        rf"^\w+\s+(?:{PRONOUN})\s+or\s+(?:your|my|his|her|their|our|any|some)"  # "do you or your …"
    )
    bare = re.sub(rf"{both}|\b{words('or_so')}\b|\b{words('or_not')}$", "", text)
    every = re.search(r"\b(?:any\w*|ever)\b", bare)  # "… or anything": all of them are meant
    found = None if every else re.search(r"\bor\b", bare)
    return Judgement(Kind.CHOICE, "choice", (found[0],)) if found else None


def _by_tone(text: str) -> Judgement:
    """A question that only its sign, or the voice, makes one."""
    if found := re.search(rf"\byour\s+(?:\w+\s+)?{words('attributes')}\s+is$", text):
        return Judgement(Kind.ONE_FACT, "attribute", (found[0],))
    closed = _choice(text) or Judgement(Kind.YES_NO, "tone")
    bare = re.match(
        rf"(?:your\s+|and\s+)?{words('advice')}(?=\s+(?:on|for|about)\b|$)", _begin(text)
    )
    thoughts = bare and Judgement(Kind.OPEN, "advice", (bare[0],))
    return thoughts or _advice(text) or why_too(text) or closed
