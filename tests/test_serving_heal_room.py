"""A page of the room itself comes back at its step: kernel killed, server started anew."""

import time
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from served import kernel_at_work, serve_room

STEP = "05_my_map"
PHONE = {"width": 390, "height": 844}
AIM = 3.0  # seconds from a dead kernel to the page with its step; more on a machine that is slow


@pytest.fixture
def room(tmp_path):
    with serve_room(tmp_path, "--ready", "2") as running:
        yield running


def settled(page):
    page.wait_for_selector("#loading", state="detached")
    page.wait_for_selector(f'[data-key="{STEP}"][aria-current]')


def told(page, when):
    page.locator(f'#lost p[data-when="{when}"]').wait_for()
    return page.locator("#lost").inner_text()


def test_the_room_comes_back_at_its_step_in_arabic_on_a_phone(room, page, tmp_path):
    page.set_viewport_size(PHONE)
    began = time.monotonic()
    page.goto(f"{room.address}?lang=ar#{STEP}")
    settled(page)
    usual = time.monotonic() - began

    killed = time.monotonic()
    kernel_at_work(room).kill()
    told(page, "gone")
    assert "ففُتحت من جديد" in told(page, "back")
    settled(page)
    took = time.monotonic() - killed
    print(f"killed, and back at its step after {took:.2f} s; opened at first in {usual:.2f} s")
    assert took < max(AIM, usual)

    room.process.kill()
    assert "لا يمكن الوصول إلى الخادم" in told(page, "away")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert Axe().run(page, context="#lost").response["violations"] == []
    room.process.wait()
    with serve_room(tmp_path, "--port", str(urlsplit(room.address).port), "--ready", "1") as anew:
        listening = time.monotonic()
        assert anew.address == room.address
        told(page, "back")
        settled(page)
        print(f"started anew, and back after {time.monotonic() - listening:.2f} s")
        assert page.url == f"{room.address}?lang=ar#{STEP}"
