"""Learn from pairs of spellings how a name is written in Arabic and in Latin letters.

`python tools/learn_spellings.py PAIRS.tsv` reads lines `latin, arabic, count` (with a header) and
writes `{spellings,glances}_{across,arabic,latin}.tsv` into the package. The same
pairs give the same bytes. A tenth of the pairs, chosen by their hash, is never learnt from: it is
written to `benchmarks/names_held_out.tsv`, to measure by. `--without DIGIT` leaves out a further
tenth, to tune by.

Letters are first aligned one to one by hard expectation-maximisation; chunks of up to two letters
beside up to three are then read off the alignments (as phrases are in machine translation: Koehn,
Och & Marcu, NAACL 2003), and their weights are learnt by stochastic gradient ascent so that the
best alignment (a hidden variable) tells pairs from other pairs (McCallum, Bellare & Pereira, UAI
2005), allowing that some pairs are noise.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from pathlib import Path

import numpy as np
from spelling_units import Learner, Pair, aligned, chunked

from shabakati.people.glancing import ENOUGH, halves, looks
from shabakati.people.letters import normalise
from shabakati.people.spelling import latin_key
from shabakati.people.transliteration import spelling

HOME = Path(__file__).parents[1]
PEOPLE = HOME / "widgets" / "shabakati" / "people"
HELD_OUT = HOME / "benchmarks" / "names_held_out.tsv"
ABOUT = (
    "Latin and Arabic spellings of names and how many people have both: the tenth that learning "
    "leaves out. Wikidata, by Merhav & Ash, COLING 2018 (NETransliteration-COLING2018); CC0 1.0."
)
MADE = "Made by tools/learn_spellings.py; not edited by hand."
MOST = 12  # spellings of one name
PARTS = 10
NOISE = 0.02  # the share of pairs that are no spellings of one name
Scripts = tuple[bool, bool]  # whether each of the two words is Arabic


def part_of(latin: str, arabic: str) -> int:
    """In which tenth of the pairs a pair is; the first is held out."""
    return int.from_bytes(hashlib.sha256(f"{latin}\t{arabic}".encode()).digest()[:2]) % PARTS


def read(path: Path) -> list[tuple[str, str, int]]:
    """Latin, Arabic and how many people carry both, as they stand in the file."""
    lines = path.read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [(latin, arabic, int(count)) for latin, arabic, count in rows]


def learn(
    pairs: Sequence[Pair],
    arabic: Scripts,
    quick: np.ndarray,
    close: np.ndarray | None = None,
    *,
    least: int,
    epochs: int,
    prior: float = 3.0,
    pull: float = 1e-4,
    rate: float = 0.1,
) -> Learner:
    """Weights that tell the pairs from other pairs, at odds of e^-prior."""
    learner = chunked(aligned(pairs), pairs, least)
    print(f"  {len(learner.units):,} pairs of chunks")
    rng = np.random.default_rng(0)
    ones, others = zip(*pairs, strict=True)
    one, other = learner.one.encode(ones), learner.other.encode(others)
    same = [np.unique(words, return_inverse=True)[1] for words in (ones, others)]
    halved = halves(ones, arabic[0]), halves(others, arabic[1])
    glance = (halved[0] @ quick).astype(np.float32)
    true = np.repeat(np.arange(len(pairs))[:, None], 2, axis=1)
    start, squares = learner.vector.copy(), np.ones(len(learner.vector))
    kept: list[np.ndarray] = []
    for epoch in range(epochs):
        drawn = rng.integers(0, len(pairs), (len(pairs) * 30, 2))
        drawn = drawn[
            (same[0][drawn[:, 0]] != same[0][drawn[:, 1]])
            & (same[1][drawn[:, 0]] != same[1][drawn[:, 1]])
        ]
        drawn = drawn[looks(glance, halved[1], drawn) > ENOUGH]
        some = rng.permutation(close)[: len(pairs)] if close is not None else drawn[:0]
        shown = np.concatenate([true, drawn, some])
        kind = np.repeat([1, 0, 0], [len(true), len(drawn), len(some)])
        weight = np.repeat([1.0, 1.0, 0.3], [len(true), len(drawn), len(some)])
        order = rng.permutation(len(shown))
        loss = 0.0
        for part in np.array_split(order, 32):
            scores, ways = learner.paths(one, other, shown[part])
            sure = 1 / (1 + np.exp(-np.clip(scores - prior, -30, 30).astype(float)))
            likely = np.where(kind[part] == 1, (1 - NOISE) * sure + NOISE * 0.02, 1 - sure + 1e-12)
            push = np.where(kind[part] == 1, (1 - NOISE) * sure * (1 - sure) / likely, -sure)
            push *= weight[part]
            loss -= float((weight[part] * np.log(likely)).sum())
            change = -pull * len(part) * (learner.vector - start)
            for who, places in ways:
                change += np.bincount(places, push[who], len(change))
            change[learner.never] = 0
            squares += change**2
            slower = 1.0 if epoch < epochs * 0.5 else 0.4
            learner.vector += slower * rate * change / np.sqrt(squares)
            learner.refresh()
        print(f"  epoch {epoch}: {len(shown):,} pairs, loss {loss / len(pairs):.4f}", flush=True)
        kept.append(learner.vector.copy())
    learner.vector = np.mean(kept[-max(1, epochs // 3) :], axis=0)
    learner.refresh()
    return learner


def learn_quick(pairs: Sequence[Pair], arabic: Scripts, rounds: int = 1500) -> np.ndarray:
    """Weights of letters of one word beside letters of the other, wherever they stand."""
    rng = np.random.default_rng(0)
    ones, others = zip(*pairs, strict=True)
    one, other = halves(ones, arabic[0]), halves(others, arabic[1])
    weights = np.zeros((one.shape[1], other.shape[1]), dtype=np.float32)
    squares = weights + np.float32(1e-6)
    for done in range(rounds):
        true, drawn = rng.integers(0, len(pairs), 2000), rng.integers(0, len(pairs), (8000, 2))
        left = np.concatenate([one[true], one[drawn[:, 0]]])
        right = np.concatenate([other[true], other[drawn[:, 1]]])
        kind = np.repeat([1.0, 0.0], [len(true), len(drawn)])
        scores = np.einsum("ij,ij->i", left @ weights, right)
        sure = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        hold = (1 - NOISE) * sure * (1 - sure) / ((1 - NOISE) * sure + 0.001)
        push = np.where(kind == 1, hold, -sure).astype(np.float32)
        change = left.T @ (push[:, None] * right) / len(true) - 1e-5 * weights
        squares += change**2
        weights += 0.3 * (1 - done / rounds) * change / np.sqrt(squares)
    return weights


def close_pairs(rows: Iterable[tuple[str, str, int]]) -> set[Pair]:
    """A Latin and an Arabic spelling of two names that in Arabic differ by a letter.

    Only of spellings that several people have, so that the two are not known to be one name.
    """
    often = [(_plain(latin), _plain(arabic)) for latin, arabic, count in rows if count > 2]
    near: dict[str, set[str]] = defaultdict(set)
    latin_of: dict[str, set[str]] = defaultdict(set)
    for latin, arabic in often:
        latin_of[arabic].add(latin_key(latin))
        for key in _without_one(arabic):
            near[key].add(arabic)
    return {
        (other, latin)
        for latin, arabic in often
        for key in _without_one(arabic)
        for other in near[key]
        if other != arabic and latin_key(latin) not in latin_of[other]
    }


def _plain(text: str) -> str:
    return normalise(text).replace(" ", "")


def _without_one(word: str) -> set[str]:
    """A word, and it without each of its letters; alike for words that differ by one."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def write(path: Path, about: str, rows: Iterable[str]) -> None:
    """A file of the package, with a line that says what it is."""
    path.write_text("".join(f"{row}\n" for row in (f"# {about}", *rows)), "utf-8")
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


def learn_kind(
    kind: str,
    pairs: Sequence[Pair],
    close: Iterable[Pair] = (),
    *,
    into: Path,
    least: int,
    epochs: int,
) -> None:
    """Learn and write the weights of one kind of pairs of normalised words."""
    print(f"{kind}: {len(pairs):,} pairs")
    arabic = kind != "latin", kind == "arabic"
    spelt = [(spelling(one), spelling(other)) for one, other in pairs]
    quick = learn_quick(spelt, arabic)
    rows = ("\t".join(f"{weight:.1f}" for weight in row) for row in quick)
    write(into / f"glances_{kind}.tsv", f"Weights of a quick look, {kind}. {MADE}", rows)
    place: tuple[dict[str, int], ...] = ({}, {})
    for number, pair in enumerate(spelt):
        for places, word in zip(place, pair, strict=True):
            places.setdefault(word, number)
    known = [(place[0].get(spelling(a)), place[1].get(spelling(b))) for a, b in sorted(close)]
    near = np.array([pair for pair in known if None not in pair], dtype=np.int64).reshape(-1, 2)
    learner = learn(spelt, arabic, quick, near, least=least, epochs=epochs)
    units = zip(learner.units, learner.vector.tolist(), strict=False)
    rows = (f"{one}\t{other}\t{weight:.1f}" for (one, other), weight in units)
    write(into / f"spellings_{kind}.tsv", f"Weights in nats, {kind}. {MADE}", rows)


def within(groups: Mapping[str, set[str]], farthest: float) -> list[Pair]:
    """Pairs of spellings, both ways, that have a spelling in the other script in common.

    Those that differ in more than that share of their letters are taken to be noise.
    """
    found = []
    for _, spellings in sorted(groups.items()):
        for one, other in permutations(sorted(spellings)[:MOST], 2):
            if _edits(one, other) <= farthest * max(len(one), len(other)):
                found.append((one, other))
    return found


def _edits(one: str, other: str) -> int:
    """How many letters to put in, take out or change (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def main() -> None:
    """Read the pairs, set a tenth apart, learn from the rest."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    arguments.add_argument("pairs", type=Path)
    arguments.add_argument(
        "--without", type=int, choices=range(1, PARTS), help="a tenth to tune by"
    )
    arguments.add_argument("--epochs", type=int, default=12)
    arguments.add_argument("--least", type=int, default=3, help="times a pair of chunks is seen")
    arguments.add_argument("--into", type=Path, default=PEOPLE, help="where the weights go")
    arguments.add_argument("--kinds", nargs="*", default=["arabic", "latin", "across"])
    options = arguments.parse_args()
    rows = read(options.pairs)
    held = [row for row in rows if part_of(row[0], row[1]) == 0]
    write(
        HELD_OUT if options.into == PEOPLE else options.into / HELD_OUT.name,
        ABOUT,
        (f"{latin}\t{arabic}\t{count}" for latin, arabic, count in held),
    )
    rows = [row for row in rows if part_of(row[0], row[1]) not in (0, options.without)]
    pairs = [(_plain(arabic), _plain(latin)) for latin, arabic, _ in rows]
    pairs = [pair for pair in pairs if all(pair)]
    latin: dict[str, set[str]] = defaultdict(set)
    arabic: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        latin[one].add(other)
        arabic[latin_key(other)].add(one)
    how = {"into": options.into, "least": options.least, "epochs": options.epochs}
    if "arabic" in options.kinds:
        learn_kind("arabic", within(arabic, 0.5), **how)
    if "latin" in options.kinds:
        learn_kind("latin", within(latin, 0.67), **how)
    if "across" in options.kinds:
        learn_kind("across", pairs, close_pairs(rows), **how)


if __name__ == "__main__":
    main()
