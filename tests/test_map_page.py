"""The map of step 05 in a real browser: a person is dragged to a ring, by mouse and by finger."""

import pytest

from served import serve_workbook
from shabakati import Workbook
from shabakati.language import say, use

STEP = "05_my_map"
WHERE = """(name) => {
    const mark = [...document.querySelectorAll("path[aria-label]")]
        .filter((node) => node.checkVisibility())
        .find((node) => node.__data__?.datum?.name?.includes(name));
    mark.scrollIntoView({ block: "center" });
    const svg = mark.closest("svg"), frame = svg.querySelector(".mark-group.role-frame");
    const at = frame.getScreenCTM(), box = mark.getBoundingClientRect();
    const unit = (svg.clientWidth - 8) / 2 / 1.16 * at.a;
    const middle = [at.e + 1.16 * unit, at.f + 1.17 * unit];
    const from = [box.x + box.width / 2, box.y + box.height / 2];
    const away = [from[0] - middle[0], from[1] - middle[1]], far = Math.hypot(...away);
    const to = middle.map((m, i) => m + away[i] / far * 0.26 * unit);
    return { from, to };
}"""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_workbook(tmp_path_factory.mktemp("mine")) as running:
        yield running


@pytest.fixture
def mine(served):
    with Workbook.open(served.said.with_name("book.sqlite")) as book:
        with Workbook.in_memory() as fresh:
            rows = [{"name": "ليلى", "closeness": "distant", "relation": "friend"}]
            rows += [{"name": "Omar", "closeness": "distant", "relation": "classmate"}]
            fresh.add_all("people", rows)
            fresh.add("ties", a=1, b=2)
            book.restore(fresh)
        yield book


def opened(page, served, width):
    use("ar")
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served.door}&lang=ar#{STEP}")
    page.wait_for_selector("#loading", state="detached")
    page.wait_for_selector(f'[data-key="{STEP}"][aria-current]')
    page.get_by_role("button", name=say("charts.view.mode_place"), exact=True).click()
    page.wait_for_function("() => document.querySelector('path[aria-label]')?.__data__")


def ring_of(book, person):
    book.refresh()
    return book.people["closeness"].astype("object")[person]


def eventually(page, check):
    for _ in range(100):
        if check():
            return True
        page.wait_for_timeout(100)
    return False


def test_a_mouse_drags_a_person_to_the_closest_ring_and_it_can_be_taken_back(page, served, mine):
    opened(page, served, 1440)
    where = page.evaluate(WHERE, "ليلى")
    page.mouse.move(*where["from"])
    page.mouse.down()
    page.mouse.move(*where["to"], steps=5)
    page.mouse.up()
    assert eventually(page, lambda: ring_of(mine, 1) == "closest")
    mine.undo()
    assert ring_of(mine, 1) == "distant"


def test_a_finger_drags_a_person_and_the_page_stays_where_it_is(page, served, mine):
    opened(page, served, 390)
    where = page.evaluate(WHERE, "Omar")
    finger = page.context.new_cdp_session(page)

    def touch(kind, point=None):
        points = [{"x": point[0], "y": point[1]}] if point else []
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    scrolled = page.evaluate("scrollY")
    touch("touchStart", where["from"])
    for share in (0.25, 0.5, 0.75, 1):
        pairs = zip(where["from"], where["to"], strict=True)
        touch("touchMove", [a + share * (b - a) for a, b in pairs])
    assert page.evaluate("scrollY") == scrolled
    touch("touchEnd")
    assert eventually(page, lambda: ring_of(mine, 2) == "closest")
