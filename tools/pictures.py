"""Takes the README's pictures of the real page: `python tools/pictures.py`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
SIZE = {"width": 1200, "height": 1180}
SETTLED = 1_500  # ms for fonts and charts after the page is there

sys.path.insert(0, str(ROOT / "tests"))

from browser import OPTIONS, install_browser  # noqa: E402
from served import serve_workbook  # noqa: E402


def main() -> None:
    """Open the page in each language and keep what its first screen shows."""
    path = install_browser()
    with (
        tempfile.TemporaryDirectory() as folder,
        serve_workbook(Path(folder)) as served,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=list(OPTIONS))
        for language in ("ar", "en"):
            page = browser.new_page(viewport=SIZE)
            page.goto(f"{served.door}&lang={language}")
            page.wait_for_selector(f'.sh-bar[lang="{language}"]')
            page.wait_for_selector(".shabakati-chart svg")
            page.wait_for_timeout(SETTLED)
            page.screenshot(path=ROOT / "docs" / f"page.{language}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
