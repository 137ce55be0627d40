"""Lists of invented contacts, of whom it is known who is the same person.

One list is as LinkedIn and Google give it, mostly in Latin letters; the other is a phone's,
mostly in Arabic. The mix, at the size of the benchmark (30,000 and 5,000 rows):

- three fifths of the phone's cards are of somebody in the other list too; one card in twenty is
  a second one of the same person, under another form of the name;
- two thirds of the Latin rows are LinkedIn's: a profile, organisation and role, 6 % with an
  e-mail, no phone. The others are Google's: a phone or an e-mail, seldom an organisation;
- two in five true pairs have a phone or an e-mail in common, three in five have not;
- a third of the cards name an organisation, most in Arabic; one person in six has moved to
  another since; titles, credentials, typing errors, words such as `دوام` or `Work` after the
  name, given names alone, `أبو …`, names turned round, middle names left out;
- one number in thirty is a household's, one in thirty an office's; some e-mails are an info@;
- namesakes come by themselves, for a third of the names are those that everybody bears, and one
  person in a thousand is given the whole name of another.

Not every true pair can be told: two cards `محمد أحمد` and `Mohamed Ahmed` say nothing. `sure` has
the true pairs that a careful person would tell from the rows alone: those with a phone, e-mail or
birthday in common, of which the names do not say the opposite; those with the given name and
another name in common, if nobody else in the list has both and fewer than three in a hundred are
expected to by how common they are, or if the organisation is the same too and nobody else there
has both. `true` has them all: who finds the others is not wrong.
"""

import random
from collections import Counter
from math import prod
from pathlib import Path
from typing import Any, NamedTuple

import contact_words as words
from contact_names import HELD_OUT, Names, Word, draw, names
from contact_words import Said

Pair = tuple[int, int]


class Contacts(NamedTuple):
    """Both lists in one, and who is who."""

    people: list[dict[str, Any]]  # with `id`
    true: set[Pair]
    sure: set[Pair]


class Written(NamedTuple):
    """One row, and what the generator knows of it."""

    who: int
    shown: list[Word]  # of the name, the given name first; none if it is called otherwise
    work: str  # "" if it says none
    row: dict[str, Any]


class Somebody(NamedTuple):
    """Who really is behind the rows."""

    given: Word
    elders: list[Word]
    family: Word
    work: Said
    role: Said
    city: Said
    phone: str
    shared_phone: bool
    email: str
    shared_email: bool
    birthday: str


def make_contacts(
    seed: int = 1,
    latin: int = 30_000,
    phone: int = 5_000,
    part: str = "held_out",
    seen: Path = HELD_OUT,
) -> Contacts:
    """Two lists of so many rows."""  # fmt: skip
    dice = random.Random(seed)
    both = phone * 3 // 5
    cards = phone * 19 // 20
    everybody = _everybody(dice, names(part, seen), latin + cards - both)
    rows: list[Written] = []
    for who in range(latin):
        google = dice.random() < (0.5 if who < both else 0.32)
        rows.append(Written(who, *_latin_row(everybody[who], google, dice)))
    callers = [*range(both), *range(latin, len(everybody))]
    for who in [*callers, *dice.sample(callers, phone - len(callers))]:
        rows.append(Written(who, *_card(everybody[who], dice)))
    dice.shuffle(rows)
    people = [{"id": at, **written.row} for at, written in enumerate(rows, 1)]
    true, sure = _answers(rows, everybody)
    return Contacts(people, true, sure)


def _everybody(dice: random.Random, names: Names, count: int) -> list[Somebody]:
    places = words.workplaces(dice, count // 12 + 5)
    weights = [1 / (rank + 8) for rank in range(len(places))]
    people: list[Somebody] = []
    for _ in range(count):
        given, elders, family = draw(names, dice)
        work = dice.choices(places, weights)[0]
        phone, household, office = words.number(dice), False, dice.random() < 1 / 30
        other = dice.choice(people) if people else None
        if other and dice.random() < 1 / 1_000:
            given, elders, family = other.given, other.elders, other.family
        elif other and dice.random() < 1 / 30:
            phone, household, family = other.phone, True, other.family
        elif office:
            phone = words.office_number(work)
        address = words.address(given.latin[0], family.latin[0], dice)
        info = dice.random() < 1 / 30
        people.append(
            Somebody(
                given, elders, family, work, dice.choice(words.ROLES), dice.choice(words.CITIES),
                phone, household or office, words.office_address(work) if info else address, info,
                f"{dice.randint(1955, 2004)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            )
        )  # fmt: skip
    return people


def _latin_row(
    of: Somebody, google: bool, dice: random.Random
) -> tuple[list[Word], str, dict[str, Any]]:
    kind = dice.random()
    shown = [of.given, of.family]
    if of.elders and kind < 0.2:
        shown = [of.given, *of.elders[: 1 if kind < 0.15 else 2], of.family]
    elif of.elders and kind < 0.23:
        shown = [of.given, of.elders[0]]
    latin = dice.random() > 0.04
    parts = [word.spelt(dice) if latin else word.arabic for word in shown]
    name = " ".join(parts)
    if latin:
        name = words.latin_hand(parts, of.elders[0].latin[0][0] if of.elders else "", dice)
    work = of.work if dice.random() > 1 / 6 else words.another(of.work, dice)
    if google:
        has_mail = dice.random() < 0.45
        row = {
            "phones": [of.phone] if not has_mail or dice.random() < 0.7 else [],
            "emails": [of.email] if has_mail else [],
            "organisation": words.latin_work(work, dice) if dice.random() < 0.3 else "",
            "birthday": of.birthday if dice.random() < 0.08 else "",
            "source": "google",
        }
    else:
        row = {
            "emails": [of.email] if dice.random() < 0.06 else [],
            "organisation": words.latin_work(work, dice),
            "role": of.role.latin,
            "url": words.profile(parts, dice),
            "source": "linkedin",
        }
    return shown, work.latin if row["organisation"] else "", _row(name, row)


def _card(of: Somebody, dice: random.Random) -> tuple[list[Word], str, dict[str, Any]]:
    shown, kind = [of.given, of.family], dice.random()
    if kind < 0.07:
        shown = [of.given]
    elif of.elders and kind < 0.27:
        shown = [of.given, *of.elders[: 1 if kind < 0.22 else 2], of.family]
    elif of.elders and kind < 0.31:
        shown = [of.given, of.elders[0]]
    arabic = dice.random() > 0.18
    parts = [word.arabic if arabic else word.spelt(dice) for word in shown]
    name = words.phone_hand(parts, arabic, dice)
    if kind > 0.97:
        shown, name = [], f"أبو {dice.choice([of.given, *of.elders]).arabic}"
    work = of.work if dice.random() > 1 / 6 else words.another(of.work, dice)
    works = dice.random() < 0.36
    own = of.phone if dice.random() < 0.9 else words.number(dice)
    row = {
        "phones": [own if dice.random() < 0.6 else words.local(own)],
        "emails": [of.email] if dice.random() < 0.15 else [],
        "organisation": words.phone_work(work, dice) if works else "",
        "role": of.role.arabic if works and dice.random() < 0.4 else "",
        "city": of.city.arabic if dice.random() < 0.05 else "",
        "birthday": of.birthday[-6:].replace("-", "--", 1) if dice.random() < 0.05 else "",
        "source": "phone",
    }
    return shown, work.latin if works else "", _row(name, row)


def _row(name: str, said: dict[str, Any]) -> dict[str, Any]:
    empty = dict.fromkeys(("organisation", "role", "city", "url", "birthday"), "")
    return {"name": name, "other_names": [], "phones": [], "emails": [], **empty, **said}


def _answers(rows: list[Written], everybody: list[Somebody]) -> tuple[set[Pair], set[Pair]]:
    """All true pairs, and those that can be told."""
    of_person: dict[int, list[int]] = {}
    bearers: dict[frozenset[str], set[int]] = {}
    for at, written in enumerate(rows, 1):
        of_person.setdefault(written.who, []).append(at)
        for pair in _pairs(written.shown):
            bearers.setdefault(pair, set()).add(written.who)
    common = Counter(
        word
        for one in everybody
        for word in {part.arabic for part in (one.given, *one.elders, one.family)}
    )
    rare = {
        pair
        for pair in bearers
        if prod(common[word] for word in pair) / len(everybody) ** (len(pair) - 1) < 0.03
    }
    true = {(a, b) for ats in of_person.values() for a in ats for b in ats if a < b}
    sure = set()
    for a, b in true:
        one, other = rows[a - 1], rows[b - 1]
        if _reached(one, other, everybody[one.who]) or _named_alike(
            one, other, everybody, bearers, rare
        ):
            sure.add((a, b))
    return true, sure


def _pairs(shown: list[Word]) -> set[frozenset[str]]:
    """The given name with each of the others."""
    return {frozenset((shown[0].arabic, word.arabic)) for word in shown[1:]}


def _reached(one: Written, other: Written, person: Somebody) -> bool:
    """Whether a number, an address or a birthday tells that two rows are one person."""
    mine, theirs = one.row, other.row
    named = bool(one.shown and other.shown)
    if {*map(words.digits, mine["phones"])} & {*map(words.digits, theirs["phones"])}:
        return named or not person.shared_phone
    if {*mine["emails"]} & {*theirs["emails"]}:
        return named or not person.shared_email
    return bool(mine["birthday"] and theirs["birthday"]) and bool(
        _pairs(one.shown) & _pairs(other.shown)
    )


def _named_alike(
    one: Written,
    other: Written,
    everybody: list[Somebody],
    bearers: dict[frozenset[str], set[int]],
    rare: set[frozenset[str]],
) -> bool:
    """Whether the names tell it, alone or with the workplace."""
    for pair in _pairs(one.shown) & _pairs(other.shown):
        namesakes = bearers[pair] - {one.who}
        if pair in rare and not namesakes:
            return True
        if one.work and one.work == other.work and "Venture" not in one.work:
            return all(everybody[who].work.latin != one.work for who in namesakes)
    return False
