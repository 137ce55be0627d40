"""The evidence that two words are spellings of one name, in Arabic, in Latin letters or across.

The weights are learnt from pairs of spellings by `tools/learn_spellings.py`, and lie beside the
code as `spellings_<kind>.tsv`: a chunk of letters, one of the other word, and the weight in nats.
`^` and `$` are the ends of a word, `ٱ` the article that begins one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from shabakati.people.aligning import BEGIN, END, LONGEST, NEVER, Array, Weights
from shabakati.people.glancing import ENOUGH, halves, looks
from shabakati.people.spelling import bare, is_arabic

_HERE = Path(__file__).parent
ARTICLE = "ٱ"  # how the article that begins an Arabic word is written in the weights
_ARABIZI = str.maketrans({"2": "", "3": "", "5": "kh", "6": "t", "7": "h", "8": "q", "9": "s"})


def spelling(word: str) -> str:
    """A normalised word as the weights know it, between its ends."""
    if is_arabic(word):
        if word.startswith("ال") and len(word) > 4:
            word = ARTICLE + word[2:]
    elif not word.isdigit():
        word = word.translate(_ARABIZI) or word
    return BEGIN + word[: LONGEST - 2] + END


@cache
def _glances(kind: str) -> Array:
    """The weights of a quick look, of the halves of one word beside those of the other."""
    lines = (_HERE / f"glances_{kind}.tsv").read_text("utf-8").splitlines()[1:]
    return np.array([line.split("\t") for line in lines], dtype=np.float32)


@cache
def weights(kind: str) -> Weights:
    """The weights of one kind: `across` (Arabic, then Latin), `arabic` or `latin`."""
    lines = (_HERE / f"spellings_{kind}.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return Weights({(one, other): float(weight) for one, other, weight in rows})


def word_scores(words: Sequence[str], pairs: Array) -> Array:
    """Evidence in nats, float32, for pairs (n, 2) of numbers of normalised words.

    The order within a pair makes no difference.
    """
    arabic = np.array([is_arabic(word) for word in words], dtype=bool)
    # Two words with the article have it in common with many: they are compared without it.
    spelt = [spelling(word) for word in (*words, *map(bare, words))]
    article = np.array([bare(word) != word for word in words], dtype=bool)
    # Arabic stands before Latin, and within a script the lesser word first.
    rank = np.empty(len(words), dtype=np.int64)
    rank[sorted(range(len(words)), key=lambda i: (not arabic[i], words[i]))] = range(len(words))
    turned = rank[pairs[:, 0]] > rank[pairs[:, 1]]
    ordered = np.where(turned[:, None], pairs[:, ::-1], pairs)
    how_many = arabic[ordered].sum(axis=1)
    ordered[article[ordered].all(axis=1)] += len(words)
    found = np.full(len(pairs), NEVER, dtype=np.float32)
    for kind, count in (("latin", 0), ("across", 1), ("arabic", 2)):
        some = np.flatnonzero(how_many == count)
        if len(some):
            some = some[_worth_aligning(kind, spelt, ordered[some])]
        if len(some):
            # Each side spells its own words only: an Arabic word is never one of the Latin side.
            sides = [np.unique(side, return_inverse=True) for side in ordered[some].T]
            (ones, one), (others, other) = sides
            found[some] = weights(kind).scores(
                [spelt[i] for i in ones], [spelt[i] for i in others], np.stack([one, other], axis=1)
            )
    return found


def _worth_aligning(kind: str, words: Sequence[str], pairs: Array) -> Array:
    """Which pairs of words a quick look does not rule out."""
    sides = []
    for side, arabic in enumerate((kind != "latin", kind == "arabic")):
        used, places = np.unique(pairs[:, side], return_inverse=True)
        sides.append((halves([words[i] for i in used], arabic), places))
    (ones, one), (others, other) = sides
    return looks(ones @ _glances(kind), others, np.stack([one, other], axis=1)) > ENOUGH
