"""How fast many people are made one: 5,000 merges among 35,000 people, beside one by one.

Run `python benchmarks/merging.py`. The book is a file on disk; each way is measured three times on
a copy of it, and the best is printed.
"""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from shabakati.workbook import Workbook

PEOPLE = 35_000
MERGES = 5_000
SINGLE = 100  # merges one by one; all would take minutes
RUNS = 3


def make_book(path: Path) -> list[tuple[int, int]]:
    """A book of people with exchanges, ties and events; returns who is whose double."""
    chance = random.Random(3)
    with Workbook.open(path) as book:
        people = book.add_all(
            "people",
            [
                {"name": f"Person {i % 30_000}", "phones": [f"+96650{i:07}"], "source": "vcard"}
                for i in range(PEOPLE)
            ],
        )
        days = [f"2026-{month:02}-{day:02}" for month in range(1, 10) for day in range(1, 28)]
        book.add_all(
            "exchanges",
            [
                {"person": chance.choice(people), "on": chance.choice(days), "kind": "wrote"}
                for _ in range(50_000)
            ],
        )
        pairs = {tuple(sorted(chance.sample(people, 2))) for _ in range(20_000)}
        book.add_all("ties", [{"a": a, "b": b} for a, b in pairs])
        book.add_all(
            "events",
            [{"name": f"Event {i}", "people": chance.sample(people, 20)} for i in range(200)],
        )
    return [(people[i], people[30_000 + i]) for i in range(MERGES)]


def best(path: Path, act: Callable[[Workbook], object]) -> float:
    """The quickest of some runs, each on a copy of the book."""
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.sqlite"
            copy.write_bytes(path.read_bytes())
            copy.chmod(0o600)
            with Workbook.open(copy) as book:
                started = time.perf_counter()
                act(book)
                times.append(time.perf_counter() - started)
    return min(times)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.sqlite"
        pairs = make_book(path)

        def one_by_one(book: Workbook) -> None:
            with book.together("merge"):
                for keep, gone in pairs[:SINGLE]:
                    book.merge(keep, gone)

        single = best(path, one_by_one) / SINGLE
        print(f"merge      {single * 1000:6.1f} ms each, {single * MERGES:.0f} s for {MERGES:,}")
        if hasattr(Workbook, "merge_all"):
            print(
                f"merge_all  {best(path, lambda book: book.merge_all(pairs)):6.2f} s for {MERGES:,}"
            )


if __name__ == "__main__":
    main()
