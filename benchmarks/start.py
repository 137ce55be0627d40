"""From the command to a page that answers: ours and stock Voilà, the same notebook, one run.

A cold start has nothing in the browser's cache; the second has. Stock Voilà asks two CDNs for a
stylesheet and waits for them; here they fail at once, which is the best that can happen to it.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import OPTIONS, find_browser  # noqa: E402
from served import serve_workbook  # noqa: E402

STOCK_PORT = 8877
SHOWN = ".sh-bar button"  # the bar above every step
DRAWN = ".shabakati svg, .shabakati canvas"  # the first chart


def show(context, address):
    """Seconds until the widgets, and until the first chart, are shown."""
    page = context.new_page()
    host = urlsplit(address).netloc
    page.route(lambda url: urlsplit(url).netloc not in (host, ""), lambda route: route.abort())
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(SHOWN).first.wait_for(timeout=60_000)
    shown = time.perf_counter() - began
    page.locator(DRAWN).first.wait_for(timeout=60_000)
    drawn = time.perf_counter() - began
    page.close()
    return shown, drawn


def visits(browser, name, listening, address):
    """Print a first and a second visit with one browser cache."""
    context = browser.new_context()
    for visit in ("first visit", "second visit"):
        shown, drawn = show(context, address)
        print(f"{name:<6} {visit:<13} {shown:6.2f} {drawn:6.2f}")
        time.sleep(6)  # a kernel stands ready again
    print(f"{name:<6} the command until it listens: {listening:.2f} s\n")
    context.close()


def ours(browser, folder):
    began = time.perf_counter()
    with serve_workbook(folder) as served:
        listening = time.perf_counter() - began
        context = browser.new_context()
        shown, drawn = show(context, served.door)  # at once: no kernel stands ready yet
        print(f"ours   at once       {shown:6.2f} {drawn:6.2f}")
        context.close()
        time.sleep(6)
        visits(browser, "ours", listening, served.door)


def stock(browser, folder):
    command = [sys.executable, "-m", "voila", ROOT / "notebooks" / "workbook.ipynb"]
    options = ["--no-browser", f"--port={STOCK_PORT}", "--Voila.ip=127.0.0.1"]
    said = folder / "stock.txt"
    began = time.perf_counter()
    with said.open("w") as out:
        book = {"SHABAKATI_WORKBOOK": str(folder / "stock.sqlite")}
        process = subprocess.Popen(
            [*command, *options], stdout=out, stderr=out, env=os.environ | book
        )
    try:
        while not (found := re.search(r"http://[\w.]+:\d+/", said.read_text("utf-8"))):
            time.sleep(0.02)
        visits(browser, "stock", time.perf_counter() - began, found[0])
    finally:
        process.terminate()
        process.wait(30)


def main():
    print(f"{'':20} widgets  chart   (s)")
    path = find_browser()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        ours(browser, Path(folder))
        stock(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
