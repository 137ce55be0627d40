"""Who knows whom and who introduced whom, in a real browser: by touch in Arabic, by keys."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from served import notebook, serve_notebook
from shabakati.forms.browser import template
from shabakati.language import say, use

TIES = """
import datetime as dt
from IPython.display import display
from shabakati import Workbook, forms
from shabakati.language import use
use("{language}")
book = Workbook.in_memory()
near = dict(closeness="close", relation="former_colleague", organisation="شركة النور")
names = ["سارة بنت عبد الرحمن الحسيني المقدسي", "عمر", "Christopher Featherstonehaugh", "ليلى"]
book.add_all("people", [dict(near, name=name) for name in names])
book.add_all("people", [dict(name=n, closeness="regular") for n in ("<b>هدى</b>", "يزن")])
today = dt.date(2026, 11, 23)
display(forms.root(forms.ties(book, today), forms.introductions(book, today)))
"""


@pytest.fixture
def opened(page, tmp_path):
    """Opens the two forms in a language and at a width."""
    servers = []

    def go(language, width):
        use(language)
        page.set_viewport_size({"width": width, "height": 844})
        path = notebook(tmp_path / "ties.ipynb", TIES.format(language=language))
        servers.append(serve_notebook(path))
        page.goto(servers[-1].__enter__().door)
        expect(page.locator(".sh-ties-question progress")).to_be_visible(timeout=60_000)
        return page

    yield go
    for server in servers:
        server.__exit__(None, None, None)
    use("ar")


def told(page):
    """How many pairs the page says are known."""
    return int(page.locator(".sh-ties-question progress").evaluate("bar => bar.value"))


def check(page):
    """No violation that axe knows, and nothing that scrolls the page sideways."""
    found = Axe().run(page, ".shabakati")
    assert found.violations_count == 0, found.generate_report()
    over = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(over) <= 0


def test_a_phone_tells_all_pairs_in_arabic_by_exceptions_then_the_rest(opened):
    page = opened("ar", 390)
    check(page)
    question = page.locator(".sh-ties-question")
    question.locator(".sh-chip", has_text="ليلى").click()
    three = template("forms.ties.all", "count").replace("{count}", "3")
    question.get_by_role("button", name=three).click()
    bar = question.locator("progress")
    expect(bar).to_have_js_property("value", 3)
    question.get_by_role("button", name=say("forms.ties.none_more")).click()
    expect(bar).to_have_js_property("value", 6)
    page.get_by_role("button", name=say("forms.ties.rest")).click()
    expect(bar).to_have_js_property("value", 15)
    page.get_by_text(say("forms.ties.matrix.title")).click()
    check(page)
    page.get_by_role("button", name=say("forms.introductions.me")).click()
    expect(
        page.get_by_text(re.compile(re.escape(say("forms.introductions.me"))))
    ).not_to_have_count(0)
    check(page)


def test_the_table_of_pairs_is_walked_and_answered_by_keys_in_english(opened):
    page = opened("en", 1440)
    page.locator(".sh-matrix summary", has_text=say("forms.ties.matrix.title")).focus()
    page.keyboard.press("Enter")
    cell = page.locator('.sh-tie[tabindex="0"]')
    expect(cell).to_have_count(1)
    cell.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    focused = page.locator('.sh-tie[data-at="2-1"]')
    expect(focused).to_be_focused()
    page.keyboard.press("Space")
    expect(focused).to_have_attribute("data-state", "yes")
    expect(focused).to_be_focused()
    page.keyboard.press("3")
    expect(focused).to_have_attribute("data-state", "3")
    page.keyboard.press("Delete")
    expect(focused).to_have_attribute("data-state", "no")
    assert told(page) == 1
    check(page)
