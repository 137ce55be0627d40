"""Events in a real browser, on a phone in Arabic: planned, met, weighed, and one's rules kept."""

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from served import ROOT, serve_workbook
from shabakati import Workbook
from shabakati.language import say

PATIENCE = 30_000  # ms
STEP = "08_events"
NAME = "لقاء <b>الغد</b>"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("events")
    demo = ROOT / "data" / "demo" / "demo.sqlite"
    with Workbook.open(folder / "book.sqlite") as book:
        with Workbook.from_bytes(demo.read_bytes()) as other:
            book.restore(other)
        book.add("events", name=NAME, on=dt.date(2026, 6, 20), hours=2)
    with serve_workbook(folder) as running:
        yield running


def check(page):
    """No violation that axe knows, and nothing that scrolls the page sideways."""
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_in_arabic_from_whom_one_met_to_ones_own_rules(page, served):
    page.set_default_timeout(PATIENCE)
    page.set_viewport_size({"width": 390, "height": 844})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served.door}&lang=ar#{STEP}")
    page.wait_for_selector(f'[data-key="{STEP}"][aria-current]')
    page.wait_for_selector(".shabakati-chart svg >> visible=true")
    check(page)

    page.get_by_label(say("forms.met.event"), exact=True).select_option(label=NAME)
    page.get_by_label(say("forms.met.names")).fill("رجاء عبد الحي\nSami <i>Q.</i>")
    page.get_by_role("button", name=say("forms.met.add")).click()
    page.get_by_text(say("forms.met.added", n=2)).wait_for()
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        new = book.people[book.people["name"] == "Sami <i>Q.</i>"].iloc[0]
        assert (new["place"], new["met_on"]) == ("event", dt.date(2026, 6, 20))
    bar = say("charts.effort.met")
    page.locator(".shabakati-chart svg").filter(has_text=bar).first.wait_for()
    assert page.locator(".shabakati-chart svg b").count() == 0

    take = page.get_by_role("button", name=say("forms.boundaries.take.offers"))
    take.focus()
    page.keyboard.press("Enter")
    rule = page.get_by_label(say("forms.boundaries.ask.offers"))
    expect(rule).not_to_have_value("")  # the example comes from the kernel
    rule.press("Control+End")
    page.keyboard.type(" وأسأل أهلي.")
    page.get_by_role("button", name=say("forms.boundaries.save")).click()
    page.get_by_text(say("forms.boundaries.saved", n=1)).wait_for()
    page.locator("dd").filter(has_text="وأسأل أهلي.").wait_for()
    check(page)
    note = page.locator(".sh-note").filter(has_text=say("forms.boundaries.saved", n=1))
    note.get_by_role("button", name=say("forms.undo.undo")).click()
    page.locator("dd").filter(has_text="وأسأل أهلي.").wait_for(state="detached")
    assert rule.input_value() == ""
    assert errors == []
