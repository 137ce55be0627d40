"""What an Arabic question word asks for: an account, or one fact."""

from __future__ import annotations

import re

from shabakati.coach.arabic.words import at, inside, lists, owned, words
from shabakati.coach.finding import Judgement, Kind

_WHY_TOO = r"(?:^|\s)(و(?:لماذا|لم|ليش|ليه|علاش|كيف|ازاي|كيفاش|شلون|ماذا|ايش|شو|ما الذي))(?=\s|$)"
_WHICH = (
    r"(?:من|في|علي|الي|ب|مع|عن|ل)\s*(?:اي|انهي)\s+\S+"
    r"|\b(?:اي|انهي)\s+(?:ساعه|يوم|سنه|وقت|شهر|دور|طابق)\b"
)
# Iraqi and Gulf ش before a verb: "what do you …".
_SH = re.compile(r"(?:شت(?!اء|ان|وي|اء?ا?$)\w{3,}|شي(?:سو|صير|عجب|ميز)\w*)(?=\s|$)")


def word(text: str) -> Judgement | None:
    """What a question word at the beginning asks for; None if there is none."""
    if idiom := _idiom(text):
        return idiom
    if found := at(text, "fact"):
        return why_too(text) or Judgement(Kind.ONE_FACT, "fact", (found[0],))
    if found := at(text, "open") or _SH.match(text):
        return Judgement(Kind.OPEN, "open", (found[0],))
    if found := at(text, "fact_first"):
        wide = re.match(rf"\s+{words('not_which')}(?=\s|$)", text[found.end() :])
        if wide and found[0] in ("اي", "انهي", "ايا"):
            return Judgement(Kind.OPEN, "open", (found[0] + wide[0],))
        return why_too(text) or Judgement(Kind.ONE_FACT, "fact", (found[0],))
    found = at(text, "what")
    return found and _what(text, found)


def word_inside(text: str) -> Judgement | None:
    """What a question word asks for that stands later: "your office is where?"."""
    alone = lists()["only_first"]
    if (found := inside(text, "fact")) and found[0] not in alone:
        return why_too(text) or Judgement(Kind.ONE_FACT, "fact", (found[0],))
    if (found := inside(text, "open")) and found[0] not in alone:
        return Judgement(Kind.OPEN, "open", (found[0],))
    if found := re.search(_WHICH, text):
        return Judgement(Kind.ONE_FACT, "fact", (found[0],))
    found = inside(text, "what")
    return _what(text, found) if found and found[0] not in ("ما", "شي") else None


def why_too(text: str) -> Judgement | None:
    """A "why" or "how" that is asked besides: "which would you keep, and why?"."""
    found = re.search(_WHY_TOO, text)
    return Judgement(Kind.OPEN, "open", (found[1],)) if found and found.start() else None


def is_attribute(text: str) -> str | None:
    """The noun at the beginning that one fact tells, with whose it is; None if there is none."""
    found = re.match(rf"{owned('attributes')}(?=\s|$)|{words('named_by')}(?=\s+\S)", text)
    return found and found[0]


def _what(text: str, found: re.Match[str]) -> Judgement:
    """What a "what" asks for: a name, a date or another one fact, or an account."""
    after = text[found.end() :].strip()
    before = text[: found.start()].strip()
    if is_attribute(after):
        return Judgement(Kind.ONE_FACT, "attribute", (after.split()[0],))
    if before and not after and len(before.split()) <= 4 and is_attribute(_bare(before)):
        return Judgement(Kind.ONE_FACT, "attribute", (before.split()[0],))
    return why_too(text) or Judgement(Kind.OPEN, "open", (found[0],))


def _bare(text: str) -> str:
    """A text without "you" and "and you" before it."""
    return re.sub(r"^(?:و?(?:انت|انتي|انتم|انتو|حضرتك))\s+", "", text)


def _idiom(text: str) -> Judgement | None:
    """Questions whose sense is not that of their first word."""
    ahead = re.match(rf"{words('where')}\s+(?:\S+\s+){{0,2}}?{words('selves')}(?=\s|$)", text)
    if ahead and inside(ahead[0], "sees"):
        return Judgement(Kind.OPEN, "open", (ahead[0],))
    if found := at(text, "open_anyway"):
        return Judgement(Kind.OPEN, "open", (found[0],))
    what = rf"(?:(?:في|ب|فا)\s*)?(?:{words('what')}|فاش)"
    here = r"(?:\s+(?:هنا|هون|هناك|الان|حاليا|هلق|دلوقتي|بالضبط|(?:في\s+ال|بال|فال)\w+))?"
    jobs = words("jobs")
    done = rf"(?:{what}\s+{jobs}{here}|ش(?=ت){jobs}|{jobs}\s+(?:في\s+|ب)?{words('what')})$"
    if found := re.match(done, text):
        return Judgement(Kind.ONE_FACT, "attribute", (found[0],))
    return None
