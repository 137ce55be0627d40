"""Whether two names of organisations mean the same one, in either script."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import product

from shabakati.people.letters import normalise
from shabakati.people.lexicon import any_of, lexicon, words
from shabakati.people.spelling import bare, is_arabic, same_word, skeletons

_PARTS = re.compile(r"\s*[|/•·]\s*|\s+[-–—]\s+|[–—,،;:()\[\]]")
_ACADEMIC = ("university", "college", "institute", "academy", "faculty")
_ARABIC = re.compile("[\u0620-\u06ff]")
_MOST = 6  # proper words of a name that are compared across scripts
_LONGEST = 300  # characters of a name that are looked at
_ARTICLES = ("al", "el", "ال")


@lru_cache(maxsize=100_000)
def organisation_key(text: str) -> str:
    """An organisation's name as it is compared within one script.

    Case, legal forms, articles and the order of words make no difference, and words that are
    usually translated become one: `شركة النور المحدودة` is `النور`, `University of X` is
    `X University`. Empty if nothing is left that tells it from others.
    """
    proper, meanings = _read(text)
    if not proper and len(meanings) < 2:
        return ""  # "the university", "bank": that is everybody's
    return " ".join(sorted([*proper, *(f"={meaning}" for meaning in meanings)]))


def same_organisation(one: str, other: str) -> bool:
    """Whether two names mean the same organisation.

    A name with something added after a comma, a dash or in brackets means what stands before it;
    parts of one university are that university. Across scripts, the words that are translated
    must mean the same, and the others be spellings of one another, in their order.
    """
    return any(_same(a, b) for a, b in product(forms(one), forms(other)) if a[1] or b[1])


@lru_cache(maxsize=100_000)
def forms(text: str) -> tuple[tuple[str, bool], ...]:
    """What a name can be compared as: `(text, whole)`; `whole` if nothing was cut off.

    A part that is itself a university or the like counts as whole.
    """
    text = text[:_LONGEST]
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    found = {text: True}
    for i, part in enumerate(parts):
        academic = bool(set(_read(part)[1]) & {"university"})
        if academic or i == 0:
            found.setdefault(part, academic)
    return tuple(found.items())


def keys(text: str, other_script: bool = True) -> frozenset[str]:
    """Keys to find candidates by: names that mean the same organisation share one.

    Without `other_script` only those that names of the same script share.
    """
    found = set()
    for form, _ in forms(text):
        if key := organisation_key(form):
            found |= {key, *_sound_keys(form)} if other_script else {key}
    return frozenset(found)


def has_arabic(text: str) -> bool:
    """Whether there is an Arabic letter in a text."""
    return bool(_ARABIC.search(text))


@lru_cache(maxsize=100_000)
def is_academic(text: str) -> bool:
    """Whether a name is that of a place where professors teach."""
    return bool(_academic().search(normalise(text[:_LONGEST])))


@cache
def _academic() -> re.Pattern[str]:
    meanings = lexicon("organisations")["meanings"]
    extra = ["polytechnic", "business school", "school of", "medical school", "law school"]
    return any_of([word for name in _ACADEMIC for word in meanings[name]] + extra)


def is_public_mail(domain: str) -> bool:
    """Whether everybody can have an address there."""
    return not {*domain.split(".")[:-1]}.isdisjoint(lexicon("organisations")["public"]["mail"])


def fits_domain(text: str, domain: str) -> bool:
    """Whether a domain is plainly an organisation's: nadamada.example of Nada Al-Mada Telecom."""
    labels = {label.replace("-", "") for label in domain.casefold().split(".")[:-1]}
    whole = [part for part in normalise(text[:_LONGEST]).split() if part not in _legal()]
    proper = [part for part in whole if part not in _meaning_of()]
    wanted = {
        "".join(bare(part) if plain else part for part in some if not (plain and part in _ARTICLES))
        for some in (whole, proper)
        for plain in (False, True)
    }
    return any(len(name) >= 4 and name in labels for name in wanted)


def _same(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    key = organisation_key(one[0])
    if not key:
        return False
    if key == organisation_key(other[0]):
        return True
    (mine, my_meanings), (theirs, their_meanings) = _read(one[0]), _read(other[0])
    if len(mine) != len(theirs) or not mine or Counter(my_meanings) != Counter(their_meanings):
        return False
    if any(
        is_arabic(a) == is_arabic(b) and bare(a) != bare(b)
        for a, b in zip(mine, theirs, strict=True)
    ):
        return False
    # A single short word is too little to tell a name by across scripts.
    if len(mine) == 1 and not my_meanings and max(map(len, skeletons(mine[0]))) < 2:
        return False
    return all(map(same_word, mine, theirs))


@lru_cache(maxsize=100_000)
def _sound_keys(text: str) -> frozenset[str]:
    """Keys that a name's Arabic and Latin forms share."""
    proper, meanings = _read(text)
    if not proper or len(proper) > _MOST:
        return frozenset()
    first = " ".join(f"={meaning}" for meaning in sorted(meanings))
    # The first word is enough to find candidates; all are compared then.
    return frozenset(f"~{len(proper)} {first} {key}" for key in skeletons(proper[0]))


@lru_cache(maxsize=100_000)
def _read(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The proper words of a name, in order, and the meanings of the translated ones."""
    proper: list[str] = []
    meanings: list[str] = []
    glue = ""
    for part in normalise(text[:_LONGEST]).split():
        if part in _ARTICLES:
            glue = "al" if part != "ال" else part
            continue
        word, glue = glue + part, ""
        if word in _legal():
            continue
        meaning = _meaning(word)
        if meaning:
            meanings.append(meaning)
        else:
            proper.append(bare(word))
    return tuple(proper), tuple(meanings)


def _meaning(word: str) -> str | None:
    for form in (word, _unjoined(word)):
        if form in _meaning_of():
            return _meaning_of()[form]
    return None


def _unjoined(word: str) -> str:
    """An Arabic word without the article and what is joined to it."""
    for start in ("وال", "بال", "لل", "ال", "و"):
        if word.startswith(start) and is_arabic(word) and len(word) > len(start) + 2:
            return word[len(start) :]
    return word


@cache
def _meaning_of() -> dict[str, str]:
    meanings = lexicon("organisations")["meanings"]
    return {normalise(word): meaning for meaning, several in meanings.items() for word in several}


@cache
def _legal() -> frozenset[str]:
    return words("organisations", "legal")
