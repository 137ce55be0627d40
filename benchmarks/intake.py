"""How fast a large LinkedIn archive is read, beside bare `pandas.read_csv` of the same files.

Run `python benchmarks/intake.py`. Each way is measured in a process of its own, three times, and
the best is printed: seconds without imports, and by how much memory peaked above the imports.
"""

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from archives import make_archive
from memory import from_here, memory

WAYS = ("pandas", "intake", "book")
RUNS = 3
PREAMBLE = 3  # lines before the header of Connections.csv


def measure(way: str, path: Path) -> dict[str, float]:
    """Do it once, in this process."""
    import pandas as pd

    from shabakati.intake import add_to_book, read_contacts
    from shabakati.workbook import Workbook

    read_contacts(b"First Name,Last Name,Connected On\nA,B,08 Feb 2026\n")  # imports, months' names
    intake = read_contacts(path) if way == "book" else None
    before, started = from_here(), time.perf_counter()
    if way == "pandas":
        with zipfile.ZipFile(path) as archive:
            frames = [
                pd.read_csv(archive.open("Connections.csv"), skiprows=PREAMBLE, dtype=str),
                pd.read_csv(archive.open("messages.csv"), dtype=str),
            ]
        rows = sum(map(len, frames))
    elif way == "intake":
        rows = int(read_contacts(path).counts["read"].sum())
    else:
        assert intake is not None
        with tempfile.TemporaryDirectory() as folder, Workbook.open(Path(folder) / "b") as book:
            started = time.perf_counter()
            added = add_to_book(book, intake)
            first = time.perf_counter() - started
            started = time.perf_counter()
            add_to_book(book, intake)
            again = time.perf_counter() - started
        return {"rows": added.people + added.exchanges, "seconds": first, "again": again}
    seconds = time.perf_counter() - started
    return {"rows": rows, "seconds": seconds, "megabytes": memory("VmHWM") - before}


def best(way: str, path: Path) -> dict[str, float]:
    """The quickest of some runs, each in a fresh process."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, __file__, way, str(path)], capture_output=True, text=True, check=True
        )
        runs.append(json.loads(done.stdout))
    return min(runs, key=lambda run: run["seconds"])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = make_archive(Path(folder) / "archive.zip")
        print(f"30,000 connections, 50,000 messages: {path.stat().st_size / 1e6:.1f} MB zipped")
        found = {way: best(way, path) for way in WAYS}
    for way in ("pandas", "intake"):
        run = found[way]
        name = {"pandas": "pandas.read_csv", "intake": "read_contacts"}[way]
        print(f"{name:16} {run['seconds']:6.2f} s {run['megabytes']:6.0f} MB peak")
    for what in ("seconds", "megabytes"):
        print(f"ratio of {what}: {found['intake'][what] / found['pandas'][what]:.1f} (aim: 5)")
    book = found["book"]
    print(f"add_to_book      {book['seconds']:6.2f} s for {book['rows']:,} rows", end="; ")
    print(f"the same again {book['again']:.2f} s")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
    else:
        main()
