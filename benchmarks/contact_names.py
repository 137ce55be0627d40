"""Invented people's names in Arabic, and how different hands write them in Latin letters.

Given names and the commoner family names come from `contact_names.toml`, written by hand for this
benchmark; rarer ones from a file of pairs that were seen in the wild (`latin`, `arabic`, `count`,
tab separated) and that no model learnt from. Half of both is for tuning the finder's weights, the
other half for measuring. Nothing here uses the package's own model of spelling.
"""

import random
import tomllib
import zlib
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
HELD_OUT = HERE / "names_held_out.tsv"
_BEFORE = (
    ("", ("",)),
    ("", ("",)),
    ("ال", ("Al", "Al-", "El", "Al ")),
    ("أبو ", ("Abu ", "Abo", "Abou ", "Abu")),
    ("بن ", ("Bin ", "Ben ", "Ben")),
    ("آل ", ("Al ", "Al-")),
)


class Word(NamedTuple):
    """One part of a name: in Arabic, and its Latin spellings, the commonest first."""

    arabic: str
    latin: tuple[str, ...]

    def spelt(self, dice: random.Random) -> str:
        """One hand's spelling."""
        weights = [1 / (i + 1) for i in range(len(self.latin))]
        return dice.choices(self.latin, weights)[0]


class Names(NamedTuple):
    """Words to draw names from, with their weights."""

    men: list[Word]
    women: list[Word]
    families: list[Word]
    rare: list[Word]  # of Arabic make
    foreign: list[Word]


def naive(arabic: str) -> str:
    """Arabic letter by letter in Latin letters, as a simple table does it, without vowels."""
    return arabic.translate(_letters())


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(dict(pair.split("=") for pair in _table()["letters"].split()))


@cache
def _table() -> dict[str, str]:
    return tomllib.loads((HERE / "contact_names.toml").read_text("utf-8"))


@cache
def names(part: str, seen: Path) -> Names:
    """The words of one half, `tuning` or `held_out`, of the tables and of a file of pairs."""
    men, women, families = (_words(_table()[key]) for key in ("men", "women", "families"))
    half = 0 if part == "tuning" else 1
    families = [word for word in families if zlib.crc32(word.arabic.encode()) % 2 == half]
    rare, foreign = _seen(seen, half)
    return Names(men, women, families, rare, foreign)


def draw(names: Names, dice: random.Random) -> tuple[Word, list[Word], Word]:
    """Given name, father's and grandfather's (none for foreigners), family name.

    Frequencies fall as 1 / (rank + 4), so that one man in twelve is a Mohammed; a fifth of the
    families are named for a grandfather, two fifths are rare, such as `آل …`; one person in
    twelve has a name of another language.
    """
    if dice.random() < 1 / 12:
        return dice.choice(names.foreign), [], dice.choice(names.foreign)
    given = _zipf(names.men if dice.random() < 0.65 else names.women, dice)
    elders = [_zipf(names.men, dice) for _ in range(2)]
    kind = dice.random()
    if kind < 0.2:
        return given, elders[:1], elders[1]
    if kind < 0.6:
        seldom = dice.choice(names.rare if dice.random() < 0.5 else names.men)
        return given, elders, _rare(seldom, dice)
    return given, elders, _zipf(names.families, dice)


def _rare(word: Word, dice: random.Random) -> Word:
    """A word as a family's name, often with what Arabic puts before one."""
    start, before = dice.choice(_BEFORE)
    if word.arabic.startswith("ال") and start:
        return word
    return Word(start + word.arabic, tuple(b + latin for latin in word.latin for b in before))


def _zipf(words: list[Word], dice: random.Random) -> Word:
    return dice.choices(words, [1 / (rank + 4) for rank in range(len(words))])[0]


def _words(lines: str) -> list[Word]:
    found = []
    for line in lines.strip().splitlines():
        parts = line.split()
        at = next(i for i, part in enumerate(parts) if part.isascii() or part[0] < "\u0600")
        found.append(Word(" ".join(parts[:at]), tuple(parts[at:])))
    return found


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.5


def _seen(path: Path, half: int) -> tuple[list[Word], list[Word]]:
    """Words of one half of a file of pairs, of Arabic make and others.

    Pairs that share less than half of their letters by the naive table are noise of the source.
    """
    spellings: dict[str, list[tuple[int, str]]] = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        latin, arabic, count = line.split("\t")[:3]
        if zlib.crc32(arabic.encode()) % 2 != half:
            continue
        plain = naive(arabic.removeprefix("ال")).replace("aa", "a")
        if len(arabic) > 2 and len(latin) > 2 and _alike(plain, latin.casefold()):
            spellings.setdefault(arabic, []).append((-int(count), latin.title()))
    words = [Word(a, tuple(latin for _, latin in sorted(s))) for a, s in sorted(spellings.items())]
    made = [word for word in words if set(word.arabic) & set("حعصضظ") or word.arabic[:2] == "ال"]
    kept = {word.arabic for word in made}
    return made, [word for word in words if word.arabic not in kept]
