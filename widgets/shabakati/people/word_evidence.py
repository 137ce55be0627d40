"""How much two parts of names say that two people have one name, whatever their script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from shabakati.people.aligning import Array
from shabakati.people.letters import normalise
from shabakati.people.lexicon import lexicon
from shabakati.people.transliteration import word_scores

SAME = 14.0  # nats: of one spelling
_COMMON = 8.0  # nats: at most, of a given name or a name with the article, which many have
OTHER = -24.0  # nats: of two given names that are known to be two
_BESIDE_COMMON = -8.0  # nats: at most, of such a name beside what it is not
_INITIAL, _OTHER_INITIAL = 2.0, -10.0  # nats: of a letter that a name begins with, or does not
# What scores of aligned words say, in nats: how much oftener true pairs have them than others.
_SCORES = (-30.0, -12.0, -6.0, -2.0, 0.0, 1.0, 3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 20.0)
_SAYS = (-4.0, -3.0, -2.2, -1.0, 0.0, 1.0, 2.4, 4.2, 6.2, 7.75, 9.2, 10.3, 12.0, 14.0)
_ARTICLES = ("ال", "al")
_EXACT = 16  # parts of a nat: sums of such numbers do not depend on their order
_INITIALS = {
    letter: set(latin)
    for letter, latin in {
        **dict.fromkeys("اعيو", "aeiouyw"),
        **{"ب": "bp", "ت": "t", "ث": "tsh", "ج": "jgd", "ح": "h", "خ": "khcj", "د": "d"},
        **{"ذ": "dzt", "ر": "r", "ز": "zs", "س": "sc", "ش": "sc", "ص": "s", "ض": "d", "ط": "t"},
        **{"ظ": "zd", "غ": "gr", "ف": "fvp", "ق": "qkgc", "ك": "kcq", "ل": "l", "م": "m"},
        **{"ن": "n", "ه": "h"},
    }.items()
}


@cache
def given_names() -> dict[str, frozenset[int]]:
    """For each spelling of a common given name, in either script, which names it can be."""
    found: dict[str, frozenset[int]] = {}
    for number, (arabic, latin) in enumerate(lexicon("given")["names"].items()):
        for spelling in (normalise(arabic).replace(" ", ""), *latin.split()):
            found[spelling] = found.get(spelling, frozenset()) | {number}
    return found


def word_evidence(words: Sequence[str], pairs: Array) -> Array:
    """Evidence in nats, float64, for pairs (n, 2) of numbers of parts of names.

    From `OTHER` to `SAME`; the order within a pair makes no difference.
    """
    one, other = pairs.T
    known = given_names()
    names = [known.get(word) for word in words]
    is_known = np.array([name is not None for name in names], dtype=bool)
    common = np.array([word in known or word.startswith(_ARTICLES) for word in words], dtype=bool)
    short = np.array([len(word) == 1 for word in words], dtype=bool)
    found = np.full(len(pairs), SAME)
    unlike = one != other
    initial = unlike & (short[one] | short[other])
    listed = unlike & ~initial & is_known[one] & is_known[other]
    rest = np.flatnonzero(unlike & ~initial & ~listed)
    for at in np.flatnonzero(initial).tolist():
        fits = _can_begin_alike(words[one[at]], words[other[at]])
        found[at] = _INITIAL if fits else _OTHER_INITIAL
    found[~unlike & short[one]] = _INITIAL
    _compare_listed(found, np.flatnonzero(listed), names, pairs)
    if len(rest):
        used, places = np.unique(pairs[rest], return_inverse=True)
        scores = word_scores([words[i] for i in used], places.reshape(-1, 2))
        says = np.interp(scores, _SCORES, _SAYS)
        beside = common[one[rest]] | common[other[rest]]
        found[rest] = np.where(beside & (says < 0), _BESIDE_COMMON, says)
    found[common[one] | common[other]] = np.minimum(found[common[one] | common[other]], _COMMON)
    return np.round(found * _EXACT) / _EXACT


def _compare_listed(
    found: Array, places: Array, names: Sequence[frozenset[int] | None], pairs: Array
) -> None:
    alike: dict[tuple[object, object], float] = {}
    for at in places.tolist():
        key = names[pairs[at, 0]], names[pairs[at, 1]]
        if key not in alike:
            alike[key] = SAME if key[0] and key[1] and key[0] & key[1] else OTHER
        found[at] = alike[key]


def _can_begin_alike(one: str, other: str) -> bool:
    a, b = one[0], other[0]
    return a == b or b in _INITIALS.get(a, ()) or a in _INITIALS.get(b, ())
