"""What is asked inside of an English request to tell, a wish to know, or "do you know"."""

from __future__ import annotations

import re

from shabakati.coach.english.what import attribute, word
from shabakati.coach.english.words import MANY, at, gerunds, words
from shabakati.coach.finding import Judgement, Kind

_FILLING = re.compile(
    r"\b(?:really|very|genuinely|truly|always|quite|so|just|also|perhaps|maybe)\s+"
)
_WILL = r"(?:could|can|would|will|might|may)"
_I = r"(?:i|we)"


def told(text: str, asks: bool) -> Judgement | None:
    """What a request to tell, or a wish to know, asks; None if the text is neither."""
    text = _FILLING.sub("", text)
    return _request(text, asks) or _wish(text) or _wonder(text, asks) or _known(text)


def _request(text: str, asks: bool) -> Judgement | None:
    """A request to tell, outright or polite: "tell me …", "any chance you could …"."""
    given = rf"(?:\s+me|\s+us)?\s+(?:\w+\s+){{0,3}}?{words('given')}"
    tell, telling = rf"(?:{words('tell')}|give{given})", rf"(?:{gerunds('tell')}|giving{given})"
    between = rf"(?:{words('polite_between')}\s+){MANY}"
    polite = (
        re.match(
            rf"(?:please\s+)?{_WILL}\s+(?:you|some(?:one|body)|any(?:one|body)|one\s+of\s+you)\s+(?:here\s+|else\s+)?{between}",
            text,
        )
        or re.match(rf"(?:(?:do|would)\s+you\s+)?mind\s+{between}", text)
        or re.match(rf"(?:care|able|willing|happy|up\s+for)\s+(?:to\s+)?(?={tell}|{telling})", text)
        or re.match(
            rf"{words('polite_heads')}\s+(?:\S+\s+){{0,5}}?(?:of\s+you\s+|you\s+{words('polite_modal')}\s+){between}"
            rf"(?=(?:{tell}|{telling})(?![\w']))",
            text,
        )
    )
    said = text[polite.end() :] if polite else text
    either = rf"(?:{tell}|{telling})" if polite else tell
    found = re.match(rf"(?:please\s+|kindly\s+|do\s+(?!let\b))?{either}(?![\w'])", said)
    if not found:
        return None
    rest = said[found.end() :].strip()
    if (
        not asks
        and not polite
        and found[0].endswith("know")
        and re.match(r"(?:if|when|once|whether)\b", rest)
    ):
        return None
    shown = f"{polite[0] if polite else ''}{found[0]}"
    return within(rest) or Judgement(Kind.OPEN, "invitation" if polite else "telling", (shown,))


def _wish(text: str) -> Judgement | None:
    """A wish that only an answer grants: "I would love to hear …"."""
    would = rf"(?:{_I}|it)(?:'d|\s+would)\s+(?:be\s+)?(?:{words('would_wish')})"
    helped = r"(?:'m|'re|'ve|'d)?(?:\s+(?:am|are|was|were|have|had|would))?(?:\s+(?:been|be))?"
    wants = rf"{_I}{helped}\s+(?:{words('wish')})"
    yours = rf"(?:your|some|any|a)\s+(?:\w+\s+)?{words('given')}(?![\w'])"
    given = rf"{would}(?:\s+to\s+(?:have|get))?\s+{yours}"
    if owned := re.match(given, text):
        return Judgement(Kind.OPEN, "telling", (owned[0],))
    head = rf"(?:{would}|{wants}|{words('wish_alone')})(?:\s+(?:to|in|for|about|if\s+i\s+could))?"
    found = re.match(rf"{head}\s+(?:{words('learn')}|{gerunds('learn')})(?![\w'])", text)
    if not found:
        return None
    rest = text[found.end() :].strip()
    about = (
        found[0].split()[-1] == "on"
        or at(rest, "accounts")
        or found[0].endswith(("brain", "brains"))
    )
    inner = within(rest)
    return inner or (Judgement(Kind.OPEN, "telling", (found[0],)) if about else None)


def _wonder(text: str, asks: bool) -> Judgement | None:
    """What follows is the question: "I wonder …", "may I ask …"."""
    if found := at(text, "wonder"):
        inner = within(text[found.end() :].strip())
        closed = asks and ("ask" in found[0] or "wonder" in found[0])
        if inner or closed:
            return inner or Judgement(Kind.YES_NO, "auxiliary", (found[0],))
        return None if "wonder" in found[0] else Judgement(Kind.OPEN, "telling", (found[0],))
    leans = at(text, "leans")
    return within(text[leans.end() :].strip()) if leans else None


def _known(text: str) -> Judgement | None:
    """What follows is answered, not whether it is known: "do you know when …"."""
    known = re.match(
        rf"(?:{words('know_heads')}\s+){MANY}{words('know')}\s+{words('know_more')}?\s*", text
    )
    return within(text[known.end() :]) if known else None


def within(text: str) -> Judgement | None:
    """The kind of a question that stands inside another, if one does."""
    kept = re.sub(rf"^(?:{words('between')}\s+){MANY}", "", text)
    if whether := re.match(r"(?:if|whether)\b", kept):
        return Judgement(Kind.YES_NO, "indirect", (whether[0],))
    if noun := attribute(kept):
        return Judgement(Kind.ONE_FACT, "attribute", (noun,))
    found = word(kept)
    if (
        found
        and re.search(r"\babout\s+$", text[: len(text) - len(kept)])
        and found.words[0].split()[0]
        in (
            "when",
            "where",
            "who",
        )
    ):
        return None  # "tell me about when you began" asks for the story
    return found and Judgement(found.kind, "indirect", found.words)
