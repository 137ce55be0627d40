"""`shabakati-app` as a person starts it: where it listens, what it says, where the book is."""

import html
import os
import stat
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from served import ROOT, serve_workbook
from shabakati_serving import app


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serve_workbook(tmp_path_factory.mktemp("app"), "--port", "8990") as running:
        yield running


def test_it_listens_on_this_computer_only_and_says_where(served):
    assert served.address.startswith("http://127.0.0.1:")
    said = served.said.read_text("utf-8")
    assert f"{served.address}?token={served.token}" in said
    assert "دفترك جاهز" in said
    assert len(served.token) >= 40


def test_a_port_that_is_taken_is_left_to_its_owner(served, tmp_path):
    taken = str(urlsplit(served.address).port)
    with serve_workbook(tmp_path, "--port", taken, "--language", "en") as second:
        assert second.address != served.address
        assert second.token != served.token
        said = second.said.read_text("utf-8")
        assert f"{second.address}?lang=en&token={second.token}" in said
        assert "Your workbook is ready" in said


def test_only_the_owner_may_look_into_the_folder_of_books(served):
    assert stat.S_IMODE(app.MINE.stat().st_mode) == 0o700


def test_the_browser_is_given_a_file_that_only_its_owner_may_read(tmp_path):
    browser, given = tmp_path / "browser", tmp_path / "given"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {given}\n')
    browser.chmod(0o755)
    url = "http://127.0.0.1:1/?lang=ar&token=abc"
    script = f"from shabakati_serving import app; app._open({url!r})"
    chosen = os.environ | {"BROWSER": f"{browser} %s"}
    subprocess.run([sys.executable, "-c", script], env=chosen, check=True)
    try:
        assert given.read_text() == app.OPENER.as_uri()
        assert stat.S_IMODE(app.OPENER.stat().st_mode) == 0o600
        assert f"url={html.escape(url)}" in app.OPENER.read_text("utf-8")
    finally:
        app.OPENER.unlink(missing_ok=True)


def test_an_option_that_is_none_is_refused():
    command = [sys.executable, "-m", "shabakati_serving", "--language", "fr"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("language", "other", "direction"), [("ar", "English", "rtl"), ("en", "عربي", "ltr")]
)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_workbook_opens_in_both_languages(served, page, language, other, direction, width):
    hosts, errors = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served.address}?token={served.token}&lang={language}")
    page.wait_for_selector("#loading", state="detached")
    page.locator(f"button:has-text('{other}')").first.wait_for()
    page.locator(".shabakati svg").first.wait_for()
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert hosts <= {urlsplit(served.address).netloc, ""}
    assert errors == []
