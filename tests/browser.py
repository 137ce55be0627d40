"""A browser for the tests: the one that is installed, else the system's, else Playwright's own.

`python tests/browser.py` finds or installs it and prints where it is.
"""

import os
import platform
import shutil
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


@cache
def find_browser() -> str | None:
    """Where a browser is that runs: `SHABAKATI_BROWSER`, an installed one, or Playwright's."""
    named = [os.environ.get("SHABAKATI_BROWSER"), *map(shutil.which, NAMES), *ELSEWHERE]
    with sync_playwright() as playwright:
        named.append(playwright.chromium.executable_path)
    return next((path for path in named if path and _runs(path)), None)


def install_browser() -> str:
    """A browser, installed by the system's package manager or by Playwright if there is none."""
    ways = [_apt, _brew, _playwright]
    while find_browser() is None and ways:
        find_browser.cache_clear()
        with suppress(OSError, subprocess.CalledProcessError):
            ways.pop(0)()
        find_browser.cache_clear()
    found = find_browser()
    if found is None:
        sys.exit("The tests need Chromium, Chrome or Edge: install one, then run them again.")
    return found


def _runs(path: str) -> bool:
    if not Path(path).exists():
        return False
    if platform.system() == "Windows":  # there, a browser opens a window instead of answering
        return True
    with suppress(OSError, subprocess.SubprocessError):
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    return False


def _apt() -> None:
    if not shutil.which("apt-get"):
        return
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    subprocess.run([*root, "apt-get", "update"], check=True)
    wanted = ["chromium", "fonts-noto-core"]  # and letters for what is in no font of ours
    subprocess.run([*root, "apt-get", "install", "-y", *wanted], check=True)


def _brew() -> None:
    if shutil.which("brew"):
        subprocess.run(["brew", "install", "--cask", "chromium"], check=True)


def _playwright() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


@pytest.fixture(scope="module")
def chromium():
    """The browser, started once for each file that asks for it.

    Not once for all: while Playwright runs, its event loop would be everybody's.
    """
    path = find_browser()
    assert path, "no browser: run `make test`, which installs one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium):
    """A browser that knows nothing yet: no cookie, nothing stored."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context):
    """A new tab."""
    return context.new_page()


if __name__ == "__main__":
    print(install_browser())
