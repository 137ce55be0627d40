"""What kind of question an English sentence is, by its first words and its last."""

from __future__ import annotations

import re
from functools import cache

from shabakati.coach.finding import Judgement, Kind
from shabakati.coach.sentences import Sentence, any_of, data

_APOSTROPHES = re.compile("[’‘ʼ`´]")
_WH_IS = re.compile(r"\b(what|where|who|when|how|why)(?:'?s|'re)\b(?!\s+(?:own)\b)")
_CHAT = {"u": "you", "ur": "your", "r": "are", "wanna": "want to", "pls": "please", "plz": "please"}
_CLAUSES = re.compile(r"\s*[,;:()]\s*|\s+[-–—]+\s+")
_AUX = (
    "do|does|did|is|are|was|were|can|could|will|would|should|must|have|has|had|might|may|am|ought"
)
_PRONOUN = "it|you|i|we|they|he|she|there|this|that|one"
_POLITE = (
    r"(?:(?:could|can|would|will)\s+you\s+(?:(?:please|maybe|possibly|perhaps|kindly)\s+)?"
    r"(?:mind\s+|be\s+(?:able|willing)\s+to\s+)?|(?:do\s+you\s+)?mind\s+)"
)
_BEFORE = "in|on|at|for|from|with|by|to|of|under|about|through|via|since|until|towards|within|after"
_ASKED = r"(?:what|which|whom|whose|where|when|how)\b"
_NEGATED = rf"(?:(?:{_AUX})n'?t|won't|can't|cannot|ain't|shan't|wont|cant)"


def fold(text: str) -> str:
    """English as it is compared: small letters, one apostrophe, question words in full."""
    plain = _APOSTROPHES.sub("'", text.lower())
    words = " ".join(_CHAT.get(word, word) for word in plain.split())
    return _WH_IS.sub(lambda m: f"{m[1]} {'are' if m[0].endswith('re') else 'is'}", words)


def judge(sentence: Sentence) -> Judgement:
    """The kind of an English sentence, and why."""
    text, asks = fold(sentence.text), sentence.end == "?"
    if not re.search(r"\w", text):
        return Judgement(Kind.NOT_A_QUESTION, "nothing")
    if (asks or not sentence.end) and (found := _leading(text, asks)):
        return found
    clauses = [begin for part in _CLAUSES.split(text) if (begin := _begin(part))]
    for place, clause in enumerate(clauses):
        if told := _told(clause, asks):
            return told
        if sentence.end in (".", "!"):
            continue
        rest = " ".join(clauses[place:])
        if found := _asked(clause, rest, asks, place):
            return found
    if not asks:
        return Judgement(Kind.NOT_A_QUESTION, "statement")
    return _by_tone(text)


@cache
def _words(name: str) -> str:
    return any_of(data("english")[name])


def _at(text: str, name: str) -> re.Match[str] | None:
    """One of these words at the beginning."""
    return re.match(rf"{_words(name)}(?![\w'])", text)


def _begin(clause: str) -> str:
    """A clause without greetings and small words before what it asks."""
    before = None
    while clause != before:
        before = clause
        clause = re.sub(rf"^{_words('openers')}(?![\w'])[\s.]*", "", clause)
    named = re.match(
        rf"^(?!(?:{_PRONOUN})\b)\w+\s+(?=(?:{_AUX})\s+(?:{_PRONOUN}|the|your)\b)", clause
    )
    free = named and not _at(clause, "wh_open") and not _at(clause, "wh_fact")
    return clause[named.end() :] if named and free and not _at(clause, "aux") else clause


def _leading(text: str, asks: bool) -> Judgement | None:
    """A tag at the end, a denial or a presumption at the beginning: all ask for assent."""
    negated = re.search(rf"[\s,]+({_NEGATED}\s+(?:{_PRONOUN}))(?:\s+too|\s+either)?$", text)
    if negated and negated.start() > 0 and not _asks_first(text):
        return Judgement(Kind.LEADING, "tag", (negated[1],))
    if not asks:
        return None
    after_no = re.search(rf",\s*((?:{_AUX})\s+(?:{_PRONOUN}))$", text)
    if after_no and re.search(r"n't\b|\bnot\b|\bnever\b|\bno\b|\bhardly\b", text):
        return Judgement(Kind.LEADING, "tag", (after_no[1],))
    if tag := re.search(rf"(?:,\s*|\s[-–—]\s*)({_words('tags')})$", text):
        return Judgement(Kind.LEADING, "tag", (tag[1],))
    plain = re.search(r"\w\s+(right|correct|yeah|huh|innit)$", text)
    if plain and not _asks_first(text):
        return Judgement(Kind.LEADING, "tag", (plain[1],))
    start = _begin(text)
    if denied := re.match(rf"{_NEGATED}\s+\w", start):
        return Judgement(Kind.LEADING, "negative", (denied[0].split()[0],))
    if found := _at(start, "presumes"):
        return Judgement(Kind.LEADING, "presumes", (found[0],))
    return None


def _asks_first(text: str) -> bool:
    """Whether a question word or a helping verb begins the sentence."""
    start = _begin(text)
    helped = re.match(rf"(?:{_AUX})\s+{_words('subjects')}(?![\w'])", start)
    return bool(_at(start, "wh_open") or _at(start, "wh_fact") or helped)


def _told(text: str, asks: bool) -> Judgement | None:
    """What is asked inside of a request to tell, or of a wish to know."""
    telling = rf"(?:{_words('tell')}|{_words('telling')})"
    text = re.sub(r"\b(?:really|very|genuinely|truly|always|quite|so)\s+", "", text)
    if found := re.match(rf"({_POLITE})?(?:please\s+)?{telling}(?![\w'])", text):
        inner = _within(text[found.end() :].strip())
        if found[1]:
            return inner or Judgement(Kind.OPEN, "invitation", (found[0],))
        if re.match(r"(?:talk|walk|share)$", found[0]) and not re.match(
            r"\s+(?:me|us|a|an|your|some|through)\b", text[found.end() :]
        ):
            return None
        return inner or Judgement(Kind.OPEN, "telling", (found[0],))
    hopes = rf"{_words('wish')}\s+{_words('learn')}(?![\w'])"
    if found := _at(text, "want") or re.match(hopes, text):
        inner = _within(text[found.end() :].strip())
        closed = "ask" in found[0] or "wonder" in found[0]
        told = None if closed else Judgement(Kind.OPEN, "telling", (found[0],))
        return inner or (
            Judgement(Kind.YES_NO, "auxiliary", (found[0],)) if closed and asks else told
        )
    if found := _at(text, "leans"):
        return _within(text[found.end() :].strip())
    known = re.match(rf"(?:do|would|did|could)\s+you\s+{_words('know')}\s+", text)
    return _within(text[known.end() :]) if known else None


def _within(text: str) -> Judgement | None:
    """The kind of a question that stands inside another, if one does."""
    text = re.sub(rf"^(?:{_words('between')}\s+)+", "", text)
    if whether := re.match(r"(?:if|whether)\b", text):
        return Judgement(Kind.YES_NO, "indirect", (whether[0],))
    if re.match(rf"(?:your|the|his|her|their)\s+(?:\w+\s+)?{_words('attributes')}$", text):
        return Judgement(Kind.ONE_FACT, "attribute", (text,))
    found = _word(text)
    return found and Judgement(found.kind, "indirect", found.words)


def _asked(clause: str, rest: str, asks: bool, place: int) -> Judgement | None:
    """What a clause asks, if it is the one that asks."""
    if _at(clause, "idioms") and not asks:
        return None
    if (greeted := _at(rest, "greetings")) and greeted.end() == len(rest):
        return Judgement(Kind.OPEN, "greeting", (greeted[0],))
    if found := _word(rest):
        inverted = re.search(rf"\b(?:{_AUX})\b|n't\b", clause[len(found.words[0]) :])
        subject = re.match(rf"\w+\s+(?:{_PRONOUN})\b", clause)
        relative = place and re.match(r"(?:which|who|whose|when|where)\b", clause) and not inverted
        if asks and not relative and not (subject and clause.startswith("when")):
            return found
        if not asks and (clause.startswith(("why", "how come")) or (inverted and not subject)):
            return found
        return None
    if asks and (behind := re.match(rf"(?:{_BEFORE})\s+(?={_ASKED})", rest)):
        return _word(rest[behind.end() :])
    helped = re.match(rf"({_words('aux')})\s+(\S+)", clause)
    if helped and (asks or re.match(rf"{_words('subjects')}(?![\w'])", helped[2])):
        return _advice(clause) or _choice(rest) or Judgement(Kind.YES_NO, "auxiliary", (helped[1],))
    return None


def _word(text: str) -> Judgement | None:
    """What a question word at the beginning asks for."""
    if found := _at(text, "open_anyway"):
        return Judgement(Kind.OPEN, "open", (found[0],))
    if (found := _at(text, "whole")) and found.end() == len(text):
        return Judgement(Kind.ONE_FACT, "attribute", (found[0],))
    if (found := _at(text, "wh_fact")) and found[0] not in data("english")["whole"]:
        if why := re.search(r"\band\s+(?:why|how)\b|\bwhy$", text):
            return Judgement(Kind.OPEN, "open", (why[0],))
        return Judgement(Kind.ONE_FACT, "fact", (found[0],))
    whose = r"(?:your|the|his|her|their|our|my|its)\s+(?:\w+\s+)?"
    owned = rf"what\s+(?:is|are|was|were)\s+{whose}{_words('attributes')}"
    more = r"\s+(?:of|for|at|to|like)\b(?!.*\blike$).*|\s+(?:please|again|now)"
    if re.match(rf"{owned}(?:{more})?$", text):
        return Judgement(Kind.ONE_FACT, "attribute", (text.split()[0], text.split()[-1]))
    if named := re.match(r"what\s+(?:is|are)\s+.+\s(called)$", text):
        return Judgement(Kind.ONE_FACT, "attribute", ("what", named[1]))
    found = _at(text, "wh_open")
    return found and Judgement(Kind.OPEN, "open", (found[0],))


def _advice(text: str) -> Judgement | None:
    """A yes or no that nobody stops at: "do you have any advice?"."""
    found = re.search(rf"\b(?:any|some)\s+(?:other\s+|final\s+)?{_words('advice')}\b", text)
    return Judgement(Kind.OPEN, "advice", (found[0],)) if found and found.start() < 20 else None


def _choice(text: str) -> Judgement | None:
    """One of those that are named; "or not" names nothing."""
    bare = re.sub(rf"\b{_words('or_not')}\b", "", text)
    found = re.search(r"\bor\b", bare)
    return Judgement(Kind.CHOICE, "choice", (found[0],)) if found else None


def _by_tone(text: str) -> Judgement:
    """A question that only its sign, or the voice, makes one."""
    if found := re.search(rf"\byour\s+{_words('attributes')}\s+is$", text):
        return Judgement(Kind.ONE_FACT, "attribute", (found[0],))
    return _advice(text) or _choice(text) or Judgement(Kind.YES_NO, "tone")
