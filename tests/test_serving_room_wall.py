"""The page for the wall, and what others on the network get: a page that is no secure context."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from browser import OPTIONS, find_browser
from qr import read_picture
from served import serve_room

HOST, CODE = "room.test", "472916"
SHAPES = [(1920, 1080), (1024, 768), (768, 1024), (390, 844)]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wall")
    told = ["--open", "--host", HOST, "--code", CODE, "--ready", "1"]
    with serve_room(folder, *told) as running:
        yield running


@pytest.fixture(scope="module")
def elsewhere():
    """A browser that finds the room by a name, as one on another computer does."""
    path = find_browser()  # it starts Playwright itself, of which there is one at a time
    with sync_playwright() as playwright:
        found = f"--host-resolver-rules=MAP {HOST} 127.0.0.1"
        browser = playwright.chromium.launch(executable_path=path, args=[*OPTIONS, found])
        yield browser
        browser.close()


@pytest.fixture
def page(elsewhere):
    page = elsewhere.new_page()
    yield page
    page.close()


def wall(served):
    said = served.said.read_text("utf-8")
    return next(line.strip() for line in said.splitlines() if "voila/wall?key=" in line)


def test_a_phone_reads_the_door_from_the_wall_at_every_size(served, page, elsewhere):
    hosts, problems = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: problems.append(message.text))
    empty = elsewhere.new_page()
    for width, height in SHAPES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(wall(served))
        assert read_picture(page.screenshot(), empty) == [f"{served.address}?code={CODE}"]
        size = page.evaluate(
            "[document.documentElement.scrollWidth, "
            "document.querySelector('main').getBoundingClientRect().bottom]"
        )
        assert size[0] <= width
        assert size[1] <= height, "all that is on the wall shows at once"
        inner = page.evaluate(
            "[...document.querySelectorAll('main *')].every((one) => "
            "one.getBoundingClientRect().right <= innerWidth)"
        )
        assert inner
    assert hosts <= {urlsplit(served.address).netloc, ""}
    assert problems == []
    empty.close()


def test_the_wall_says_it_in_both_languages_with_address_and_code(served, page):
    page.goto(wall(served))
    text = page.inner_text("main")
    assert served.address.rstrip("/") in text
    assert "472 916" in text
    assert "رمز القاعة" in text
    assert "Room code" in text
    assert page.locator("html").get_attribute("lang") == "ar"
    assert (
        page.evaluate(
            "document.fonts.ready.then(() => "
            "[...document.fonts].filter((one) => one.status == 'loaded').length)"
        )
        >= 2
    )
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_it_prints_on_one_page_of_a4_without_the_hint_for_the_screen(served, page, tmp_path):
    page.goto(wall(served))
    page.pdf(path=tmp_path / "wall.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "wall.pdf").pages
    assert len(pages) == 1
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]  # points
    assert "F11" not in pages[0].extract_text()


def test_the_wall_is_closed_without_its_key(served, page):
    for address in (
        f"{served.address}voila/wall",
        f"{served.address}voila/wall?key=",
        f"{wall(served)[:-1]}",
        f"{served.address}voila/wall?code={CODE}",
    ):
        answer = page.goto(address)
        assert answer.status == 403
        assert "472 916" not in page.content()
        assert CODE not in page.inner_text("body")


def test_from_another_computer_the_page_works_though_the_browser_holds_things_back(served, page):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served.address}?code={CODE}&lang=en")
    page.wait_for_selector("#loading", state="detached")
    page.locator(".shabakati svg").first.wait_for()
    assert CODE not in page.url
    assert page.evaluate(
        "[isSecureContext, navigator.locks, navigator.storage, crypto.subtle].every((one) => !one)"
    )
    assert page.evaluate("indexedDB !== undefined && BroadcastChannel !== undefined")
    assert errors == []
