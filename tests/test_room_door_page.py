"""The pages before a room, in a real browser: the code without a script, the line, their look."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from served import notebook
from visitors import SHOWS, Visitor, ask, cookie_of, serve_small_room

CODE = "K7M-2PQ"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    book = notebook(tmp_path_factory.mktemp("line") / "small.ipynb", SHOWS)
    with serve_small_room(book, people=1, code=CODE) as running:
        yield running


@pytest.fixture(scope="module")
def inside(room):
    """Who has the only seat."""
    visitor = Visitor(room, cookie_of(ask(room, f"/?code={CODE}")))
    assert visitor.open().status == 200
    with visitor.talk():
        yield visitor


def fits(page):
    """No violation of WCAG, no sideways scrolling, targets of 44 px."""
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    for target in page.locator("button, input:not([type=hidden])").all():
        assert target.bounding_box()["height"] >= 44


def test_who_waits_sees_their_place_and_is_let_in_by_themselves(chromium, room, inside):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(room.address)
    fits(page)
    page.goto(f"{room.address}?lang=en&code={CODE}")
    page.get_by_text("You are next.").wait_for()
    fits(page)
    page.goto(room.address)
    page.get_by_text("ولا أحد قبلك").wait_for()
    fits(page)
    assert inside.leave().status == 204
    page.get_by_role("button", name="press").wait_for()
    assert page.url == room.address
    context.close()


@pytest.mark.parametrize(("asked", "language"), [("", "ar"), ("?lang=en", "en")])
def test_the_code_is_asked_for_and_taken_without_any_script(chromium, room, asked, language):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(room.address + asked)
    assert page.locator("html").get_attribute("lang") == language
    page.keyboard.type("wrong")  # the field has the focus
    page.keyboard.press("Enter")
    page.get_by_text("This is not the code").wait_for()
    page.get_by_role("textbox").fill("k7m 2pq")
    page.get_by_role("button").click()
    page.locator("#loading, .sh-place").first.wait_for(state="attached")
    assert "code" not in page.url
    context.close()
