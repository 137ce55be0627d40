"""How well and how fast the same people are found in two lists, beside a record-linkage library.

Run `python benchmarks/duplicates.py`. The lists, 30,000 rows mostly in Latin letters and 5,000
mostly in Arabic, are those of `contacts.py`, whose docstring says what is in them; their names are
none that the finder was made with. The library is splink, set up in `linkage.py`; it needs the
packages of `benchmarks/requirements.lock`. Each way is measured in a process of its own, the best
of three runs: seconds without imports, and by how much memory peaked above the list itself.
"""

import json
import subprocess
import sys
import time

from contacts import Contacts, make_contacts
from memory import from_here, memory

WAYS = ("find_duplicates", "splink")
RUNS = 3
SEED = 20

Scored = list[tuple[int, int, float]]


def measure(way: str) -> dict[str, float]:
    """Do it once, in this process."""
    contacts = make_contacts(SEED)
    find = {"find_duplicates": _ours, "splink": _splink}[way]
    find(contacts.people[:2_000])  # imports, and what is read once
    before, started = from_here(), time.perf_counter()
    found = find(contacts.people)
    told = {"seconds": time.perf_counter() - started, "megabytes": memory("VmHWM") - before}
    if way == "splink":
        return told | _best(found, contacts)
    from shabakati.people.duplicates import LEAST, SURE

    sure = {f"sure_{name}": value for name, value in _quality(found, contacts, SURE).items()}
    return told | _quality(found, contacts, LEAST) | sure


def _ours(people: list[dict]) -> Scored:
    import pandas as pd

    from shabakati import find_duplicates

    found = find_duplicates(pd.DataFrame(people).set_index("id"))
    return list(zip(found["a"], found["b"], found["score"], strict=True))


def _splink(people: list[dict]) -> Scored:
    try:
        from linkage import find
    except ModuleNotFoundError as missing:
        raise SystemExit(f"{missing}: install benchmarks/requirements.lock to compare") from None
    return find(people)


def _quality(found: Scored, contacts: Contacts, least: float) -> dict[str, float]:
    """Of what is found at a threshold, how much is right; of what is there, how much is found."""
    pairs = {(a, b) for a, b, score in found if score >= least}
    return {
        "threshold": least,
        "pairs": len(pairs),
        "precision": len(pairs & contacts.true) / max(1, len(pairs)),
        "recall": len(pairs & contacts.sure) / len(contacts.sure),
        "recall_all": len(pairs & contacts.true) / len(contacts.true),
    }


def _best(found: Scored, contacts: Contacts) -> dict[str, float]:
    """The quality at the threshold with the best F1: the harmonic mean of precision and recall."""
    steps = [i / 100 for i in range(1, 100)] + [0.995, 0.999, 0.9999]
    every = [_quality(found, contacts, least) for least in steps]
    return max(every, key=lambda q: 2 / (1 / (q["precision"] or 1e-9) + 1 / (q["recall"] or 1e-9)))


def best(way: str) -> dict[str, float] | None:
    """The quickest of some runs, each in a fresh process; None if the way is not installed."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, __file__, way], capture_output=True, text=True)
        if done.returncode:
            print(done.stderr.strip().splitlines()[-1])
            return None
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return min(runs, key=lambda run: run["seconds"])


def _tell(name: str, run: dict[str, float], before: str = "") -> None:
    threshold, precision, recall, every = (
        run[before + key] for key in ("threshold", "precision", "recall", "recall_all")
    )
    print(
        f"{name:16} score >= {threshold:.3f}: precision {precision:.4f}, recall {recall:.4f} "
        f"of pairs that can be told, {every:.4f} of all"
    )


def main() -> None:
    contacts = make_contacts(SEED)
    print(
        f"{len(contacts.people):,} rows, {len(contacts.true):,} true pairs, "
        f"{len(contacts.sure):,} of them can be told"
    )
    found = {way: run for way in WAYS if (run := best(way))}
    for way, run in found.items():
        _tell(way, run)
        if "sure_pairs" in run:
            _tell("  sure", run, "sure_")
        print(f"{'':16} {run['seconds']:.2f} s, {run['megabytes']:.0f} MB peak")
    if len(found) == len(WAYS):
        ours, theirs = (found[way] for way in WAYS)
        for what in ("seconds", "megabytes", "recall", "precision"):
            print(f"ratio of {what}: {ours[what] / theirs[what]:.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
