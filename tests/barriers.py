"""What no page may have, looked for by the tests of pages on a phone."""

from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 390, "height": 844}
_LOW = """() => [...document.querySelectorAll('.shabakati :is(button, select, summary)')]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44)
    .map((e) => e.outerHTML.slice(0, 120))"""


def no_barrier(page):
    """No violation that axe knows, no scrolling sideways, nothing too low for a finger."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert page.evaluate(_LOW) == []
