"""One person out of a line of text: numbers and addresses first, then what is left between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from shabakati.intake.cells import line
from shabakati.intake.contact import Contact
from shabakati.intake.emails import read_email
from shabakati.intake.phones import western
from shabakati.intake.words import field_of, has_word, is_word, plain, words

_EMAIL = re.compile(r"<?(?:mailto:)?([^\s<>@,;:()\[\]\"|]{1,64}@[\w.-]{1,190}\.[^\W\d_]{2,24})>?")
_URL = re.compile(
    r"(?:https?://|www\.|(?:\w{1,20}\.)?(?:linkedin|facebook|instagram|github)\.com/)[^\s<>\"|]{1,500}"
)
_PHONE = re.compile(r"(?<![\w/])[+(]?\d(?:[ ().\-\u00a0\u2011]{0,3}\d){6,15}(?![\w/])")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4}")
_BULLET = re.compile(r"\s*(?:[-*•–—▪◦·●‣☐☑✓✔►>]+|[(\[]?\d{1,3}[.)\]:\-]|#\d{1,3})\s+")
_CHAT = re.compile(
    r"\[?\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[APap][Mm]| [صم])?\]?"
    r"(?: -)? ([^:\n]{1,60}): "
)
_BETWEEN = re.compile(r"\s+[-–—/]+\s+|[|،,;؛\t()\[\]\x00]+|\s[-–—]|[-–—]\s")
_LABEL = re.compile(r"([^\W\d_][\w .'-]{0,30})\s*[:：]\s*$")
_PAIR = re.compile(r"([^:：]{1,40})[:：]\s*(.+)")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-\u064b-\u0652\u200c]*")
_WORDS = range(1, 7)  # of a name
_LONG = 60  # characters of a name
_FIELDS = ("organisation", "role", "field", "city")


@dataclass
class Entry:
    """What one line, or one of several people on it, says."""

    emails: list[tuple[str, str]] = field(default_factory=list)  # with labels
    phones: list[tuple[str, str]] = field(default_factory=list)
    urls: list[tuple[str, str]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)
    sure: bool = False  # something beside the name says that it is a person

    @property
    def has_points(self) -> bool:
        """Whether a number, an address or a page stands in it."""
        return bool(self.emails or self.phones or self.urls)

    def contact(self, country: str | None) -> Contact:
        """The person; nothing of the line is lost."""
        person = Contact("pasted", country)
        for column, text in self.said.items():
            person.say(column, text)
        for text, label in self.emails:
            person.add_email(text, label)
        for text, label in self.phones:
            person.add_phone(text, label)
        for text, label in self.urls:
            person.add_url(text, label)
        for text in self.rest:
            person.note(text)
        if not person.name and not self.rest:
            person.name_by_rest()
        return person


def read_entry(text: str) -> Entry:
    """What a line says; `said` has no `name` when nothing in it looks like one."""
    entry = Entry()
    text = western(line(text))
    if found := _CHAT.match(text):
        entry.rest.append(found.group().rstrip(": "))
        text = text[found.end() :]
    text = bare(text)
    for pattern, points in ((_URL, entry.urls), (_EMAIL, entry.emails), (_PHONE, entry.phones)):
        text = _take(text, pattern, points)
    parts = [part for piece in _BETWEEN.split(text) if (part := piece.strip(" .:\"'“”«»*<>~"))]
    for part in parts:
        _place(part, entry)
    if "role" in entry.said or "organisation" in entry.said or entry.has_points:
        entry.sure = "name" in entry.said
    return entry


def bare(text: str) -> str:
    """A line without its bullet or its number."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else text


def looks_like_name(text: str, alone: bool = False) -> bool:
    """Whether words can be a name; where they stand alone, they must be two at least."""
    pieces = text.split()
    if len(pieces) not in _WORDS or len(text) > _LONG or (alone and len(pieces) < 2):
        return False
    if not all(_WORD.fullmatch(piece.strip("\"'“”")) for piece in pieces):
        return False
    if any(plain(piece) in words("sentences") for piece in pieces):
        return False
    small = [piece for piece in pieces if piece[0].islower() and len(piece) > 3]
    return not small or (not alone and len(small) == len(pieces))


def _take(text: str, pattern: re.Pattern[str], points: list[tuple[str, str]]) -> str:
    """Take what the pattern finds out of the text, each with the label before it."""
    left, end = [], 0
    for found in pattern.finditer(text):
        told = found.group(found.lastindex or 0).rstrip(".,;،")
        if pattern is _PHONE and (_DATE.fullmatch(told) or not 7 <= _digits(told) <= 15):
            continue
        if pattern is _EMAIL and not read_email(told):
            continue
        before = text[end : found.start()]
        label = ""
        if named := _LABEL.search(before):
            *others, last = re.split(r"\s+[-–—/]+\s+", named.group(1))
            if field_of(last) in ("phone", "email", "url"):
                label, before = last, before[: named.start()] + " - ".join(others)
        points.append((told, label))
        left += [before, "\0"]
        end = found.end()
    return "".join([*left, text[end:]])


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _place(part: str, entry: Entry) -> None:
    """Put one part of the line where it belongs."""
    said = entry.said
    if pair := _PAIR.fullmatch(part):
        named = field_of(pair.group(1).strip())
        if named in ("name", *_FIELDS):
            if named in said:
                entry.rest.append(part)
            else:
                said[named] = pair.group(2)
            return
    if _say_both(part, entry):
        return
    if "name" not in said and looks_like_name(part) and not is_word(part, "roles"):
        said["name"] = part
    elif has_word(part, "roles") and "role" not in said:
        said["role"] = part
    elif "organisation" not in said and "name" in said and len(part.split()) <= 8:
        said["organisation"] = part
    else:
        entry.rest.append(part)


def _say_both(part: str, entry: Entry) -> bool:
    """`Head at Nile`, `سارة العلي مديرة في شركة النور`: a role, an organisation, maybe a name."""
    pieces = part.split()
    at = next((n for n, piece in enumerate(pieces) if plain(piece) in words("at")), 0)
    roles = [n for n, piece in enumerate(pieces) if has_word(piece, "roles")]
    first = roles[0] if roles else -1
    if "role" in entry.said or len(pieces) > 14:
        return False
    if at and at + 1 < len(pieces) and "organisation" not in entry.said and first < at:
        named = " ".join(pieces[: max(first, 0)])
        if first > 0 and ("name" in entry.said or not looks_like_name(named)):
            first = 0  # an adjective before the title: `Senior Engineer at Nile`
        if first < 0 and "name" not in entry.said:
            if not looks_like_name(" ".join(pieces[:at]), alone=True):
                return False
            entry.said["name"] = " ".join(pieces[:at])
        else:
            if first > 0:
                entry.said["name"] = named
            entry.said["role"] = " ".join(pieces[max(first, 0) : at])
        entry.said["organisation"] = " ".join(pieces[at + 1 :])
        return True
    return False
