"""The map in the browser: from letting go of a dragged person to the mark in its new ring.

    python benchmarks/map.py

"drop" is from the pointer's release until the frame is painted that shows the mark in its new ring,
Python not asked; "answer" is what follows: Python's new spec from the changed frame
(median of 5), and that spec in the browser until it is painted, in the same drawing. "anew" is
the same change by drawing the whole chart again, as any chart does whose layers change.
Times of `charts.map` against plain Altair: `benchmarks/charts.py`.
"""

import random
import statistics
import sys
from pathlib import Path

import pandas as pd
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import charts as bench  # benchmarks/charts.py
from browser import OPTIONS, find_browser
from shabakati import charts
from shabakati.charts.view import ChartView
from test_charts_view import drawn, open_view, state_of

GOAL = 0.1  # s
DROPS = 8
SIZES = [int(size) for size in sys.argv[1:]] or [15, 50, 150]  # people

# A mark is dragged by real pointer events; the time ends after the frame that shows it moved.
WATCH = """() => {
  window.drops = [];
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  document.addEventListener("pointerup", async () => {
    const start = performance.now();
    const there = () => {
      const box = window.mark.getBoundingClientRect();
      return Math.hypot(box.x + box.width / 2 - to[0], box.y + box.height / 2 - to[1]) < 4;
    };
    window.there = there;
    await painted();
    while (!there()) await painted();
    window.drops.push(performance.now() - start);
  }, { capture: true });
  window.shown = async (next) => {
    const start = performance.now();
    const path = window.mark, before = path.getAttribute("aria-label");
    window.change(next);
    const here = () => [...document.querySelectorAll(`[aria-label]`)].find((n) =>
      n.__data__?.datum?.id === window.id);
    while (here()?.getAttribute("aria-label") === before) await painted();
    await painted();
    return [performance.now() - start, here() === path];
  };
}"""


def ties(size):
    """Three ties a person, most of them among neighbours by id."""
    chance, found = random.Random(2), set()
    while len(found) < 3 * size:
        a = chance.randint(1, size)
        b = min(size, max(1, a + chance.choice([-3, -2, -1, 1, 2, 3, chance.randint(-40, 40)])))
        if a != b:
            found.add((min(a, b), max(a, b)))
    return pd.DataFrame(sorted(found), columns=["a", "b"])


def drop(page, view, people, known):
    """Drag a person to another ring and let Python answer: the three times in ms."""
    chance = random.Random(len(known))
    dropped, built, answered = [], [], []
    for _ in range(DROPS):
        rows = view.spec["datasets"]["people"]
        row = chance.choice([row for row in rows if row["ring"] < 4])
        ring = chance.choice([r for r in range(4) if r != row["ring"]])
        start = page.evaluate(
            """([id, to]) => {
                const marks = [...document.querySelectorAll("path[aria-label]")];
                window.mark = marks.find((node) => node.__data__?.datum?.id === id);
                window.id = id;
                const box = mark.getBoundingClientRect();
                const frame = document.querySelector(".mark-group.role-frame").getScreenCTM();
                const half = 1.16, width = document.querySelector("svg").clientWidth - 8;
                const unit = width / 2 / half * frame.a;
                const far = Math.hypot(...to); // beside it, along the ring
                const aside = [8 * to[1] / far, 8 * to[0] / far];
                window.to = [frame.e + (to[0] + half) * unit, frame.f + (1.17 - to[1]) * unit];
                const [x, y] = window.to;
                return [box.x + box.width / 2, box.y + box.height / 2, x + aside[0], y + aside[1]];
            }""",
            [row["id"], row["places"][ring]],
        )
        page.mouse.move(*start[:2])
        page.mouse.down()
        page.mouse.move(*start[2:], steps=4)
        page.mouse.up()
        page.wait_for_function("(n) => drops.length > n", arg=len(dropped), timeout=8000)
        dropped.append(page.evaluate("drops.at(-1)"))
        message = page.evaluate("sent.at(-1)")
        assert message == {"kind": "place", "id": row["id"], "ring": ring}, message
        code = people["closeness"].cat.categories[ring]
        people = people.assign(closeness=people["closeness"].where(people.index != row["id"], code))
        built.append(
            1000
            * bench.seconds(
                lambda people=people: charts.map(
                    people, known, clusters=True, movable=True
                ).to_dict(validate=False),
                times=1,
            )
        )
        view.chart = charts.map(people, known, clusters=True, movable=True)
        took, same = page.evaluate("(next) => shown(next)", state_of(view))
        assert same, "the mark was drawn anew"
        answered.append(took)
    return dropped, built, answered


def main():
    print(
        f"people: drop ms (median, most) | Python's answer ms | shown ms | anew ms; {DROPS} drops"
    )
    path = find_browser()
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=list(OPTIONS))
        page = chromium.new_page()
        for size in SIZES:
            people, known = bench.network(size), ties(size)
            view = ChartView(charts.map(people, known, clusters=True, movable=True))
            view.on_place(lambda person, closeness: None)
            open_view(page, view)
            drawn(page)
            page.locator(".shabakati-chart-modes button").nth(1).click()
            page.evaluate(WATCH)
            dropped, built, answered = drop(page, view, people, known)
            page.set_viewport_size({"width": 700, "height": 900})
            page.wait_for_timeout(500)
            anew = page.evaluate("""async () => {
                const old = document.querySelector(".shabakati-chart-plot svg");
                const start = performance.now();
                const next = structuredClone(await (await fetch("/state.json")).json());
                next.spec.config.padding = 5;
                window.change(next);
                while (document.querySelector(".shabakati-chart-plot svg") === old)
                    await new Promise((done) => setTimeout(done));
                return performance.now() - start;
            }""")
            middle = statistics.median
            print(
                f"{size:>6}: {middle(dropped):.0f}, {max(dropped):.0f} | {middle(built):.0f} | "
                f"{middle(answered):.0f} | {anew:.0f}"
            )
            if max(dropped) > 1000 * GOAL:
                print(f"        over {1000 * GOAL:.0f} ms")
        chromium.close()


if __name__ == "__main__":
    main()
