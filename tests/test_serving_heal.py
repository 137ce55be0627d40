"""The page comes back by itself: from a dead kernel, a cut connection, a server started again."""

import os
import signal
import time
from urllib.parse import urlsplit

import psutil
import pytest

from proxied import wire
from served import notebook, serve_notebook

COUNTS = """
import ipywidgets, os, signal
count, said = 0, ipywidgets.Label(f"kernel {os.getpid()} at 0")
def press(_):
    global count
    count += 1
    said.value = f"kernel {os.getpid()} at {count}"
button, fall = ipywidgets.Button(description="press"), ipywidgets.Button(description="fall")
button.on_click(press)
fall.on_click(lambda _: os.kill(os.getpid(), signal.SIGKILL))
long = ipywidgets.HTML("<div style='height: 3000px'></div>")
box = ipywidgets.VBox([button, fall, said, long])
box.add_class("shabakati")
box
"""
NOTICED = 1.0  # seconds more than opening the page takes


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("heal")
    with serve_notebook(notebook(folder / "counts.ipynb", COUNTS)) as running:
        yield running


@pytest.fixture
def line(served):
    with wire(urlsplit(served.address).port) as running:
        yield running


def opened(page, address):
    page.goto(address)
    page.wait_for_selector("#loading", state="detached")
    page.get_by_text("at 0").wait_for()
    return kernel(page)


def kernel(page):
    """The process of the page's kernel."""
    return int(page.get_by_text("kernel ").inner_text().split()[1])


def press(page, count=None):
    page.get_by_role("button", name="press").click()
    if count:
        page.get_by_text(f"at {count}", exact=False).wait_for()


def told(page, when):
    page.locator(f'#lost p[data-when="{when}"]').wait_for()
    return page.locator("#lost").inner_text()


def through(line, served, language="en"):
    return f"{line.address}?token={served.token}&lang={language}"


@pytest.mark.parametrize(("language", "word"), [("ar", "ففُتحت من جديد"), ("en", "opened again")])
def test_a_killed_kernel_brings_the_page_back_to_where_it_was(served, page, language, word):
    began = time.monotonic()
    pid = opened(page, f"{served.door}&lang={language}#05_my_map")
    usual = time.monotonic() - began
    press(page, 1)
    page.evaluate("scrollTo(0, 700)")
    killed = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    told(page, "gone")
    assert word in told(page, "back")
    page.get_by_text("at 0").wait_for()
    took = time.monotonic() - killed
    print(f"killed, and back after {took:.2f} s; opened at first in {usual:.2f} s")
    assert took < usual + NOTICED
    assert page.url == f"{served.address}?lang={language}#05_my_map"
    page.wait_for_function("scrollY === 700")
    press(page, 1)
    assert kernel(page) != pid


def test_a_hidden_page_waits_until_somebody_looks(served, page):
    pid = opened(page, f"{served.door}&lang=en")
    page.evaluate("""
        globalThis.kept = true;
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
    """)
    os.kill(pid, signal.SIGKILL)
    told(page, "gone")
    page.wait_for_timeout(500)
    assert page.evaluate("globalThis.kept")
    page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))")
    told(page, "back")
    press(page, 1)


def test_a_page_that_falls_again_and_again_is_not_opened_for_ever(served, page):
    opened(page, f"{served.door}&lang=en")
    for _ in range(3):
        before = kernel(page)
        page.get_by_role("button", name="fall").click()
        page.get_by_text(f"kernel {before}").wait_for(state="detached")
        page.get_by_text("at 0").wait_for()
    page.get_by_role("button", name="fall").click()
    assert "no longer opened by itself" in told(page, "again")
    page.get_by_role("button", name="Open the page again").click()
    page.wait_for_selector("#loading", state="detached")
    press(page, 1)


def test_a_cut_connection_is_taken_up_with_what_was_done_meanwhile(served, line, page):
    pid = opened(page, through(line, served))
    line.cut()
    press(page)
    said = told(page, "away")
    assert "cannot be reached" in said
    assert "may not be saved" in said
    assert page.evaluate("document.documentElement.dataset.line") == "lost"
    line.mend()
    mended = time.monotonic()
    page.get_by_role("button", name="Try now").click()
    told(page, "joined")
    assert time.monotonic() - mended < NOTICED
    page.get_by_text(f"kernel {pid} at 1").wait_for()
    assert page.evaluate("document.documentElement.dataset.line") == "up"


def test_nothing_is_lost_or_done_twice_when_a_connection_falls_silent(served, line, page):
    pid = opened(page, through(line, served))
    for count, browser in ((1, True), (2, False)):  # what it says is lost, or only what it hears
        line.silence(browser=browser)
        press(page)
        page.wait_for_timeout(300)
        page.evaluate("window.dispatchEvent(new Event('online'))")
        page.get_by_text(f"kernel {pid} at {count}").wait_for()
    press(page, 3)
    assert kernel(page) == pid


def test_a_kernel_that_went_while_the_connection_was_cut_is_noticed(served, line, page):
    pid = opened(page, through(line, served))
    line.cut()
    os.kill(pid, signal.SIGKILL)
    told(page, "away")
    line.mend()  # and nobody presses anything
    told(page, "back")
    press(page, 1)


def test_a_server_started_anew_with_other_keys_says_where_to_go(served, line, page, tmp_path):
    opened(page, through(line, served))
    line.cut()
    assert "start it again" in told(page, "away")
    with serve_notebook(notebook(tmp_path / "counts.ipynb", COUNTS)) as anew:
        line.to = urlsplit(anew.address).port
        line.mend()
        assert "has a new address" in told(page, "closed")
        assert page.get_by_role("button", name="Try now").is_visible()


def test_a_frozen_page_keeps_its_kernel(served, page):
    pid = opened(page, served.door)
    control = page.context.new_cdp_session(page)
    control.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.context.new_page().close()
    assert psutil.pid_exists(pid)
    control.send("Page.setWebLifecycleState", {"state": "active"})
    press(page, 1)
    assert kernel(page) == pid
