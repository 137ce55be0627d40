"""What is asked inside of an Arabic request to tell, a wish to know, or "do you know"."""

from __future__ import annotations

import re

from shabakati.coach.arabic.what import is_attribute, word
from shabakati.coach.arabic.words import MANY, at, words
from shabakati.coach.finding import Judgement, Kind

# "Tell me", said to one or to many, asked for or bidden: تخبرني، احكيلنا، قولوا لي.
_TO_ME = (
    r"(?:[تاي]?(?:حدث|خبر|شارك|كلم|فيد|فد|فهم|نور|علم|طمن)(?:ي|و|وا|ون|ين)?(?:ني|نا)"
    r"|[تاي]?(?:حكي?|كلم|قل|قول|صف|وصف|شرح|وضح|بين|ذكر|رو|روي|سرد|عدد|لخص|فسر|اكتب|بسط|ترجم)"
    r"(?:ي|و|وا|ون|ين)?\s?ل(?:ي|نا)|[تاي]?قل(?:ي|نا)|[تا]?عرف(?:ي|و)?(?:ني|نا)\s+ب\w+)"
)
# Wishes that a yes can grant: to see something, to make sure of it, to put a question.
_LOOKS = r"(?:ال)?(?:ا?طلا?ع|[ان]شوف|[ان]?تاكد|استفا?د|استفيد|[ان]?سا?و?ا?ل)"
_GIVE = (
    r"(?:[تاي]?(?:عط|دي|د)(?:ي|و|وا|ون|ين)?(?:ني|نا)|اعط|اعطي|هات|هاتي"
    r"|[تا]?قدم(?:ي|وا)?\s?ل(?:ي|نا))"
)


def told(text: str, asks: bool) -> Judgement | None:
    """What a request to tell, or a wish to know, asks; None if the text is neither."""
    return _request(text, asks) or _wish(text, asks) or _known(text, asks)


def _request(text: str, asks: bool) -> Judgement | None:
    """A request to tell, outright or polite: "tell me …", "could you tell me …"."""
    heads = rf"(?P<head>(?:{words('can', 'wish', 'tell_heads', 'somebody')}\s+){MANY})(?:ب|ان\s+)?"
    gives = rf"{_GIVE}\s+(?:شي\s+|اي\s+)?{words('accounts', 'advice')}(?:ا)?"
    found = re.match(rf"{heads}(?P<tell>(?P<gives>{gives})|{words('tell')}|{_TO_ME})(?=\s|$)", text)
    if not found or not _asks_me(found["tell"], found["head"]):
        return None
    rest = text[found.end() :].strip()
    if re.match(r"(?:اذا|لو|متي ما|عندما|لما|حين)(?=\s)", rest) and not asks and not found["head"]:
        return None  # "tell me when you arrive" asks for nothing now
    why = "invitation" if found["head"] else "telling"
    inner = None if found["gives"] else within(rest)
    return inner or Judgement(Kind.OPEN, why, (found[0].strip(),))


def _asks_me(tell: str, head: str) -> bool:
    """Whether "tells" is asked for: with "somebody", or "you tell" with "could", or bidden."""
    if tell.startswith("ي"):
        return bool(re.search(rf"(?:^|\s){words('somebody')}\s", head))
    return bool(head) or not re.fullmatch(r"ت\w*[^\Wيا]", tell)


def _wish(text: str, asks: bool) -> Judgement | None:
    """A wish that only an answer grants: "I would like to know …"."""
    wish = rf"(?:{words('wish', 'can')}\s+){{1,6}}(?:ان\s+|ل|ب)?"
    found = re.search(
        rf"(?:^|(?<=\s))(?:{wish}(?P<learn>{words('learn')})|{words('ask')})(?=\s|$)", text
    )
    if found and found.start() < 24:
        rest = text[found.end() :].strip()
        inner = within(rest)
        hears = found["learn"] and re.match(r"(?:ا?ن?سم[اع]|السماع|اتعرف|التعرف)", found["learn"])
        knows = found["learn"] and not re.match(_LOOKS, found["learn"])
        wants = rest and not re.match(r"[ابن]?حب", found[0])  # "I like to know" tells of a liking
        tells = hears or at(rest, "accounts") or (knows and (asks or wants))
        return inner or (Judgement(Kind.OPEN, "telling", (found[0],)) if tells else None)
    given = re.match(
        rf"(?:هل\s+)?{wish}(?:اي\s+|شي\s+|منك\s+)?({words('accounts_owned', 'advice')})(?=\s|$)",
        text,
    )
    return given and Judgement(Kind.OPEN, "telling", (given[0],))


def _known(text: str, asks: bool) -> Judgement | None:
    """What follows is answered, not whether it is known: "do you know when …"."""
    heads = rf"(?:{words('know_heads')}\s+){MANY}"
    known = re.match(rf"{heads}ا?{words('know')}\s+", text) if asks else None
    return within(text[known.end() :]) if known else None


def within(text: str) -> Judgement | None:
    """The kind of a question that stands inside another, if one does."""
    kept = re.sub(rf"^(?:{words('between')}\s+){MANY}", "", text)
    if whether := at(kept, "whether"):
        return Judgement(Kind.YES_NO, "indirect", (whether[0],))
    about = re.search(r"(?:^|\s)عن\s+$", text[: len(text) - len(kept)])
    if not about and (named := is_attribute(kept)):
        return Judgement(Kind.ONE_FACT, "attribute", (named,))
    found = word(kept)
    return found and Judgement(found.kind, "indirect", found.words)
