"""How well names are known again across scripts, beside rapidfuzz on a plain transliteration.

Run `python benchmarks/names.py [PAIRS.tsv]`. Full names are made of two random pairs each of
`names_held_out.tsv`: pairs of spellings (Wikidata, by Merhav & Ash, COLING 2018; CC0 1.0) that
`tools/learn_spellings.py` sets apart and never learns from. A random pair of names is of different
people; they may or may not have a spelling in common. With the file that was learnt from, pairs of
which neither spelling stands in it are measured too, and pairs within one script.
"""

import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler, Levenshtein

from shabakati.people.letters import normalise
from shabakati.people.names import SAME_NAME, SURE_NAME, keys, likeness_many
from shabakati.people.spelling import latin_key

HELD_OUT = Path(__file__).with_name("names_held_out.tsv")
TRUE, RANDOM = 20_000, 300_000  # pairs of names
RATE = 1e-4  # of random pairs that may be taken to be one person
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
LATIN = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y"
PLAIN = dict(zip(ARABIC, re.split(" ", LATIN), strict=True))
Pairs = Sequence[tuple[str, str]]
Way = Callable[[Sequence[str], Sequence[str]], np.ndarray]


def read(path: Path) -> list[tuple[str, str]]:
    """Latin and Arabic spellings."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


def plain(name: str) -> str:
    """A name letter by letter in Latin letters."""
    return "".join(PLAIN.get(letter, letter) for letter in normalise(name))


def fuzzy(scorer: Callable) -> Way:
    def score(one: Sequence[str], other: Sequence[str]) -> np.ndarray:
        left, right = [plain(name) for name in one], [plain(name) for name in other]
        return process.cpdist(left, right, scorer=scorer)

    return score


WAYS: dict[str, Way] = {
    "likeness": likeness_many,
    "rapidfuzz ratio": fuzzy(fuzz.ratio),
    "rapidfuzz token_sort": fuzzy(fuzz.token_sort_ratio),
    "rapidfuzz WRatio": fuzzy(fuzz.WRatio),
    "rapidfuzz JaroWinkler": fuzzy(JaroWinkler.similarity),
}


def measure(title: str, pairs: Pairs, ways: dict[str, Way], random: int = RANDOM) -> None:
    """Print how many true pairs each way finds where so few random ones are taken."""
    rng = np.random.default_rng(0)
    first, second = rng.integers(0, len(pairs), (2, TRUE))
    ones = [f"{pairs[i][0]} {pairs[j][0]}" for i, j in zip(first, second, strict=True)]
    others = [f"{pairs[i][1]} {pairs[j][1]}" for i, j in zip(first, second, strict=True)]
    left, right = rng.integers(0, TRUE, (2, random))
    spellings = [{*one.split(), *other.split()} for one, other in zip(ones, others, strict=True)]
    apart = np.array(
        [spellings[a].isdisjoint(spellings[b]) for a, b in zip(left, right, strict=True)]
    )
    same_pairs = (first[left] == first[right]) & (second[left] == second[right])
    left, right, apart = left[~same_pairs], right[~same_pairs], apart[~same_pairs]
    one_side, other_side = [ones[i] for i in left], [others[i] for i in right]
    print(f"\n{title}: names of two of {len(pairs):,} pairs")
    for name, way in ways.items():
        way(ones[:9], others[:9])
        true = way(ones, others)
        started = time.process_time()
        drawn = way(one_side, other_side)
        speed = len(drawn) / (time.process_time() - started)
        limits = [np.quantile(drawn[some], 1 - RATE) for some in (apart, apart | True)]
        recalls = [np.mean(true > limit) for limit in limits]
        print(
            f"  {name:22} found at 1 in 10,000: {recalls[0]:6.2%} (from {limits[0]:.3g}), with"
            f" random pairs that share a spelling {recalls[1]:6.2%} (from {limits[1]:.3g});"
            f" {speed:9,.0f} pairs a second"
        )
        if name == "likeness":
            for limit, called in ((SAME_NAME, "SAME_NAME"), (SURE_NAME, "SURE_NAME")):
                print(
                    f"    {called} {limit}: {np.mean(true >= limit):.2%} of true pairs,"
                    f" {np.mean(drawn[apart] >= limit):.1e} of random ones,"
                    f" {np.mean(drawn >= limit):.1e} of random ones that may share a spelling"
                )


def within(held: Pairs, learnt: Pairs, side: int) -> list[tuple[str, str]]:
    """Two spellings in one script, of which one is held out, that have one in the other in common.

    Arabic ones have Latin ones in common that differ in vowels alone. Those that have not half of
    their letters in common are taken to be noise.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for pair in (*held, *learnt):
        other = normalise(pair[1 - side])
        groups[other if side == 0 else latin_key(other)].add(normalise(pair[side]))
    new = {normalise(pair[side]) for pair in held} - {normalise(pair[side]) for pair in learnt}
    return [
        two
        for _, group in sorted(groups.items())
        for two in combinations(sorted(group)[:12], 2)
        if new.intersection(two) and Levenshtein.normalized_similarity(*two) >= 0.5
    ]


def measure_keys(pairs: Pairs) -> None:
    """Print how many true pairs share a key, and how many names share one with each name."""
    rng = np.random.default_rng(1)
    chosen = rng.integers(0, len(pairs), (5_000, 2))
    latin = [f"{pairs[i][0]} {pairs[j][0]}" for i, j in chosen]
    arabic = [f"{pairs[i][1]} {pairs[j][1]}" for i, j in chosen]
    started = time.process_time()
    ones, others = [keys(name) for name in latin], [keys(name) for name in arabic]
    seconds = time.process_time() - started
    by_key = defaultdict(set)
    for number, found in enumerate(others):
        for key in found:
            by_key[key].add(number)
    candidates = np.mean([len(set().union(*(by_key[key] for key in found))) for found in ones])
    met = np.array([not a.isdisjoint(b) for a, b in zip(ones, others, strict=True)])
    like = likeness_many(latin, arabic)
    print(
        f"\nkeys: {met[like >= SURE_NAME].mean():.2%} of true pairs from SURE_NAME share one,"
        f" {met[like >= SAME_NAME].mean():.2%} from SAME_NAME, {met.mean():.2%} of all;"
        f" {candidates:.0f} of 5,000 names for each name;"
        f" {len(latin) * 2 / seconds:,.0f} names a second"
    )


def main() -> None:
    pairs = read(HELD_OUT)
    measure("Arabic and Latin", pairs, WAYS)
    if len(sys.argv) > 1:
        held = set(pairs)
        learnt = [pair for pair in read(Path(sys.argv[1])) if pair not in held]
        known = {normalise(word) for pair in learnt for word in pair}
        unknown = [pair for pair in pairs if known.isdisjoint(map(normalise, pair))]
        measure("Arabic and Latin, spellings never met", unknown, {"likeness": likeness_many})
        for title, side in (("Latin", 0), ("Arabic", 1)):
            measure(f"{title} and {title}", within(pairs, learnt, side), WAYS)
    measure_keys(pairs)


if __name__ == "__main__":
    main()
