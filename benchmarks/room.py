"""A room full of participants: how soon it opens, how soon it answers, what each of them weighs.

    python benchmarks/room.py [--people 40] [--rate 1] [--stay 20] [--stock] ...

Participants speak to the server as browsers do (`participant.py`): the page, every file of it,
the socket, all widgets, hello. They join at a rate (people a second), stay, press something every
three to seven seconds, add people, and leave by the page's beacon. Some real browsers join among
them. All of it runs on this machine: the participants' own work is taken from the server's.

"in" is from the page's first byte asked to the first answer of the kernel; "press" is a step
shown again, "open" one shown for the first time, "add" a person added, after which all that is
shown is computed and drawn anew. Weights are the processes' own memory (private pages) and the
whole room's share (PSS). `--stock` runs Voilà as it comes, with the same notebook, before.
"""

import argparse
import asyncio
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import async_playwright

from participant import Participant
from weighing import cpu, weigh

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser import OPTIONS, find_browser  # noqa: E402
from served import serve_room  # noqa: E402

STOCK_PORT = 8879
# Where a participant goes, round and round; twice the same is to add a person there.
STEPS = (
    "02_my_people",
    "02_my_people",
    "01_my_goals",
    "04_network_types",
    "05_my_map",
    "02_my_people",
)
STEPS += ("00_start_here", "01_my_goals", "04_network_types")
SHOWN = ".sh-bar button"
LONG = 300  # seconds that stock Voilà may take for everybody to be in


class Log:
    """What happened to everybody."""

    def __init__(self):
        self.joined, self.presses, self.opens, self.adds, self.left = [], [], [], [], []
        self.stages, self.failures, self.browsers = [], Counter(), []
        self.travelled = 0

    def failed(self, where, error):
        """Count a failure by where and what."""
        self.failures[f"{where}: {type(error).__name__} {error}"[:120]] += 1


async def stay(participant, log, until, chance):
    """Press something every three to seven seconds until it is time; now and then add a person."""
    opened, number = {"00_start_here"}, chance.randrange(len(STEPS))
    while time.monotonic() < until:
        await asyncio.sleep(chance.uniform(3, 7))
        step = STEPS[number % len(STEPS)]
        number += 1
        if step == "02_my_people" and step in opened and participant.here == step:
            log.adds.append(await participant.add_person(f"شخص {number}"))
            continue
        spent = await participant.go(step)
        (log.presses if step in opened else log.opens).append(spent)
        opened.add(step)


async def attend(address, files, log, until, chance):
    """One participant from door to door."""
    participant = Participant(address, files)
    where = "join"
    try:
        await participant.join()
        log.joined.append(participant.spent["hello"])
        log.stages.append(participant.spent)
        log.travelled = participant.travelled
        where = "stay"
        await stay(participant, log, until(), chance)
        where = "leave"
        log.left.append(await participant.leave())
    except Exception as error:
        log.failed(where, error)


async def browse(chromium, address, log):
    """A real browser: seconds until the bar is shown, and until a step has opened."""
    context = await chromium.new_context()
    page = await context.new_page()
    began = time.perf_counter()
    try:
        await page.goto(address, wait_until="commit")
        await page.locator(SHOWN).first.wait_for(timeout=90_000)
        shown = time.perf_counter() - began
        await page.locator('[data-key="02_my_people"]').click()
        await page.locator('[data-key="02_my_people"][aria-current]').wait_for()
        log.browsers.append((shown, time.perf_counter() - began))
    except Exception as error:
        log.failed("browser", error)
    await context.close()


async def files_of(chromium, address):
    """The paths that a browser asks for on its first visit."""
    found, context = [], await chromium.new_context()
    page = await context.new_page()
    host = urlsplit(address).netloc

    def note(request):
        url = urlsplit(request.url)
        static = request.resource_type in ("script", "stylesheet", "font", "image")
        if static and url.netloc == host:
            found.append(url.path + (f"?{url.query}" if url.query else ""))

    page.on("request", note)
    await page.route(lambda url: urlsplit(url).netloc not in (host, ""), lambda way: way.abort())
    await page.goto(address, wait_until="commit")
    await page.locator(SHOWN).first.wait_for(timeout=90_000)
    await asyncio.sleep(1)
    await context.close()
    return list(dict.fromkeys(found))


async def play(chromium, served, options, log):
    """Everybody joins at the rate, stays, and leaves; the weights on the way."""
    address, server = served.address, served.process.pid
    files = await files_of(chromium, address)
    await asyncio.sleep(options.settle)
    before, spent = weigh(server), cpu(server)
    begun = time.monotonic()
    end = begun + options.people / options.rate + options.stay
    crowd = []
    browsers = {
        round(options.people * (n + 1) / (options.browsers + 1)): n for n in range(options.browsers)
    }
    for number in range(options.people):
        chance = random.Random(number)
        crowd.append(asyncio.create_task(attend(address, files, log, lambda: end, chance)))
        if number in browsers:
            crowd.append(asyncio.create_task(browse(chromium, address, log)))
        await asyncio.sleep(max(0, begun + (number + 1) / options.rate - time.monotonic()))
    came = cpu(server)
    await asyncio.sleep(max(0, end - 2 - time.monotonic()))
    full = await asyncio.to_thread(weigh, server)
    _done, late = await asyncio.wait(crowd, timeout=LONG)
    for task in late:
        task.cancel()
        log.failures["too late"] += 1
    await asyncio.sleep(options.settle)
    return (
        before,
        full,
        weigh(server),
        [after - was for after, was in zip(came, spent, strict=True)],
    )


def report(name, log, before, full, after, spent, options):
    """Print what happened to one server's room."""
    people, many = options.people, f"{options.people} at {options.rate:g}/s"
    print(f"\n{name}, {many}: {len(log.joined)} in, failures {sum(log.failures.values())}")
    for failure, count in log.failures.most_common(5):
        print(f"    {count} x {failure}")
    if not log.joined:
        return
    print(f"  in         {spread(log.joined)}")
    stages, was = [], 0.0
    for stage in log.stages[0]:
        now = statistics.median(each[stage] for each in log.stages)
        stages.append(f"{stage} {now - was:.2f}")
        was = now
    print(f"             medians: {', '.join(stages)}; {log.travelled / 1e6:.2f} MB of files each")
    print(f"  press      {spread(log.presses)}   of {len(log.presses)}")
    print(f"  add        {spread(log.adds)}   of {len(log.adds)}")
    print(f"  open       {spread(log.opens)}   of {len(log.opens)}")
    if log.browsers:
        told = ", ".join(f"{shown:.2f} / {opened:.2f}" for shown, opened in log.browsers)
        print(f"  browsers   shown / a step opened: {told} s")
    each = (full.whole - before.whole) / people
    print(f"  CPU        while they came: server {spent[0] / people:.2f} s each")
    print(
        f"  before     {before}\n  all in     {full}; {each:.1f} MB more each\n  after      {after}"
    )


def spread(seconds):
    """p50, p95 and the most."""
    if not seconds:
        return "none"
    cuts = statistics.quantiles(seconds, n=20, method="inclusive") if len(seconds) > 1 else seconds
    p50, p95 = statistics.median(seconds), cuts[-1]
    return f"p50 {p50:6.3f}  p95 {p95:6.3f}  most {max(seconds):6.3f} s"


class Stock:
    """Voilà as it comes."""

    def __init__(self, address, process):
        self.address, self.process = address, process


@contextmanager
def serve_stock(folder):
    """Voilà as it comes, on the same notebook, each kernel with a book in memory."""
    command = [sys.executable, "-m", "voila", ROOT / "notebooks" / "workbook.ipynb"]
    options = ["--no-browser", f"--port={STOCK_PORT}", "--Voila.ip=127.0.0.1"]
    said = folder / "stock.txt"
    with said.open("w") as out:
        env = os.environ | {"SHABAKATI_ROOM": "1"}
        process = subprocess.Popen([*command, *options], stdout=out, stderr=out, env=env)
    try:
        while not (found := re.search(r"http://[\w.]+:\d+/", said.read_text("utf-8"))):
            time.sleep(0.05)
        yield Stock(found[0].replace("localhost", "127.0.0.1"), process)
    finally:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        process.kill()


async def run(name, serving, options, browser):
    log = Log()
    with serving as served:
        async with async_playwright() as playwright:
            chromium = await playwright.chromium.launch(executable_path=browser, args=list(OPTIONS))
            weights = await play(chromium, served, options, log)
            await chromium.close()
    report(name, log, *weights, options)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--rate", type=float, default=1, help="people a second")
    parser.add_argument("--stay", type=float, default=20, help="seconds, once all have come")
    parser.add_argument("--settle", type=float, default=8, help="seconds before and after")
    parser.add_argument("--browsers", type=int, default=2, help="real ones among them")
    parser.add_argument("--stock", type=int, default=0, help="people who join stock Voilà before")
    dashless = "options of shabakati-room, without their dashes: ready=50"
    parser.add_argument("--room", nargs="*", default=[], help=dashless)
    options = parser.parse_args()
    browser = find_browser()
    with tempfile.TemporaryDirectory() as folder:
        if options.stock:
            few = argparse.Namespace(**vars(options) | {"people": options.stock})
            asyncio.run(run("stock Voilà", serve_stock(Path(folder)), few, browser))
        told = [f"--{option}" for option in options.room]
        told.append(f"--people={options.people + options.browsers}")
        asyncio.run(run("room", serve_room(Path(folder), *told), options, browser))


if __name__ == "__main__":
    main()
