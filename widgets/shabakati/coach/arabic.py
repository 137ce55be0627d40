"""What kind of question an Arabic sentence is: by its words, in the standard and in dialects."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from shabakati.coach.finding import Judgement, Kind
from shabakati.coach.sentences import Sentence, any_of, data

_LETTERS = str.maketrans("أإآٱىةؤئگڤپچ", "اااايهويكفبج")
_SHORT_VOWELS = {"مَن": "مين", "لِمَ": "لماذا", "لمَ": "لماذا", "عمّ": "عماذا", "عَمَّ": "عماذا"}
# "Tell me", said to one or to many, asked for or bidden.
_TELLING = (
    r"(?:[تا]?(?:حدث|خبر|شارك|كلم|فيد)(?:ي|و|وا|ون|ين)?(?:ني|نا)"
    r"|[تا]?(?:حكي?|قل|قول|صف|وصف|شرح|وضح|بين)(?:ي|و|وا|ون|ين)?\s?ل(?:ي|نا))"
)
_WORD = re.compile(r"\S+")
_PUNCTUATION = re.compile(r"[^\w\s]|_")


def fold(text: str) -> str:
    """Arabic as it is compared: no vowel signs, no tatweel, one alef, ه for ة, ي for ى."""
    bare = "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")
    return " ".join(_PUNCTUATION.sub(" ", bare.translate(_LETTERS).lower()).split())


def judge(sentence: Sentence) -> Judgement:
    """The kind of an Arabic sentence, and why."""
    asks, shown = sentence.end == "?", _spelled(sentence.text)
    text = fold(shown)
    if not text:
        return Judgement(Kind.NOT_A_QUESTION, "nothing")
    rest = _begin(_asking_part(shown) if asks else text)
    if found := _leading(text, rest, shown) if asks else _tag_alone(text, sentence.end):
        return found
    if told := _told(rest, asks):
        return told
    if sentence.end in (".", "!") or _at(rest, "states"):
        return Judgement(Kind.NOT_A_QUESTION, "statement")
    return _asked(rest, asks, shown) or Judgement(Kind.NOT_A_QUESTION, "statement")


def _spelled(text: str) -> str:
    """The text with the few words whose short vowels alone tell them apart spelled out."""
    bare = text.replace("ـ", "")
    return _WORD.sub(lambda m: _SHORT_VOWELS.get(m[0], m[0]), bare)


def _asking_part(shown: str) -> str:
    """The sentence from the first part on that begins as a question; whole, if none does."""
    parts = [part for part in (fold(part) for part in re.split("[،,:]", shown)) if part]
    word = rf"[وف]?(?:{_starts()}|ما|من|كم|اي|باي|في اي)(?:\s|$)"
    later = next((i for i, part in enumerate(parts) if i and re.match(word, part)), 0)
    plain = not any(_at(part, "yes_no") or _inside(part, "tell") for part in parts[:later])
    return " ".join(parts[later:] if plain and not re.match(word, parts[0]) else parts)


def _begin(text: str) -> str:
    """The text without greetings, names of those addressed and polite words before the question.

    A name may stand after a title, so one word more is passed over if a question word follows.
    """
    before = None
    while text != before:
        before = text
        text = re.sub(rf"^(?:يا\s+\S+|{_words('openers')})(?:\s+|$)", "", text) or text
    opener = re.match(rf"^(?:\S+\s+){{1,2}}(?={_starts()}(?:\s|$))", text)
    if opener and before != text.split()[0] and _addressed(text):
        return text[opener.end() :]
    return re.sub(rf"^[وف](?=(?:{_starts()}|كم|ما|من|اي|باي)(?:\s|$))", "", text)


def _addressed(text: str) -> bool:
    """Whether the first word is no question word itself, nor one that needs what follows."""
    first = text.split()[0]
    return not re.fullmatch(_starts(), first) and first not in (
        "الي",
        "من",
        "في",
        "علي",
        "مع",
        "ما",
    )


@cache
def _lists() -> dict[str, list[str]]:
    """The words of `arabic.toml`, written as sentences are compared."""
    return {name: [fold(word) for word in words] for name, words in data("arabic").items()}


@cache
def _words(name: str) -> str:
    return any_of(_lists()[name])


@cache
def _starts() -> str:
    """Words that begin a question wherever they stand."""
    words = _lists()
    alone = {w for w in words["open"] + words["fact"] if w not in ("عم", "مما", "باش", "كم", "بم")}
    plain = {"هل", "ما الذي", "ماذا", "ايش", "وش", "شو", "شنو"}
    return any_of(sorted(alone | plain))


def _at(text: str, name: str) -> re.Match[str] | None:
    """One of these words at the beginning."""
    return re.match(rf"{_words(name)}(?=\s|$)", text)


def _inside(text: str, name: str) -> re.Match[str] | None:
    """One of these words anywhere."""
    return re.search(rf"(?:^|(?<=\s)){_words(name)}(?=\s|$)", text)


def _leading(text: str, rest: str, shown: str) -> Judgement | None:
    """A tag at the end, or a denial at the beginning: both ask for assent."""
    tag = re.search(rf"(?:^|(?<=\s)){_words('tags')}$", text)
    asked = re.match(rf"(?:{_starts()})(?=\s|$)", rest)
    if tag and (len(text.split()) > len(tag[0].split()) or tag[0].startswith("الي")) and not asked:
        return Judgement(Kind.LEADING, "tag", (tag[0],))
    last = fold(re.split(r"[،,]", shown)[-1])
    if last != text and (
        tail := _at(last, "negative") or re.match(r"ام (?:ان|اني|انا|انني)\b", last)
    ):
        return Judgement(Kind.LEADING, "tag", (tail[0],))
    if (denied := _at(rest, "negative")) and not rest.startswith("اما زل"):
        return Judgement(Kind.LEADING, "negative", (denied[0],))
    denied = _at(rest, "denials") or re.match(r"ما\s+(?:ب[تي]|عم\s)\S+", rest)
    if denied and not _inside(rest, "or_not"):
        return Judgement(Kind.LEADING, "negative", (denied[0],))
    return None


def _tag_alone(text: str, end: str) -> Judgement | None:
    """A tag that asks even where no sign does."""
    tag = re.search(rf"\s({_words('sure_tags')})$", text) if not end else None
    return tag and Judgement(Kind.LEADING, "tag", (tag[1],))


def _told(text: str, asks: bool) -> Judgement | None:
    """What is asked inside of a request to tell, or of a wish to know."""
    can = rf"(?:هل\s+)?(?:{_words('can')}\s+)?(?:ان\s+|ب)?"
    told = rf"(?:{_words('tell')}|{_TELLING})"
    if found := re.match(rf"{can}{told}(?=\s|$)", text):
        inner = _within(text[found.end() :].strip())
        polite = bool(re.match(rf"(?:هل\s|{_words('can')}\s)", text))
        return inner or Judgement(Kind.OPEN, "invitation" if polite else "telling", (found[0],))
    wish = rf"{_words('wish')}\s+(?:ان\s+)?({_words('learn')})|{_words('ask')}"
    if found := re.search(rf"(?:^|(?<=\s))(?:{wish})(?=\s|$)", text):
        inner = _within(text[found.end() :].strip())
        hears = re.match(r"ا?ن?سم[اع]|السماع|اتعرف|التعرف", found[1] or "")
        return inner or (Judgement(Kind.OPEN, "telling", (found[0],)) if hears or asks else None)
    known = re.match(rf"(?:هل\s+|ا)?{_words('know')}\s+", text) if asks else None
    return _within(text[known.end() :]) if known else None


def _within(text: str) -> Judgement | None:
    """The kind of a question that stands inside another, if one does."""
    text = re.sub(r"^(?:لي|لنا|منك|منكم|لو سمحت|لو تكرمت|من فضلك)\s+", "", text)
    if _at(text, "whether"):
        return Judgement(Kind.YES_NO, "indirect", (text.split()[0],))
    if re.match(rf"{_words('attributes')}{_words('possessors')}(?=\s|$)", text):
        return Judgement(Kind.ONE_FACT, "attribute", (text.split()[0],))
    found = _word(text, late=False)
    return found and Judgement(found.kind, "indirect", found.words)


def _asked(text: str, asks: bool, shown: str) -> Judgement | None:
    """What a question word asks, or the particles, or, where a sign says so, the tone alone."""
    if (greeted := _at(text, "greetings")) and greeted.end() == len(text):
        return Judgement(Kind.OPEN, "greeting", (greeted[0],))
    if particle := _at(text, "yes_no"):
        if advice := _advice(text[particle.end() :].strip()):
            return Judgement(Kind.OPEN, "advice", (particle[0], advice))
        return _choice(text) or Judgement(Kind.YES_NO, "particle", (particle[0],))
    found = _word(text, late=False)
    if found and (asks or found.words != ("من",)):
        return found
    hamza = _hamza(shown, asks)
    if asks and not hamza and (late := _word(text, late=True)):
        return late
    if hamza:
        return _choice(text) or Judgement(Kind.YES_NO, "hamza", (hamza,))
    if not asks:
        return None
    if advice := _advice(text):
        return Judgement(Kind.OPEN, "advice", (advice,))
    return _choice(text) or Judgement(Kind.YES_NO, "tone")


def _word(text: str, late: bool) -> Judgement | None:
    """What a question word asks for: at the beginning, or anywhere."""
    look = _inside if late else _at
    if not late and (idiom := _idiom(text)):
        return idiom
    if found := look(text, "fact"):
        return Judgement(Kind.ONE_FACT, "fact", (found[0],))
    if found := look(text, "open"):
        return Judgement(Kind.OPEN, "open", (found[0],))
    if not late and (found := _at(text, "fact_first")):
        wide = re.match(rf"\s+{_words('not_which')}", text[found.end() :])
        if wide and found[0] == "اي":
            return Judgement(Kind.OPEN, "open", (found[0] + wide[0],))
        if found[0] != "ايه":
            return Judgement(Kind.ONE_FACT, "fact", (found[0],))
    if late and (
        found := re.search(r"(?:من|في|علي|الي|ب|مع)\s*اي\s+\S+|\bاي\s+(?:ساعه|يوم|سنه|وقت)", text)
    ):
        return Judgement(Kind.ONE_FACT, "fact", (found[0],))
    if found := look(text, "what"):
        if late and found[0] in ("ما", "شي"):
            return None
        return _what(text, found)
    return None


def _what(text: str, found: re.Match[str]) -> Judgement:
    """What a "what" asks for: a name, a date or another one fact, or an account."""
    after = text[found.end() :].strip()
    before = text[: found.start()].split()[-1:]
    attribute = rf"{_words('attributes')}"
    owned = rf"{attribute}{_words('possessors')}(?=\s|$)|{_words('named_by')}(?=\s+\S)"
    if re.match(owned, after):
        return Judgement(Kind.ONE_FACT, "attribute", (found[0], after.split()[0]))
    if before and not after and re.fullmatch(rf"{attribute}{_words('possessors')}", before[0]):
        return Judgement(Kind.ONE_FACT, "attribute", (before[0], found[0]))
    return Judgement(Kind.OPEN, "open", (found[0],))


def _idiom(text: str) -> Judgement | None:
    """Questions whose sense is not that of their first word."""
    if found := _at(text, "asks_future"):
        return Judgement(Kind.OPEN, "open", (found[0],))
    if (found := _at(text, "jobs")) and found.end() == len(text):
        return Judgement(Kind.ONE_FACT, "attribute", (found[0],))
    return None


def _advice(text: str) -> str | None:
    """The advice that is asked for: by yes or no in form, yet nobody stops there."""
    found = re.match(
        rf"(?:(?:من|في|{_words('have')})\s+)(?:اي\s+)?({_words('advice')})(?=\s|$)", text
    )
    return found[1] if found else None


def _choice(text: str) -> Judgement | None:
    """One of those that are named; "or not" names nothing."""
    if _inside(text, "or_not"):
        return None
    found = _inside(text, "or")
    return found and Judgement(Kind.CHOICE, "choice", (found[0],))


def _hamza(shown: str, asks: bool) -> str | None:
    """The word that a bare أ asks with; words that begin with أ of their own ask nothing."""
    for word in shown.split()[:4]:
        bare = "".join(c for c in word if unicodedata.category(c) != "Mn").strip("،,:")
        if not re.match(r"[وف]?أ", bare) or fold(bare) in _lists()["own_hamza"]:
            continue
        rest = fold(bare).removeprefix("و").removeprefix("ف")[1:]
        if rest in _lists()["after_hamza"] or (asks and re.match(r"[تيني]\w{2,}|ا\w{2,}", rest)):
            return bare
    return None
