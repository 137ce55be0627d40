"""What the cells of a column are, whatever stands above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import phonenumbers

from shabakati.intake.address import read_profile
from shabakati.intake.birthdays import read_birthdays
from shabakati.intake.emails import read_email
from shabakati.intake.phones import western
from shabakati.intake.words import has_word

SAMPLE = 200  # cells that are looked at
_MOST = 0.7  # of the cells
_SOME = 0.25
_DIFFERENT = 0.5  # of the cells: names hardly repeat
_YOUNGEST = 2008  # the year after which people in a professional network are hardly born
_NUMBER = re.compile(r"[+(]?[\d\s().\-/]{7,25}(?:\s*(?:x|ext\.?)\s*\d{1,6})?")
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.\- \u064b-\u0652]*(?:[ '’.\-]+[^\W\d_]+[.)]?)*\.?")
_NAME_WORDS = range(2, 7)


def content_of(cells: Sequence[str], country: str | None) -> str:
    """What most of the cells are.

    Returns
    -------
    `email`, `phone`, `url`, `birthday`, `date`, `serial`, `organisation`, `role`, `names`
    (of several words, hardly any twice), `word` (one word each), `text`, or "" for no cells.
    """
    sample = [cell for cell in cells if cell][:SAMPLE]
    if not sample:
        return ""
    least = _MOST * len(sample)
    if sum(map(_is_email, sample)) >= least:
        return "email"
    if sum(bool(read_profile(cell)[1]) for cell in sample) >= least:
        return "url"
    days = [day for day in map(read_birthdays(sample).get, sample) if day]
    if len(days) >= least:
        years = sorted(int(day[:4]) for day in days if day[0] != "-")
        return "birthday" if not years or years[len(years) // 2] <= _YOUNGEST else "date"
    if sum(is_phone(cell, country) for cell in sample) >= least:
        return "phone"
    if all(cell.isdecimal() for cell in sample):
        return "serial"
    return _kind_of_words(sample)


def is_phone(cell: str, country: str | None) -> bool:
    """Whether it can only be a phone number: with its country's code, or a valid one at home."""
    text = western(cell.strip())
    digits = sum(char.isdigit() for char in text)
    if not _NUMBER.fullmatch(text) or not 7 <= digits <= 15:
        return False
    if text[0] == "+" or text.startswith("0"):
        return digits >= 8
    try:
        number = phonenumbers.parse(text, (country or "").upper() or None)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)


def _is_email(cell: str) -> bool:
    return "<" not in cell and bool(read_email(cell))


def _kind_of_words(sample: list[str]) -> str:
    count = len(sample)
    if sum(has_word(cell, "organisations") for cell in sample) >= _SOME * count:
        return "organisation"
    if sum(has_word(cell, "roles") for cell in sample) >= _SOME * count:
        return "role"
    named = [cell for cell in sample if _NAME.fullmatch(cell)]
    if len(named) < _MOST * count:
        return "text"
    several = sum(len(cell.split()) in _NAME_WORDS for cell in named)
    if several >= _MOST * count and len(set(named)) >= _DIFFERENT * count:
        return "names"
    alone = sum(len(cell.split()) == 1 for cell in named)
    return "word" if alone >= _MOST * count else "text"
