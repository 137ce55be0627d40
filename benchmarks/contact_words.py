"""Workplaces, numbers, addresses, and what hands do to a name when they write it down."""

import random
import re
import string
import tomllib
from pathlib import Path
from typing import NamedTuple

_TABLE = tomllib.loads((Path(__file__).parent / "contact_words.toml").read_text("utf-8"))


class Said(NamedTuple):
    """One thing in both languages."""

    arabic: str
    latin: str


def _said(heading: str) -> list[Said]:
    return [Said(*entry.split(" = ")) for entry in _TABLE[heading]]


ROLES, CITIES = _said("roles"), _said("cities")
_TITLES = ("د. ", "م. ", "المهندس ", "أ. ", "الدكتورة ", "الحاج ")
_CREDENTIALS = (", PhD", ", MBA", " PMP", ", CPA", " (He/Him)")
_PREFIXES = ("+96279", "+96278", "+96650", "+96655", "+20100", "+97150", "+96170", "+21266")


def workplaces(dice: random.Random, count: int) -> list[Said]:
    """So many workplaces, no two of one name."""
    propers, kinds, first = _said("propers"), _said("kinds"), _said("first_kinds")
    cities = [Said("", ""), *CITIES]
    every = [
        Said(f"{name.arabic} {kind.arabic} {city.arabic}".strip(),
             f"{name.latin} {kind.latin} {city.latin}".strip())
        for name in propers for kind in kinds for city in cities
    ]  # fmt: skip
    every += [
        Said(f"{kind.arabic} {name.arabic}", f"{name.latin} {kind.latin}")
        for name in propers
        for kind in first
    ]
    return dice.sample(every, min(count, len(every)))


def another(work: Said, dice: random.Random) -> Said:
    """A workplace that somebody has moved to: one that is in nobody else's row."""
    return Said(f"مؤسسة {dice.randint(100, 9_999)}", f"Venture {dice.randint(100, 9_999)}")


def latin_work(work: Said, dice: random.Random) -> str:
    """A workplace as LinkedIn has it."""
    return work.latin + dice.choices(("", " Ltd", " LLC", " Co.", ", HQ"), (75, 8, 7, 5, 5))[0]


def phone_work(work: Said, dice: random.Random) -> str:
    """A workplace as a phone has it: mostly in Arabic, at times only its beginning."""
    kind = dice.random()
    if kind < 0.25:
        return work.latin
    if kind < 0.4:
        return f"شركة {work.arabic}"
    return " ".join(work.arabic.split()[:2]) if kind < 0.5 else work.arabic


def number(dice: random.Random) -> str:
    """A number of one's own."""
    return f"{dice.choice(_PREFIXES)}{dice.randint(1_000_000, 9_999_999)}"


def office_number(work: Said) -> str:
    """A workplace's number."""
    return f"+9626{random.Random(work.latin).randint(5_000_000, 5_999_999)}"


def office_address(work: Said) -> str:
    """A workplace's address that several people give."""
    return f"info@{re.sub('[^a-z]', '', work.latin.lower())}.example"


def address(given: str, family: str, dice: random.Random) -> str:
    """An address of one's own."""
    plain = [re.sub("[^a-z]", "", part.lower()) or "x" for part in (given, family)]
    joined = dice.choice((".", "_", "")).join(plain)
    return f"{joined}{dice.randint(1, 99_999)}@{dice.choice(('barid', 'mail', 'post'))}.example"


def local(phone: str) -> str:
    """A number without its country, as it is dialled, or with 00."""
    if len(phone) % 2:
        return f"00{phone[1:]}"
    start = 3 if phone.startswith(("+20", "+21")) else 4
    return f"0{phone[start:]}" if not phone.startswith("+21") else f"0{phone[4:]}"


def digits(phone: str) -> str:
    """What stays the same of a number however it is written."""
    return phone[-8:]


def profile(parts: list[str], dice: random.Random) -> str:
    """An address of a profile, made of the name or of nothing."""
    slug = "-".join(re.sub("[^a-z]", "", part.lower()) for part in parts)
    ending = "".join(dice.choices(string.ascii_lowercase + string.digits, k=9))
    return f"https://www.linkedin.com/in/{slug}-{ending}"


def latin_hand(parts: list[str], initial: str, dice: random.Random) -> str:
    """Parts of a name as somebody writes them in a profile."""
    parts, kind = list(parts), dice.random()
    if kind < 0.03:
        parts[-1] = _typo(parts[-1], dice)
    elif kind < 0.06 and initial and len(parts) == 2:
        parts.insert(1, f"{initial}.")
    elif kind < 0.09:
        parts[-1] += dice.choice(_CREDENTIALS)
    elif kind < 0.10:
        parts = [f"{parts[-1]},", *parts[:-1]]
    elif kind < 0.13:
        parts[0] = dice.choice(("Dr. ", "Eng. ", "Dr ", "Mr. ")) + parts[0]
    name = " ".join(parts)
    case = dice.random()
    return name.lower() if case < 0.03 else name.upper() if case < 0.05 else name


def phone_hand(parts: list[str], arabic: bool, dice: random.Random) -> str:
    """Parts of a name as somebody types them into a phone."""
    parts, kind = list(parts), dice.random()
    if kind < 0.03 and len(parts) > 1:
        parts[-1] = _typo(parts[-1], dice)
    elif kind < 0.11:
        parts.append(dice.choice(_TABLE["beside" if arabic else "beside_latin"]))
    elif kind < 0.18 and arabic:
        parts[0] = dice.choice(_TITLES) + parts[0]
    elif kind < 0.20 and len(parts) > 1:
        parts = [parts[-1], *parts[:-1]]
    name = " ".join(parts)
    if not arabic:
        return name
    loose = dice.random()
    if loose < 0.25:
        name = name.translate(str.maketrans("أإآة", "اااه"))
    elif loose < 0.3:
        name = name.replace("ي ", "ى ")
    if dice.random() < 0.3:
        name = name.replace("عبدال", "عبد ال")
    return name.replace("أبو ", "ابو") if dice.random() < 0.2 else name


def _typo(word: str, dice: random.Random) -> str:
    """Two letters turned round, one left out or doubled; short words stay."""
    if len(word) < 5:
        return word
    at, kind = dice.randrange(1, len(word) - 2), dice.random()
    if kind < 0.4:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if kind < 0.7 else word[:at] + word[at] + word[at:]
