"""What is known of each person, in the form in which it is compared with others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pandas as pd

from shabakati.intake.address import read_profile
from shabakati.people.letters import normalise
from shabakati.people.lexicon import any_of, lexicon, words
from shabakati.people.names import kin_word, tokens
from shabakati.people.organisations import organisation_key

_LEAST_DIGITS = 7  # of a phone number
_MOST_DIGITS = 15
_MOST_NAMES = 6  # names of one person that are compared
_MOST_VALUES = 20  # phones, addresses, links of one person that are compared
_LONGEST = 300  # characters of a text that is looked at
_BIRTHDAY = re.compile(r"(\d{4}|-)-(\d\d)-?(\d\d)")
_ASIDE = re.compile(r"[,،|/()\[\]–—]|\s-\s")
_ESTATE = re.compile(r"\breal[ -]estate\b", re.IGNORECASE)  # one word in Arabic
_LINKEDIN = "https://www.linkedin.com/in/"
_JOINED_KUNYA = re.compile("(?:ابو|abu|abo|abou)(?=...)")
_NO_YEAR = ("-", "1604")  # 1604 is what Apple writes for none


class Called(NamedTuple):
    """One name of a person, without what is written beside it."""

    parts: tuple[str, ...]  # normalised; empty if nothing is a name: عمي, أبو سارة
    text: str  # the same, as `likeness` takes it
    kunya: str  # أبو سارة, when that is all; or ""


class Card(NamedTuple):
    """One person."""

    id: Any
    shown: str
    names: tuple[Called, ...]
    phones: tuple[tuple[str, bool], ...]  # digits, and whether they begin with the country
    emails: tuple[str, ...]
    profiles: frozenset[str]  # of LinkedIn
    pages: tuple[str, ...]  # other addresses
    organisation: str
    work: str  # the organisation as it is compared
    work_key: str
    role: str
    city: str
    city_shown: str
    source: str
    birthday: tuple[str, str] | None  # year or "", month and day


def cards(people: pd.DataFrame) -> list[Card]:
    """All people of a frame; columns that are not there count as empty."""
    columns = (
        people.index.tolist(),
        _texts(people, "name"),
        _lists(people, "other_names"),
        _lists(people, "phones"),
        _lists(people, "emails"),
        _texts(people, "url"),
        _lists(people, "links"),
        _texts(people, "organisation"),
        _texts(people, "role"),
        _texts(people, "city"),
        _texts(people, "source"),
        _texts(people, "birthday"),
    )
    return [_card(*row) for row in zip(*columns, strict=True)]


def _card(
    id_: Any,
    name: str,
    other_names: list[str],
    phones: list[str],
    emails: list[str],
    url: str,
    links: list[str],
    organisation: str,
    role: str,
    city: str,
    source: str,
    birthday: str,
) -> Card:
    profiles, pages = _addresses([url, *links] if links else [url])
    names = [called(text) for text in [name, *other_names[: _MOST_NAMES - 1]]]
    if organisation:
        names = [_without_work(one, organisation) if len(one.parts) > 2 else one for one in names]
    return Card(
        id=id_,
        shown=name,
        names=tuple(dict.fromkeys(names)) if len(names) > 1 else tuple(names),
        phones=tuple(dict.fromkeys(filter(None, map(number, phones[:_MOST_VALUES])))),
        emails=tuple(
            dict.fromkeys(e.strip().casefold() for e in emails[:_MOST_VALUES] if "@" in e)
        ),
        profiles=profiles,
        pages=pages,
        organisation=organisation,
        work=(work := without_city(organisation) if organisation else ""),
        work_key=organisation_key(work) if work else "",
        role=role,
        city=city_key(city) if city else "",
        city_shown=city,
        source=source,
        birthday=_birthday(birthday),
    )


@lru_cache(maxsize=100_000)
def called(name: str) -> Called:
    """A name as it is compared: without titles, kin and what a phone's list writes beside it."""
    name = name[:_LONGEST]
    whole = tokens(name)
    parts = list(whole)
    kin = normalise(kin_word(name))
    if kin:
        rest = normalise(name).removeprefix(kin).strip()
        parts = list(tokens(rest)) if rest else []
    beside = _beside()
    parts = [
        part
        for i, part in enumerate(parts)
        if not ((i > 0 or kin) and part in beside) and not part.isdecimal()
    ]
    after_child = bool(parts) and parts[0] in words("cards", "kunya")
    if after_child:
        parts = ["".join(parts[:2]), *parts[2:]] if len(parts) > 1 else []
    # `tokens` has joined ابو سارة already: then the word stands at the front of the part.
    after_child = after_child or bool(parts and _JOINED_KUNYA.match(parts[0]))
    kept = tuple(parts)
    # The name as it came, where nothing was taken away: its parts are known already.
    text = name if kept == whole else " ".join(kept)
    return Called(kept, text, kept[0] if after_child and len(kept) == 1 else "")


@cache
def _beside() -> frozenset[str]:
    return words("cards", "beside") | words("cards", "kin_beside")


def _without_work(name: Called, organisation: str) -> Called:
    """A name without words of the workplace at its end: رامي عيسى دفاتر of مبادرة دفاتر."""
    at_work = normalise(organisation[:_LONGEST]).split()
    kept = tuple(part for i, part in enumerate(name.parts) if i < 2 or part not in at_work)
    return name if kept == name.parts else name._replace(parts=kept, text=" ".join(kept))


@lru_cache(maxsize=100_000)
def number(phone: str) -> tuple[str, bool] | None:
    """The significant digits of a number, and whether they begin with the country; or None."""
    plain = normalise(phone[:60])
    international = phone.lstrip("\u200e\u200f\u202a\u202b \t(").startswith("+")
    digits = "".join(char for char in plain if char.isdecimal() and char.isascii())
    if not international and digits.startswith("00"):
        digits, international = digits[2:], True
    digits = digits.lstrip("0")
    if not _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS or len(set(digits)) == 1:
        return None
    return digits, international


def same_number(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Whether two numbers can be one, of which either may lack its country."""
    if one[1] == other[1]:
        return one[0] == other[0]
    longer, shorter = (one[0], other[0]) if one[1] else (other[0], one[0])
    # A country has three digits at most.
    return longer.endswith(shorter) and len(longer) - len(shorter) <= 3


@lru_cache(maxsize=20_000)
def city_key(city: str) -> str:
    """A city as it is compared, in either language."""
    plain = normalise(re.split("[,،|/]", city[:_LONGEST], maxsplit=1)[0])
    return _cities().get(plain, plain)


@lru_cache(maxsize=50_000)
def without_city(organisation: str) -> str:
    """An organisation's name without the city of its branch, which is another word in Arabic."""
    organisation = _ESTATE.sub("realty", organisation[:_LONGEST])
    first = _ASIDE.split(organisation, maxsplit=1)[0]
    plain = normalise(first)
    rest = _in_city().sub(" ", plain).split()
    return (
        " ".join(rest) + organisation[len(first) :]
        if 1 < len(rest) < len(plain.split())
        else organisation
    )


@cache
def _in_city() -> re.Pattern[str]:
    return any_of(word for several in lexicon("cards")["cities"].values() for word in several)


@cache
def _cities() -> dict[str, str]:
    cities = lexicon("cards")["cities"]
    return {normalise(word): f"={key}" for key, several in cities.items() for word in several}


def is_shared_address(email: str) -> bool:
    """Whether an e-mail address is an office's by its first part: info@, sales@."""
    return email.partition("@")[0] in words_as_written("shared_mail")


@cache
def words_as_written(heading: str) -> frozenset[str]:
    """The words of a list that are not compared as names are."""
    return frozenset(lexicon("cards")[heading])


def _addresses(urls: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """LinkedIn's profiles, and other pages."""
    profiles, pages = set(), []
    for url in urls[:_MOST_VALUES]:
        if url:
            key, stored = read_profile(url.strip())
            if stored.startswith(_LINKEDIN):
                profiles.add(key)
            elif key:
                pages.append(key.removeprefix("www."))
    return frozenset(profiles), tuple(dict.fromkeys(pages))


def _birthday(text: str) -> tuple[str, str] | None:
    found = _BIRTHDAY.fullmatch(text.strip()[:10]) if text else None
    if not found:
        return None
    year, month, day = found.groups()
    return ("" if year in _NO_YEAR else year), month + day


def _texts(frame: pd.DataFrame, name: str) -> list[str]:
    """The texts of a column, "" where there is none."""
    if name not in frame:
        return [""] * len(frame)
    return [value if isinstance(value, str) else "" for value in frame[name].tolist()]


def _lists(frame: pd.DataFrame, name: str) -> list[list[str]]:
    if name not in frame:
        return [[]] * len(frame)
    return [
        [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
        for value in frame[name].tolist()
    ]
