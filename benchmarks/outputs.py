"""How long it takes to take everything home, for 500 people, beside what people would use instead.

Run `python benchmarks/outputs.py`. The demo's people stand in the book eight times; the best of
three runs is printed, in seconds. The report is compared with a browser that prints the map's page
to PDF, the tables with pandas, which writes them without words, direction or filters.
"""

import datetime as dt
import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser import OPTIONS, find_browser
from shabakati import Workbook, charts, open_workbook, outputs
from shabakati.forms.take import make_report
from shabakati.schema import TABLES

TODAY = dt.date(2026, 11, 23)
PEOPLE = 500
RUNS = 3


def many():
    """A book of 500 people with ties, exchanges and actions."""
    book = Workbook.in_memory()
    with open_workbook("demo") as demo:
        people, touches = demo.rows("people"), demo.rows("exchanges")
        book.change("profile", 1, **demo.row("profile", 1))
        for round_ in range(-(-PEOPLE // len(people))):
            first = round_ * len(people)
            rows = [{k: v for k, v in row.items() if k != "id"} for row in people]
            for row in rows:
                row["name"] = f"{row['name']} {round_ + 1}"
                if row["introduced_by"]:
                    row["introduced_by"] = None
            book.add_all("people", rows)
            ties = [(r["a"] + first, r["b"] + first) for r in demo.rows("ties")]
            book.add_all("ties", [{"a": a, "b": b} for a, b in ties])
            moved = [{**row, "person": row["person"] + first, "event": None} for row in touches]
            book.add_all("exchanges", [{k: v for k, v in r.items() if k != "id"} for r in moved])
    return book


def best(work):
    """The shortest of some runs, in s."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def printed(book):
    """A page with the map, printed to PDF by a browser."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "map.html"), Path(folder, "map.pdf")
        page.write_text(f"<html dir=rtl>{charts.svg(charts.map(book.people, book.ties))}</html>")
        command = [find_browser(), "--headless", *OPTIONS, f"--print-to-pdf={out}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def by_pandas(book):
    """All tables by pandas alone."""
    import pandas as pd

    with pd.ExcelWriter(io.BytesIO(), engine="xlsxwriter") as file:
        for table in TABLES:
            getattr(book, table).to_excel(file, sheet_name=table)


def main():
    book = many()
    print(
        f"{len(book.people):,} people, {len(book.ties):,} ties, {len(book.exchanges):,} exchanges"
    )
    data = book.to_bytes()
    found = {
        "report": best(lambda: make_report(data, lambda done, total: None, TODAY)),
        "excel": best(lambda: outputs.excel(book)),
        "vcard 3.0": best(lambda: outputs.vcard(book.people, "3.0")),
        "vcard 4.0": best(lambda: outputs.vcard(book.people, "4.0")),
        "calendar": best(lambda: outputs.calendar(book, TODAY)),
        "archive": best(lambda: outputs.archive(book)),
        "archive opened": best(lambda: outputs.read_archive(outputs.archive(book)).close()),
    }
    for name, seconds in found.items():
        print(f"{name:>16} {seconds:7.2f} s")
    browser, pandas = best(lambda: printed(book)), best(lambda: by_pandas(book))
    print(
        f"a browser that prints the map alone takes {browser / found['report']:.1f} times as long"
    )
    print(f"pandas takes {pandas / found['excel']:.1f} times as long for its bare tables")


if __name__ == "__main__":
    main()
