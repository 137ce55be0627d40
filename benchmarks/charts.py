"""The map: time to build and to draw, beside plain Altair in its own offline widget.

    python benchmarks/charts.py

"build" is the frame to the spec (median of 5), "draw" is an empty page to the drawn chart in
Chromium, Vega already on the machine. `JupyterChart.enable_offline()` puts its bundle into the
state of each chart; ours is one file, asked for once a page.
"""

import json
import random
import statistics
import sys
import time
from pathlib import Path

import altair as alt
import pandas as pd
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from browser import OPTIONS, find_browser
from shabakati import charts
from shabakati.charts.view import ChartView
from shabakati.vocabulary import Closeness, Group, NetworkType, Place
from test_charts_view import drawn, open_view

KINDS = {"group": Group, "place": Place, "network_type": NetworkType, "closeness": Closeness}


def network(size):
    chance = random.Random(1)
    people = pd.DataFrame({"name": [f"محمد العتيبي {n}" for n in range(size)]})
    people.index = pd.RangeIndex(1, size + 1, name="id")
    for column, codes in KINDS.items():
        order = [code.value for code in codes]
        chosen = [chance.choice([*order, None]) for _ in range(size)]
        people[column] = pd.Categorical(chosen, categories=order, ordered=True)
    if size > 300:  # nearly everybody of a large network has not been placed yet
        people.loc[people.index > 100, "closeness"] = None
    return people


def seconds(work, times=5):
    spans = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return statistics.median(spans)


def plain(people):
    """What one would write in Altair: a mark for each person."""
    places = people.assign(x=people.index % 100, y=people.index // 100)[["name", "group", "x", "y"]]
    return alt.Chart(places).mark_point().encode(x="x:Q", y="y:Q", color="group:N", tooltip="name")


def offline_cost():
    from altair.jupyter import JupyterChart

    start = time.perf_counter()
    JupyterChart.enable_offline()
    made = time.perf_counter() - start
    script = len(str(JupyterChart(plain(network(60)))._esm))
    return made, script


def main():
    alt.data_transformers.disable_max_rows()
    print("people: build s, spec kB, draw s | plain Altair: build s, spec kB, draw s")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=find_browser(), args=list(OPTIONS))
        page = chromium.new_page()
        for size in (60, 150, 30_000):
            people, told = network(size), []
            for chart in (charts.map, plain):
                spec = chart(people).to_dict()
                start = time.perf_counter()
                open_view(page, ChartView(spec))
                drawn(page)
                took = time.perf_counter() - start
                build = seconds(lambda chart=chart, people=people: chart(people).to_dict())
                told.append((build, len(json.dumps(spec)) / 1000, took))
            each = " | ".join(f"{b:.2f} s, {kb:.0f} kB, {d:.2f} s" for b, kb, d in told)
            print(f"{size:>6}: {each}")
        chromium.close()
    made, script = offline_cost()
    start = time.perf_counter()
    view = ChartView(charts.groups(network(60)))
    print(
        f"a ChartView: {time.perf_counter() - start:.3f} s, {len(view._esm) / 1000:.0f} kB script"
    )
    print(
        f"JupyterChart.enable_offline: {made:.1f} s, {script / 1000:.0f} kB of script in each chart"
    )


if __name__ == "__main__":
    main()
