"""The chart widget in a real browser: what it draws, tells the kernel and gives away."""

import json
import re
from pathlib import Path

import altair as alt
import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from shabakati import charts
from shabakati.charts.view import ChartView
from shabakati.language import use
from shabakati.look.assets import NAMES, read_asset

ORIGIN = "http://shabakati.test"

# A host of one widget: it has the interface that anywidget gives `render`, and what the browser
# side sends is kept in `sent` until Python has answered it.
HOST = """<!doctype html><html lang="{lang}" dir="{dir}"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{csp}">
<style>body{{margin:16px}}{css}</style><div id="root"></div>
<script type="module">
import widget from "/esm.js";
const state = await (await fetch("/state.json")).json();
const heard = {{}};
const model = {{
  get: (name) => state[name],
  on: (name, f) => (heard[name] ??= new Set()).add(f),
  off: (name, f) => heard[name]?.delete(f),
  send: async (content) => {{
    window.sent.push(content);
    if (content.kind !== "asset") return;
    const answer = await fetch("/asset/" + content.name);
    const bytes = new DataView(await answer.arrayBuffer());
    heard["msg:custom"]?.forEach((f) => f(content, [bytes]));
  }},
}};
window.sent = [];
window.change = (next) => {{
  Object.assign(state, next);
  heard["change:spec"]?.forEach((f) => f());
}};
await widget.render({{ model, el: document.getElementById("root") }});
</script></html>"""
CSP = "default-src 'self' blob:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' blob:; font-src 'self' data: blob:; img-src 'self' data: blob:"  # noqa: E501


def state_of(view):
    names = ("spec", "description", "words", "direction", "modes")
    return {name: getattr(view, name) for name in names}


def open_view(page: Page, view: ChartView, *, width=1000, height=900) -> list[str]:
    """Show a view in the page; returns the addresses that it asks for."""
    lang = "ar" if view.direction == "rtl" else "en"
    host = HOST.format(lang=lang, dir=view.direction, csp=CSP, css=view._css)
    asked: list[str] = []

    def answer(route):
        path = route.request.url.removeprefix(ORIGIN)
        asked.append(route.request.url)
        if path.startswith("/asset/") and path[7:] in NAMES:
            route.fulfill(body=read_asset(path[7:]))
        elif path == "/state.json":
            route.fulfill(json=state_of(view))
        elif path == "/esm.js":
            route.fulfill(body=view._esm, content_type="text/javascript")
        else:
            route.fulfill(body=host, content_type="text/html; charset=utf-8")

    page.unroute("**/*")
    page.route("**/*", answer)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(ORIGIN)
    return asked


def drawn(page: Page):
    page.wait_for_selector(".shabakati-chart-row button")
    return page.locator(".shabakati-chart-plot")


PEOPLE = [
    {"name": "فاطمة الزهراني", "relation": "professor", "closeness": "closest"},
    {"name": "<img src=x onerror=alert(1)>", "relation": "friend", "closeness": "close"},
    {"name": "datum.x'\"\\u202e}{", "relation": "classmate", "closeness": "close"},
    {"name": "n" * 5000, "relation": "family", "closeness": "regular"},
    {"name": "Omar Haddad", "network_type": "strategic"},
]


def network(rows):
    found = pd.DataFrame(rows, columns=["name", "relation", "place", "network_type", "closeness"])
    found.index = pd.RangeIndex(1, len(rows) + 1, name="id")
    groups = {"professor": "professors", "friend": "family_and_friends", "classmate": "classmates"}
    return found.assign(group=found["relation"].map({**groups, "family": "family_and_friends"}))


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("draw", [charts.groups, charts.coverage, charts.types, charts.map])
def test_each_chart_is_drawn_within_the_width_of_the_page(page, draw, language, width):
    use(language)
    asked = open_view(page, ChartView(draw(network(PEOPLE))), width=width)
    box = drawn(page).locator("svg").bounding_box()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert box["width"] > 300
    assert all(address.startswith((ORIGIN, "blob:")) for address in asked)


def test_a_pressed_mark_sends_its_id_and_the_kernel_hears_only_ids_of_the_chart(page):
    view, heard = ChartView(charts.map(network(PEOPLE))), []
    view.on_click(heard.append)
    open_view(page, view)
    drawn(page).locator('[aria-label*="Omar Haddad"]').click()
    page.wait_for_function("sent.some((m) => m.kind === 'click')")
    message = page.evaluate("sent.find((m) => m.kind === 'click')")
    view._hear(view, message, [])
    assert (heard, view.clicked) == ([5], 5)
    for lie in (6, 0, -1, True, "5", 5.0, None, [5], {"id": 5}):
        view._hear(view, {"kind": "click", "id": lie}, [])
    view._hear(view, "click", [])
    assert heard == [5]


def test_marks_are_reached_by_keyboard_and_pressed_by_enter(page):
    open_view(page, ChartView(charts.map(network(PEOPLE))))
    drawn(page)
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    clicks = page.evaluate("sent.filter((m) => m.kind === 'click').length")
    assert len({None, first, second}) == 3
    assert clicks == 1


def test_names_from_files_stay_text_on_the_map_in_its_tooltip_and_in_its_table(page):
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    open_view(page, ChartView(charts.map(network(PEOPLE))))
    plot = drawn(page)
    plot.locator('[aria-label*="onerror"]').hover()
    page.wait_for_selector("#vg-tooltip-element.visible")
    page.locator(".shabakati-chart-row button").first.click()
    cells = page.locator("tbody").first.locator("td:first-child").all_inner_texts()
    assert sorted(len(cell) <= 82 for cell in cells) == [True] * 5
    assert any("<img src=x onerror=alert(1)>" in cell for cell in cells)
    assert any("datum.x'\"" in cell for cell in cells)
    assert page.locator("img").count() == 0
    assert alerts == []


def test_a_row_of_the_table_opens_its_person(page):
    open_view(page, ChartView(charts.map(network(PEOPLE))))
    drawn(page)
    page.locator(".shabakati-chart-row button").first.click()
    page.get_by_role("button", name=re.compile("Omar Haddad")).last.click()
    clicks = page.evaluate("sent.filter((m) => m.kind === 'click')")
    assert clicks == [{"kind": "click", "id": 5}]


def test_a_long_table_shows_a_few_hundred_rows_and_says_how_many_more(page):
    data = alt.Data(values=[{"x": n} for n in range(1000)])
    open_view(page, ChartView(alt.Chart(data).mark_point().encode(x="x:Q")))
    drawn(page)
    page.locator(".shabakati-chart-row button").first.click()
    assert page.locator("tbody tr").count() == 301
    assert "700" in page.locator("tbody tr").last.inner_text()


def test_the_svg_carries_its_fonts_and_the_png_is_twice_its_size(page):
    open_view(page, ChartView(charts.map(network(PEOPLE))))
    width = drawn(page).locator("svg").bounding_box()["width"]
    buttons = page.locator(".shabakati-chart-row button")
    with page.expect_download() as svg:
        buttons.nth(2).click()
    with page.expect_download() as png:
        buttons.nth(1).click()
    text = Path(svg.value.path()).read_text("utf-8")
    data = Path(png.value.path()).read_bytes()
    assert text.count("@font-face") == 4
    assert "فاطمة الزهراني" in text
    assert "http://shabakati.test" not in text
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert abs(int.from_bytes(data[16:20], "big") - 2 * width) < 4


def test_a_new_chart_takes_the_old_ones_place_without_a_moment_without_one(page):
    view = ChartView(charts.groups(network(PEOPLE)))
    open_view(page, view)
    drawn(page)
    page.evaluate("""() => {
        window.least = 1;
        const place = ".shabakati-chart > .shabakati-chart-plot svg";
        const count = () => document.querySelectorAll(place).length;
        new MutationObserver(() => { least = Math.min(least, count()); })
            .observe(document.getElementById("root"), { childList: true, subtree: true });
    }""")
    view.chart = charts.types(network(PEOPLE))
    page.evaluate("(next) => change(next)", state_of(view))
    page.wait_for_selector('svg [aria-label*="استراتيجية"]')
    assert page.evaluate("least") == 1
    assert page.locator("svg").count() == 1


@pytest.mark.parametrize("draw", [charts.groups, charts.coverage, charts.types, charts.map])
def test_axe_finds_nothing_against_a_chart_and_its_table(page, draw):
    open_view(page, ChartView(draw(network(PEOPLE))))
    drawn(page)
    page.locator(".shabakati-chart-row button").first.click()
    told = Axe().run(page, context=".shabakati-chart").response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in told] == []


def test_a_chart_in_a_column_of_widgets_keeps_its_height(page):
    open_view(page, ChartView(charts.map(network(PEOPLE))))
    page.add_style_tag(content="#root{display:flex;flex-direction:column;align-items:stretch}")
    drawn(page)
    height = page.locator(".shabakati-chart-plot svg").bounding_box()["height"]
    assert page.locator("#root").bounding_box()["height"] > height


def test_without_a_chart_the_view_says_what_will_appear(page):
    open_view(page, ChartView(None, empty="هنا خريطتك"))
    page.wait_for_selector(".shabakati-chart-message")
    assert page.locator(".shabakati-chart").inner_text().strip() == "هنا خريطتك"


def test_a_spec_that_cannot_be_drawn_is_told_in_words_with_a_way_to_try_again(page):
    open_view(page, ChartView({"mark": "nothing of this kind", "data": {"values": []}}))
    page.wait_for_selector(".shabakati-chart-message button")
    assert "أعد المحاولة" in page.locator(".shabakati-chart").inner_text()


def test_ids_of_any_chart_are_found_in_its_datasets_and_its_layers():
    data = alt.Data(values=[{"id": 7, "x": 1}, {"id": "8", "x": 2}])
    layered = alt.layer(alt.Chart(data).mark_point(), alt.Chart().mark_rule())
    view = ChartView(layered)
    for person in (7, 8, "8"):
        view._hear(view, {"kind": "click", "id": person}, [])
    assert view.clicked == 7


def test_a_bare_chart_in_a_notebook_is_shown_by_the_view():
    chart = alt.Chart(alt.Data(values=[{"x": 1}])).mark_point().encode(x="x:Q")
    found = chart._repr_mimebundle_()
    bundle = found[0] if isinstance(found, tuple) else found
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "vega" not in json.dumps(list(bundle))
