"""The kind of an Arabic sentence: what its tag, its frame, its question word or particle asks."""

from __future__ import annotations

import re
import unicodedata

from shabakati.coach.arabic.frames import told
from shabakati.coach.arabic.what import why_too, word, word_inside
from shabakati.coach.arabic.words import at, fold, inside, lists, spelled, starts, words
from shabakati.coach.finding import Judgement, Kind
from shabakati.coach.sentences import Sentence

_FIRST_WORD = r"ما|من|كم|اي|باي|في اي"
# A verb of the past said to "you" or by "I" ends in ت; plurals end in ات.
_PAST = r"\w*[^\Wا]ت(?:وا|و|ي|م)?(?=\s|$)"


def judge(sentence: Sentence) -> Judgement:
    """The kind of an Arabic sentence, and why."""
    asks, shown = sentence.end == "?", spelled(sentence.text)
    text = fold(shown)
    if not text:
        return Judgement(Kind.NOT_A_QUESTION, "nothing")
    rest = _begin(_asking_part(shown) if asks else text, asks)
    if found := _leading(text, rest, shown) if asks else _tag_alone(text, sentence.end):
        return found
    if not asks and _states(rest):
        return Judgement(Kind.NOT_A_QUESTION, "statement")
    if inner := told(rest, asks):
        return inner
    if sentence.end in (".", "!"):
        return Judgement(Kind.NOT_A_QUESTION, "statement")
    return _asked(rest, asks, shown) or Judgement(Kind.NOT_A_QUESTION, "statement")


def _states(text: str) -> bool:
    """Whether a sentence without a sign only looks like a question."""
    return bool(at(text, "states") or re.match(rf"(?:ما|كم)\s+{_PAST}", text))


def _asking_part(shown: str) -> str:
    """The sentence from the first part on that begins as a question; whole, if none does."""
    parts = [
        part for part in (fold(part) for part in re.split("[،,:؛;]|\\s[-–—]\\s", shown)) if part
    ]
    begins = re.compile(rf"[وف]?(?:{starts()}|{_FIRST_WORD})(?:\s|$)")
    later = next((i for i, part in enumerate(parts) if i and begins.match(_begin(part, True))), 0)
    first = parts[0] if parts else ""
    held = begins.match(first) and not at(first, "from_words", "states")
    plain = not any(at(part, "yes_no") or inside(part, "tell") for part in parts[:later])
    return " ".join(parts[later:] if plain and not held else parts)


def _begin(text: str, asks: bool) -> str:
    """The text without greetings, names of those addressed and polite words before the question.

    A name may stand after a title, so one word more is passed over if a question word follows.
    """
    before, whole = None, text
    while text != before:
        before = text
        text = re.sub(rf"^(?:يا\s+\S+|{words('openers')})(?:\s+|$)", "", text) or text
    named = re.match(rf"^(?:\S+\s+){{1,2}}(?={starts()}(?:\s|$))", text)
    if named and (asks or text != whole) and _is_name(text):
        return text[named.end() :]
    if at(text, "yes_no"):
        return text
    return re.sub(rf"^[وف](?=(?:{starts()}|{_FIRST_WORD})(?:\s|$))", "", text)


def _is_name(text: str) -> bool:
    """Whether the first words may be whom the question is put to."""
    first = text.split()[0]
    return not re.fullmatch(starts(), first) and first not in lists()["needs_more"]


def _leading(text: str, rest: str, shown: str) -> Judgement | None:
    """A tag at the end, a denial or a presumption at the beginning: all ask for assent."""
    so = rf"(?:{words('tag_nots')}\s*{words('tag_sos')})"
    tag = re.search(rf"(?:^|(?<=\s))(?:{words('tags')}|{so})$", text)
    asked = re.match(rf"(?:{starts()})(?=\s|$)", rest)
    if tag and (len(text.split()) > len(tag[0].split()) or tag[0].startswith("الي")) and not asked:
        return Judgement(Kind.LEADING, "tag", (tag[0],))
    last = fold(re.split(r"[،,]", shown)[-1])
    if last != text and (
        tail := at(last, "negative") or re.match(r"ام (?:ان|اني|انا|انني)\b", last)
    ):
        return Judgement(Kind.LEADING, "tag", (tail[0],))
    if (denied := at(rest, "negative")) and not rest.startswith("اما زل"):
        return Judgement(Kind.LEADING, "negative", (denied[0],))
    denied = at(rest, "denials") or _denied(rest)
    if denied and not inside(rest, "or_not") and not why_too(rest):
        return Judgement(Kind.LEADING, "negative", (denied[0],))
    sure = at(text, "presumes") or at(rest, "presumes")
    if sure and not asked and not inside(text[sure.end() :], "yes_no"):
        return Judgement(Kind.LEADING, "presumes", (sure[0],))
    return None


def _denied(text: str) -> re.Match[str] | None:
    """A verb that ما denies, apart or, in the dialects, with ما before it and ش behind it."""
    verbs = rf"ب[تين]\w+|عم\s\S+|(?!زل){_PAST}|{words('ma_verbs')}(?=\s|$)|\w+ش(?=\s|$)"
    joined = r"ما?(?:[بتيه]\w{2,}|(?:عند|في|كان|ل|مع)\w*)ش(?=\s|$)"
    return re.match(rf"ما\s+(?:{verbs})|{joined}", text)


def _tag_alone(text: str, end: str) -> Judgement | None:
    """A tag that asks even where no sign does."""
    so = rf"(?:{words('tag_nots')}\s*{words('tag_sos')})"
    tag = re.search(rf"\s({words('sure_tags')}|{so})$", text) if not end else None
    return tag and Judgement(Kind.LEADING, "tag", (tag[1],))


def _asked(text: str, asks: bool, shown: str) -> Judgement | None:
    """What a question word asks, or the particles, or, where a sign says so, the tone alone."""
    if (greeted := at(text, "greetings")) and greeted.end() == len(text):
        return Judgement(Kind.OPEN, "greeting", (greeted[0],))
    if at(text, "what_too") and (found := word(re.sub(r"^واش", "شو", text))):
        return found._replace(words=("واش", *found.words[1:]))
    if particle := at(text, "yes_no"):
        if advice := _advice(text[particle.end() :].strip()):
            return Judgement(Kind.OPEN, "advice", (advice,))
        closed = _choice(text) or Judgement(Kind.YES_NO, "particle", (particle[0],))
        return why_too(text) or closed
    if not (asks and at(text, "from_words", "states")):
        found = word(text)
        if found and (asks or found.words != ("من",)):
            return _chosen(found, text) or found
    hamza, sure = _hamza(shown, asks)
    if asks and not sure and (late := word_inside(text)):
        return _chosen(late, text) or late
    if hamza:
        return why_too(text) or _choice(text) or Judgement(Kind.YES_NO, "hamza", (hamza,))
    if not asks:
        named = re.match(r"ب?ت\w+\s", text) and inside(text, "asks_or")
        return Judgement(Kind.CHOICE, "choice", (named[0],)) if named else None
    if advice := _advice(text):
        return Judgement(Kind.OPEN, "advice", (advice,))
    return why_too(text) or _choice(text) or Judgement(Kind.YES_NO, "tone")


def _advice(text: str) -> str | None:
    """The advice that is asked for: by yes or no in form, yet nobody stops there."""
    found = re.match(
        rf"(?:{words('have')}\s+){{1,4}}(?:\w+\s+)?({words('advice')})ا?(?=\s|$)", text
    )
    return found[1] if found else None


def _chosen(found: Judgement, text: str) -> Judgement | None:
    """A "which" that names what it chooses from: "which do you prefer, tea or coffee?"."""
    which = found.words[0].endswith(("ايهما", "ايهم", "انهي")) or found.words[0] in ("اي", "ايا")
    joined = inside(text, "or") if which else inside(text, "or_else")
    if found.kind is not Kind.ONE_FACT or not joined or inside(text, "or_not"):
        return None
    return Judgement(Kind.CHOICE, "choice", (joined[0],))


def _choice(text: str) -> Judgement | None:
    """One of those that are named; "or not" names nothing."""
    if inside(text, "or_not"):
        return None
    every = inside(text, "any")  # "any … or …": all of them are meant
    found = inside(text, "or_else" if every else "or")
    return found and Judgement(Kind.CHOICE, "choice", (found[0],))


def _hamza(shown: str, asks: bool) -> tuple[str | None, bool]:
    """The word that a bare أ asks with, and whether that is sure.

    Words that begin with أ of their own ask nothing.
    """
    for one in shown.split()[:4]:
        bare = "".join(c for c in one if unicodedata.category(c) != "Mn").strip("،,:")
        if not re.match(r"[وف]?أ", bare) or fold(bare) in lists()["own_hamza"]:
            continue
        rest = fold(bare).removeprefix("و").removeprefix("ف")[1:]
        sure = rest in lists()["after_hamza"]
        if sure or (asks and re.match(r"[تيني]\w{2,}|ا\w{2,}", rest)):
            return bare, sure
    return None, False
