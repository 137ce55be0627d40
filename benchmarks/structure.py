"""How fast all measures of structure are, beside networkx and igraph for the same numbers.

Run `python benchmarks/structure.py`. Everybody begins with the same two frames and ends with the
same numbers, which are compared; building the graph is part of the work. Each way runs in a process
of its own; the best of some runs is printed, in milliseconds, and how many times as long it took
the others. Whoever takes longer than a minute is stopped.
"""

import json
import subprocess
import sys
import time

import numpy as np
import pandas as pd

SIZES = [(n, degree) for n in (50, 500, 5_000) for degree in (10, 50) if degree < n]
WAYS = ("shabakati", "igraph", "networkx")
LIMIT = 60  # seconds
RUNS = 7
NUMBERS = ("density", "effective_size", "constraint", "hierarchy", "components", "bridges")
GROUPS = ("colleagues", "classmates", "professors", "associations", "family_and_friends")


def frames(n, degree):
    """People and ties, drawn at random, the same every time."""
    rng = np.random.default_rng(n + degree)
    ends = rng.integers(1, n + 1, (n * degree, 2))
    pairs = np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1), axis=0)
    chosen = rng.permutation(pairs)[: n * degree // 2]
    groups = pd.Categorical.from_codes(rng.integers(0, 5, n), GROUPS, ordered=True)
    people = pd.DataFrame({"group": groups}, index=pd.RangeIndex(1, n + 1, name="id"))
    return people, pd.DataFrame(chosen, columns=["a", "b"])


def by_shabakati(people, ties):
    from shabakati.insight import measures

    return lambda: measures(people, ties).to_dict()


def by_igraph(people, ties):
    import igraph

    def work():
        n = len(people)
        place = {person: i for i, person in enumerate(people.index)}
        pairs = [
            (place[a], place[b])
            for a, b in zip(ties["a"].tolist(), ties["b"].tolist(), strict=True)
        ]
        without = igraph.Graph(n, pairs)
        whole = igraph.Graph(n + 1, [*pairs, *((i, n) for i in range(n))])
        share = 1 / np.array(whole.degree())
        ends = np.array(pairs)
        through = np.bincount(ends[:, 0], share[ends[:, 1]], n)
        through += np.bincount(ends[:, 1], share[ends[:, 0]], n)
        codes = people["group"].cat.codes.to_numpy()
        return {
            "density": without.density(),
            "effective_size": n - 2 * without.ecount() / n,
            "constraint": whole.constraint([n])[0],
            "hierarchy": _hierarchy(((1 + through) / n) ** 2),
            "components": len(without.connected_components()),
            "bridges": len(without.articulation_points()),
            "ei_index": _ei(codes[ends[:, 0]] != codes[ends[:, 1]]),
            **_variety(people),
        }

    return work


def by_networkx(people, ties):
    import networkx as nx

    def work():
        me = 0
        without = nx.Graph()
        without.add_nodes_from(people.index)
        without.add_edges_from(zip(ties["a"].tolist(), ties["b"].tolist(), strict=True))
        whole = without.copy()
        whole.add_edges_from((me, person) for person in people.index)
        each = np.array([nx.local_constraint(whole, me, person) for person in people.index])
        group = people["group"].to_dict()
        return {
            "density": nx.density(without),
            "effective_size": nx.effective_size(whole, nodes=[me])[me],
            "constraint": each.sum(),
            "hierarchy": _hierarchy(each),
            "components": nx.number_connected_components(without),
            "bridges": len(list(nx.articulation_points(without))),
            "ei_index": _ei(np.array([group[a] != group[b] for a, b in without.edges])),
            **_variety(people),
        }

    return work


def _hierarchy(each):
    share = each / each.mean()
    return (share * np.log(share)).sum() / (len(each) * np.log(len(each)))


def _ei(across):
    return (2 * across.sum() - len(across)) / len(across)


def _variety(people):
    blau = 1 - (people["group"].value_counts(normalize=True) ** 2).sum()
    return {"blau": blau, "iqv": blau / 0.8}


def measure(way, n, degree):
    """The best time of some runs, in ms, and the numbers."""
    work = globals()[f"by_{way}"](*frames(n, degree))
    started = time.perf_counter()
    numbers = work()
    best = time.perf_counter() - started
    for _ in range(RUNS if best < 2 else 0):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return {"ms": best * 1e3, "numbers": {name: float(numbers[name]) for name in NUMBERS}}


def ask(way, n, degree):
    """The same in a process of its own; None if it takes too long."""
    command = [sys.executable, __file__, way, str(n), str(degree)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout)


def main():
    print(f"{'people':>7} {'degree':>6} {'ties':>8}" + "".join(f"{way:>14}" for way in WAYS))
    for n, degree in SIZES:
        found = {way: ask(way, n, degree) for way in WAYS}
        ours = found["shabakati"]
        told = []
        for way, run in found.items():
            if run is None:
                told.append(f"> {LIMIT * 1e3:,.0f} ms")
                continue
            for name in NUMBERS:
                assert np.isclose(run["numbers"][name], ours["numbers"][name]), (way, name, run)
            told.append(f"{run['ms']:,.2f} ms")
        ties = len(frames(n, degree)[1])
        print(f"{n:7,} {degree:6} {ties:8,}" + "".join(f"{text:>14}" for text in told))
        for way in WAYS[1:]:
            longer = found[way]["ms"] if found[way] else LIMIT * 1e3
            sign = "" if found[way] else "more than "
            print(f"{'':23}{way} takes {sign}{longer / ours['ms']:,.1f} times as long")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
    else:
        main()
