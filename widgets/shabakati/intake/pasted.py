"""Text from anywhere: a chat, the receivers of an e-mail, a list; one person a line, or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shabakati.errors import SourceError
from shabakati.intake.cells import line, shortened
from shabakati.intake.contactfile import Collected
from shabakati.intake.encoding import encoding_of
from shabakati.intake.intake import Intake, make_intake
from shabakati.intake.pastedline import Entry, bare, looks_like_name, read_entry
from shabakati.intake.reading import Reading
from shabakati.intake.source import File
from shabakati.intake.words import has_word, is_word

LARGEST = 8 << 20  # bytes of a text that is looked at line by line
_MOST_LINES = 100_000
_LONGEST = 20_000  # characters of a line; a message has a few hundred receivers at most
_SENTENCE = 30  # words that no line about one person has
_SHOWN = 300  # characters of a line that is left out
_TOLD_EVERY = 250  # lines
_ENOUGH = 0.4  # of the lines are people, in a file that is a list of them
_MOST = 0.8  # the same where all that they say is a name
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_RECEIVERS = re.compile(r"^\s*(?:to|cc|bcc|from|إلى|الى|نسخة|من)\s*:\s*", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?:\"[^\"<>]{0,200}\"|[^<>,;\"]{0,200})\s*<[^<>\s]{3,254}@[^<>\s]{1,254}>"
)
_BARE_EMAIL = re.compile(r"[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}")
_COMMAS = re.compile(r"\s*[,،;؛]\s*")
_NUMBER = re.compile(r"[~\u202a\u2066]?\s?[+(]?[\d\s().\-\u00a0\u202a-\u202e\u2066-\u2069]{7,30}")


def read_pasted_file(files: Sequence[File], reading: Reading) -> Intake | None:
    """People of a text file, one a line; None when its lines are anything else."""
    if len(files) != 1 or files[0].size > LARGEST:
        return None
    data = files[0].read()
    text = data.decode(encoding_of(data), "replace")
    if _CONTROLS.search(text):
        return None
    lines = [line_ for line_ in text.splitlines() if line_.strip()]
    entries = [read_entry(part) for line_ in lines[:500] for part in people_of(line_)]
    sure = sum(entry.sure for entry in entries)
    named = sum(entry.sure or _is_bare_name(entry) for entry in entries)
    listed = named > 1 and named >= _MOST * len(entries)
    if not listed and (not sure or sure < _ENOUGH * len(entries)):
        return None
    return read_lines(text, files[0].name, reading)


def read_lines(text: str, name: str, reading: Reading) -> Intake:
    """Everybody whom the lines name; lines of nobody are left out with their reason.

    Raises
    ------
    SourceError : `intake.too_many_rows`.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if len(lines) > _MOST_LINES:
        raise SourceError("intake.too_many_rows", limit=_MOST_LINES)
    collected, left_out, read = Collected(), [], 0
    total = max(len(text.encode("utf-8", "replace")), 1)
    for number, text_line in enumerate(lines, 1):
        if number % _TOLD_EVERY == 0:
            reading.progress(int(total * number / len(lines)), total)
        parts = people_of(text_line)
        for part in parts:
            read += 1
            if reason := _take(part, len(parts) > 1, reading, collected):
                told = shortened(line(part[:_LONGEST]), _SHOWN)
                left_out.append((name, number, f"intake.left_out.{reason}", told))
    reading.progress(total, total)
    counts = [(name, read, read - len(left_out), len(left_out))]
    return make_intake({"people": collected.people}, left_out, counts)


def people_of(text: str) -> list[str]:
    """The parts of a line that are about one person each; none of an empty line."""
    text = _RECEIVERS.sub("", text).strip()
    if not text or len(text) > _LONGEST:
        return [text] if text else []
    found = list(_ADDRESSED.finditer(text))
    if len(found) > 1:
        ends = [0, *(each.end() for each in found[:-1])]
        starts = [*ends[1:], len(text)]
        return [text[a:b].strip(" ,;") for a, b in zip(ends, starts, strict=True)]
    parts = [part for part in _COMMAS.split(bare(text)) if part]
    if len(parts) > 1 and _are_people(parts):
        return parts
    return [text]


def _are_people(parts: list[str]) -> bool:
    """Whether what stands between commas are people, and not what is said of one."""
    if all(_BARE_EMAIL.fullmatch(part) for part in parts):
        return True
    numbers = sum(bool(_NUMBER.fullmatch(part)) for part in parts)
    mine = any(is_word(part, "nobody") for part in parts)
    names = sum(looks_like_name(part) for part in parts)
    if (mine or numbers > 1) and numbers + names + mine >= len(parts) - 1:
        return True
    full = sum(looks_like_name(part, alone=True) for part in parts)
    say_more = any(has_word(part, "roles") or has_word(part, "organisations") for part in parts)
    return len(parts) > 2 and full == len(parts) and not say_more


def _take(part: str, listed: bool, reading: Reading, collected: Collected) -> str:
    """Take the person of a part, maybe one of several on a line; returns why not, or ""."""
    if len(part) > _LONGEST:
        return "too_long"
    if is_word(part.strip(" :"), "nobody"):
        return "nobody"
    entry = read_entry(part)
    if len(part.split()) > _SENTENCE and not entry.sure:
        return "sentence"
    alone = "name" in entry.said and not entry.sure
    if alone and not (listed or _is_bare_name(entry)):
        return "sentence"
    if "name" not in entry.said and (entry.rest or not entry.emails):
        return "no_name" if entry.has_points and not entry.rest else "sentence"
    if collected.is_repeated([line(part)]):
        return "repeated"
    collected.people.append(entry.contact(reading.country).row())
    return ""


def _is_bare_name(entry: Entry) -> bool:
    """Whether a line is a name and nothing else."""
    name = entry.said.get("name", "")
    return len(entry.said) == 1 and not entry.rest and looks_like_name(name, alone=True)
