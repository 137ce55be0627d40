"""Learn from pairs of spellings how a name is written in Arabic and in Latin letters.

`python tools/learn_spellings.py PAIRS.tsv` reads lines `latin, arabic, count` (with a header) and
writes `spellings_{across,arabic,latin}.tsv` and `spellings_quick.tsv` into the package. The same
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
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np

from shabakati.people.aligning import BEGIN, END, NEVER, STEPS, UNSEEN, Weights, align, batches
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
Units = dict[tuple[str, str], float]
Pair = tuple[str, str]
Scripts = tuple[bool, bool]  # whether each of the two words is Arabic


def part_of(latin: str, arabic: str) -> int:
    """In which tenth of the pairs a pair is; the first is held out."""
    return int.from_bytes(hashlib.sha256(f"{latin}\t{arabic}".encode()).digest()[:2]) % PARTS


def read(path: Path) -> list[tuple[str, str, int]]:
    """Latin, Arabic and how many people carry both, as they stand in the file."""
    lines = path.read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [(latin, arabic, int(count)) for latin, arabic, count in rows]


class Learner(Weights):
    """Weights that can be changed: each pair of chunks has a place in one vector."""

    def __init__(self, units: Mapping[Pair, float]) -> None:
        numbers = {unit: float(i) for i, unit in enumerate(sorted(units))}
        super().__init__(numbers)
        self.units = sorted(units)
        known = len(units)
        rest = {step: known + i for i, step in enumerate(UNSEEN)}
        self.never = known + len(rest)
        self.vector = np.array([*(units[unit] for unit in self.units), *UNSEEN.values(), NEVER])
        self.places = {}
        for step, table in self.tables.items():
            places = table.astype(np.int64)
            for value, place in ((UNSEEN.get(step), rest.get(step)), (NEVER, self.never)):
                if value is not None:
                    places[table == np.float32(value)] = place
            self.places[step] = places
        self.refresh()

    def refresh(self) -> None:
        """Take the changed vector."""
        vector = self.vector.astype(np.float32)
        self.tables = {step: vector[places] for step, places in self.places.items()}

    def paths(self, one: Any, other: Any, pairs: np.ndarray) -> tuple[np.ndarray, list[Any]]:
        """Scores, and for each batch which pairs have which places of the vector on their way."""
        (one_ids, one_sizes), (other_ids, other_sizes) = one, other
        found, ways = np.empty(len(pairs), dtype=np.float32), []
        for some in batches(one_sizes[pairs[:, 0]], other_sizes[pairs[:, 1]]):
            left, right = pairs[some].T
            rows, columns = one_sizes[left], other_sizes[right]
            a, b = one_ids[:, : rows.max(), left], other_ids[:, : columns.max(), right]
            cells = align(a, b, self.tables)
            found[some] = cells[rows, columns, np.arange(len(some))]
            who, places = self._back(a, b, cells, rows, columns)
            ways.append((some[who], places))
        return found, ways

    def _back(self, a: Any, b: Any, cells: Any, rows: Any, columns: Any) -> tuple[Any, Any]:
        i, j = rows.copy(), columns.copy()
        who, taken = [], []
        while len(live := np.flatnonzero((i > 0) | (j > 0))):
            best = np.full(len(live), -np.inf)
            step, place = np.zeros((len(live), 2), dtype=np.int64), np.zeros(len(live), dtype=int)
            for da, db in STEPS:
                ii, jj = i[live] - da, j[live] - db
                fits = (ii >= 0) & (jj >= 0)
                ii, jj = np.maximum(ii, 0), np.maximum(jj, 0)
                left = a[da - 1, np.minimum(ii, a.shape[1] - 1), live] if da else 0
                right = b[db - 1, np.minimum(jj, b.shape[1] - 1), live] if db else 0
                places = self.places[da, db][left, right]
                value = np.where(fits, cells[ii, jj, live] + self.vector[places], -np.inf)
                better = value > best
                best, place = np.where(better, value, best), np.where(better, places, place)
                step[better] = da, db
            who.append(live)
            taken.append(place)
            i[live] -= step[:, 0]
            j[live] -= step[:, 1]
        return np.concatenate(who), np.concatenate(taken)

    def cut(self, ones: Sequence[str], others: Sequence[str]) -> list[list[Pair]]:
        """The chunks of each pair in their order, of those that have a score above 2."""
        pairs = np.repeat(np.arange(len(ones))[:, None], 2, axis=1)
        scores, ways = self.paths(self.one.encode(ones), self.other.encode(others), pairs)
        chunks: dict[int, list[Pair]] = defaultdict(list)
        for who, places in ways:
            for pair, place in zip(who.tolist(), places.tolist(), strict=True):
                if scores[pair] > 2:
                    chunks[pair].append(self.units[place] if place < len(self.units) else ("?", ""))
        return [list(reversed(way)) for _, way in sorted(chunks.items())]


def first_units(pairs: Sequence[Pair]) -> Units:
    """Weights of single letters by how often they stand at like places of a pair."""
    both: Counter[Pair] = Counter()
    for one, other in pairs:
        for i, a in enumerate(one):
            for j, b in enumerate(other):
                apart = 8 * (i / (len(one) - 1) - j / (len(other) - 1))
                both[a, b] += np.exp(-(apart**2) / 2)
    left, right = _sums(both)
    total = sum(both.values())
    units = {(edge, edge): 3.0 for edge in (BEGIN, END)}
    for (a, b), count in both.items():
        if not {a, b} & {BEGIN, END}:
            expected = left[a] * right[b] / total
            units[a, b] = 1.5 * float(np.log((count + 1) / (expected + 1))) - 0.3
    units |= {(a, ""): -2.0 for a in left if a not in (BEGIN, END)}
    units |= {("", b): -1.0 if b in "aeiouhy" else -2.0 for b in right if b not in (BEGIN, END)}
    return units


def _sums(counts: Mapping[Pair, float]) -> tuple[Counter[str], Counter[str]]:
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (a, b), count in counts.items():
        left[a] += count
        right[b] += count
    return left, right


def aligned(pairs: Sequence[Pair], rounds: int = 4) -> Learner:
    """Weights of single letters by how often the best alignments lay them beside each other."""
    ones, others = zip(*pairs, strict=True)
    letters = Counter("".join(ones)), Counter("".join(others))
    totals = letters[0].total(), letters[1].total()
    learner = Learner(first_units(pairs))
    for _ in range(rounds):
        counts = Counter(unit for way in learner.cut(ones, others) for unit in way)
        whole = counts.total()
        units = {}
        for a, b in learner.units:
            alone = (np.log(letters[0][a] / totals[0]) if a else 0.0) + (
                np.log(letters[1][b] / totals[1]) if b else 0.0
            )
            units[a, b] = max(float(np.log((counts[a, b] + 0.2) / whole) - alone), -8.0)
        learner = Learner(units)
    return learner


def chunked(learner: Learner, pairs: Sequence[Pair], least: int) -> Learner:
    """The same with chunks that alignments have so often, each the sum of its letters."""
    weights = dict(zip(learner.units, learner.vector.tolist(), strict=False))
    counts: Counter[Pair] = Counter()
    summed: Units = {}
    for way in learner.cut(*zip(*pairs, strict=True)):
        for start in range(len(way)):
            a, b, weight = "", "", 0.0
            for unit in way[start:]:
                a, b = a + unit[0], b + unit[1]
                if "?" in a or len(a) > 2 or len(b) > 3:
                    break
                weight += weights[unit]
                if (len(a), len(b)) in STEPS:
                    counts[a, b] += 1
                    summed[a, b] = max(weight, summed.get((a, b), -99.0))
    kept = {u: w for u, w in weights.items() if not u[0] or not u[1] or counts[u]}
    kept |= {u: w for u, w in summed.items() if counts[u] >= least and u not in kept}
    return Learner(kept)


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
